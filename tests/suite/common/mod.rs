//! What the tests share: made-up and shipped data, views from links, and a chart's figures as text.
pub mod views;

use chrono::Datelike;
use rare_earth_trade::charts::figure::{Bracket, Figure, Panel};
use rare_earth_trade::charts::mark::Mark;
use rare_earth_trade::charts::{self, Implied};
use rare_earth_trade::data::{Dataset, File, FileError, Month};
use rare_earth_trade::draw::{Palette, Size, draw, file};
use rare_earth_trade::html;
use rare_earth_trade::view::Theme;
use rare_earth_trade::view::{ChartName, Extent, Page, View, link};
use rare_earth_trade::words::{Caption, Description, EN, Record, Wording};
use std::path::PathBuf;

/// The folder of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository as text.
#[track_caller]
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The bytes of a data file as it is shipped.
pub fn shipped_bytes(file: File) -> Vec<u8> {
    text(&format!("assets/data/{}", file.name())).into_bytes()
}

pub fn shipped() -> Dataset {
    Dataset::read(|file| Ok(shipped_bytes(file)))
}

/// A made-up data file: the columns of the real one and the rows of `rows`, whose indentation does not matter.
pub fn csv(file: File, rows: &str) -> String {
    let columns = match file {
        File::Trade => "period,flow,tonnes,value_usd,yoy_pct,sources,conflict,confidence,known_from,source_url",
        File::Origins => {
            "period,partner,basket,hs,tonnes,value_usd,share_pct,yoy_pct,kind,formula,use,confidence,known_from,\
             source,source_url,note"
        }
        File::Prices => {
            "date,span,product,market,low,high,mid,currency,per,vat,agency,confidence,known_from,source_url"
        }
        File::Events => "date,kind,title,confidence,source_url",
        File::Article => {
            "id,subject,statement,value,value_high,unit,period,checked,from,to,product,known_from,source,source_url"
        }
    };
    format!("{columns}\n{}", dedent(rows))
}

/// Every file made up: those not named have no rows. A row that cannot be read fails the test.
#[track_caller]
pub fn made_up(files: &[(File, &str)]) -> Dataset {
    let rows = |file: File| files.iter().find(|(name, _)| *name == file).map_or("", |(_, rows)| rows);
    let data = Dataset::read(|file| Ok(csv(file, rows(file)).into_bytes()));
    let issues: Vec<String> = data.row_issues().iter().map(|issue| EN.row_issue(issue)).collect();
    assert_eq!((data.file_errors(), issues), (Vec::<(File, &FileError)>::new(), Vec::new()));
    data
}

/// The view of a link that must be understood whole. One that names no version leaves out what is the default today.
#[track_caller]
pub fn view(query: &str) -> View {
    let names_version = query.split('&').any(|pair| pair.starts_with("v="));
    let today = if names_version { query.to_owned() } else { format!("{query}&v=2") };
    let link::Link { view, issues, .. } = link::parse(&today);
    assert_eq!(issues, [], "{query}");
    view
}

/// What was public on the view's day; everything where it has none.
pub fn public(data: &Dataset, view: &View) -> Dataset {
    view.as_of.map_or_else(|| data.clone(), |day| data.as_of(day))
}

/// A chart of a view as readers see it, with the data that it was made of: what was public on the view's day, and what
/// that implies.
pub struct Shown {
    pub figure: Figure,
    data: Dataset,
    implied: Implied,
}

#[track_caller]
pub fn shown(name: ChartName, data: &Dataset, query: &str) -> Shown {
    let view = view(query);
    let data = public(data, &view);
    let implied = Implied::new(&data);
    let figure = charts::chart(name, extent(&view), &data, Some(&implied), &view)
        .unwrap_or_else(|missing| panic!("{}: {:?}", missing.file.name(), missing.error));
    Shown { figure, data, implied }
}

/// How much of its charts a view's page shows.
fn extent(view: &View) -> Extent {
    if view.page == Page::Overview && !view.frame.embed { Extent::Compact } else { Extent::Full }
}

#[track_caller]
pub fn figure(name: ChartName, data: &Dataset, query: &str) -> Figure {
    shown(name, data, query).figure
}

/// What is said of every mark of a figure, in reading order.
pub fn descriptions(figure: &Figure, data: &Dataset, implied: &Implied) -> Vec<Description> {
    figure.chart.marks().map(|mark| EN.describe(mark, data, Some(implied))).collect()
}

impl Shown {
    pub fn caption(&self) -> Caption {
        EN.caption(&self.figure, &self.data)
    }

    pub fn summary(&self) -> String {
        EN.summary(&self.figure, &self.data)
    }

    pub fn listed(&self) -> Vec<Description> {
        EN.describe_listed(&self.figure, &self.data, Some(&self.implied))
    }

    /// The records that hold a text, in an order.
    pub fn sorted(&self, order: Option<html::Order>, filter: &str) -> Vec<Record> {
        let (marks, records): (Vec<&Mark>, _) = (self.figure.chart.marks().collect(), self.records());
        let of = (&self.data, Some(&self.implied));
        let holding = |filter: &str| html::RowTexts::new(&marks, of, &EN).holding(filter);
        let found = html::chosen(&marks, of, (filter, holding), order, &EN);
        found.into_iter().map(|index| records[index].clone()).collect()
    }

    pub fn describe(&self, mark: &Mark) -> Description {
        EN.describe(mark, &self.data, Some(&self.implied))
    }

    /// Every mark with what is said of it, in reading order.
    pub fn described(&self) -> Vec<(&Mark, Description)> {
        self.figure.chart.marks().zip(self.descriptions()).collect()
    }

    pub fn descriptions(&self) -> Vec<Description> {
        descriptions(&self.figure, &self.data, &self.implied)
    }

    /// Every mark in cells, in reading order.
    pub fn records(&self) -> Vec<Record> {
        self.figure.chart.marks().map(|mark| EN.record(mark, &self.data, Some(&self.implied))).collect()
    }

    /// Everything that the chart shows, a line each. A mark is
    /// `role shape how when height [doubt] | value | label | bracket`, under its panel `# names (unit)`.
    pub fn dump(&self) -> String {
        let panels = self.figure.chart.panels.iter().map(|panel| self.panel(panel));
        panels.collect()
    }

    fn panel(&self, panel: &Panel) -> String {
        let names: Vec<String> = panel.names.iter().map(|(name, _)| EN.name(*name)).collect();
        let aside = panel.aside.as_ref().map(|aside| EN.aside(aside)).unwrap_or_default();
        let beside = [EN.unit(panel.unit), &aside].into_iter().filter(|text| !text.is_empty());
        let beside = beside.collect::<Vec<_>>().join("; ");
        let beside = if beside.is_empty() { beside } else { format!(" ({beside})") };
        let mut lines = vec![format!("# {}{beside}", names.join(", "))];
        lines.extend(panel.corner.iter().map(|corner| format!("corner {}", EN.corner(&corner.newest).0)));
        lines.extend(panel.heads.iter().map(|head| {
            let changes: Vec<String> = head.changes.iter().map(|change| EN.change(*change)).collect();
            let (period, average) = (EN.head_period(head.span), EN.tonnes(head.average));
            format!("head {period} {average} {}", changes.join(" or ")).trim_end().to_owned()
        }));
        lines.extend(panel.marks.iter().map(|mark| self.mark(mark)));
        let point = |(x, y): &(f64, f64)| format!("{} {}", when((*x, *x)), number(*y));
        lines.extend(panel.guides.iter().map(|guide| {
            let points: Vec<String> = guide.points.iter().map(point).collect();
            format!("guide {:?} {:?} {}", guide.role, guide.stroke, points.join(", "))
        }));
        let said = |label| wording(&EN.wording(label)[0]);
        lines.extend(panel.days.iter().map(|day| format!("day {} {}", when((day.x, day.x)), said(day.label))));
        lines.extend(
            panel.brackets.iter().map(|Bracket { x, label }| format!("bracket {}..{} {}", x.0, x.1, said(*label))),
        );
        lines.extend(panel.empty.map(|empty| EN.empty(empty)).filter(|text| !text.is_empty()));
        lines.join("\n") + "\n"
    }

    pub fn mark(&self, mark: &Mark) -> String {
        let look = &mark.look;
        let mut height = number(look.high);
        if look.low != 0.0 && look.low != look.high {
            height = format!("{}..{height}", number(look.low));
        }
        if let Some(mid) = look.mid {
            height += &format!(" mid {}", number(mid));
        }
        let doubt = if look.doubt { " doubt" } else { "" };
        let mut parts = vec![
            format!("{:?} {:?} {:?} {} {height}{doubt}", look.role, look.shape, mark.how, when(look.x)),
            self.describe(mark).value,
        ];
        parts.extend(look.tag.map(|tag| wording(&EN.wording(tag.label)[0])));
        parts.extend(look.bracket.then(|| "bracket".to_owned()));
        parts.join(" | ")
    }
}

/// A label as it is read.
pub fn wording(wording: &Wording) -> String {
    [&*wording.strong, &*wording.plain].join(" ").trim().to_owned()
}

/// A chart of a view as SVG: as the page has it, or as a file where the link asks for a theme.
#[track_caller]
pub fn svg(name: ChartName, data: &Dataset, query: &str, width: u32) -> String {
    let view = view(query);
    let size = Size { width, extent: extent(&view), room: None };
    let drawing = draw(name.name(), &figure(name, data, query), size, &EN);
    match view.frame.theme {
        Theme::Auto => drawing.svg,
        Theme::Light => file(&drawing.placed, Palette::Light),
        Theme::Dark => file(&drawing.placed, Palette::Dark),
    }
}

/// Lines without their indentation, each with a line end; empty ones are left out.
pub fn dedent(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

/// Compares texts of several lines, and shows both in full where they differ.
#[track_caller]
pub fn same(actual: &str, expected: &str, of: &str) {
    assert!(actual == expected, "{of}\n--- is\n{actual}\n--- expected\n{expected}");
}

/// A place on the time axis as the months, or the days, that it stands for.
fn when((from, to): (f64, f64)) -> String {
    let day = |position: f64| {
        let month = Month::at(position);
        let days = f64::from(month.last_day().day());
        format!("{month}-{:02}", (position.fract() * days + 0.5).round())
    };
    match (from.fract() == 0.0 && to.fract() == 0.0, from == to) {
        (_, true) if from == 0.0 => "-".to_owned(),
        (false, true) => day(from),
        (false, false) => format!("{}..{}", day(from), day(to)),
        (true, _) => {
            let (first, last) = (Month::at(from), Month::at(to).plus(-1));
            if first == last { first.to_string() } else { format!("{first}..{last}") }
        }
    }
}

/// At most two decimals, without zeros at the end.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Fails where a drawing is not XML, or has a place that is no number.
#[track_caller]
pub fn well_formed(svg: &str) {
    if let Err(error) = roxmltree::Document::parse(svg) {
        panic!("{error}\n{svg}");
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "a place that is no number: {svg}");
}

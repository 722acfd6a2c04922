//! What the tests share: made-up and shipped data, views from links, and a chart's figures as text.
pub mod views;

use chrono::Datelike;
use rare_earth_trade::charts::figure::{Chart, Figure, Guide, Panel, Row, TimeChart};
use rare_earth_trade::charts::mark::Mark;
use rare_earth_trade::charts::{self, Implied};
use rare_earth_trade::data::{Dataset, File, FileError, Month};
use rare_earth_trade::draw::{Palette, Size, draw, file};
use rare_earth_trade::view::Theme;
use rare_earth_trade::view::{ChartName, Page, View, link};
use rare_earth_trade::words::{Caption, Description, EN};
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

/// The view of a link that must be understood whole.
#[track_caller]
pub fn view(query: &str) -> View {
    let (view, issues) = link::parse(query);
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
    let figure = charts::chart(name, &data, Some(&implied), &view)
        .unwrap_or_else(|missing| panic!("{}: {:?}", missing.file.name(), missing.error));
    Shown { figure, data, implied }
}

#[track_caller]
pub fn figure(name: ChartName, data: &Dataset, query: &str) -> Figure {
    shown(name, data, query).figure
}

impl Shown {
    pub fn caption(&self) -> Caption {
        EN.caption(&self.figure, &self.data)
    }

    pub fn listed(&self) -> Vec<Description> {
        EN.describe_listed(&self.figure, &self.data, Some(&self.implied))
    }

    pub fn describe(&self, mark: &Mark) -> Description {
        EN.describe(mark, &self.data, Some(&self.implied))
    }

    /// Every mark with what is said of it, in reading order.
    pub fn described(&self) -> Vec<(&Mark, Description)> {
        self.figure.chart.marks().into_iter().zip(self.descriptions()).collect()
    }

    pub fn descriptions(&self) -> Vec<Description> {
        EN.describe_marks(&self.figure, &self.data, Some(&self.implied))
    }

    /// Everything that the chart shows, a line each: `role shape how when height | value | label | bracket`.
    pub fn dump(&self) -> String {
        match &self.figure.chart {
            Chart::Time(TimeChart { window: (from, to), panels, .. }) => {
                format!("{from} to {to}\n{}", panels.iter().map(|panel| self.panel(panel)).collect::<String>())
            }
            Chart::Rows(chart) => {
                let row = |row: &Row| {
                    let parts: String = row.parts.iter().map(|part| self.mark(part)).collect();
                    format!("# {}: {}\n{parts}", EN.row(row), EN.row_total(row.total))
                };
                let empty = chart.empty.map(|empty| line(&EN.empty(empty)));
                chart.rows.iter().map(row).chain(empty).collect()
            }
        }
    }

    fn panel(&self, panel: &Panel) -> String {
        let title = panel.title.map(|title| format!("# {}\n", EN.panel_title(title))).unwrap_or_default();
        let point = |(x, y): &(f64, f64)| format!("{} {}", when((*x, *x)), number(*y));
        let guide =
            |guide: &Guide| format!("guide {}\n", guide.points.iter().map(point).collect::<Vec<_>>().join(", "));
        let marks: String = panel.marks.iter().map(|mark| self.mark(mark)).collect();
        let guides: String = panel.guides.iter().map(guide).collect();
        let empty = panel.empty.map(|empty| line(&EN.empty(empty))).unwrap_or_default();
        [title, marks, guides, empty].concat()
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
        let mut parts = vec![
            format!("{:?} {:?} {:?} {} {height}", look.role, look.shape, mark.how, when(look.x)),
            self.describe(mark).value,
        ];
        parts.extend(look.label.map(|label| EN.label_forms(label).remove(0)));
        parts.extend(look.bracket.then(|| "bracket".to_owned()));
        parts.join(" | ") + "\n"
    }
}

/// A chart of a view as SVG: as the page has it, or as a file where the link asks for a theme.
#[track_caller]
pub fn svg(name: ChartName, data: &Dataset, query: &str, width: u32) -> String {
    let view = view(query);
    let size = Size { width, compact: view.page == Page::Overview };
    let drawing = draw(name.name(), &figure(name, data, query).chart, size, &EN);
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

fn line(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text}\n") }
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

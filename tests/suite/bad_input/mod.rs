//! Whatever a data file holds: the facts that are kept are the file's own, every doubt is an issue that names its place,
//! and drawing what was read gives well-formed SVG.

mod bytes;
mod cells;
mod files;

use crate::common::{csv, dedent, descriptions, same, view, well_formed};
use rare_earth_trade::charts;
use rare_earth_trade::charts::headline::headline;
use rare_earth_trade::data::{Dataset, File, FileError};
use rare_earth_trade::draw::{Size, Target, draw};
use rare_earth_trade::html;
use rare_earth_trade::view::Extent;
use rare_earth_trade::words::EN;

/// The facts of one file as text, one each, with what is wrong with it; the other files are empty tables.
fn read(file: File, bytes: &[u8]) -> (Dataset, Vec<String>) {
    fn facts<T: std::fmt::Debug>(table: &Result<rare_earth_trade::data::Table<T>, FileError>) -> Vec<String> {
        table.as_ref().map_or(Vec::new(), |table| table.facts.iter().map(|fact| format!("{fact:?}")).collect())
    }
    let data = Dataset::read(|name| Ok(if name == file { bytes.to_vec() } else { csv(name, "").into_bytes() }));
    let facts = match file {
        File::Trade => facts(&data.trade),
        File::Origins => facts(&data.origins),
        File::Prices => facts(&data.prices),
        File::Events => facts(&data.events),
        File::Article => facts(&data.article),
    };
    (data, facts)
}

/// The number of facts, and every issue in the words that the page shows.
fn said(file: File, bytes: &[u8]) -> String {
    let (data, facts) = read(file, bytes);
    let errors =
        data.file_errors().into_iter().map(|(file, error)| format!("{} {}\n", file.name(), EN.file_error(error)));
    let issues = data.row_issues().into_iter().map(|issue| format!("{}\n", EN.row_issue(issue)));
    let issues: String = errors.chain(issues).collect();
    format!("{} facts\n{issues}", facts.len())
}

#[track_caller]
fn check(file: File, bytes: impl AsRef<[u8]>, expected: &str) {
    let bytes = bytes.as_ref();
    same(&said(file, bytes), &dedent(expected), &String::from_utf8_lossy(&bytes[..bytes.len().min(200)]));
    draw_everything(&read(file, bytes).0);
}

/// Draws every chart of some views, with the words around them; panics where one is not well-formed.
#[track_caller]
fn draw_everything(data: &Dataset) {
    let implied = charts::Implied::new(data);
    for query in ["view=overview", "view=trade&by=year&as=change", "view=sourcing&show=value", "view=prices&vat=excl"] {
        let view = view(query);
        EN.headline(view.page, headline(data, &view).as_ref());
        for name in view.page.charts() {
            let Ok(figure) = charts::chart(name, Extent::Full, data, Some(&implied), &view) else { continue };
            let size = Size { width: 400, extent: Extent::Full, room: None };
            let drawing = draw(name.name(), &figure, size, &EN);
            well_formed(&drawing.svg);
            let marks = descriptions(&figure, data, &implied);
            let events = EN.describe_events(&figure.chart.events, data);
            for item in &drawing.placed.items {
                match &item.target {
                    Target::Mark(number) => html::tips(&marks[*number..=*number], None, &EN),
                    Target::Events(range) => html::tips(&events[range.clone()], None, &EN),
                };
                let (rect, anchor) = (item.rect, item.anchor);
                let numbers = [rect.left, rect.top, rect.right, rect.bottom, anchor.x, anchor.y];
                assert!(numbers.iter().all(|number| number.is_finite()), "{item:?}");
            }
            let caption = EN.caption(&figure, data);
            let listed = EN.describe_listed(&figure, data, Some(&implied));
            html::caption(&caption, Some(&|_| 3), &EN);
            for fold in html::Fold::ON_PAGE {
                fold.summary(&figure, &caption, &EN);
            }
            html::Fold::Notes.content(&caption, &[], &EN);
            html::Fold::Listed.content(&caption, &listed, &EN);
            html::Fold::Events.content(&caption, &events, &EN);
            let records: Vec<_> = figure.chart.marks().map(|mark| EN.record(mark, data, Some(&implied))).collect();
            html::table_rows(&records, &EN);
            html::csv(&records, &EN.about(&figure, &caption, &view, ""));
        }
    }
    html::data_notices(data, &EN);
}

const TRADE: &str = "2025-03,import,7757,,-42.2,1,,normal,2025-04-14,https://a.cn/";
const ORIGIN: &str = "2025,LAO,oxides,28469019,5,6,7,8,published,,main,normal,2026-01-20,UN,https://a.cn/,note";
const PRICE: &str = "2025-04-21,day,Pr metal,china-domestic,5,6,,CNY,t,incl,SMM,normal,2025-04-21,https://a.cn/";
const EVENT: &str = "2025-04-04,policy,Controls,normal,https://a.cn/";
const ARTICLE: &str = "a,price,Range,5,6,CNY/t,2025,fits,2025-04-21,2025-12-31,Pr metal,2025-04-21,Net,https://a.cn/";

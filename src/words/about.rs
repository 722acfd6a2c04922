//! What a file of a chart says of itself.

use super::{Caption, Words};
use crate::charts::Figure;
use crate::view::{ChartName, PriceUnit, VatChoice, View};

impl Words {
    /// What has to be known of the figures of a chart, as names and texts. `link` leads to the chart as it is chosen.
    pub fn about(&self, figure: &Figure, caption: &Caption, view: &View, link: &str) -> Vec<(&'static str, String)> {
        let words = &self.more().records;
        let newest: Vec<&str> = caption.newest.iter().map(|(text, _)| text.as_str()).collect();
        let day = view.as_of.map_or_else(|| words.info_no_as_of.to_owned(), |day| day.to_string());
        let mut about = vec![
            (words.info_title, caption.title.clone()),
            (words.info_subtitle, caption.subtitle.clone()),
            (words.info_source, caption.publisher.clone()),
            (words.info_newest, newest.join(", ")),
            (words.info_as_of, day),
        ];
        about.extend(
            prices_unit(figure.name, view).map(|unit| (words.info_unit, words.converted_unit(self.price_unit(unit)))),
        );
        if matches!(figure.name, ChartName::Prices | ChartName::Index | ChartName::Relative) {
            let vat = match view.vat {
                VatChoice::Included => words.info_vat_included,
                VatChoice::Excluded => words.info_vat_excluded,
            };
            about.push((words.info_vat, vat.to_owned()));
        }
        about.extend(caption.notes.iter().map(|note| (words.info_note, note.clone())));
        about.push((words.info_link, link.to_owned()));
        about.retain(|(_, text)| !text.is_empty());
        about
    }
}

/// The unit of the quotes that a chart shows, or is computed from. Ratios have none, and abroad there is one.
fn prices_unit(chart: ChartName, view: &View) -> Option<PriceUnit> {
    match chart {
        ChartName::Prices => Some(view.price_unit()),
        ChartName::Index => Some(PriceUnit::CnyTonne),
        ChartName::Outside => Some(PriceUnit::Usd),
        _ => None,
    }
}

//! What only notes and tips of prices say.

use super::Words;
use super::rows::Rows;
use super::table::texts;
use crate::charts::prices::{FITS_WITHIN, Note, SHORT_TERM};
use crate::data::Product;

texts! {
    /// What only notes and tips of prices say.
    PriceNoteWords
    texts { marks, guides, boxes, without_vat, own_quotes, index, komis, europe }
    templates {
        agencies(list), agency_of(agency, products), outlook(source, until, end), fitting(pct), not_named(product),
        mid_computed(mid), quotes_of_month(n),
    }
}

impl Words {
    /// A sentence under a prices chart; `None` where the row that it is about is not there.
    pub(super) fn prices_note(&self, note: &Note, rows: Rows) -> Option<String> {
        let words = &self.more().price_notes;
        let text = match note {
            Note::Marks => words.marks,
            Note::Guides => words.guides,
            Note::Boxes => words.boxes,
            Note::WithoutVat => words.without_vat,
            Note::OwnQuotes => words.own_quotes,
            Note::Index => words.index,
            Note::Komis => words.komis,
            Note::Europe => words.europe,
            Note::NoBase(products, month) => {
                let products: Vec<&str> = products.iter().map(|product| self.product_inside(*product)).collect();
                return Some(self.more().compared.no_quote_in(&self.month(*month), &products.join(", ")));
            }
            Note::Relative => self.more().compared.relative_note,
            Note::Agencies(agencies) => {
                let of = |(agency, products): &(String, Vec<Product>)| {
                    let products: Vec<&str> = products.iter().map(|product| self.product_inside(*product)).collect();
                    words.agency_of(agency, &products.join(", "))
                };
                return Some(words.agencies(&agencies.iter().map(of).collect::<Vec<_>>().join("; ")));
            }
            Note::LeftOut(count) => return Some(self.prices_left_out(*count)),
            Note::Outlook { row, end } => {
                let source = self.source_line(&rows.article(*row)?.source).text;
                return Some(words.outlook(&source, &self.day(SHORT_TERM), &self.day(*end)));
            }
            Note::Fitting => return Some(words.fitting(&self.number(100.0 * FITS_WITHIN, 0))),
            Note::NotNamed(product) => return Some(words.not_named(self.product_inside(*product))),
        };
        Some(text.to_owned())
    }
}

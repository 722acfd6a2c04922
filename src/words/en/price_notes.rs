//! What only notes and tips of prices say, in English.

use crate::words::price_notes::PriceNoteWords;

pub(super) const PRICE_NOTES: PriceNoteWords = PriceNoteWords {
    marks: "A bar is the spread of quotes that an agency heard that day, with a tick at the mid where it was printed; a point is a single figure. Full marks are the panel’s main agency’s; open ones are another agency’s, second-hand, or of an approximate date. A bar too low to be seen is drawn 3.5 pixels high. A spread is not a statistical interval, and nothing is known between marks.",
    guides: "A line joins quotes of one agency at most 45 days apart. Markets, products and agencies are never joined.",
    boxes: "A hatched box goes from the lowest to the highest quote of the main agency in a month, where it has four or more over three weeks; it is computed.",
    agencies: "Main agencies: {list}.",
    agency_of: "{agency} for {products}",
    without_vat: "Prices inside China rarely say so but include VAT, which is an assumption here. Without VAT: price / (1 + rate), 17\u{202f}% to April 2018, 16\u{202f}% to March 2019, 13\u{202f}% since. FOB and European prices are never changed.",
    outlook: "The dashed range is a forecast: that of the article by {source}. The article says “short term” and names no end: solid to {until} and faint to {end} is our reading.",
    fitting: "A quote fits the forecast where its mid lies in the range, or outside it by at most {pct}\u{202f}%.",
    own_quotes: "The full marks of praseodymium metal are quotes of the article’s own publisher.",
    not_named: "The monthly quotes of {product} from 2013 to 2024 come from a research data set that does not name the agency: they are open, and no finding rests on them.",
    index: "Each product’s mid is 100 on the base day, which pointing names. One agency’s quotes inside China alone; a title is made only of moves that keep their direction and half their size under the other base day.",
    komis: "Grey: reference prices of the Korean agency KOMIS. They equal the price inside China, converted, or come from sources that changed: they are weak, and no finding rests on them.",
    europe: "Quotes in Europe are few and far apart, and are never joined.",
    mid_computed: "mid {mid}, computed",
    quotes_of_month: "lowest to highest of {n} quotes, computed",
};

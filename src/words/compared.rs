//! What is said of prices that are compared with each other.

use super::Words;
use super::table::texts;
use crate::charts::prices::Finding;

texts! {
    /// What only the charts say that compare one price with another.
    ComparedWords
    texts {
        relative_subtitle, relative_note,
    }
    templates {
        relative_fell(above, below, from, to), relative_rose(above, below, from, to),
        no_quote_in(month, list), no_month(month, list), moving_note(n), trade_index_title(month),
        trade_index_subtitle(month), moving_average(flow), flow_index(flow, month),
    }
}

impl Words {
    /// What the chart of relative prices found; `None` where it is another chart's finding.
    pub(super) fn relative_title(&self, finding: &Finding) -> Option<String> {
        let Finding::Relative { above, below, from, to } = finding else { return None };
        let words = &self.more().compared;
        let say = if to < from { ComparedWords::relative_fell } else { ComparedWords::relative_rose };
        Some(say(words, self.product(*above), self.product(*below), &self.number(*from, 1), &self.number(*to, 1)))
    }
}

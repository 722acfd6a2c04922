//! The marks that say most of a chart in few words, where there is no room to draw it.

use super::figure::{Figure, Panel};
use super::mark::{Amount, How, Mark, Role, What};
use chrono::Datelike;
use std::cmp::Reverse;

/// The newest figures of a chart, the most telling first: one of each panel in turn.
pub fn leading(figure: &Figure) -> Vec<&Mark> {
    let panels: Vec<Vec<&Mark>> = figure.chart.panels.iter().map(of_panel).collect();
    let most = panels.iter().map(Vec::len).max().unwrap_or_default();
    (0..most).flat_map(|rank| panels.iter().filter_map(move |marks| marks.get(rank).copied())).collect()
}

/// The newest mark of each thing that a panel shows, without weak ones where it has others.
///
/// The chart's subjects come before what is left of them, changes before totals, what was published before an estimate,
/// a later year before an earlier one, and then the largest.
fn of_panel(panel: &Panel) -> Vec<&Mark> {
    let is_figure = |mark: &&Mark| {
        let stands_for_others =
            matches!(mark.what, What::Average(_) | What::MovingAverage(_) | What::MonthOfQuotes(_) | What::Forecast(_));
        mark.amount.is_some() && mark.how != How::Forecast && !stands_for_others
    };
    let figures: Vec<&Mark> = panel.marks.iter().filter(is_figure).collect();
    let sound: Vec<&Mark> = figures.iter().copied().filter(|mark| !mark.look.doubt).collect();
    let mut leading: Vec<&Mark> = Vec::new();
    for mark in if sound.is_empty() { figures } else { sound } {
        match leading.iter_mut().find(|other| other.what == mark.what) {
            Some(other) if mark.when.last_day() >= other.when.last_day() => *other = mark,
            Some(_) => {}
            None => leading.push(mark),
        }
    }
    let rank = |mark: &Mark| {
        let is_total = !matches!(mark.amount, Some(Amount::Difference(_)));
        let is_left_over = matches!(mark.look.role, Role::Other | Role::Ink);
        (is_left_over, is_total, mark.how == How::Estimated, Reverse(mark.when.last_day().year()))
    };
    let size = |mark: &Mark| mark.amount.map_or(0.0, |amount| amount.height().abs());
    leading.sort_by(|a, b| rank(a).cmp(&rank(b)).then(size(b).total_cmp(&size(a))));
    leading
}

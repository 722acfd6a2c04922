//! The marks that say most of a chart in few words, where there is no room to draw it.

use super::figure::{Figure, Panel};
use super::mark::{Amount, How, Mark, Role, What};
use chrono::Datelike;
use std::cmp::Reverse;

/// The newest figures of a chart, the most telling first: one of each panel in turn. What the article states stays in the
/// order of its chart.
pub fn leading(figure: &Figure) -> Vec<&Mark> {
    let panels: Vec<Vec<&Mark>> = figure.chart.panels.iter().map(of_panel).collect();
    let most = panels.iter().map(Vec::len).max().unwrap_or_default();
    (0..most).flat_map(|rank| panels.iter().filter_map(move |marks| marks.get(rank).copied())).collect()
}

/// The newest mark of each thing that a panel shows, without weak ones where it has others.
///
/// What the article states comes first, forecasts too: the statement says what it is. Then the chart's subjects come before
/// what is left of them, changes before totals, what was published before an estimate, a later year before an earlier one,
/// and then the largest.
fn of_panel(panel: &Panel) -> Vec<&Mark> {
    let is_stated = |mark: &&Mark| matches!(mark.what, What::Article(_));
    let stated = panel.marks.iter().filter(|mark| is_stated(mark) && mark.amount.is_some());
    let figures: Vec<&Mark> = panel.figures().filter(|mark| !is_stated(mark)).collect();
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
    stated.chain(leading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::claims::ArticleId;
    use crate::charts::figure::{Base, Unit, XAxis};
    use crate::charts::mark::{Look, Shape};
    use crate::data::period::parse_day;
    use crate::data::{Basket, Flow, Partner, Tonnes, When};

    fn mark(what: What, day: &str, amount: Amount, role: Role) -> Mark {
        Mark {
            what,
            when: When::Day(parse_day(day).unwrap()),
            amount: Some(amount),
            how: How::Published,
            rows: Vec::new(),
            details: Vec::new(),
            detail_rows: Vec::new(),
            look: Look::new(Shape::Column, role, 0, (0.0, 1.0), 0.0),
        }
    }

    fn tonnes(tonnes: i64) -> Amount {
        Amount::Tonnes(Tonnes::from_grams(tonnes * 1_000_000))
    }

    /// The amounts of a panel's leading marks.
    #[track_caller]
    fn check(marks: &[Mark], expected: &[Amount]) {
        let panel = Panel { marks: marks.to_vec(), ..Panel::new(XAxis::MonthsOfYear, Unit::Tonnes, Base::Zero) };
        let amounts: Vec<Amount> = of_panel(&panel).into_iter().filter_map(|mark| mark.amount).collect();
        assert_eq!(amounts, expected);
    }

    #[test]
    fn the_newest_of_each_thing_and_the_most_telling_first() {
        let flow = What::Flow(Flow::Import);
        let sent = |partner| What::Origin(partner, Basket::CompoundsMetals);
        let old = mark(flow, "2025-01-31", tonnes(9), Role::Import);
        let new = mark(flow, "2025-02-28", tonnes(5), Role::Import);
        check(&[old.clone(), new.clone()], &[tonnes(5)]);
        // Of two for one day the later one in reading order.
        check(&[new.clone(), mark(flow, "2025-02-28", tonnes(6), Role::Import)], &[tonnes(6)]);

        // A weak one counts where there is no other.
        let weak = Mark { look: Look { doubt: true, ..new.look.clone() }, ..new.clone() };
        check(&[old.clone(), weak.clone()], &[tonnes(9)]);
        check(&[weak], &[tonnes(5)]);

        // Neither averages nor forecasts nor gaps.
        let average = mark(What::Average(Flow::Import), "2025-03-31", tonnes(7), Role::Ink);
        let forecast = Mark { how: How::Forecast, ..new.clone() };
        let gap = Mark { amount: None, ..new.clone() };
        check(&[average, forecast, gap], &[]);

        // Subjects before the rest, changes before totals, then the larger one, whichever its sign.
        let rest = mark(What::Others(Basket::CompoundsMetals), "2025-12-31", tonnes(90), Role::Other);
        let laos = mark(sent(Partner::LAOS), "2025-12-31", tonnes(20), Role::Laos);
        let myanmar = mark(sent(Partner::MYANMAR), "2025-12-31", tonnes(40), Role::Myanmar);
        check(&[rest.clone(), laos.clone(), myanmar.clone()], &[tonnes(40), tonnes(20), tonnes(90)]);
        let less = Amount::Difference(Tonnes::from_grams(-30_000_000));
        let change = mark(
            What::Shift { origin: Some(Partner::MYANMAR), basket: Basket::CompoundsMetals, from: 2023 },
            "2025-12-31",
            less,
            Role::Myanmar,
        );
        check(&[myanmar.clone(), change], &[less, tonnes(40)]);
        // An earlier year comes after, however large; so does an estimate.
        let earlier = mark(sent(Partner::LAOS), "2024-12-31", tonnes(80), Role::Laos);
        check(&[earlier, myanmar.clone()], &[tonnes(40), tonnes(80)]);
        let estimate = Mark { how: How::Estimated, ..laos.clone() };
        let smaller = mark(sent(Partner::MYANMAR), "2025-12-31", tonnes(1), Role::Myanmar);
        check(&[estimate, smaller], &[tonnes(1), tonnes(20)]);
        // What the article states comes first and in its order, whatever it is.
        let stated = |id, amount, how| Mark { how, ..mark(What::Article(id), "2025-04-21", amount, Role::Other) };
        let refining = stated(ArticleId::Refining, tonnes(15), How::Estimated);
        let share = stated(ArticleId::TopTwo, tonnes(40), How::Forecast);
        check(&[refining, share, myanmar], &[tonnes(15), tonnes(40), tonnes(40)]);
    }
}

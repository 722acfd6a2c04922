//! What pointing at a mark shows: its figures and who published them.

use crate::chart::Target;
use crate::model::figure::{Chart, Figure, SourceLine, Tip};
use leptos::prelude::*;

/// The tips of a place: one for a mark, several for events that share a place.
pub fn tips(figure: &Figure, target: &Target) -> Vec<Tip> {
    match (target, &figure.chart) {
        (Target::Mark(number), chart) => {
            chart.marks().get(*number).map(|(_, mark)| mark.tip.clone()).into_iter().collect()
        }
        (Target::Events(range), Chart::Time(chart)) => {
            chart.events.get(range.clone()).unwrap_or_default().iter().map(|event| event.tip.clone()).collect()
        }
        (Target::Events(_), Chart::Rows(_)) => Vec::new(),
    }
}

/// One tip, also as an entry of a list.
pub fn tip_view(tip: Tip) -> AnyView {
    let details = tip.details.into_iter().map(|detail| view! { <li>{detail}</li> }).collect_view();
    view! {
        <div class="tip">
            <p class="tip__title">{tip.title}</p>
            <p class="tip__value">{tip.value}</p>
            <ul class="tip__details">{details}</ul>
            {sources(tip.sources)}
        </div>
    }
    .into_any()
}

/// Publishers, as links where their address is known.
pub fn sources(lines: Vec<SourceLine>) -> AnyView {
    let line = |line: SourceLine| match line.url {
        Some(url) => {
            view! { <li><a href=url target="_blank" rel="noopener noreferrer">{line.text}</a></li> }.into_any()
        }
        None => view! { <li>{line.text}</li> }.into_any(),
    };
    view! { <ul class="tip__sources">{lines.into_iter().map(line).collect_view()}</ul> }.into_any()
}

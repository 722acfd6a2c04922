//! What a chart shows as a whole, for those who do not see it.

use super::App;
use super::chart::Graph;
use crate::charts::Figure;
use leptos::html::Div;
use leptos::prelude::*;

/// Describes the plot of a chart, whose keys are a screen reader's from now on.
#[component]
pub fn Summary(app: App, graph: Graph, plot: NodeRef<Div>) -> impl IntoView {
    let id = [graph.name.name(), "-summary"].concat();
    if let Some(plot) = plot.get_untracked() {
        // Else a screen reader keeps the arrow keys for itself.
        for (name, value) in [("role", "application"), ("aria-describedby", &id)] {
            let _ = plot.set_attribute(name, value);
        }
    }
    // While the reader drags it would change all the time.
    let still = Memo::new(move |_| app.draft.with(Option::is_none));
    let text = Memo::new(move |before: Option<&String>| {
        if !still.get() {
            return before.cloned().unwrap_or_default();
        }
        let summary = |figure: &Figure| app.words.summary(figure, &app.snapshot.get());
        graph.figure.with(|figure| figure.as_ref().as_ref().map(summary).unwrap_or_default())
    });
    view! { <p class="visually-hidden" id=id>{text}</p> }
}

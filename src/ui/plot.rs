//! Pointing at a chart by mouse, touch or arrow keys: a tooltip and a frame over the drawing, never a new drawing.

use crate::charts::ChartView;
use crate::charts::figure::Figure;
use crate::draw::{Drawing, Hit, Step};
use crate::html;
use crate::words::Words;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

/// What is drawn, and what of it is pointed at. `element` is always the chart's figure.
#[derive(Default)]
pub struct Plot {
    figure: Option<Arc<ChartView>>,
    drawing: Option<Drawing>,
    words: Option<&'static Words>,
    /// The number of a hit of the drawing.
    pointed: Option<usize>,
    /// Whether what is shown stays when the pointer leaves, so that its link can be reached.
    held: bool,
}

impl Plot {
    /// A new drawing: nothing is pointed at.
    pub fn show(
        &mut self,
        figure: Arc<ChartView>,
        drawing: Option<Drawing>,
        words: &'static Words,
        element: &HtmlElement,
    ) {
        *self = Self { figure: Some(figure), drawing, words: Some(words), ..Self::default() };
        self.write(element);
    }

    pub fn point(&mut self, event: &PointerEvent, element: &HtmlElement) {
        if !self.held {
            let Ok(Some(plot)) = element.query_selector(".chart__plot") else { return };
            let corner = plot.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
            self.set(self.drawing.as_ref().and_then(|drawing| drawing.nearest(x, y)), element);
        }
    }

    pub fn leave(&mut self, element: &HtmlElement) {
        if !self.held {
            self.set(None, element);
        }
    }

    /// A click holds what is shown; another one lets go. Inside the tooltip it is the reader's own.
    pub fn hold(&mut self, event: &PointerEvent, element: &HtmlElement) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest(".chart__tip").ok().flatten().is_some()) {
            return;
        }
        self.held = false;
        self.point(event, element);
        self.held = self.pointed.is_some();
        self.write(element);
    }

    pub fn release(&mut self, element: &HtmlElement) {
        self.held = false;
        self.set(None, element);
    }

    /// To the next figure; the first stop is the newest, which most readers want first, or the oldest on the way right.
    pub fn step(&mut self, step: Step, element: &HtmlElement) {
        let Some(drawing) = self.drawing.as_ref().filter(|drawing| !drawing.hits.is_empty()) else { return };
        let next = match (self.pointed, step) {
            (Some(now), step) => drawing.step(now, step),
            (None, step) => {
                let first = drawing.hits.iter().position(|hit| hit.series.is_some() && !hit.background).unwrap_or(0);
                let right = matches!(step, Step::Right | Step::First);
                if right { first } else { drawing.step(first, Step::Last) }
            }
        };
        self.held = true;
        self.set(Some(next), element);
    }

    pub fn open_source(&mut self, element: &HtmlElement) {
        let link = element.query_selector(".chart__tip a").ok().flatten();
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            link.click();
        }
    }

    fn set(&mut self, pointed: Option<usize>, element: &HtmlElement) {
        if self.pointed != pointed {
            self.pointed = pointed;
            self.write(element);
        }
    }

    fn figure(&self) -> Option<&Figure> {
        self.figure.as_ref()?.as_ref().as_ref().ok()
    }

    /// Shows or hides the tooltip and the frame.
    fn write(&self, element: &HtmlElement) {
        let part = |selector: &str| element.query_selector(selector).ok().flatten()?.dyn_into::<HtmlElement>().ok();
        let (Some(tip), Some(ring)) = (part(".chart__tip"), part(".chart__ring")) else { return };
        let hit = self.pointed.and_then(|number| self.drawing.as_ref()?.hits.get(number));
        let tips = |hit: &Hit| Some(html::tips(self.figure()?, &hit.target, self.words?));
        let text = hit.and_then(tips).unwrap_or_default();
        tip.set_inner_html(&text);
        let _ = tip.class_list().toggle_with_force("chart__tip--held", self.held);
        tip.set_hidden(text.is_empty());
        ring.set_hidden(text.is_empty());
        if let (Some(hit), Some(drawing)) = (hit, &self.drawing) {
            place(&tip, &ring, hit, drawing);
        }
    }
}

/// Puts the tooltip beside what is pointed at, on the side that has more room, and the frame around it.
fn place(tip: &HtmlElement, ring: &HtmlElement, hit: &Hit, drawing: &Drawing) {
    let (width, height) = (f64::from(drawing.width), f64::from(drawing.height));
    let set = |element: &HtmlElement, property: &str, px: Option<f64>| {
        let value = px.map_or("auto".to_owned(), |px| format!("{}px", px.round() as i32));
        // Through the style object: a strict policy drops a style attribute.
        let _ = element.style().set_property(property, &value);
    };
    let (left, top, right, bottom) = hit.rect;
    set(ring, "left", Some(left - 3.0));
    set(ring, "top", Some(top - 3.0));
    set(ring, "width", Some(right - left + 6.0));
    set(ring, "height", Some(bottom - top + 6.0));
    let (x, y) = hit.anchor;
    let on_left = x > width / 2.0;
    let beside = if on_left { width - left.max(x - 40.0) + 8.0 } else { right.min(x + 40.0) + 8.0 };
    // On a narrow screen a wide tooltip covers the mark before it leaves the chart.
    let beside = Some(beside.min(width - f64::from(tip.offset_width())).max(0.0));
    set(tip, "left", beside.filter(|_| !on_left));
    set(tip, "right", beside.filter(|_| on_left));
    // Nor does it leave it below, where a frame ends.
    set(tip, "top", Some((y - 20.0).min(height - f64::from(tip.offset_height())).max(0.0)));
}

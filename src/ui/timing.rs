//! Time: User Timing marks and measures, the next frame, the pace of a pointer, the reader's clock.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// A frame that is drawn comes within 16 ms; after so many none is awaited any more.
const LATE_MS: i32 = 250;

/// A User Timing mark.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// A User Timing measure from the newest mark of a name to now.
pub fn measure(name: &str, from: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.measure_with_start_mark(name, from);
    }
}

/// Does `work` and measures how long it took.
pub fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    mark(name);
    let done = work();
    measure(name, name);
    done
}

/// Runs `work` in the next frame. A page that is not drawn, far below the reader's window, does not wait for one.
pub fn on_frame(work: impl FnOnce() + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let once = move || {
        if let Some(work) = work.take() {
            work();
        }
    };
    let drawn = Closure::once_into_js(once.clone());
    let _ = window().request_animation_frame(drawn.unchecked_ref());
    let late = Closure::once_into_js(once);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(late.unchecked_ref(), LATE_MS);
}

/// Months from a day to today, by the reader's clock.
pub fn months_since(day: NaiveDate) -> i32 {
    let now = js_sys::Date::new_0();
    (now.get_full_year() as i32 - day.year()) * 12 + now.get_month() as i32 - day.month0() as i32
}

/// Follows a pointer that is on its way: what it meets is looked at once, and then at most some seven times a second, each time
/// where it is by then. Over a chart of thousands of quotes each move meets another one, and a tooltip for each would be
/// more than anyone reads.
#[derive(Clone, Copy)]
pub struct Pace {
    /// Where the pointer is, in pixels of the window, if nothing was looked for there yet.
    newest: StoredValue<Option<(i32, i32)>>,
    resting: StoredValue<bool>,
}

impl Pace {
    const APART: Duration = Duration::from_millis(150);

    pub fn new() -> Self {
        Self { newest: StoredValue::new(None), resting: StoredValue::new(false) }
    }

    /// Calls `look` with where the pointer is, at once or after a rest.
    pub fn follow(self, at: (i32, i32), look: impl Fn((i32, i32)) + Copy + 'static) {
        self.newest.set_value(Some(at));
        if !self.resting.get_value() {
            self.look(look);
        }
    }

    /// What was not looked at yet will not be.
    pub fn forget(self) {
        self.newest.set_value(None);
    }

    fn look(self, look: impl Fn((i32, i32)) + Copy + 'static) {
        // A chart that has left the page has no values.
        let Some(at) = self.newest.try_get_value().flatten() else { return };
        self.forget();
        self.resting.set_value(true);
        look(at);
        let rested = move || {
            if self.resting.try_set_value(false).is_none() {
                self.look(look);
            }
        };
        set_timeout(rested, Self::APART);
    }
}

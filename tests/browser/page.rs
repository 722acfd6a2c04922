//! What a reader does to a page, and what a test looks at: every wait is for a condition, none for a time.

use super::browser::{Browser, Frames};
use super::console::Console;
use super::engine::{Engine, skip};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(25);

/// A page in its own browser. Its methods panic with what was wanted and what was there instead.
pub struct Page {
    pub(super) browser: Browser,
    pub console: Console,
}

impl Page {
    /// An empty page in a fresh browser.
    pub async fn new(frames: Frames) -> Self {
        Self { browser: Browser::start(frames).await, console: Console::default() }
    }

    /// The session, for what has no helper.
    pub fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }

    /// Where the browser's profile is.
    pub fn profile(&self) -> String {
        self.browser.profile()
    }

    /// Loads an address and returns after its `load` event.
    pub async fn open(&self, url: &str) {
        let short: String = url.chars().take(200).collect();
        self.driver().goto(url).await.unwrap_or_else(|error| panic!("{short} does not open: {error}"));
    }

    /// Waits until all charts of the page are drawn; fails at once when the page says that it failed.
    pub async fn wait_ready(&self) {
        self.wait_for("['ready', 'failed'].includes(document.body?.dataset.state)", "the page is ready or failed")
            .await;
        let state = self.state().await;
        let said: String = self.js("return document.querySelector('#status')?.innerText ?? ''").await;
        assert_eq!(state, "ready", "the page says {said:?}");
        self.wait_for("performance.getEntriesByName('charts-ready').length > 0", "the mark charts-ready").await;
    }

    /// Opens the word behind which a narrow page keeps fields, where it has one.
    pub async fn open_more_fields(&self) {
        self.js::<()>("document.querySelectorAll('.controls__more').forEach(more => { more.open = true; })").await;
    }

    /// Loads an address and waits until its charts are drawn.
    pub async fn open_ready(&self, url: &str) {
        self.open(url).await;
        self.wait_ready().await;
    }

    /// What the page says about itself: `loading`, `ready`, `failed`, or nothing.
    pub async fn state(&self) -> String {
        self.js("return document.body?.dataset.state ?? ''").await
    }

    /// Waits until a JavaScript expression is true. `what` names the condition in the failure's message.
    pub async fn wait_for(&self, condition: &str, what: &str) {
        let started = Instant::now();
        let script = format!("return Boolean({condition});");
        loop {
            let seen = match self.driver().execute(script.as_str(), Vec::new()).await {
                Ok(seen) if seen.json() == &Value::Bool(true) => return,
                Ok(_) => "it was false".to_owned(),
                Err(error) => format!("it could not be looked at: {error}"),
            };
            if started.elapsed() > PATIENCE {
                let there = self.where_we_are().await;
                panic!("waited {} s in vain until {what}: {seen}\n  `{condition}`\n{there}", PATIENCE.as_secs());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Waits until the address holds this.
    pub async fn wait_address(&self, part: &str) {
        self.wait_for(&format!("location.href.includes({})", json!(part)), &format!("the address holds {part}")).await;
    }

    /// The state, the address, the visible words and the console, for messages of failures.
    async fn where_we_are(&self) -> String {
        let script = "return [location.href.slice(0, 300), document.body?.dataset.state ?? 'no state', \
                      (document.body?.innerText ?? '').slice(0, 400)].join(' | ')";
        let page = match self.driver().execute(script, Vec::new()).await {
            Ok(page) => page.json().as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("the page cannot be asked: {error}"),
        };
        format!("  page: {page}\n  console: {:#?}", self.console_errors().await)
    }

    /// Runs a script (which must `return`) and reads its value.
    pub async fn js<T: DeserializeOwned>(&self, script: &str) -> T {
        let value = self.driver().execute(script, Vec::new()).await;
        let value = value.unwrap_or_else(|error| panic!("`{script}` fails: {error}"));
        value.convert().unwrap_or_else(|error| panic!("`{script}` gives {}: {error}", value.json()))
    }

    /// The address bar.
    pub async fn address(&self) -> String {
        self.js("return location.href").await
    }

    /// How many elements match.
    pub async fn count(&self, css: &str) -> usize {
        self.js(&format!("return document.querySelectorAll({}).length", json!(css))).await
    }

    /// The visible text of the first element that matches, waiting for it to be there.
    pub async fn text(&self, css: &str) -> String {
        let element = format!("document.querySelector({})", json!(css));
        self.wait_for(&element, &format!("there is {css}")).await;
        self.js(&format!("return {element}.innerText ?? {element}.textContent")).await
    }

    /// An attribute of the first element that matches.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.js(&format!("return document.querySelector({})?.getAttribute({}) ?? null", json!(css), json!(name))).await
    }

    /// Clicks the first element that matches, as a mouse does: scrolled into view, and not when something covers it.
    pub async fn click(&self, css: &str) {
        self.wait_for(&format!("document.querySelector({})", json!(css)), &format!("there is {css}")).await;
        let element = self.driver().find(By::Css(css)).await.unwrap_or_else(|error| panic!("no {css}: {error}"));
        element.click().await.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
    }

    /// Moves the mouse to the middle of the first element that matches.
    pub async fn point_at(&self, css: &str) {
        let element = self.driver().find(By::Css(css)).await.unwrap_or_else(|error| panic!("no {css}: {error}"));
        let chain = self.driver().action_chain_with_delay(None, Some(Duration::ZERO));
        let moved = chain.move_to_element_center(&element).perform().await;
        moved.unwrap_or_else(|error| panic!("{css} cannot be pointed at: {error}"));
    }

    /// Takes the first element that matches by its middle and drags it so many pixels to the right, in steps. It is let
    /// go where `drop` says so, else by [`Page::drop_held`].
    pub async fn drag(&self, css: &str, right: i64, drop: bool) {
        const STEPS: i64 = 8;
        let element = self.driver().find(By::Css(css)).await.unwrap_or_else(|error| panic!("no {css}: {error}"));
        let mut chain = self.driver().action_chain_with_delay(None, Some(Duration::from_millis(20)));
        chain = chain.click_and_hold_element(&element);
        for step in 0..STEPS {
            chain = chain.move_by_offset(right * (step + 1) / STEPS - right * step / STEPS, 0);
        }
        let chain = if drop { chain.release() } else { chain };
        chain.perform().await.unwrap_or_else(|error| panic!("{css} cannot be dragged: {error}"));
    }

    /// Lets go of what is held.
    pub async fn drop_held(&self) {
        let chain = self.driver().action_chain().release();
        chain.perform().await.unwrap_or_else(|error| panic!("the mouse cannot be lifted: {error}"));
    }

    /// Presses a key and keeps it down; [`Page::lift_key`] lifts it.
    pub async fn hold_key(&self, key: Key) {
        let chain = self.driver().action_chain().key_down(key);
        chain.perform().await.unwrap_or_else(|error| panic!("a key cannot be held: {error}"));
    }

    /// Lifts a key that is down.
    pub async fn lift_key(&self, key: Key) {
        let chain = self.driver().action_chain().key_up(key);
        chain.perform().await.unwrap_or_else(|error| panic!("a key cannot be lifted: {error}"));
    }

    /// Gives the first element that matches the focus.
    pub async fn focus(&self, css: &str) {
        self.js::<()>(&format!("document.querySelector({}).focus()", json!(css))).await;
    }

    /// Presses keys wherever the focus is: `press(Key::Tab)`, `press("abc")`, `press(Key::Shift + Key::Tab)`. Shift,
    /// Control, Alt and Meta stay down until the end.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let modifiers = [Key::Shift, Key::Control, Key::Alt, Key::Meta].map(char::from);
        let mut chain = self.driver().action_chain();
        let mut held = Vec::new();
        for key in keys.into().as_vec() {
            chain = chain.key_down(key);
            if modifiers.contains(&key) {
                held.push(key);
            } else {
                chain = chain.key_up(key);
            }
        }
        let chain = held.into_iter().rev().fold(chain, |chain, key| chain.key_up(key));
        chain.perform().await.unwrap_or_else(|error| panic!("keys cannot be pressed: {error}"));
    }

    /// Gives a form field a value and tells the page so, whatever the field's kind.
    pub async fn fill(&self, css: &str, value: &str) {
        self.wait_for(&format!("document.querySelector({})", json!(css)), &format!("there is {css}")).await;
        let script = "const [css, value] = arguments; const field = document.querySelector(css); field.focus(); \
                      field.value = value; for (const kind of ['input', 'change']) \
                      field.dispatchEvent(new Event(kind, { bubbles: true })); return field.value;";
        let set = self.driver().execute(script, vec![json!(css), json!(value)]).await;
        let set = set.unwrap_or_else(|error| panic!("{css} cannot be filled: {error}"));
        assert_eq!(set.json(), value, "{css} does not take {value:?}");
    }

    /// Opens a new window, which further calls then speak of.
    pub async fn new_window(&self) {
        let opened = async { self.driver().switch_to_window(self.driver().new_window().await?).await };
        opened.await.unwrap_or_else(|error| panic!("no new window: {error}"));
    }

    /// Runs `work` inside the frame of that number, counted from 0; also across origins and sandboxes.
    pub async fn in_frame<T>(&self, number: u16, work: impl AsyncFnOnce() -> T) -> T {
        self.wait_for(&format!("window.length > {number}"), &format!("there is frame {number}")).await;
        let entered = self.driver().enter_frame(number).await;
        entered.unwrap_or_else(|error| panic!("frame {number} cannot be entered: {error}"));
        let value = work().await;
        let left = self.driver().enter_parent_frame().await;
        left.unwrap_or_else(|error| panic!("frame {number} cannot be left: {error}"));
        value
    }

    /// Makes the page exactly this wide and high, also below the least width of a real window.
    pub async fn set_window(&self, width: u32, height: u32) {
        if self.browser.engine != Engine::Chromium {
            return self.set_real_window(width, height).await;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.wait_for(&format!("innerWidth === {width}"), &format!("the page is {width} px wide")).await;
    }

    /// The same by the browser's own window, whose frame is no part of the page.
    async fn set_real_window(&self, width: u32, height: u32) {
        let (mut outer, inside) = ((width, height), "return [innerWidth, innerHeight]");
        for _ in 0..3 {
            let set = self.driver().set_window_rect(0, 0, outer.0, outer.1).await;
            set.unwrap_or_else(|error| panic!("the window does not change its size: {error}"));
            self.wait_frames().await;
            let (wide, high): (u32, u32) = self.js(inside).await;
            if (wide, high) == (width, height) {
                return;
            }
            outer = (outer.0 + width - wide.min(outer.0 + width), outer.1 + height - high.min(outer.1 + height));
        }
        let (wide, _): (u32, u32) = self.js(inside).await;
        if wide != width {
            skip(&format!("the window cannot be made {width} px wide, only {wide}"));
        }
    }

    /// Lets the page believe in a media feature: `("prefers-color-scheme", "dark")`, `("prefers-reduced-motion", "reduce")`.
    pub async fn set_media(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Lays the page out as for paper, on a screen of its width.
    pub async fn set_paper(&self, on: bool) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": if on { "print" } else { "" } })).await;
    }

    /// Makes the main pointer a finger.
    pub async fn set_finger(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        self.wait_for("matchMedia('(pointer: coarse)').matches", "the pointer is a finger").await;
    }

    /// Turns the page's scripts off or on for what is loaded from now on.
    pub async fn set_scripts(&self, on: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !on })).await;
    }

    /// The drawings so far, by chart, in the order in which they were made; one chart may be drawn more than once.
    pub async fn draws(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('measure').map(measure => measure.name)\
                      .filter(name => name.startsWith('draw:')).map(name => name.slice(5))";
        self.js(script).await
    }

    /// Forgets the drawings so far.
    pub async fn forget_draws(&self) {
        self.js::<()>("performance.clearMeasures()").await;
    }

    /// Waits until the browser has shown two frames more: what was under way is drawn then.
    pub async fn wait_frames(&self) {
        let frames = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.js::<bool>(frames).await;
    }

    /// Runs a script before any of the page's own, in everything that is loaded from now on.
    pub async fn before_load(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Sets a permission of the page in front, such as `clipboard-write`, to `granted`, `denied` or `prompt`.
    pub async fn set_permission(&self, name: &str, setting: &str) {
        let origin: String = self.js("return location.origin").await;
        let wanted = json!({ "permission": { "name": name }, "setting": setting, "origin": origin });
        self.devtools("Browser.setPermission", wanted).await;
    }

    /// Sends a command of Chromium's own protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        if self.browser.engine != Engine::Chromium {
            skip(&format!("{command} is a command of Chromium's own"));
        }
        let answer = self.driver().cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command} fails: {error}"))
    }

    /// Every error of the console so far, expected or not.
    pub async fn console_errors(&self) -> Vec<String> {
        if !self.browser.engine.tells_console() {
            return Vec::new();
        }
        self.console.errors(self.driver()).await
    }

    /// Saves what is visible as PNG.
    pub async fn screenshot(&self, path: &Path) {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for screenshots");
        if let Err(error) = self.driver().screenshot(path).await {
            eprintln!("no screenshot {}: {error}", path.display());
        }
    }
}

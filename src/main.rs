//! The browser's entry: mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    rare_earth_trade::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `make serve`.");
}

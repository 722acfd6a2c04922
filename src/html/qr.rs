//! A link as a QR code.

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The quiet zone around a code, in modules, as the standard asks for.
const QUIET: i32 = 4;

/// Draws a text as a QR code in the colour of the element around it; `None` where it is too long for one.
///
/// Dark modules are `currentColor` on no ground: the style sheet keeps them dark on light, which scanners expect.
pub fn svg(text: &str) -> Option<Markup> {
    // Links hold small letters, so that only whole bytes are of use.
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    let code = QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Low, Version::MIN, Version::MAX, None, true).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing into a text cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    let side = size + 2 * QUIET;
    Some(html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            path fill="currentColor" d=(path) {}
        }
    })
}

//! Saving: text and images as files of the reader's.

use js_sys::Array;
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, HtmlAnchorElement, HtmlImageElement, OffscreenCanvas, OffscreenCanvasRenderingContext2d, Url,
};

/// Saves a text under a name. By a blob: browsers cut long `data:` addresses, and refuse them in frames.
pub fn save(name: &str, media_type: &str, text: &str) {
    if let Ok(blob) = blob(text, media_type) {
        save_blob(name, &blob);
    }
}

/// Saves an image under a name.
pub fn save_blob(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    if let Ok(Ok(link)) = document().create_element("a").map(JsCast::dyn_into::<HtmlAnchorElement>) {
        link.set_href(&address);
        link.set_download(name);
        // Firefox follows only a link that is in the page.
        let body = document().body();
        let _ = body.as_ref().map(|body| body.append_child(&link));
        link.click();
        link.remove();
    }
    // The browser has taken it over by then.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(60));
}

/// Draws an SVG as a PNG of `density` pixels for each of its own.
///
/// # Errors
/// Where the page's policy forbids images of its own making, or the image is too large for the browser.
pub async fn png(svg: &str, density: u32) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&blob(svg, "image/svg+xml")?)?;
    let image = drawn(&address, density).await;
    Url::revoke_object_url(&address)?;
    image
}

async fn drawn(address: &str, density: u32) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.natural_width() * density, image.natural_height() * density);
    let canvas = OffscreenCanvas::new(width, height)?;
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: OffscreenCanvasRenderingContext2d = context.unchecked_into();
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    JsFuture::from(canvas.convert_to_blob()?).await?.dyn_into()
}

fn blob(text: &str, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

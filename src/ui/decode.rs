//! Bytes that are not UTF-8 to text, by the browser's own tables.

use web_sys::{TextDecoder, TextDecoderOptions};

/// Decodes bytes by a name of the Encoding Standard; `None` where they are not of that encoding.
pub fn decode(bytes: &[u8], name: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options(name, &options).ok()?.decode_with_u8_array(bytes).ok()
}

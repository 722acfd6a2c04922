//! How old a figure is: the program says it, the built page keeps room for it.

use crate::words::Words;
use maud::{Markup, html};

/// The age that the built page leaves room for: of two digits, since most figures are younger than eight years.
pub const ROOM_MONTHS: usize = 10;

/// A text that was made with the age of [`ROOM_MONTHS`], which is unseen: the clock of the build would soon be wrong, and
/// nothing moves when the program says the age.
pub fn unseen(text: &str, words: &Words) -> Markup {
    let age = words.months_ago(ROOM_MONTHS);
    // An age that is all the text.
    if text == age {
        return html! { span.age-room aria-hidden="true" { (text) } };
    }
    // In brackets it is not broken.
    let forms = [[" (", &age.replace(' ', "\u{a0}"), ")"].concat(), [", ", &*age].concat()];
    let found =
        forms.iter().find_map(|form| text.split_once(form.as_str()).map(|(before, after)| (before, form, after)));
    match found {
        Some((before, form, after)) => {
            html! { (before) span.age-room aria-hidden="true" { (form) } (unseen(after, words)) }
        }
        None => html! { (text) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn an_age_is_unseen_and_everything_else_is_read() {
        let check = |text: &str, expected: &str| assert_eq!(unseen(text, &EN).into_string(), expected, "{text}");
        let room = |form: &str| format!("<span class=\"age-room\" aria-hidden=\"true\">{form}</span>");
        check("March 2025", "March 2025");
        check("10 months ago", &room("10 months ago"));
        check("<b>, 10 months ago.", &format!("&lt;b&gt;{}.", room(", 10 months ago")));
        let two = format!("a{}, b{}", room(" (10\u{a0}months\u{a0}ago)"), room(" (10\u{a0}months\u{a0}ago)"));
        check("a (10\u{a0}months\u{a0}ago), b (10\u{a0}months\u{a0}ago)", &two);
    }
}

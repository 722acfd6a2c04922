//! What the list of the article's figures says, in English.

use crate::words::article::ArticleWords;

pub(super) const ARTICLE: ArticleWords = ArticleWords {
    title: "Of the article’s {all} figures, {agree} agree with other sources",
    more: "All {n} figures",
    checked: "{word}: {text}",
    source: "Article: {name}, {day}.",
    agrees: "agrees",
    related: "related",
    differs: "differs",
    came_after: "what came after",
    related_only: "figures of another period or basket only",
    not_checkable: "no other source found",
};

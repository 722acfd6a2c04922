//! What the list of the article's figures says, in English.

use crate::words::article::{ArticlePageWords, ArticleWords};

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

pub(super) const ARTICLE_PAGE: ArticlePageWords = ArticlePageWords {
    headline: "Exports up, imports down: the argument of an article, checked",
    standfirst: "The article in our words and its order, each of its figures with what other sources say of it.",
};

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
    printed: "{figure} elsewhere",
    computed: "{figure} by published tonnes",
    left: "published figures leave {range}",
    between: "{low} to {high}",
    differs_by: "differs by {by}: {text}",
    points: "{n} points",
    change_of: "{change} {period}{way}",
    same_way: ", the same direction",
    opposite_way: ", the opposite direction",
    event: "an event of {day}",
    newest: "{fate}. Newest: {price} on {day} ({agency})",
    not_checkable: "no other source found",
};

pub(super) const ARTICLE_PAGE: ArticlePageWords = ArticlePageWords {
    headline: "Exports up, imports down: the argument of an article, checked",
    standfirst: "The article in our words and its order, each of its figures with what other sources say of it.",
};

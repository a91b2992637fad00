//! Words of the page around an article: buttons, counts, lists of other articles.

use serde::Deserialize;

use super::WordSet;
use crate::base::fold::fold;

/// What marks a line as no part of the article.
pub(crate) struct PageWords {
    pub(crate) lines: Vec<String>,
    pub(crate) lists: Vec<String>,
    pub(crate) buttons: WordSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    lines: Vec<String>,
    lists: Vec<String>,
    buttons: Vec<String>,
}

impl PageWords {
    pub(super) fn load() -> Self {
        let table: Table = super::parse(include_str!("../../../data/lexicon/ar/boilerplate.toml"), "ar/boilerplate.toml");
        let folded = |words: Vec<String>| words.iter().map(|word| fold(word)).collect::<Vec<_>>();
        Self { lines: folded(table.lines), lists: folded(table.lists), buttons: folded(table.buttons).into_iter().collect() }
    }
}

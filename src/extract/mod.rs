//! From an article to what it says. Pure: no clock, no files, the same bytes for the same bytes.

use crate::article::{Article, Published};
use crate::base::Language;
use crate::event::Extraction;

/// What the caller knows better than the article.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The publication date, over whatever the article says.
    pub published: Option<Published>,
    /// Where set, the publication date is unknown whatever the article says.
    pub published_unknown: bool,
    /// The language, over whatever the article says.
    pub language: Option<Language>,
}

/// Finds the temporal expressions and events of an article. Cannot fail: what is odd becomes a warning.
#[must_use]
pub fn extract(article: &Article, options: &Options) -> Extraction {
    Extraction {
        language: options.language.or(article.language).unwrap_or(Language::Arabic),
        title: article.title.clone(),
        published: options.published.or(article.published),
        timexes: Vec::new(),
        events: Vec::new(),
        tlinks: Vec::new(),
        warnings: Vec::new(),
    }
}

//! An article of a file, with what is known of it before anybody looks.

use super::extraction::Extraction;
use crate::article::Article;

/// An article, and what it says, where its file says that too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownArticle {
    /// The article.
    pub article: Article,
    /// What was found in it before; `None` where nobody looked.
    pub extraction: Option<Extraction>,
}

impl From<Article> for KnownArticle {
    fn from(article: Article) -> Self {
        Self { article, extraction: None }
    }
}

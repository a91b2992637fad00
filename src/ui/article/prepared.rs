//! What the panel has to know of all of an article before it can show a part: for a long one that takes longer than a frame may.
//! A worker works it out beforehand; where none did, the first frame does.

use std::sync::{Arc, OnceLock};

use super::blocks::{Block, blocks};
use super::sentences::Sentences;
use crate::ui::state::Document;

/// Empty until it is asked for.
#[derive(Debug, Default)]
pub struct Prepared(OnceLock<Arc<Parts>>);

/// The parts of an article.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) blocks: Vec<Block>,
    pub(super) sentences: Sentences,
}

/// Works out what the panel needs of a document.
pub fn prepare(document: &Document) {
    parts(document);
}

/// The parts of a document.
pub(super) fn parts(document: &Document) -> &Arc<Parts> {
    let make = || Arc::new(Parts { blocks: blocks(document), sentences: Sentences::of(&document.extraction) });
    document.prepared.0.get_or_init(make)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing;

    #[test]
    fn what_was_prepared_is_not_made_again() {
        let document = testing::document();
        prepare(&document);
        let first = parts(&document).clone();
        assert!(Arc::ptr_eq(&first, parts(&document)));
        assert_eq!(first.blocks, blocks(&document));
    }
}

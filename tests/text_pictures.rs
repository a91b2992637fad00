//! Texts as they are seen: painted without a screen, and held against pictures and against each other.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test text_pictures` makes the pictures of `tests/text/pictures` anew: look at them.

mod text_pictures {
    pub(crate) mod changes;
    pub(crate) mod paint;
    pub(crate) mod snapshots;
}

//! Searching: what is looked for and what was found, and the field for it.

mod field;
mod found;
#[cfg(test)]
mod tests;

pub use field::{SearchView, search_ui, width};
pub use found::Search;
pub(crate) use found::event_at;

//! Files that hold events already: nothing has to be found in them.
//! A row of a table is an event with a time, a title and a lane; a record has its article, too.

pub(super) mod csv;
mod rows;
pub(super) mod timeline_js;

use std::sync::Arc;

use crate::event::EventTable;

/// What a file of events holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFile {
    /// What it is called; `None` where it does not say.
    pub title: Option<String>,
    /// The events.
    pub table: Arc<EventTable>,
    /// How many rows could not be read, and the first of them, which counts from 1.
    pub unreadable: Option<Unreadable>,
}

/// Rows that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// How many.
    pub count: usize,
    /// The line or the number of the first.
    pub first: u64,
}

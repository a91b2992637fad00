//! Gathers the rows of a file of events, good and bad.
//! Knows no format.

use std::collections::HashMap;
use std::sync::Arc;

use super::{EventFile, Unreadable};
use crate::base::{TimeRange, WrittenTime, WrittenUnit};
use crate::event::{EventTable, LaneName, TableRow};

/// The rows so far.
#[derive(Default)]
pub(super) struct Rows {
    table: EventTable,
    lanes: HashMap<String, LaneName>,
    unreadable: Option<Unreadable>,
}

/// One row as it was read.
pub(super) struct Row<'a> {
    pub(super) time: (TimeRange, bool),
    pub(super) title: &'a str,
    pub(super) lane: &'a str,
    /// `None` in files that have no details.
    pub(super) details: Option<&'a str>,
}

impl Rows {
    /// Adds a row; one without a time, or one too many, is counted as unreadable.
    pub(super) fn add(&mut self, number: u64, row: Option<Row<'_>>) {
        let added = row.is_some_and(|row| {
            let (time, is_vague) = row.time;
            let plain = TableRow { time, is_vague, lane: self.lane(row.lane) };
            match row.details {
                Some(details) => self.table.push_detailed(row.title, details, plain),
                None => self.table.push(row.title, plain),
            }
        });
        if !added {
            let unreadable = self.unreadable.get_or_insert(Unreadable { count: 0, first: number });
            unreadable.count += 1;
        }
    }

    /// Whether no row could be read.
    pub(super) fn is_empty(&self) -> bool {
        self.table.rows().is_empty()
    }

    pub(super) fn into_file(self, title: Option<String>) -> EventFile {
        EventFile { title, table: Arc::new(self.table), unreadable: self.unreadable }
    }

    fn lane(&mut self, name: &str) -> Option<LaneName> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        if let Some(known) = self.lanes.get(name) {
            return Some(*known);
        }
        let lane = self.table.add_lane(name.to_owned())?;
        self.lanes.insert(name.to_owned(), lane);
        Some(lane)
    }
}

/// The time from a beginning to an end, both included, and whether it is somewhere in it; `None` where the end comes first.
/// A day lasts all day; of a lone month or year nobody says when in it.
pub(super) fn time(start: WrittenTime, end: Option<WrittenTime>) -> Option<(TimeRange, bool)> {
    let Some(end) = end else { return Some((start.range, start.unit < WrittenUnit::Day)) };
    let range = TimeRange { start: start.range.start, end: end.range.end };
    (range.start < range.end).then_some((range, false))
}

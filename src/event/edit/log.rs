//! The edits in the order in which they were made, and how many of them count.

use std::sync::Arc;

use super::moved::Moved;
use super::{Edit, EventName};
use crate::base::Moment;

/// An edit in its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The edit.
    pub edit: Edit,
    /// The text that its spans point into, where that is not the one that is shown: then it waits for that text to come back.
    pub text: Option<Arc<str>>,
}

/// All that a reader changed, and has taken back and not overwritten since.
#[derive(Debug, Clone, Default)]
pub struct Log {
    entries: Vec<Entry>,
    /// A number for each of them that no other entry of this log ever had.
    numbers: Vec<u64>,
    /// The latest of those numbers; they begin with 1.
    latest: u64,
    /// So many of them count; those behind were taken back.
    mark: usize,
}

impl PartialEq for Log {
    /// The numbers are of this run of the program: two logs that say the same are the same.
    fn eq(&self, other: &Self) -> bool {
        (&self.entries, self.mark) == (&other.entries, other.mark)
    }
}

impl Eq for Log {}

impl Log {
    /// A log as it was kept; a mark beyond the last entry is one at it.
    #[must_use]
    pub fn new(entries: Vec<Entry>, mark: usize) -> Self {
        let mark = mark.min(entries.len());
        let latest = entries.len() as u64;
        Self { entries, numbers: (1..=latest).collect(), latest, mark }
    }

    /// Tells what counts from all else that counted in this log at another time, whatever was taken back since: equal numbers mean
    /// equal edits. 0 where no edit counts.
    #[must_use]
    pub fn edition(&self) -> u64 {
        // An entry is never moved: whoever knows the last one knows all before it.
        self.mark.checked_sub(1).and_then(|at| self.numbers.get(at)).copied().unwrap_or(0)
    }

    /// Adds an edit; what had been taken back cannot be done again any more.
    pub fn push(&mut self, edit: Edit) {
        self.entries.truncate(self.mark);
        self.numbers.truncate(self.mark);
        self.latest += 1;
        self.entries.push(Entry { edit, text: None });
        self.numbers.push(self.latest);
        self.mark = self.entries.len();
    }

    /// Takes the last edit back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let has_one = self.mark > 0;
        self.mark -= usize::from(has_one);
        has_one
    }

    /// Does again what was taken back last; `false` where there is nothing.
    pub fn redo(&mut self) -> bool {
        let has_one = self.mark < self.entries.len();
        self.mark += usize::from(has_one);
        has_one
    }

    /// The edit that would be taken back.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Edit> {
        self.mark.checked_sub(1).and_then(|at| self.entries.get(at)).map(|entry| &entry.edit)
    }

    /// The edit that would be done again.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Edit> {
        self.entries.get(self.mark).map(|entry| &entry.edit)
    }

    /// All entries, also those that were taken back.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many of the entries count.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.mark
    }

    /// The entries that count.
    #[must_use]
    pub fn applied(&self) -> &[Entry] {
        self.entries.get(..self.mark).unwrap_or_default()
    }

    /// The publication date that the reader gave; `None` where the article's own counts, `Some(None)` where it is to be unknown.
    #[must_use]
    pub fn published(&self) -> Option<Option<Moment>> {
        self.applied().iter().rev().find_map(|entry| match entry.edit {
            Edit::Published(published) => Some(published),
            _ => None,
        })
    }

    /// A number that no event of the reader's has.
    #[must_use]
    pub fn next_added(&self) -> u32 {
        let id = |entry: &Entry| match entry.edit {
            Edit::Add { id, .. } | Edit::Split { id, .. } => Some(id),
            _ => None,
        };
        self.applied().iter().filter_map(id).max().map_or(0, |most| most.saturating_add(1))
    }

    /// The same log for another reading of the article: each edit goes where its words stand now. One whose words stand nowhere
    /// waits, with the text that it was made in. They are the same edits: the edition stays.
    #[must_use]
    pub fn moved(&self, before: &str, after: &str) -> Self {
        if before == after && self.entries.iter().all(|entry| entry.text.is_none()) {
            return self.clone();
        }
        let mut moved = Moved::new(before, after);
        let entry = |entry: &Entry| match &entry.text {
            None => match moved.edit(&entry.edit) {
                Some(edit) => Entry { edit, text: None },
                None => Entry { edit: entry.edit.clone(), text: Some(moved.before()) },
            },
            Some(text) => match Moved::new(text, after).edit(&entry.edit) {
                Some(edit) => Entry { edit, text: None },
                None => entry.clone(),
            },
        };
        let entries = self.entries.iter().map(entry).collect();
        Self { entries, numbers: self.numbers.clone(), latest: self.latest, mark: self.mark }
    }
}

impl EventName {
    /// The first event told by these words.
    #[must_use]
    pub fn found(trigger: crate::base::TextSpan) -> Self {
        Self::Found { trigger, nth: 0 }
    }
}

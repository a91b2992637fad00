//! The events of a table: each row a time, a title and a lane, and no words of an article.
//! Knows no format of a file. A row takes 24 bytes besides its title: there may be millions.

use std::sync::Arc;

use super::occurrence::Certainty;
use super::titles::Titles;
use crate::base::TimeRange;

/// There are never more rows: events are counted in 31 bits.
const MOST_ROWS: usize = 1 << 31;

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableRow {
    /// When it happened; never empty.
    pub time: TimeRange,
    /// Whether it happened somewhere in that time, not all along it.
    pub is_vague: bool,
    /// An index of [`EventTable::lane_names`]; `None` where the row names no lane.
    pub lane: Option<LaneName>,
}

impl TableRow {
    /// How surely it is dated.
    #[must_use]
    pub fn certainty(self) -> Certainty {
        if self.is_vague { Certainty::Bounded } else { Certainty::Exact }
    }
}

/// The place of a name in [`EventTable::lane_names`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LaneName(std::num::NonZeroU32);

impl LaneName {
    /// Of a place counted from 0; `None` beyond four thousand million names.
    #[must_use]
    pub fn new(index: usize) -> Option<Self> {
        let one_more = u32::try_from(index).ok()?.checked_add(1)?;
        std::num::NonZeroU32::new(one_more).map(Self)
    }

    /// The place, counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// All rows, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventTable {
    rows: Vec<TableRow>,
    /// Shared with whoever shows them.
    titles: Arc<Titles>,
    /// What the file says of each row besides; none at all where it says nothing of any.
    details: Titles,
    lane_names: Vec<String>,
}

impl EventTable {
    /// A table without rows, whose rows will name these lanes.
    #[must_use]
    pub fn with_lanes(lane_names: Vec<String>) -> Self {
        Self { lane_names, ..Self::default() }
    }

    /// Adds a row; `false` where there is no room for it any more: then nothing is added.
    pub fn push(&mut self, title: &str, row: TableRow) -> bool {
        let has_room = self.rows.len() < MOST_ROWS && Arc::make_mut(&mut self.titles).push(title);
        if has_room {
            self.rows.push(row);
        }
        has_room
    }

    /// Adds a row with what the file says of it besides. Rows with and without details do not mix.
    pub fn push_detailed(&mut self, title: &str, details: &str, row: TableRow) -> bool {
        self.push(title, row) && self.details.push(details)
    }

    /// What the file says of a row besides its title; empty where it says nothing.
    #[must_use]
    pub fn details(&self, row: usize) -> &str {
        self.details.get(row)
    }

    /// The name of a row's lane.
    #[must_use]
    pub fn lane_name(&self, row: usize) -> Option<&str> {
        let lane = self.rows.get(row)?.lane?;
        self.lane_names.get(lane.index()).map(String::as_str)
    }

    /// Adds a lane that rows will name.
    pub fn add_lane(&mut self, name: String) -> Option<LaneName> {
        let lane = LaneName::new(self.lane_names.len())?;
        self.lane_names.push(name);
        Some(lane)
    }

    /// The rows; the index is the event's id.
    #[must_use]
    pub fn rows(&self) -> &[TableRow] {
        &self.rows
    }

    /// The titles of the rows.
    #[must_use]
    pub fn titles(&self) -> &Arc<Titles> {
        &self.titles
    }

    /// The names of the lanes, in order of appearance.
    #[must_use]
    pub fn lane_names(&self) -> &[String] {
        &self.lane_names
    }
}

//! The events as the rows of a table, in an order of somebody's choice.
//! Knows no words of the interface and no screen. What nothing dates is given no date: links say where it stands, or nothing.

use std::cmp::{Ordering, Reverse};
use std::collections::VecDeque;

use super::extent::Extent;
use super::filter::Sifted;
use super::order::Links;
use crate::base::Moment;
use crate::base::fold::fold;
use crate::event::{ActorRole, Certainty, Event, EventId, EventTable, Extraction, Titles};

/// What a table says of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// When it happened.
    #[default]
    When,
    /// What happened.
    Title,
    /// Its kind.
    Kind,
    /// Who took part.
    Actors,
    /// Where.
    Places,
    /// On which lane of a file of events.
    Lane,
    /// How surely it is dated.
    Certainty,
}

impl Column {
    /// What is known of the events of an article.
    pub const OF_ARTICLE: [Self; 6] = [Self::When, Self::Title, Self::Kind, Self::Actors, Self::Places, Self::Certainty];
    /// What a file of events says of its rows.
    pub const OF_FILE: [Self; 4] = [Self::When, Self::Title, Self::Lane, Self::Certainty];
}

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    /// By what.
    pub by: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Order {
    /// The order that a click on the name of a column leads to: by that, or the other way round.
    #[must_use]
    pub fn clicked(self, by: Column) -> Self {
        Self { by, descending: self.by == by && !self.descending }
    }
}

/// The events of an extraction by a column; of two that are alike there the earlier one comes first.
/// What has nothing in the column comes last, whichever way it is sorted.
#[must_use]
pub fn sorted(extraction: &Extraction, order: Order, shown: Option<&Sifted>) -> Vec<EventId> {
    let Order { by, descending } = order;
    let (in_time, undated) = in_time(extraction);
    let n_known = in_time.len();
    let mut rows: Vec<EventId> = in_time.into_iter().chain(undated).collect();
    if by == Column::When {
        if descending {
            rows[..n_known].reverse();
        }
    } else {
        let key = |id: &EventId| extraction.event(*id).and_then(|event| key(event, by));
        // Stable, so that those that are alike stay in order of time; and what has no key stays last either way.
        if descending {
            rows.sort_by_cached_key(|id| key(id).map(Reverse).map_or((true, None), |key| (false, Some(key))));
        } else {
            rows.sort_by_cached_key(|id| key(id).map_or((true, None), |key| (false, Some(key))));
        }
    }
    rows.retain(|id| shown.is_none_or(|shown| shown.passes(*id)));
    rows
}

fn key(event: &Event, by: Column) -> Option<(usize, String)> {
    match by {
        Column::When | Column::Lane => None,
        Column::Title => Some((0, fold(&event.title))),
        Column::Kind => Some((event.kind as usize, String::new())),
        Column::Actors => {
            let source = event.actors.iter().find(|actor| actor.role == ActorRole::Source);
            source.or(event.actors.first()).map(|actor| (0, fold(&actor.name)))
        }
        Column::Places => event.places.first().map(|place| (0, fold(&place.name))),
        Column::Certainty => Some((doubt(event.when.certainty), String::new())),
    }
}

/// The rows of a file of events by a column, as [`sorted`]. O(rows · log rows).
#[must_use]
pub fn sorted_rows(table: &EventTable, order: Order, shown: Option<&Sifted>) -> Vec<EventId> {
    let rows = table.rows();
    let ids = (0..).map(EventId).take(rows.len());
    let mut ids: Vec<EventId> = ids.filter(|id| shown.is_none_or(|shown| shown.passes(*id))).collect();
    let in_time = |id: &EventId| rows.get(id.index()).map(|row| (row.time.start, row.time.end, *id));
    let directed = |order_of: Ordering| if order.descending { order_of.reverse() } else { order_of };
    match order.by {
        Column::When => {
            ids.sort_unstable_by_key(in_time);
            if order.descending {
                ids.reverse();
            }
        }
        Column::Title => {
            // Folded once, in one piece of memory.
            let mut folded = Titles::default();
            for at in 0..rows.len() {
                // What is folded is no longer than what it was by more than a ligature's letters; beyond 4 GiB titles are as one.
                folded.push(&fold(table.titles().get(at)));
            }
            let title = |id: &EventId| folded.get(id.index());
            ids.sort_unstable_by(|a, b| directed(title(a).cmp(title(b))).then_with(|| in_time(a).cmp(&in_time(b))));
        }
        Column::Lane => {
            let rank = ranks(table.lane_names());
            let rank = |id: &EventId| rows.get(id.index()).and_then(|row| rank.get(row.lane?.index()));
            // What names no lane comes last either way.
            ids.sort_unstable_by(|a, b| match (rank(a), rank(b)) {
                (Some(first), Some(second)) => directed(first.cmp(second)).then_with(|| in_time(a).cmp(&in_time(b))),
                (first, second) => first.is_none().cmp(&second.is_none()).then_with(|| in_time(a).cmp(&in_time(b))),
            });
        }
        Column::Certainty => {
            let doubt = |id: &EventId| rows.get(id.index()).map(|row| doubt(row.certainty()));
            ids.sort_unstable_by(|a, b| directed(doubt(a).cmp(&doubt(b))).then_with(|| in_time(a).cmp(&in_time(b))));
        }
        // Of these a row says nothing.
        Column::Kind | Column::Actors | Column::Places => ids.sort_unstable_by_key(in_time),
    }
    ids
}

/// The place of each name among all of them, in order of the alphabet.
fn ranks(names: &[String]) -> Vec<usize> {
    let mut order: Vec<(String, usize)> = names.iter().map(|name| fold(name)).zip(0..).collect();
    order.sort_unstable();
    let mut ranks = vec![0; names.len()];
    for (rank, (_, at)) in order.into_iter().enumerate() {
        ranks[at] = rank;
    }
    ranks
}

/// The surest first.
fn doubt(certainty: Certainty) -> usize {
    match certainty {
        Certainty::Exact => 0,
        Certainty::Bounded => 1,
        Certainty::OneSided => 2,
        Certainty::Ongoing => 3,
        Certainty::Ordered => 4,
        Certainty::Undated => 5,
    }
}

/// Events whose place in time is known, by date or by a chain of links to a dated one; and the others as read.
/// O(events · log events + links).
fn in_time(extraction: &Extraction) -> (Vec<EventId>, Vec<EventId>) {
    let links = Links::new(extraction);
    let dated = dated(extraction, &links);
    let n = extraction.events.len();
    let mut is_placed = vec![false; n];
    dated.iter().for_each(|id| is_placed[id.index()] = true);
    let (mut before, mut after) = (vec![Vec::new(); n], vec![Vec::new(); n]);
    let mut queue: VecDeque<EventId> = dated.iter().copied().collect();
    while let Some(id) = queue.pop_front() {
        for (neighbours, side) in [(links.earlier_than(id), &mut before), (links.not_earlier_than(id), &mut after)] {
            for other in neighbours {
                if !std::mem::replace(&mut is_placed[other.index()], true) {
                    side[id.index()].push(other);
                    queue.push_back(other);
                }
            }
        }
    }
    let undated: Vec<EventId> = (0..).map(EventId).take(n).filter(|id| !is_placed[id.index()]).collect();
    (unrolled(&dated, &before, &after), links.column_order(&undated))
}

fn dated(extraction: &Extraction, links: &Links<'_>) -> Vec<EventId> {
    let published = extraction.published.map(|published| published.value);
    let own: Vec<Option<Extent>> = extraction.events.iter().map(|event| Extent::of(event, published)).collect();
    let end = published.map(Moment::end);
    let ids = (0..).map(EventId).take(own.len());
    let extents = ids.filter_map(|id| Some((own[id.index()].or_else(|| links.ordered_extent(id, &own, end))?.occupied(), id)));
    let mut dated: Vec<_> = extents.map(|(time, id)| (time.start, time.end, id)).collect();
    dated.sort_unstable();
    dated.into_iter().map(|(_, _, id)| id).collect()
}

/// Each event between those that stand just before and just after it.
fn unrolled(dated: &[EventId], before: &[Vec<EventId>], after: &[Vec<EventId>]) -> Vec<EventId> {
    let mut order = Vec::new();
    let mut stack: Vec<(EventId, bool)> = dated.iter().rev().map(|id| (*id, false)).collect();
    while let Some((id, is_ready)) = stack.pop() {
        if is_ready {
            order.push(id);
            continue;
        }
        stack.extend(after[id.index()].iter().rev().map(|id| (*id, false)));
        stack.push((id, true));
        stack.extend(before[id.index()].iter().rev().map(|id| (*id, false)));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{WrittenTime, WrittenUnit};
    use crate::event::{TableRow, TlinkType};
    use crate::timeline::filter::{Condition, Filter};
    use crate::timeline::sample::{article, at, extraction, link, on, ordered, undated};

    const fn by(by: Column, descending: bool) -> Order {
        Order { by, descending }
    }

    fn ids(rows: Vec<EventId>) -> Vec<u32> {
        rows.into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn what_nothing_dates_stands_where_links_put_it_and_else_last() {
        let events =
            vec![on("2025-03-01"), undated("b"), on("2025-01-01"), undated("d"), ordered("e"), undated("f"), undated("g")];
        let links = vec![
            link(1, TlinkType::After, 2),
            link(3, TlinkType::Before, 2),
            link(5, TlinkType::After, 1),
            link(4, TlinkType::Simultaneous, 0),
        ];
        let extraction = extraction(Some("2025-11-01"), events, links);
        assert_eq!(ids(sorted(&extraction, by(Column::When, false), None)), [3, 2, 1, 5, 4, 0, 6]);
        assert_eq!(ids(sorted(&extraction, by(Column::When, true), None)), [0, 4, 5, 1, 2, 3, 6], "what is unknown stays last");
    }

    #[test]
    fn every_event_is_a_row_once_in_every_order() {
        let extraction = article();
        for by in Column::OF_ARTICLE {
            for descending in [false, true] {
                let mut rows = ids(sorted(&extraction, Order { by, descending }, None));
                rows.sort_unstable();
                assert_eq!(rows, (0..19).collect::<Vec<u32>>(), "{by:?}");
            }
        }
    }

    #[test]
    fn rows_are_sorted_by_what_the_column_says() {
        let events =
            vec![at(on("2025-03-01"), "عدن"), on("2025-01-01"), at(on("2025-02-01"), "أبين"), at(on("2025-01-02"), "عدن")];
        let extraction = extraction(None, events, vec![]);
        assert_eq!(ids(sorted(&extraction, by(Column::Places, false), None)), [2, 3, 0, 1]);
        assert_eq!(ids(sorted(&extraction, by(Column::Places, true), None)), [3, 0, 2, 1], "what has no place stays last");
        assert_eq!(ids(sorted(&extraction, by(Column::Title, true), None)), [0, 2, 3, 1]);
    }

    #[test]
    fn what_does_not_pass_is_no_row() {
        let extraction = article();
        let mut filter = Filter::default();
        filter.toggle(Condition::Kind(crate::event::EventKind::Reject));
        let sifted = filter.sift(&extraction.events);
        assert_eq!(ids(sorted(&extraction, by(Column::When, false), Some(&sifted))), [6, 12]);
    }

    #[test]
    fn rows_of_a_file_are_sorted_by_what_they_say() {
        let mut table = EventTable::default();
        let lanes = ["ب", "أ"].map(|name| table.add_lane(name.to_owned()));
        let rows = [
            ("غارة", "2024-05-02", lanes[0]),
            ("اتفاق", "2024-05-01", lanes[1]),
            ("أتفاق", "2024-04", lanes[0]),
            ("قمة", "2023-01-01", None),
        ];
        for (title, day, lane) in rows {
            let time = WrittenTime::parse(day).expect("a time");
            table.push(title, TableRow { time: time.range, is_vague: time.unit < WrittenUnit::Day, lane });
        }
        let sorted = |by, descending| ids(sorted_rows(&table, Order { by, descending }, None));
        assert_eq!((sorted(Column::When, false), sorted(Column::When, true)), (vec![3, 2, 1, 0], vec![0, 1, 2, 3]));
        assert_eq!((sorted(Column::Title, false), sorted(Column::Title, true)), (vec![2, 1, 0, 3], vec![3, 0, 2, 1]));
        assert_eq!((sorted(Column::Lane, false), sorted(Column::Lane, true)), (vec![1, 2, 0, 3], vec![2, 0, 1, 3]));
        assert_eq!((sorted(Column::Certainty, false), sorted(Column::Certainty, true)), (vec![3, 1, 0, 2], vec![2, 3, 1, 0]));
        let mut filter = Filter::default();
        filter.toggle(Condition::Lane("ب".to_owned()));
        let passed = filter.sift_rows(&table);
        assert_eq!(ids(sorted_rows(&table, Order::default(), Some(&passed))), [2, 0]);
    }
}

//! What the index finds is what a look at every item finds.

use proptest::prelude::*;

use super::*;

const N_LANES: usize = 3;

fn items() -> impl Strategy<Value = Vec<Item>> {
    let item = (0_i64..300, 0_i64..60, 0_u16..3).prop_map(|(start, length, lane)| {
        let range = TimeRange { start: TimePoint(start), end: TimePoint(start + length) };
        (Extent::Bounded(range), lane)
    });
    prop::collection::vec(item, 0..200).prop_map(|items| {
        let numbered = (0..).map(EventId).zip(items);
        numbered.map(|(event, (extent, lane))| Item { extent, event, lane, kind: EventKind::Other }).collect()
    })
}

fn times() -> impl Strategy<Value = (TimePoint, TimePoint)> {
    (-10_i64..320, 0_i64..100).prop_map(|(start, length)| (TimePoint(start), TimePoint(start + length)))
}

proptest! {
    #[test]
    fn a_window_finds_what_touches_it_and_counts_it(items in items(), (start, end) in times(), lane in 0..N_LANES) {
        let axis = Axis::new(items, N_LANES);
        let own: Vec<usize> = (0..axis.len()).filter(|at| usize::from(axis.items()[*at].lane) == lane).collect();
        let occupied = |at: &usize| axis.items()[*at].occupied();
        let across: Vec<usize> = own.iter().copied().filter(|at| occupied(at).start < start && occupied(at).end > start).collect();
        let large = axis.across(lane, start, usize::MAX);
        prop_assert_eq!(&large.found, &across);
        prop_assert_eq!(axis.n_across(lane, start), across.len());
        let inside: Vec<usize> = own.iter().copied().filter(|at| (start..end).contains(&occupied(at).start)).collect();
        let found = axis.beginning_in(lane, start, end);
        prop_assert_eq!(found.clone().collect::<Vec<_>>(), inside.clone());
        let after = inside.iter().copied().find(|at| occupied(at).start > TimePoint(start.0 + 20));
        prop_assert_eq!(axis.first_after(found.clone(), TimePoint(start.0 + 20)), after.unwrap_or(found.end));
        let long: Vec<usize> = inside.into_iter().filter(|at| occupied(at).duration_secs() >= 30).collect();
        prop_assert_eq!(axis.lasting(lane, found, 30, usize::MAX).found, long);
    }

    #[test]
    fn each_item_is_met_once_from_the_first_to_the_last(items in items()) {
        let axis = Axis::new(items.clone(), N_LANES);
        let mut expected: Vec<EventId> = {
            let mut items = items;
            items.sort_by_key(Item::order);
            items.iter().map(|item| item.event).collect()
        };
        let mut met = Vec::new();
        let mut at = axis.first();
        while let Some(item) = at {
            met.push(item.event);
            at = axis.next(item);
        }
        prop_assert_eq!(&met, &expected);
        let mut met = Vec::new();
        let mut at = axis.latest_begun();
        while let Some(item) = at {
            met.push(item.event);
            at = axis.previous(item);
        }
        expected.reverse();
        prop_assert_eq!(&met, &expected);
        let last = axis.items().iter().max_by_key(|item| (item.occupied().end, item.order()));
        prop_assert_eq!(axis.last(), last);
    }
}

#[test]
fn an_event_takes_no_more_memory_than_is_said() {
    assert_eq!((size_of::<Extent>(), size_of::<Item>()), (32, 40));
}

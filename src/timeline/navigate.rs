//! The order in which keys go from event to event.
//! Knows directions in time and in the order of lanes; left and right only as what a direction of time makes of them.

use super::axis::Item;
use super::model::{Model, Place};
use crate::base::Direction;
use crate::event::EventId;

/// A way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the event before in time; from the column back to the latest one.
    Past,
    /// To the event after in time; beyond the latest one lies the column.
    Future,
    /// To the one above, in the order of lanes and then of the column.
    Up,
    /// To the one below.
    Down,
    /// To the earliest.
    First,
    /// To the latest.
    Last,
}

impl Step {
    /// Towards the left of the screen.
    #[must_use]
    pub fn leftwards(time: Direction) -> Self {
        if time.is_rtl() { Self::Future } else { Self::Past }
    }

    /// Towards the right of the screen.
    #[must_use]
    pub fn rightwards(time: Direction) -> Self {
        Self::leftwards(time.reversed())
    }
}

/// The event that a step leads to, of those that `meets` accepts; `None` where it leads nowhere.
#[must_use]
pub fn navigate(model: &Model, from: Option<EventId>, step: Step, meets: impl Fn(EventId) -> bool) -> Option<EventId> {
    match step {
        Step::First => first(model, &meets),
        Step::Last => last(model, &meets),
        Step::Past | Step::Future => along_time(model, from, step == Step::Future, &meets),
        Step::Up | Step::Down => along_lanes(model, from, step == Step::Down, &meets),
    }
}

fn in_column(model: &Model) -> impl DoubleEndedIterator<Item = EventId> {
    model.column().iter().map(|item| item.event)
}

fn first(model: &Model, meets: &impl Fn(EventId) -> bool) -> Option<EventId> {
    onward(model, model.axis().first(), meets).or_else(|| in_column(model).find(|id| meets(*id)))
}

fn last(model: &Model, meets: &impl Fn(EventId) -> bool) -> Option<EventId> {
    let axis = model.axis();
    let latest = axis.last().map(|item| item.event).filter(|id| meets(*id));
    let latest = latest.or_else(|| backward(model, axis.latest_begun(), meets));
    latest.or_else(|| in_column(model).rev().find(|id| meets(*id)))
}

fn along_time(model: &Model, from: Option<EventId>, future: bool, meets: &impl Fn(EventId) -> bool) -> Option<EventId> {
    let axis = model.axis();
    match from.and_then(|id| model.place_of(id)) {
        None if future => first(model, meets),
        None => last(model, meets),
        Some(Place::Axis(at)) if future => {
            onward(model, axis.next(axis.items().get(at)?), meets).or_else(|| in_column(model).find(|id| meets(*id)))
        }
        Some(Place::Axis(at)) => backward(model, axis.previous(axis.items().get(at)?), meets),
        Some(Place::Column(_)) if future => None,
        Some(Place::Column(_)) => backward(model, axis.latest_begun(), meets),
    }
}

/// The first one that is accepted, from an item towards the future.
fn onward(model: &Model, from: Option<&Item>, meets: &impl Fn(EventId) -> bool) -> Option<EventId> {
    let items = std::iter::successors(from, |item| model.axis().next(item));
    items.map(|item| item.event).find(|id| meets(*id))
}

/// The first one that is accepted, from an item towards the past.
fn backward(model: &Model, from: Option<&Item>, meets: &impl Fn(EventId) -> bool) -> Option<EventId> {
    let items = std::iter::successors(from, |item| model.axis().previous(item));
    items.map(|item| item.event).find(|id| meets(*id))
}

/// Lanes from above, each along time, then the column.
fn along_lanes(model: &Model, from: Option<EventId>, down: bool, meets: &impl Fn(EventId) -> bool) -> Option<EventId> {
    let items = model.axis().items();
    let n_all = items.len() + model.column().len();
    let event = |at: usize| match items.get(at) {
        Some(item) => item.event,
        None => model.column()[at - items.len()].event,
    };
    let at = from.and_then(|from| model.place_of(from)).map(|place| match place {
        Place::Axis(at) => at,
        Place::Column(at) => items.len() + at,
    });
    let accepted = |id: &EventId| meets(*id);
    if down {
        (at.map_or(0, |at| at + 1)..n_all).map(event).find(accepted)
    } else {
        (0..at.unwrap_or(n_all)).rev().map(event).find(accepted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::LaneGrouping;
    use crate::timeline::sample::article;

    fn walk(step: Step) -> Vec<u32> {
        let model = Model::new(&article(), LaneGrouping::Actor);
        let mut ids = Vec::new();
        let mut at = None;
        while let Some(next) = navigate(&model, at, step, |_| true).filter(|_| ids.len() < 100) {
            ids.push(next.0);
            at = Some(next);
        }
        ids
    }

    #[test]
    fn along_time_every_dated_event_is_met_once_and_then_the_column() {
        assert_eq!(walk(Step::Future), [0, 3, 6, 1, 2, 4, 5, 7]);
        assert_eq!(walk(Step::Past), [5, 4, 2, 1, 6, 3, 0]);
    }

    #[test]
    fn along_lanes_every_event_is_met_once() {
        let mut down = walk(Step::Down);
        assert_eq!(down[..8], [0, 1, 2, 3, 4, 6, 5, 7]);
        let mut up = walk(Step::Up);
        up.reverse();
        assert_eq!(up, down);
        down.sort_unstable();
        assert_eq!(down, (0..19).collect::<Vec<u32>>());
    }

    #[test]
    fn what_is_not_asked_for_is_passed_over() {
        let model = Model::new(&article(), LaneGrouping::Actor);
        let even = |id: EventId| id.0.is_multiple_of(2);
        for step in [Step::Future, Step::Past, Step::Down, Step::Up] {
            let walk = std::iter::successors(navigate(&model, None, step, even), |at| navigate(&model, Some(*at), step, even));
            let ids: Vec<u32> = walk.take(100).map(|id| id.0).collect();
            assert!(ids.len() > 2 && ids.len() < 20 && ids.iter().all(|id| id.is_multiple_of(2)), "{step:?}: {ids:?}");
        }
        assert_eq!(navigate(&model, None, Step::First, even), Some(EventId(0)));
        assert_eq!(navigate(&model, None, Step::Last, even), Some(EventId(4)));
    }

    #[test]
    fn left_is_later_where_time_runs_leftwards() {
        assert_eq!(Step::leftwards(Direction::RightToLeft), Step::Future);
        assert_eq!(Step::leftwards(Direction::LeftToRight), Step::Past);
        assert_eq!(Step::rightwards(Direction::RightToLeft), Step::Past);
    }

    #[test]
    fn from_the_column_one_comes_back_to_the_latest_event() {
        let model = Model::new(&article(), LaneGrouping::Actor);
        assert_eq!(navigate(&model, Some(EventId(9)), Step::Past, |_| true), Some(EventId(5)));
        assert_eq!(navigate(&model, Some(EventId(9)), Step::Future, |_| true), None);
        assert_eq!(navigate(&model, Some(EventId(900)), Step::First, |_| true), Some(EventId(0)));
    }
}

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

/// The event that a step leads to; `None` where it leads nowhere.
#[must_use]
pub fn navigate(model: &Model, from: Option<EventId>, step: Step) -> Option<EventId> {
    match step {
        Step::First => first(model),
        Step::Last => last(model),
        Step::Past | Step::Future => along_time(model, from, step == Step::Future),
        Step::Up | Step::Down => along_lanes(model, from, step == Step::Down),
    }
}

fn first(model: &Model) -> Option<EventId> {
    let first = model.axis().first().map(|item| item.event);
    first.or_else(|| model.column().first().map(|item| item.event))
}

fn last(model: &Model) -> Option<EventId> {
    let latest = model.axis().last().map(|item| item.event);
    latest.or_else(|| model.column().last().map(|item| item.event))
}

fn along_time(model: &Model, from: Option<EventId>, future: bool) -> Option<EventId> {
    let axis = model.axis();
    let event = |item: Option<&Item>| item.map(|item| item.event);
    match from.and_then(|id| model.place_of(id)) {
        None if future => first(model),
        None => last(model),
        Some(Place::Axis(at)) if future => {
            let next = axis.items().get(at).and_then(|item| axis.next(item));
            event(next).or_else(|| model.column().first().map(|item| item.event))
        }
        Some(Place::Axis(at)) => event(axis.items().get(at).and_then(|item| axis.previous(item))),
        Some(Place::Column(_)) if future => None,
        Some(Place::Column(_)) => event(axis.latest_begun()),
    }
}

/// Lanes from above, each along time, then the column.
fn along_lanes(model: &Model, from: Option<EventId>, down: bool) -> Option<EventId> {
    let n_items = model.axis().len();
    let at = match from.and_then(|from| model.place_of(from)) {
        None if down => 0,
        None => (n_items + model.column().len()).checked_sub(1)?,
        Some(place) => {
            let at = match place {
                Place::Axis(at) => at,
                Place::Column(at) => n_items + at,
            };
            if down { at.checked_add(1)? } else { at.checked_sub(1)? }
        }
    };
    match model.axis().items().get(at) {
        Some(item) => Some(item.event),
        None => model.column().get(at.checked_sub(n_items)?).map(|item| item.event),
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
        while let Some(next) = navigate(&model, at, step).filter(|_| ids.len() < 100) {
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
    fn left_is_later_where_time_runs_leftwards() {
        assert_eq!(Step::leftwards(Direction::RightToLeft), Step::Future);
        assert_eq!(Step::leftwards(Direction::LeftToRight), Step::Past);
        assert_eq!(Step::rightwards(Direction::RightToLeft), Step::Past);
    }

    #[test]
    fn from_the_column_one_comes_back_to_the_latest_event() {
        let model = Model::new(&article(), LaneGrouping::Actor);
        assert_eq!(navigate(&model, Some(EventId(9)), Step::Past), Some(EventId(5)));
        assert_eq!(navigate(&model, Some(EventId(9)), Step::Future), None);
        assert_eq!(navigate(&model, Some(EventId(900)), Step::First), Some(EventId(0)));
    }
}

//! Narrows the bounds of events by their links.
//!
//! Each link is a pair of difference constraints on bounds (a before b: the latest of a is no later than that of b, the
//! earliest of b no earlier than that of a). Every application makes an interval smaller or leaves it, and an end only ever
//! takes a value that some other end has, or lies a day from it («غداة»): with n events and no such day there are at most 2n
//! values, so the rounds end by themselves. They are also counted, which ends days that chase each other in a circle: a chain told
//! backwards needs a round for each of its links, and one longer than an article has is left wide.

use chrono::NaiveDate;

use super::Strength;
use crate::base::{Arg, Bounds, Message, Moment};
use crate::event::{Basis, EventId, Step, Tlink, Warning};
use crate::extract::temporal::bounds::Dated;

/// The most rounds; bounds are sound after each.
const ROUNDS: usize = 100;

/// Narrows `dated` by `links`, drops the links that contradict what is known, and says so.
pub(in crate::extract) fn solve(dated: &mut [Dated], links: &mut Vec<(Tlink, Strength)>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for _ in 0..ROUNDS.min(dated.len() + 1) {
        let mut changed = false;
        links.retain(|(link, strength)| {
            let Some(order) = link.in_order().filter(|_| *strength != Strength::Tense) else { return true };
            match apply(dated, order, link, *strength) {
                Outcome::Kept => true,
                Outcome::Narrowed => {
                    changed = true;
                    true
                }
                Outcome::Contradicted => {
                    warnings.push(contradiction(link));
                    false
                }
            }
        });
        if !changed {
            break;
        }
    }
    warnings
}

enum Outcome {
    Kept,
    Narrowed,
    Contradicted,
}

/// The same a day later or earlier; `None` beyond the calendar.
fn moved(bounds: Bounds, step: fn(&NaiveDate) -> Option<NaiveDate>) -> Bounds {
    let end = |end: Option<Moment>| end.and_then(|end| step(&end.day())).map(Moment::on);
    Bounds { earliest: end(bounds.earliest), latest: end(bounds.latest) }
}

fn apply(dated: &mut [Dated], (earlier, later): (EventId, EventId), link: &Tlink, strength: Strength) -> Outcome {
    let (earlier, later) = (earlier.index(), later.index());
    let (Some(a), Some(b)) = (dated.get(earlier), dated.get(later)) else { return Outcome::Kept };
    // What goes on has no end that would bound another event's.
    let upper = if b.is_ongoing { None } else { b.bounds.latest };
    let lower = if a.is_ongoing { None } else { a.bounds.earliest };
    let (before, after) = if strength == Strength::NextDay {
        (
            moved(Bounds { latest: upper, ..b.bounds }, NaiveDate::pred_opt),
            moved(Bounds { earliest: lower, ..a.bounds }, NaiveDate::succ_opt),
        )
    } else {
        (Bounds { earliest: None, latest: upper }, Bounds { earliest: lower, latest: None })
    };
    let (first, second) = (a.bounds.intersected(before), b.bounds.intersected(after));
    let (Some(first), Some(second)) = (first, second) else { return Outcome::Contradicted };
    let mut narrowed = false;
    for (index, bounds) in [(earlier, first), (later, second)] {
        let event = &mut dated[index];
        if event.bounds == bounds || event.is_ongoing {
            continue;
        }
        event.from_text.0 |= bounds.earliest != event.bounds.earliest;
        event.from_text.1 |= bounds.latest != event.bounds.latest;
        if matches!(event.basis, Basis::Narrative | Basis::None) {
            event.basis = Basis::Ordered;
        }
        let key = match (strength, index == earlier) {
            (Strength::NextDay, true) => "why-day-before-event",
            (Strength::NextDay, false) => "why-day-after-event",
            (_, true) => "why-before-event",
            (_, false) => "why-after-event",
        };
        let message = Message::new(key).with(
            "dates",
            Arg::Bounds(match (strength, index == earlier) {
                (Strength::NextDay, _) => bounds,
                (_, true) => Bounds { earliest: None, latest: bounds.latest },
                (_, false) => Bounds { earliest: bounds.earliest, latest: None },
            }),
        );
        event.bounds = bounds;
        event.steps.insert(0, Step { rule: "order/link".into(), message, spans: link.cue.into_iter().collect() });
        narrowed = true;
    }
    if narrowed { Outcome::Narrowed } else { Outcome::Kept }
}

fn contradiction(link: &Tlink) -> Warning {
    Warning {
        code: "order-contradiction".into(),
        message: Message::new("warning-order-contradiction"),
        spans: link.cue.into_iter().collect(),
    }
}

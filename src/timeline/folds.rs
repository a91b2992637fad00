//! Which empty spans are folded, and what a fold says it hides.
//! Knows no pixels: how wide a fold is drawn is the scale's affair.

use super::axis::{Axis, Item};
use crate::base::{Arg, Message, TimePoint, TimeRange};

const DAY: i64 = 86_400;
/// A shorter gap is not worth a fold: what a fold says is counted in months.
const MIN_GAP: i64 = 90 * DAY;
/// A gap is long when it is so many times the typical distance and takes so much of what is shown.
const LONG_RATIO: f64 = 1.5;
const LONG_SHARE: f64 = 0.25;
/// A gap that is so many times the typical distance is long even with a small share.
const VERY_LONG_RATIO: f64 = 12.0;
const SMALL_SHARE: f64 = 0.05;
/// So much of what stays visible is left unfolded beside what is occupied; no more than so much of the gap, nor than a part
/// of what stands there or some days.
const MARGIN_OF_VISIBLE: f64 = 0.04;
const MARGIN_OF_GAP: f64 = 0.15;
const MARGIN_OF_OCCUPIED: f64 = 0.12;
const LEAST_MARGIN: i64 = 3 * DAY;
/// More folds than this would leave no axis between them.
const MAX_FOLDS: usize = 6;

/// The spans to fold, in order of time; none touches the occupied time of an item or the publication date.
#[must_use]
pub fn long_empty_spans(axis: &Axis, published: Option<TimePoint>) -> Vec<TimeRange> {
    let occupied = occupied_spans(axis, published);
    let gaps: Vec<TimeRange> = occupied.windows(2).map(|pair| TimeRange { start: pair[0].end, end: pair[1].start }).collect();
    let typical = typical_distance(axis, published);
    let whole = occupied.first().zip(occupied.last()).map_or(0.0, |(first, last)| seconds(last.end.0 - first.start.0));
    let mut by_length: Vec<TimeRange> = gaps.into_iter().filter(|gap| gap.duration_secs() >= MIN_GAP).collect();
    by_length.sort_by_key(|gap| std::cmp::Reverse(gap.duration_secs()));
    let mut visible = whole;
    let mut chosen = Vec::new();
    for gap in by_length.into_iter().take(MAX_FOLDS) {
        let length = seconds(gap.duration_secs());
        let long = length >= LONG_RATIO * typical && length >= LONG_SHARE * visible;
        let very_long = length >= VERY_LONG_RATIO * typical && length >= SMALL_SHARE * visible;
        if !long && !very_long {
            break;
        }
        visible -= length;
        chosen.push(gap);
    }
    chosen.sort_by_key(|gap| gap.start);
    with_margins(&chosen, &occupied, visible)
}

/// What a fold says: how many years, or months where they are few.
#[must_use]
pub fn fold_message(hidden: TimeRange) -> Message {
    let key = if is_counted_in_years(hidden) { "timeline-folded-years" } else { "timeline-folded-months" };
    Message::new(key).with("count", Arg::Number(folded_length(hidden)))
}

/// The length of a fold in years, or in months where they are few.
#[must_use]
pub fn folded_length(hidden: TimeRange) -> i64 {
    if is_counted_in_years(hidden) { months(hidden) / 12 } else { months(hidden) }
}

/// Whether a fold is counted in years.
#[must_use]
pub fn is_counted_in_years(hidden: TimeRange) -> bool {
    months(hidden) >= 36
}

fn months(hidden: TimeRange) -> i64 {
    (hidden.duration_secs() * 12 / (365 * DAY + DAY / 4)).max(1)
}

/// The occupied times, those that touch joined, in order.
fn occupied_spans(axis: &Axis, published: Option<TimePoint>) -> Vec<TimeRange> {
    // Each lane is in order; joined by itself little of it may be left to sort.
    let lanes = (0..axis.n_lanes()).map(|lane| &axis.items()[axis.lane(lane)]);
    let mut spans: Vec<TimeRange> = lanes.flat_map(|items| joined(items.iter().map(Item::occupied))).collect();
    spans.extend(published.map(|at| TimeRange { start: TimePoint(at.0 - DAY), end: at }));
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    joined(spans.into_iter())
}

fn joined(spans: impl Iterator<Item = TimeRange>) -> Vec<TimeRange> {
    let mut joined: Vec<TimeRange> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// The median (the lower one of two) of the distances between neighbours and of what lasts longer than a day or two, in seconds.
fn typical_distance(axis: &Axis, published: Option<TimePoint>) -> f64 {
    let mut starts: Vec<i64> = axis.all_starts().iter().map(|start| start.0).collect();
    starts.extend(published.map(|at| at.0 - DAY));
    starts.sort_unstable();
    starts.dedup();
    let mut distances: Vec<i64> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    distances.extend(axis.items().iter().map(|item| item.occupied().duration_secs()).filter(|length| *length > 2 * DAY));
    if distances.is_empty() {
        return 0.0;
    }
    let middle = (distances.len() - 1) / 2;
    seconds(*distances.select_nth_unstable(middle).1)
}

/// The parts of gaps that are hidden, given how many seconds stay visible.
fn with_margins(gaps: &[TimeRange], occupied: &[TimeRange], visible: f64) -> Vec<TimeRange> {
    let (Some(first), Some(last)) = (occupied.first(), occupied.last()) else { return Vec::new() };
    let mut folds = Vec::with_capacity(gaps.len());
    let mut occupied_from = first.start;
    for (at, gap) in gaps.iter().enumerate() {
        let occupied_to = gaps.get(at + 1).map_or(last.end, |next| next.start);
        let margin = |beside: i64| {
            let least = seconds(LEAST_MARGIN).max(MARGIN_OF_OCCUPIED * seconds(beside));
            let margin = (MARGIN_OF_VISIBLE * visible).max(seconds(DAY)).min(least);
            super::pieces::whole_seconds(margin.min(MARGIN_OF_GAP * seconds(gap.duration_secs())))
        };
        folds.push(TimeRange {
            start: TimePoint(gap.start.0 + margin(gap.start.0 - occupied_from.0)),
            end: TimePoint(gap.end.0 - margin(occupied_to.0 - gap.end.0)),
        });
        occupied_from = gap.end;
    }
    folds
}

/// Seconds as the axis counts them.
fn seconds(whole: i64) -> f64 {
    whole as f64
}

#[cfg(test)]
mod tests;

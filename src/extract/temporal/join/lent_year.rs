//! Years that a list tells once: «في مارس ثم في يونيو 2011», "in March and June 2011".
//! Counter-example: «يونيو 2011 ثم مارس»: what stands behind is lent nothing.

use chrono::Datelike;

use super::super::Found;
use super::range::{in_year, starts};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;

/// What lists, and what may stand before a date in a list.
const LISTING: [&str; 8] = ["ثم", "و", "او", "and", "or", "then", ",", "،"];
const HEADING: [&str; 12] = ["في", "وفي", "من", "شهر", "يوم", "ومن", "in", "on", "the", "of", "from", "between"];

/// «في مارس ثم في يونيو 2011»: the year of the last of a list is that of all.
pub(super) fn lend_years(reading: &Reading<'_>, mut found: Vec<Found>) -> Vec<Found> {
    for index in (1..found.len()).rev() {
        let (before, behind) = found.split_at_mut(index);
        let (Some(a), Some(b)) = (before.last_mut(), behind.first()) else { continue };
        let between = a.last + 1..b.first;
        let joined = b.skip > 0 && reading.str(b.first).starts_with('و');
        let listed = b.first - a.last <= 4
            && (joined || between.clone().any(|token| is_listing(reading.str(token))))
            && between.clone().all(|token| is_listing(reading.str(token)) || HEADING.contains(&reading.str(token)));
        let year =
            b.value.days().map(|days| days.0.year()).filter(|_| b.anchor == Anchor::Absolute && a.anchor == Anchor::Published);
        if let (true, true, Some(year)) = (listed, a.yearless, year)
            && let Some(value) = in_year(&a.value, year).filter(|value| starts(value) <= starts(&b.value))
        {
            (a.value, a.anchor, a.yearless) = (value, Anchor::Absolute, false);
        }
    }
    found
}

fn is_listing(word: &str) -> bool {
    LISTING.contains(&word) || is_next_ordinal(word)
}

/// «الأولى في 12 نيسان والثانية في 3 أيار»: the ordinal of the next of a list.
fn is_next_ordinal(word: &str) -> bool {
    let found = ARABIC.temporal.ordinals.at(|i| (i == 0).then_some(word));
    found.is_some_and(|found| found.definite && found.skip == 'و'.len_utf8() && found.preposition.is_none())
}

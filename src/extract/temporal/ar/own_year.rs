//! Years that start when they please: «الموسم الماضي»، «السنة المالية المقبلة»، «العام الدراسي الحالي».
//! Counter-examples: «موسم الحج», «الموسم الأول من المسلسل», «العام الماضي».

use chrono::{Datelike, NaiveDate};

use super::{At, part};
use crate::base::{Bounds, Moment};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::{Relative, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found, relative_at, resolve};

const RULE: &str = "ar/own-year";

/// «الموسم الماضي», «الموسم الكروي المقبل».
pub(super) fn season(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let described = context.reading.word(at.last() + 1).filter(|word| ARABIC.temporal.own_years.contains(*word));
    of_years(context, at, described).or_else(|| related(context, at, described))
}

/// «الموسم الدراسي 2003-2004»: the two years that it lies in.
fn of_years(context: &Context<'_>, at: At<'_>, described: Option<&str>) -> Option<Found> {
    let reading = context.reading;
    described?;
    let token = at.last() + 2;
    let first = super::year::number(reading, token).filter(|_| at.word.definite && super::year::named_by(reading, token))?;
    let (second, last) = super::year::later_year(reading, token, first).filter(|(second, _)| *second == first + 1)?;
    let value = Value::Range(Box::new(Value::Year(first)), Box::new(Value::Year(second)));
    Some(Found::date(at.token, at.word.skip, last, value, crate::event::Anchor::Absolute, RULE))
}

/// «السنة المالية المقبلة», «العام الدراسي الماضي»; `None` where no such adjective stands behind the year.
pub(super) fn described(context: &Context<'_>, at: At<'_>) -> Option<Found> {
    let word = context.reading.word(at.last() + 1).filter(|word| ARABIC.temporal.own_years.contains(*word))?;
    related(context, at, Some(word))
}

fn related(context: &Context<'_>, at: At<'_>, described: Option<&str>) -> Option<Found> {
    if !at.word.definite {
        return None;
    }
    let last = at.last() + usize::from(described.is_some());
    let this = at.token.checked_sub(1).filter(|_| at.word.skip == 0).and_then(|before| Some((before, this(context, before)?)));
    let (relative, first, skip, last) = match (relative_at(context.reading, last + 1), this) {
        (Some((relative, n_tokens)), _) => (relative, at.token, at.word.skip, last + n_tokens),
        (None, Some((this, skip))) => (Relative::Current, this, skip, last),
        (None, None) => return None,
    };
    let steps = relative.steps()?;
    let value = value(context, described, steps);
    let bounds = context.published.and_then(|published| bounds(published, steps)).unwrap_or_default();
    // What a year of accounts is called says little of when it starts; a school year's name says it well.
    let known = if matches!(value, Value::Range(..)) { value.bounds(None) } else { bounds };
    let bounds = known.intersected(bounds).unwrap_or(bounds);
    let found = Found::date(first, skip, last, value, context.anchor(), RULE);
    Some(Found { bounds: Some(bounds), ..part::with_part(context, found) })
}

/// The bytes that cling to «هذا» at a token: «لهذا الموسم».
fn this(context: &Context<'_>, token: usize) -> Option<usize> {
    let word = context.reading.word(token)?;
    let bare = word.trim_start_matches(['و', 'ل', 'ب']);
    matches!(bare, "هذا" | "هذه").then_some(word.len() - bare.len())
}

fn value(context: &Context<'_>, described: Option<&str>, steps: i64) -> Value {
    let vague = match steps {
        0 => Value::Present,
        1.. => Value::Future,
        _ => Value::Past,
    };
    let Some((published, described)) = context.published.zip(described) else { return vague };
    let words = &ARABIC.temporal;
    if words.years_of_accounts.contains(described) {
        let year = i32::try_from(steps).ok().map(|steps| published.year() + steps);
        return year.map_or(vague, Value::FiscalYear);
    }
    if !words.school_years.contains(described) {
        return vague;
    }
    school_year(published, steps).map_or(vague, |year| Value::Range(Box::new(Value::Year(year)), Box::new(Value::Year(year + 1))))
}

/// The year in which a school year starts, in late summer as everywhere north of the equator; between two of them none is
/// the current one.
fn school_year(published: NaiveDate, steps: i64) -> Option<i32> {
    let steps = i32::try_from(steps).ok()?;
    let year = published.year();
    match published.month() {
        1..=6 => Some(year - 1 + steps),
        7..=9 if steps > 0 => Some(year - 1 + steps),
        7..=8 if steps < 0 => Some(year + steps),
        7..=8 => None,
        _ => Some(year + steps),
    }
}

/// What is known of a year whose start is not: one that is over ended before publication and began not two years before it,
/// and so on.
fn bounds(published: NaiveDate, steps: i64) -> Option<Bounds> {
    let away = |years: i64| resolve::shifted(published, Unit::Year, years).map(Moment::on);
    let (from, to) = match steps {
        0 => (-1, 1),
        1.. => (0, steps + 1),
        _ => (steps - 1, 0),
    };
    Some(Bounds::between(away(from)?, away(to)?))
}

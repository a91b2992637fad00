//! A year that words tell behind a month, a season or a feast: «مارس من العام الماضي»، «صيف هذا العام»، «15 أغسطس من العام نفسه».
//! Counter-examples: «في مارس أعلن العام الماضي», «مارس من العام» without an adjective.

use super::{nth, time_word};
use crate::event::Anchor;
use crate::extract::lexicon::time_word::{Count, TimeWord, Unit};
use crate::extract::temporal::value::Value;
use crate::extract::temporal::{Context, Found};

/// A year that was told, and what it was counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct ToldYear {
    /// `None` where it is counted from a publication that is not known.
    pub(super) year: Option<i32>,
    pub(super) last: usize,
    pub(super) anchor: Anchor,
    pub(super) anchor_token: Option<usize>,
}

/// The year told from a token on, «من» and «في» apart.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<ToldYear> {
    let reading = context.reading;
    let start = token + usize::from(matches!(reading.word(token), Some("من" | "في")));
    let this = usize::from(matches!(reading.word(start), Some("هذا" | "هذه" | "ذلك" | "تلك" | "نفس" | "ذات")));
    let head = time_word(context, start + this)?;
    if !head.word.definite || head.word.skip > 0 || *head.word.meaning != TimeWord::Unit(Unit::Year, Count::One) {
        return None;
    }
    let unresolved = || super::at(context, start + this).filter(|found| found.first == start && context.published.is_none());
    let Found { value, last, anchor, anchor_token, .. } = nth::container(context, start).or_else(unresolved)?;
    let year = match value {
        Value::Year(year) => Some(year),
        Value::Past | Value::Present | Value::Future => None,
        _ => return None,
    };
    (last > start).then_some(ToldYear { year, last, anchor, anchor_token })
}

//! What is to be said of the expressions of a text besides their values: that two of them tell one day in two calendars, and
//! where the reader should look twice.
//!
//! «15 محرم 1446 هـ الموافق 21 يوليو 2024» are joined by IDENTITY. Warnings: two such dates more than a day apart, a Hijri date
//! outside the years of Umm al-Qura, «السابع من أكتوبر» as the name of an event whose year nobody tells.

use super::{TimexMention, calendar};
use crate::base::{Message, TextSpan};
use crate::event::{LinkEnd, TimexId, Tlink, TlinkType, Warning};
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::stems;

/// The links between the expressions of a text, and the warnings about them.
pub(in crate::extract) fn notes(reading: &Reading<'_>, mentions: &[TimexMention]) -> (Vec<Tlink>, Vec<Warning>) {
    let (mut links, mut warnings) = (Vec::new(), Vec::new());
    for (index, pair) in mentions.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let Some(cue) = same_time(reading, a, b) else { continue };
        // A comma alone lists as often as it equates.
        let listed = cue.is_none() && reading.is_mark(a.last + 1, "،");
        if listed && days_apart(a, b) != Some(0) {
            continue;
        }
        links.extend(identity(index, cue));
        if days_apart(a, b).is_some_and(|days| days > 1) {
            warnings.push(warning("calendars-differ", "warning-calendars-differ", vec![a.timex.span, b.timex.span]));
        }
    }
    let of = |wanted: &dyn Fn(&TimexMention) -> bool| -> Vec<TextSpan> {
        mentions.iter().filter(|mention| wanted(mention)).map(|mention| mention.timex.span).collect()
    };
    let tabular = of(&|mention| mention.timex.rule == calendar::RULE_TABULAR);
    let ambiguous = of(&|mention| mention.is_year_assumed && names_event(reading, mention.first));
    warnings.extend((!tabular.is_empty()).then(|| warning("hijri-tabular", "warning-hijri-tabular", tabular)));
    warnings.extend((!ambiguous.is_empty()).then(|| warning("year-ambiguous", "warning-year-ambiguous", ambiguous)));
    (links, warnings)
}

fn warning(code: &'static str, key: &'static str, spans: Vec<TextSpan>) -> Warning {
    Warning { code: code.into(), message: Message::new(key), spans }
}

/// Whether a Hijri and a Gregorian date stand side by side as one; the word that says so, where one does.
fn same_time(reading: &Reading<'_>, a: &TimexMention, b: &TimexMention) -> Option<Option<TextSpan>> {
    if calendar::is_hijri(&a.timex.rule) == calendar::is_hijri(&b.timex.rule) || b.first > a.last + 4 || b.first == a.last + 1 {
        return None;
    }
    let mut cue = None;
    for token in a.last + 1..b.first {
        match reading.str(token) {
            "الموافق" | "الموافقه" | "يوافق" | "موافق" | "موافقا" => {
                cue = Some(reading.token_span(token))
            }
            "(" | ")" | "/" | "-" | "–" | "—" | "،" | "," | "[" | "]" | "ل" | "م" | "=" | "يوم" => {}
            _ => return None,
        }
    }
    let ((a_first, a_last), (b_first, b_last)) = (a.value.days()?, b.value.days()?);
    // A day is no month.
    ((a_first == a_last) == (b_first == b_last)).then_some(cue)
}

fn identity(index: usize, cue: Option<TextSpan>) -> Option<Tlink> {
    let id = |index: usize| u32::try_from(index).ok().map(|index| LinkEnd::Timex(TimexId(index)));
    Some(Tlink { from: id(index)?, to: id(index + 1)?, link_type: TlinkType::Identity, cue })
}

/// How many days lie between two expressions; 0 where they share one.
fn days_apart(a: &TimexMention, b: &TimexMention) -> Option<i64> {
    let (a, b) = (a.value.days()?, b.value.days()?);
    Some((b.0 - a.1).num_days().max((a.0 - b.1).num_days()).max(0))
}

/// Whether what stands before a date makes it the name of an event: «هجوم السابع من أكتوبر», «منذ السابع من أكتوبر».
fn names_event(reading: &Reading<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let events = &ARABIC.temporal.dated_events;
    stems(before).any(|stem| stem.core == "منذ" || events.contains(stem.core))
}

//! The families of Arabic temporal expressions, one a file. Which word of time stands at a token decides the family.

mod day_word;
mod month;
mod numeric;
mod quantity;
mod unit;
mod weekday;
mod year;

use super::{Context, Found};
use crate::event::Anchor;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::phrases::PhraseMatch;
use crate::extract::lexicon::temporal::{Soft, TimeWord};
use crate::extract::temporal::value::Value;
use crate::extract::tokenize::TokenKind;

/// A word of time in the text: its token and how it was read.
#[derive(Debug, Clone, Copy)]
struct At<'a> {
    token: usize,
    word: PhraseMatch<'a, TimeWord>,
}

impl At<'_> {
    /// The last token of the word.
    fn last(&self) -> usize {
        self.token + self.word.n_tokens - 1
    }
}

/// The expression whose first deciding word stands at `token`; it may reach back before it.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    match context.reading.kind(token)? {
        TokenKind::Number => numeric::date(context, token)
            .or_else(|| month::after_number(context, token))
            .or_else(|| unit::counted(context, token))
            .or_else(|| year::bare(context, token)),
        TokenKind::Word => word(context, token).or_else(|| unit::counted(context, token)),
        TokenKind::Mark | TokenKind::Break => None,
    }
}

fn time_word<'a>(context: &Context<'a>, token: usize) -> Option<At<'a>> {
    let word = ARABIC.temporal.words.at(|i| context.reading.word(token + i))?;
    Some(At { token, word })
}

fn word(context: &Context<'_>, token: usize) -> Option<Found> {
    let at = time_word(context, token)?;
    match *at.word.meaning {
        TimeWord::Month(number) => month::named(context, at, number),
        TimeWord::HijriMonth(_) => None,
        TimeWord::Weekday(number) => weekday::named(context, at, number),
        TimeWord::Unit(unit, count) => year::headed(context, at, unit)
            .or_else(|| unit::related(context, at, unit, count))
            .or_else(|| unit::alone(context, at, unit, count)),
        TimeWord::Day(offset) => day_word::day(context, at, offset),
        TimeWord::DayPart(part) => day_word::part_of_day(context, at, part),
        TimeWord::Soft(soft) => Some(soft_word(at, soft)),
        TimeWord::Part(_) => None,
    }
}

/// «مؤخرًا»، «لاحقًا»، «الآن»: a reference without a date.
fn soft_word(at: At<'_>, soft: Soft) -> Found {
    let (value, rule) = match soft {
        Soft::Past => (Value::Past, "ar/soft-past"),
        Soft::Present => (Value::Present, "ar/soft-present"),
        Soft::Later => (Value::Future, "ar/soft-later"),
    };
    Found::date(at.token, at.word.skip, at.last(), value, Anchor::Unresolved, rule)
}

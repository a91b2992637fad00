//! What an English word may open: one look-up a word says which tables and families have to be asked at all.

use super::time_word::TimeWord;

/// A set of what a word may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Opens(u16);

impl Opens {
    pub(crate) const NOTHING: Self = Self(0);
    pub(crate) const MONTH: Self = Self(1);
    pub(crate) const WEEKDAY: Self = Self(1 << 1);
    pub(crate) const UNIT: Self = Self(1 << 2);
    /// Seasons, feasts, decades, weekends, named hours, sets.
    pub(crate) const NAME: Self = Self(1 << 3);
    /// "yesterday", "now", "morning".
    pub(crate) const WORD: Self = Self(1 << 4);
    pub(crate) const PART: Self = Self(1 << 5);
    pub(crate) const RELATIVE: Self = Self(1 << 6);
    pub(crate) const NUMBER: Self = Self(1 << 7);
    pub(crate) const ORDINAL: Self = Self(1 << 8);
    pub(crate) const APPROXIMATE: Self = Self(1 << 9);
    pub(crate) const ARTICLE: Self = Self(1 << 10);
    /// "every", "twice".
    pub(crate) const SET: Self = Self(1 << 11);
    /// "all", "half": words of the rules themselves.
    pub(crate) const OTHER: Self = Self(1 << 12);
    /// "in", "within".
    pub(crate) const PREPOSITION: Self = Self(1 << 14);
    /// A verb that tells which way its dates lie.
    pub(crate) const TENSE: Self = Self(1 << 13);
    /// Any entry of the table of words.
    pub(crate) const TIME: Self = Self(0b1_1111);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(super) fn of(word: TimeWord) -> Self {
        match word {
            TimeWord::Month(_) | TimeWord::HijriMonth(_) => Self::MONTH,
            TimeWord::Weekday(_) => Self::WEEKDAY,
            TimeWord::Unit(..) => Self::UNIT,
            TimeWord::Day(_) | TimeWord::Soft(_) | TimeWord::DayPart(_) | TimeWord::Part(_) | TimeWord::Then => Self::WORD,
            TimeWord::Season(_)
            | TimeWord::Holiday(_)
            | TimeWord::Decade(_)
            | TimeWord::Every(_)
            | TimeWord::Weekend
            | TimeWord::OwnYear
            | TimeWord::NamedHour(_) => Self::NAME,
        }
    }
}

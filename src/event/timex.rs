//! A temporal expression: the words, the TIMEX3 value, the bounds.
//! Source: TimeML 1.2.1, annotation of TIMEX3.

use crate::base::{Bounds, Name, TextSpan};

/// The place of a temporal expression in [`super::Extraction::timexes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimexId(pub u32);

impl TimexId {
    /// The place in the list.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A temporal expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// The words, without a leading preposition.
    pub span: TextSpan,
    /// TIMEX3 `type`.
    pub timex_type: TimexType,
    /// TIMEX3 `value`.
    pub value: String,
    /// TIMEX3 `mod`: `START`, `MID`, `END`, `APPROX`, `MORE_THAN`, …
    pub modifier: Option<Name>,
    /// TIMEX3 `quant` of a set: `EVERY`.
    pub quant: Option<Name>,
    /// TIMEX3 `freq` of a set: `2X`, twice.
    pub freq: Option<String>,
    /// What it bounds, inclusive; both `None` where it bounds nothing.
    pub bounds: Bounds,
    /// What it was resolved against.
    pub anchor: Anchor,
    /// The rule that found it.
    pub rule: Name,
}

/// TIMEX3 `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are TimeML's own")]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexType {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Date, Self::Time, Self::Duration, Self::Set];

    /// TimeML's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What a temporal expression was resolved against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Nothing: it says all by itself.
    Absolute,
    /// The publication date.
    Published,
    /// Another expression of the text.
    Timex(TimexId),
    /// Nothing that is known: it stays underspecified.
    Unresolved,
}

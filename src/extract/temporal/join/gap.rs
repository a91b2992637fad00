//! What stands between two expressions, in either language.

use super::super::Found;
use crate::extract::normalize::Reading;

/// What stands between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing, or a word such as "at" and «عند».
    Beside,
    /// A comma.
    Comma,
    And,
    Dash,
    /// «إلى»، «حتى»، "to", "until".
    Range,
    /// An opening bracket.
    Bracket,
    /// "for": how long, or at which hour.
    For,
}

impl Gap {
    pub(super) fn between(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Self> {
        let clitic = b.skip > 0;
        match b.first.checked_sub(a.last + 1)? {
            0 if !clitic => Some(Self::Beside),
            0 => reading.str(b.first).starts_with('و').then_some(Self::And),
            1 => match reading.str(a.last + 1) {
                "الي" | "حتي" | "لغايه" | "to" | "until" | "untill" | "till" | "til" | "through" | "thru" => {
                    Some(Self::Range)
                }
                "for" => Some(Self::For),
                "-" | "–" | "—" | "~" => Some(Self::Dash),
                "و" | "and" => Some(Self::And),
                "," | "،" => Some(Self::Comma),
                "(" => Some(Self::Bracket),
                // «الواحدة بعد منتصف ليل الخميس»
                "بعد" if reading.word(b.first) == Some("منتصف") => Some(Self::Beside),
                "علي" if reading.word(b.first) == Some("الساعه") => Some(Self::Beside),
                "at" | "on" | "in" | "of" | "@" | "around" | "about" | "الموافق" | "في" | "عند" | "من" | "from" | "the" => {
                    Some(Self::Beside)
                }
                _ => None,
            },
            2 => match (reading.str(a.last + 1), reading.str(a.last + 2)) {
                ("حتي" | "الي", "يوم") | ("to" | "until" | "till", "the") | ("up", "to") | ("but", "before") => {
                    Some(Self::Range)
                }
                ("في" | "عند", "تمام") | ("،" | ",", "عند" | "الموافق") => Some(Self::Beside),
                ("on" | "at" | "in" | "of", "the") | ("," | "،", "في" | "on" | "at") => Some(Self::Beside),
                _ => None,
            },
            3 => match (reading.str(a.last + 1), reading.str(a.last + 2), reading.str(a.last + 3)) {
                ("،" | ",", "في" | "عند", "تمام") => Some(Self::Beside),
                // "Saturday's (February 6) earthquake"
                ("'" | "’", _, "(") => Some(Self::Bracket),
                _ => None,
            },
            _ => None,
        }
    }
}

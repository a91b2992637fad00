//! The direction of a paragraph.

use icu::properties::{CodePointMapData, props::BidiClass};

use crate::base::Direction;

/// The direction of the first strong letter; `None` where there is none (digits, signs, nothing).
/// What stands between an isolate and its end does not count.
/// Source: UAX #9, rules P2 and P3.
#[must_use]
pub fn first_strong(paragraph: &str) -> Option<Direction> {
    let classes = CodePointMapData::<BidiClass>::new();
    let mut isolates = 0_usize;
    for c in paragraph.chars() {
        match classes.get(c) {
            BidiClass::LeftToRightIsolate | BidiClass::RightToLeftIsolate | BidiClass::FirstStrongIsolate => isolates += 1,
            BidiClass::PopDirectionalIsolate => isolates = isolates.saturating_sub(1),
            BidiClass::LeftToRight if isolates == 0 => return Some(Direction::LeftToRight),
            BidiClass::RightToLeft | BidiClass::ArabicLetter if isolates == 0 => return Some(Direction::RightToLeft),
            _ => {}
        }
    }
    None
}

/// The direction of a piece of a larger text, such as a headline or a paragraph: that of the larger text where it has a
/// letter that runs that way, whatever stands first. «USS Ford تصل» is Arabic in an Arabic article.
#[must_use]
pub fn direction_within(piece: &str, surrounding: Direction) -> Direction {
    let classes = CodePointMapData::<BidiClass>::new();
    let runs_along = |c: char| match classes.get(c) {
        BidiClass::LeftToRight => !surrounding.is_rtl(),
        BidiClass::RightToLeft | BidiClass::ArabicLetter => surrounding.is_rtl(),
        _ => false,
    };
    if piece.chars().any(runs_along) { surrounding } else { first_strong(piece).unwrap_or(surrounding) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_runs_as_what_it_is_of_where_it_can() {
        use Direction::{LeftToRight, RightToLeft};
        let cases = [
            ("USS Ford تصل إلى الكاريبي", RightToLeft, RightToLeft),
            ("USS Ford تصل إلى الكاريبي", LeftToRight, LeftToRight),
            ("\u{2068}تصل\u{2069} USS Ford", RightToLeft, RightToLeft),
            ("USS Ford", RightToLeft, LeftToRight),
            ("تصل", LeftToRight, RightToLeft),
            ("12/3/2024", RightToLeft, RightToLeft),
            ("", LeftToRight, LeftToRight),
        ];
        for (piece, surrounding, expected) in cases {
            assert_eq!(direction_within(piece, surrounding), expected, "{piece:?}");
        }
    }

    #[test]
    fn the_first_strong_letter_decides() {
        let cases = [
            ("مرحبا USS", Some(Direction::RightToLeft)),
            ("USS مرحبا", Some(Direction::LeftToRight)),
            ("12/3/2024 «USS»", Some(Direction::LeftToRight)),
            ("2024 - 2025", None),
            ("٢٠٢٤", None),
            ("", None),
            ("\u{2068}USS Ford\u{2069} وصلت", Some(Direction::RightToLeft)),
            ("\u{2068}USS Ford", None),
            ("\u{200F}USS", Some(Direction::RightToLeft)),
        ];
        for (text, expected) in cases {
            assert_eq!(first_strong(text), expected, "{text:?}");
        }
    }
}

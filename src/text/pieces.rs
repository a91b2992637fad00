//! Pieces of a paragraph that is too long to be laid out whole: a text without a single line break must not stop the window.
//! Each piece begins a line of its own, and its letters keep the levels that they have in the whole. What an embedding or
//! an override of more than half a piece would do to the next one is lost.

use std::ops::Range;

use icu::properties::CodePointMapData;
use icu::properties::props::{BidiClass, JoiningType};
use unicode_segmentation::GraphemeCursor;

/// The most bytes of a piece: as much as a page of a book has.
pub const MAX_PIECE: usize = 4 * 1024;

/// How good a place to cut is, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Border {
    Letters,
    UnjoinedLetters,
    Words,
    Sentences,
}

/// The pieces of a paragraph, in order: all of its bytes, and one piece where it is short.
pub fn pieces(paragraph: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    let mut is_first = true;
    std::iter::from_fn(move || {
        if start >= paragraph.len() && !is_first {
            return None;
        }
        is_first = false;
        let rest = paragraph.get(start..)?;
        let piece = start..start + if rest.len() <= MAX_PIECE { rest.len() } else { cut(rest) };
        start = piece.end;
        Some(piece)
    })
}

/// Where to cut a text that is longer than a piece: the last of the best places in the second half of the piece.
fn cut(text: &str) -> usize {
    let mut end = MAX_PIECE;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut best = (None, end);
    let mut depth = Depth::of(&text[..end]);
    let mut after = text[end..].chars().next();
    for (at, c) in text[..end].char_indices().rev() {
        let place = at + c.len_utf8();
        let border = after.filter(|_| depth.is_level()).and_then(|after| border(text, place, c, after));
        if border > best.0 {
            best = (border, place);
        }
        if border == Some(Border::Sentences) || place < MAX_PIECE / 2 {
            break;
        }
        depth.leave(c);
        after = Some(c);
    }
    best.1
}

/// What lies between two characters; `None` where nothing may be cut.
fn border(text: &str, place: usize, before: char, after: char) -> Option<Border> {
    if before.is_whitespace() && is_strong(after) {
        let words = text.get(..place)?.trim_end();
        let ends_sentence = words.ends_with(['.', '!', '?', '؟', '۔', '…', '»', '”', '"']);
        return Some(if ends_sentence { Border::Sentences } else { Border::Words });
    }
    let is_cluster = || GraphemeCursor::new(place, text.len(), true).is_boundary(text, 0) == Ok(true);
    let joins = |c: char, types: [JoiningType; 2]| {
        let joining = CodePointMapData::<JoiningType>::new().get(c);
        types.contains(&joining) || matches!(joining, JoiningType::Transparent | JoiningType::JoinCausing)
    };
    let is_joined = joins(before, [JoiningType::DualJoining, JoiningType::LeftJoining])
        && joins(after, [JoiningType::DualJoining, JoiningType::RightJoining]);
    is_cluster().then_some(if is_joined { Border::Letters } else { Border::UnjoinedLetters })
}

/// Whether a character has a direction by itself: what begins with it depends on nothing before it.
fn is_strong(c: char) -> bool {
    let class = CodePointMapData::<BidiClass>::new().get(c);
    matches!(class, BidiClass::LeftToRight | BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

/// How many embeddings and isolates are open.
struct Depth {
    opened: usize,
    closed: usize,
}

impl Depth {
    fn of(text: &str) -> Self {
        let count = |is: fn(char) -> bool| text.chars().filter(|&c| is(c)).count();
        Self { opened: count(opens), closed: count(closes) }
    }

    /// Goes back before a character.
    fn leave(&mut self, c: char) {
        self.opened -= usize::from(opens(c));
        self.closed -= usize::from(closes(c));
    }

    fn is_level(&self) -> bool {
        self.opened <= self.closed
    }
}

fn opens(c: char) -> bool {
    matches!(c, '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}')
}

fn closes(c: char) -> bool {
    matches!(c, '\u{202C}' | '\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::Direction;
    use crate::text::inspect::Inspector;

    fn cut_up(text: &str) -> Vec<&str> {
        pieces(text).map(|range| &text[range]).collect()
    }

    fn check(text: &str) {
        let pieces = cut_up(text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|piece| piece.len() <= MAX_PIECE));
        assert!(pieces.iter().rev().skip(1).all(|piece| piece.len() >= MAX_PIECE / 2 - 4));
    }

    #[test]
    fn what_is_short_is_one_piece() {
        assert_eq!(cut_up(""), [""]);
        assert_eq!(cut_up("سلام"), ["سلام"]);
        let long = "س".repeat(MAX_PIECE / 2);
        assert_eq!(cut_up(&long), [long.as_str()]);
    }

    #[test]
    fn sentences_stay_whole_and_else_words() {
        let text = "وصل الوفد أمس إلى العاصمة. وغادرها اليوم 12 عضوًا منه. ".repeat(400);
        check(&text);
        let cut = cut_up(&text);
        assert!(cut.len() > 3 && cut.iter().all(|piece| piece.trim_end().ends_with('.')));
        let text = "وصل الوفد أمس 2024 إلى العاصمة ".repeat(700);
        check(&text);
        assert!(cut_up(&text).iter().all(|piece| piece.ends_with(' ') && !piece.starts_with('2')));
    }

    #[test]
    fn without_spaces_letters_that_do_not_join_are_parted() {
        let text = "ببببداد".repeat(3000);
        check(&text);
        for piece in cut_up(&text).iter().rev().skip(1) {
            assert!(piece.ends_with(['ا', 'د']), "…{}", &piece[piece.len() - 8..]);
        }
        let marks = format!("ا{}", "\u{64B}".repeat(20_000));
        check(&marks);
        check(&"🇸🇦".repeat(5000));
        check(&"\u{202E}".repeat(9000));
    }

    #[test]
    fn what_is_enclosed_is_not_parted_where_it_is_short() {
        let text = "وقال \u{2067}USS Ford 12 (a b c d e f)\u{2069} إنه 12 ".repeat(800);
        check(&text);
        let is_level = |piece: &&str| piece.matches('\u{2067}').count() == piece.matches('\u{2069}').count();
        assert!(cut_up(&text).iter().all(is_level));
    }

    #[test]
    fn letters_keep_the_direction_that_they_have_in_the_whole() {
        let text = "وصلت USS Gerald Ford (في 24/10/2025) سنة 12-3 «إلى 3.5% من the sea» ثم ".repeat(250);
        let mut inspector = Inspector::bundled();
        let mut of = |text: &str, start: usize| -> Vec<(usize, Direction)> {
            let letters = inspector.order(text, Some(Direction::RightToLeft)).into_iter();
            let letters = letters.filter(|(bytes, _)| text[bytes.clone()].starts_with(char::is_alphanumeric));
            letters.map(|(bytes, direction)| (start + bytes.start, direction)).collect()
        };
        let mut whole = of(&text, 0);
        let mut parts: Vec<_> = pieces(&text).flat_map(|range| of(&text[range.clone()], range.start)).collect();
        whole.sort_unstable_by_key(|(start, _)| *start);
        parts.sort_unstable_by_key(|(start, _)| *start);
        assert!(pieces(&text).count() > 2);
        assert_eq!(whole, parts);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn any_text_is_cut_up_without_loss(unit in "[بدا ai1.،(\u{64B}\u{202E}\u{2067}\u{2069}\u{202C}😀]{1,40}", times in 1_usize..900) {
            check(&unit.repeat(times));
        }
    }
}

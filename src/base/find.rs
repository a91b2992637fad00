//! Finds words as readers search Arabic, and says where they stand in the original: spelling variants that [`super::fold`]
//! holds equal are equal, and so are any two blanks. Looks at each character once, and can stop and go on anywhere.

use super::TextSpan;
use super::fold::{Fold, compatible, fold_char};

/// Words to be found, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    chars: Vec<char>,
    /// For each number of characters that matched, how many of them still do when the next one does not: what Knuth,
    /// Morris and Pratt go back to.
    fallback: Vec<usize>,
}

/// How far a search through a text is.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Up to this byte the text was looked at.
    offset: usize,
    /// How many characters of the pattern stand before it.
    matched: usize,
    /// Where the last characters began, as many as the pattern has, in a ring.
    starts: Vec<usize>,
    /// How many characters came in; the place in the ring.
    n_chars: usize,
    after_blank: bool,
}

impl Pattern {
    /// `None` where nothing is left of the words but blanks and marks.
    #[must_use]
    pub fn new(words: &str) -> Option<Self> {
        let mut chars = Vec::new();
        for c in words.chars() {
            each_folded(c, |folded| {
                if folded != ' ' || chars.last().is_some_and(|last| *last != ' ') {
                    chars.push(folded);
                }
            });
        }
        while chars.last() == Some(&' ') {
            chars.pop();
        }
        if chars.is_empty() {
            return None;
        }
        let fallback = fallback(&chars);
        Some(Self { chars, fallback })
    }

    /// All places, none of which overlap, in order.
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<TextSpan> {
        let mut hits = Vec::new();
        self.go_on(text, &mut Progress::default(), usize::MAX, &mut hits);
        hits
    }

    /// Whether the words stand in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let mut progress = Progress::default();
        text.char_indices().any(|(at, c)| progress.take(self, at, c).is_some())
    }

    /// Looks at about `budget` bytes more and adds what is found; whether that was the end of the text.
    pub fn go_on(&self, text: &str, progress: &mut Progress, budget: usize, hits: &mut Vec<TextSpan>) -> bool {
        let begin = progress.offset;
        let rest = text.get(begin..).unwrap_or_default();
        for (at, c) in rest.char_indices() {
            if at >= budget {
                progress.offset = begin + at;
                return false;
            }
            let end = begin + at + c.len_utf8();
            // A ligature can be the end of one place and the beginning of the next: it is of the first.
            if let Some(start) = progress.take(self, begin + at, c)
                && hits.last().is_none_or(|last| last.end <= start)
            {
                hits.push(TextSpan::new(start, end_of_marks(text, end)));
            }
        }
        progress.offset = text.len();
        true
    }
}

impl Progress {
    /// Takes one character in; where the pattern ends with it, where it began.
    fn take(&mut self, pattern: &Pattern, offset: usize, c: char) -> Option<usize> {
        let mut found = None;
        if c == '\n' {
            // Words of two paragraphs do not belong together.
            (self.matched, self.after_blank) = (0, true);
            return None;
        }
        each_folded(c, |folded| {
            let is_blank = folded == ' ';
            if !(is_blank && self.after_blank) {
                found = self.push(pattern, offset, folded).or(found);
            }
            self.after_blank = is_blank;
        });
        found
    }

    fn push(&mut self, pattern: &Pattern, offset: usize, folded: char) -> Option<usize> {
        let length = pattern.chars.len();
        self.starts.resize(length, 0);
        self.starts[self.n_chars % length] = offset;
        self.n_chars += 1;
        while self.matched > 0 && pattern.chars[self.matched] != folded {
            self.matched = pattern.fallback[self.matched - 1];
        }
        self.matched += usize::from(pattern.chars[self.matched] == folded);
        if self.matched < length {
            return None;
        }
        self.matched = 0;
        Some(self.starts[self.n_chars % length])
    }
}

/// The characters that one folds to, any blank as a space.
fn each_folded(c: char, mut take: impl FnMut(char)) {
    let mut keep = |kept: char| take(if kept.is_whitespace() { ' ' } else { kept });
    match fold_char(c) {
        Fold::Keep(kept) => keep(kept),
        Fold::Compatibility => compatible(c).for_each(keep),
        Fold::Mark | Fold::Drop => {}
    }
}

/// Marks belong to the letter before them.
fn end_of_marks(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let marks = rest.chars().take_while(|c| fold_char(*c) == Fold::Mark);
    end + marks.map(char::len_utf8).sum::<usize>()
}

fn fallback(chars: &[char]) -> Vec<usize> {
    let mut fallback = vec![0; chars.len()];
    let mut matched = 0;
    for at in 1..chars.len() {
        while matched > 0 && chars[matched] != chars[at] {
            matched = fallback[matched - 1];
        }
        matched += usize::from(chars[matched] == chars[at]);
        fallback[at] = matched;
    }
    fallback
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::fold::fold;

    fn found<'a>(words: &str, text: &'a str) -> Vec<&'a str> {
        let pattern = Pattern::new(words).expect("a pattern");
        pattern.find_all(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn spellings_that_readers_hold_equal_are_found_as_they_are_written() {
        for (words, text, hits) in [
            ("احمد", "قال أحمد وإحمد: أَحْمَدُ!", vec!["أحمد", "إحمد", "أَحْمَدُ"]),
            ("مدرسه", "مدرسة المدرسه", vec!["مدرسة", "مدرسه"]),
            ("مستشفي", "مستشفى", vec!["مستشفى"]),
            ("مادورو", "مـــادورو", vec!["مـــادورو"]),
            ("2025", "٢٠٢٥ و۲۰۲۵", vec!["٢٠٢٥", "۲۰۲۵"]),
            ("لا", "ﻻ", vec!["ﻻ"]),
            ("ford", "USS Ford, FORD", vec!["Ford", "FORD"]),
            ("الرئيس  السابق", "الرئيس\u{a0}السابق", vec!["الرئيس\u{a0}السابق"]),
            ("آخر", "الاخر", vec!["اخر"]),
        ] {
            assert_eq!(found(words, text), hits, "{words}");
        }
    }

    #[test]
    fn hits_do_not_overlap_and_do_not_cross_paragraphs() {
        assert_eq!(found("aa", "aaaaa").len(), 2);
        assert_eq!(found("aab", "aaab"), ["aab"]);
        assert_eq!(found("أول ثان", "أول\nثان أول ثان"), ["أول ثان"]);
    }

    #[test]
    fn blanks_and_marks_alone_are_no_pattern() {
        for words in ["", "  ", "\u{064B}", "ـ", "\n"] {
            assert_eq!(Pattern::new(words), None, "{words:?}");
        }
        assert_eq!(Pattern::new(" أ "), Pattern::new("ا"));
    }

    /// Letters that fold to others, to several, to nothing.
    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select(vec!["ا", "أ", "ب", "ة", "ه", "ـ", "َ", " ", "\u{a0}", "ﻻ", "ل", "\u{200F}", "1", "١"]),
            0..40,
        )
        .prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn every_hit_holds_the_pattern_and_none_is_missed(words in text(), text in text(), budget in 1_usize..9) {
            prop_assume!(Pattern::new(&words).is_some());
            let pattern = Pattern::new(&words).expect("a pattern");
            let squeezed = |text: &str| fold(text).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            let hits = pattern.find_all(&text);
            for hit in &hits {
                prop_assert!(squeezed(hit.of(&text)).contains(&squeezed(&words)), "more than it only where a ligature is cut");
            }
            prop_assert_eq!(!hits.is_empty(), squeezed(&text).contains(&squeezed(&words)));
            prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let (mut progress, mut in_pieces) = (Progress::default(), Vec::new());
            while !pattern.go_on(&text, &mut progress, budget, &mut in_pieces) {}
            prop_assert_eq!(in_pieces, hits);
        }
    }
}

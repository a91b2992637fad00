//! Folding of Arabic and Latin text for search and matching, with the way back to the original.
//! Hamza carriers, ة/ه, ى/ي, tatweel, marks, digit forms, presentation forms and case do not matter.

use unicode_normalization::UnicodeNormalization;

use super::span::TextSpan;

/// A folded text that knows where each of its bytes comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each folded byte, where its original character starts.
    starts: Vec<u32>,
    /// For each folded byte, where its original character ends, marks included.
    ends: Vec<u32>,
}

impl Folded {
    /// Folds `text`; what lies beyond 4 GiB is left out.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.text.reserve(text.len());
        folded.starts.reserve(text.len());
        folded.ends.reserve(text.len());
        for (offset, c) in text.char_indices() {
            let (Ok(start), Ok(end)) = (u32::try_from(offset), u32::try_from(offset + c.len_utf8())) else { break };
            match fold_char(c) {
                Fold::Keep(kept) => folded.push(kept, start, end),
                Fold::Mark => folded.extend_last(start, end),
                Fold::Drop => {}
                Fold::Compatibility => {
                    for part in std::iter::once(c).nfkc() {
                        if let Fold::Keep(kept) = fold_char(part) {
                            folded.push(kept, start, end);
                        }
                    }
                }
            }
        }
        folded
    }

    /// The original span of a folded one; `span` lies on code point borders of the folded text.
    #[must_use]
    pub fn original(&self, span: TextSpan) -> TextSpan {
        let start = self.starts.get(span.start).or(self.ends.last()).copied().unwrap_or(0) as usize;
        if span.is_empty() {
            return TextSpan::new(start, start);
        }
        let end = self.ends.get(span.end - 1).copied().unwrap_or(0) as usize;
        TextSpan::new(start, end.max(start))
    }

    /// The first folded byte that comes from `original` or later.
    #[must_use]
    pub fn folded_offset(&self, original: usize) -> usize {
        self.starts.partition_point(|&start| (start as usize) < original)
    }

    fn push(&mut self, c: char, start: u32, end: u32) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.starts.push(start);
            self.ends.push(end);
        }
    }

    /// Gives a mark that was left out to the character before it.
    fn extend_last(&mut self, start: u32, end: u32) {
        for last in self.ends.iter_mut().rev().take_while(|last| **last == start) {
            *last = end;
        }
    }
}

/// `text` folded, without the way back.
#[must_use]
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

enum Fold {
    Keep(char),
    /// Left out, and part of the character before it.
    Mark,
    /// Left out.
    Drop,
    /// To be taken apart first.
    Compatibility,
}

fn fold_char(c: char) -> Fold {
    match c {
        '\u{0}'..='\u{7F}' => Fold::Keep(c.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' | 'ٱ' => Fold::Keep('ا'),
        'ى' | 'ی' | 'ئ' => Fold::Keep('ي'),
        'ؤ' => Fold::Keep('و'),
        'ة' => Fold::Keep('ه'),
        'ک' => Fold::Keep('ك'),
        // Tashkeel, Quranic marks, superscript alef, combining madda and hamza, tatweel.
        '\u{0610}'..='\u{061A}'
        | '\u{0640}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' => Fold::Mark,
        '\u{0300}'..='\u{036F}' => Fold::Mark,
        // Zero-width characters and bidi controls.
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            Fold::Drop
        }
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Fold::Keep(' '),
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '٫' => Fold::Keep('.'),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{FF01}'..='\u{FF5E}' => Fold::Compatibility,
        // Latin letters lose their marks: «é» is «e», composed or not.
        '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Fold::Keep(base_letter(c)),
        _ if c.is_uppercase() => Fold::Keep(c.to_lowercase().next().unwrap_or(c)),
        _ => Fold::Keep(c),
    }
}

fn base_letter(c: char) -> char {
    let base = std::iter::once(c).nfd().next().unwrap_or(c);
    base.to_lowercase().next().unwrap_or(base)
}

fn digit(c: char, zero: char) -> Fold {
    let value = u32::from(c) - u32::from(zero);
    Fold::Keep(char::from_digit(value, 10).unwrap_or(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_readers_hold_equal_are_equal() {
        let pairs = [
            ("أحمد", "احمد"),
            ("مدرسة", "مدرسه"),
            ("مستشفى", "مستشفي"),
            ("مـــادورو", "مادورو"),
            ("مُؤَخَّرًا", "موخرا"),
            ("٢٠٢٥", "2025"),
            ("۲۰۲۵", "2025"),
            ("ﻻ", "لا"),
            ("USS Gerald", "uss gerald"),
            ("\u{2067}نص\u{2069}", "نص"),
        ];
        for (written, folded) in pairs {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn composed_and_decomposed_text_fold_alike() {
        for text in ["أُعلن", "مؤخرًا", "شيئًا", "آذار", "Café"] {
            let decomposed: String = text.nfd().collect();
            assert_eq!(fold(text), fold(&decomposed), "{text}");
        }
    }

    #[test]
    fn a_folded_span_maps_to_the_words_with_their_marks() {
        let text = "قال: «مُؤَخَّرًا» في ٢٠٢٣م";
        let folded = Folded::new(text);
        for (word, original) in [("موخرا", "مُؤَخَّرًا"), ("2023", "٢٠٢٣"), ("قال", "قال")] {
            let start = folded.text.find(word).expect("the word stands in the folded text");
            let span = folded.original(TextSpan::new(start, start + word.len()));
            assert_eq!(span.of(text), original);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_folded_span_maps_to_code_point_borders(text in "\\PC{0,60}", a in 0usize..200, b in 0usize..200) {
            let folded = Folded::new(&text);
            let borders: Vec<usize> = folded.text.char_indices().map(|(i, _)| i).chain([folded.text.len()]).collect();
            let (a, b) = (borders[a % borders.len()], borders[b % borders.len()]);
            let span = folded.original(TextSpan::new(a.min(b), a.max(b)));
            proptest::prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}

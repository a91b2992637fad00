//! Folding of Arabic and Latin text for search and matching, with the way back to the original.
//! Hamza carriers, ة/ه, ى/ي, tatweel, marks, digit forms, presentation forms and case do not matter.

use unicode_normalization::UnicodeNormalization;

/// `text` folded.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        each_kept(c, |kept| folded.push(kept));
    }
    folded
}

/// Where in `text` the character stands that makes the folded byte `folded_offset`: its offset in bytes, the length of `text`
/// where there is none.
#[must_use]
pub fn original_offset(text: &str, folded_offset: usize) -> usize {
    let mut n_folded = 0;
    for (offset, c) in text.char_indices() {
        each_kept(c, |kept| n_folded += kept.len_utf8());
        if n_folded > folded_offset {
            return offset;
        }
    }
    text.len()
}

/// Hands on the characters that one folds to; a character is rarely more than one.
fn each_kept(c: char, mut keep: impl FnMut(char)) {
    match fold_char(c) {
        Fold::Keep(kept) => keep(kept),
        Fold::Compatibility => compatible(c).for_each(keep),
        Fold::Mark | Fold::Drop => {}
    }
}

/// What a presentation form folds to.
pub(crate) fn compatible(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfkc().filter_map(|part| match fold_char(part) {
        Fold::Keep(kept) => Some(kept),
        _ => None,
    })
}

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fold {
    Keep(char),
    /// Left out, and part of the character before it.
    Mark,
    /// Left out.
    Drop,
    /// To be taken apart first, by [`compatible`].
    Compatibility,
}

/// Folds one character.
pub(crate) fn fold_char(c: char) -> Fold {
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
    fn a_folded_offset_is_found_in_the_original() {
        for (text, folded, before) in [("وَالأمس", 2, "وَ"), ("بـالأمس", 2, "بـ"), ("ﻻن", 2, ""), ("ab", 2, "ab")]
        {
            assert_eq!(&text[..original_offset(text, folded)], before, "{text}");
        }
    }
}

//! From bytes to text: Unicode by its marks and patterns, the rest by guess, unless the caller knows.
//! Knows no format. UTF-8 is taken byte for byte, its byte order mark included.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::ReadCause;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

/// A text and how it was written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
}

/// What tells an encoding beside the bytes themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hints {
    /// The caller's word, over everything.
    pub(super) wanted: Option<Encoding>,
    /// What the file says of itself: often wrong, for it was saved again by another program.
    pub(super) declared: Option<Encoding>,
}

/// A text in UTF-8 in which a byte was lost has at most one fault in so many characters beyond ASCII.
const CHARACTERS_PER_FAULT: usize = 20;

/// How much of a file is looked at where a guess is enough, in bytes.
const SAMPLE: usize = 1 << 20;

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(UTF_8);

    /// By one of the names of the WHATWG's Encoding Standard, in any case: `windows-1256`, `utf-16le`, `arabic`.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()).map(Self)
    }

    /// Its name in the same standard.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The text of `bytes`, with U+FFFD for what cannot be decoded.
    pub(super) fn decode_lossy(self, bytes: &[u8]) -> String {
        self.0.decode_with_bom_removal(bytes).0.into_owned()
    }
}

/// The text of `bytes`.
///
/// # Errors
/// Where the bytes are no text.
pub(super) fn decode(bytes: Vec<u8>, hints: Hints) -> Result<Decoded, ReadCause> {
    if let Some(encoding) = hints.wanted.filter(|wanted| wanted.0 != UTF_8) {
        return checked(with(&bytes, encoding.0));
    }
    if let Some(encoding) = utf_16(&bytes) {
        return checked(with(&bytes, encoding));
    }
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return Err(ReadCause::Binary(zero));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, encoding: Encoding::UTF_8 }),
        Err(error) if hints.wanted.is_some() || is_damaged_utf_8(sample(error.as_bytes())) => {
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Ok(Decoded { text, encoding: Encoding::UTF_8 })
        }
        Err(error) => legacy(error.as_bytes(), hints.declared),
    }
}

/// An encoding of one byte a character, as the file says or by guess.
fn legacy(bytes: &[u8], declared: Option<Encoding>) -> Result<Decoded, ReadCause> {
    if let Some(offset) = bytes.iter().position(|byte| is_no_text(*byte)) {
        return Err(ReadCause::Binary(offset));
    }
    let declared = declared.map(|declared| declared.0).filter(|declared| *declared != UTF_8 && declared.is_ascii_compatible());
    checked(with(bytes, declared.unwrap_or_else(|| guess(bytes))))
}

fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample(bytes), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The mark of the byte order is no part of a text in UTF-16; what cannot be decoded becomes U+FFFD.
fn with(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Decoded {
    let encoding = Encoding(encoding);
    Decoded { text: encoding.decode_lossy(bytes), encoding }
}

/// No text has a zero in it.
fn checked(decoded: Decoded) -> Result<Decoded, ReadCause> {
    match decoded.text.find('\0') {
        Some(offset) => Err(ReadCause::Binary(offset)),
        None => Ok(decoded),
    }
}

/// UTF-16 by its mark, or by its zero bytes: ASCII in it has one at every other place, and nothing but UTF-16 has.
fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let sample = &sample(bytes)[..sample(bytes).len() & !1];
    let zeros_at = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros_at(0), zeros_at(1)) {
        (0, 1..) => UTF_16LE,
        (1.., 0) => UTF_16BE,
        _ => return None,
    };
    let (text, had_errors) = encoding.decode_without_bom_handling(sample);
    let (mut n_usual, mut n_all) = (0_usize, 0_usize);
    for character in text.chars() {
        n_all += 1;
        n_usual += usize::from(is_usual(character));
    }
    (!had_errors && n_usual * 2 > n_all).then_some(encoding)
}

/// Latin and Arabic letters with what stands between them.
fn is_usual(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{17F}' | '\u{600}'..='\u{77F}' | '\u{2000}'..='\u{206F}' | '\u{FB50}'..='\u{FEFF}')
}

/// Whether bytes that are no UTF-8 must be UTF-8 all the same: other encodings hardly ever look like it, even once.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut n_faults, mut n_characters) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_faults += usize::from(!chunk.invalid().is_empty());
        n_characters += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
    }
    n_characters >= n_faults * CHARACTERS_PER_FAULT
}

/// A control character that no text file holds.
fn is_no_text(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0E..=0x19 | 0x1C..=0x1F | 0x7F)
}

fn sample(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(SAMPLE)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "وصل الوفد إلى العاصمة يوم الأحد 3 آذار 2024، وقال المتحدث: «انتهت المفاوضات»؟\nثم غادر في المساء.\n";

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes.to_vec(), Hints::default()).expect("a text");
        (decoded.text, decoded.encoding.name())
    }

    fn utf_16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf_8_stays_as_it_is() {
        for text in [TEXT, "\u{FEFF}a", "", "plain"] {
            assert_eq!(decoded(text.as_bytes()), (text.to_owned(), "UTF-8"));
        }
    }

    #[test]
    fn utf_16_is_known_by_its_mark_or_its_zeros() {
        for (text, mark) in [(TEXT, true), (TEXT, false), ("a", true), ("plain words\n", false)] {
            let marked = if mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
            assert_eq!(decoded(&utf_16_bytes(&marked, u16::to_le_bytes)), (text.to_owned(), "UTF-16LE"));
            assert_eq!(decoded(&utf_16_bytes(&marked, u16::to_be_bytes)), (text.to_owned(), "UTF-16BE"));
        }
    }

    #[test]
    fn old_arabic_encodings_are_guessed() {
        for (label, text) in [("windows-1256", TEXT.to_owned()), ("iso-8859-6", TEXT.replace(['«', '»'], "\""))] {
            let encoding = Encoding::from_label(label).expect("an encoding");
            let (bytes, _, lossy) = encoding.0.encode(&text);
            assert!(!lossy);
            assert_eq!(decoded(&bytes), (text, encoding.name()));
        }
    }

    #[test]
    fn the_caller_s_word_counts_most_and_the_file_s_own_more_than_a_guess() {
        let windows = Encoding::from_label("cp1256").expect("an encoding");
        let hints = Hints { wanted: Some(windows), declared: Some(Encoding::UTF_8) };
        assert_eq!(decode(b"\xC7\xE1\xC7".to_vec(), hints).map(|decoded| decoded.text), Ok("الا".to_owned()));
        let hints = Hints { wanted: None, declared: Some(windows) };
        assert_eq!(decode(b"\xC7\xE1\xC7".to_vec(), hints).map(|decoded| decoded.text), Ok("الا".to_owned()));
        assert_eq!(decode(TEXT.as_bytes().to_vec(), hints).map(|decoded| decoded.encoding), Ok(Encoding::UTF_8));
        assert_eq!(Encoding::from_label("no such encoding"), None);
        assert_eq!(Encoding::from_label("hz-gb-2312"), None);
    }

    #[test]
    fn a_lost_byte_makes_no_other_encoding_of_utf_8() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.remove(11);
        let (text, encoding) = decoded(&bytes);
        assert_eq!(encoding, "UTF-8");
        assert!(text.contains('\u{FFFD}') && text.ends_with("ثم غادر في المساء.\n"), "{text}");
    }

    #[test]
    fn what_is_no_text_says_where() {
        for (bytes, offset) in [(&b"ab\0cd"[..], 2), (b"ab\0cdf", 2), (b"\xC7\xE1\x02", 2), (b"\xFF\xFEa\0\0\0", 1)] {
            assert_eq!(decode(bytes.to_vec(), Hints::default()), Err(ReadCause::Binary(offset)), "{bytes:?}");
        }
    }
}

//! From bytes to code points and back: JSON counts the latter.
//! Knows nothing but one text.

/// How many bytes lie between two places at which the count is kept.
const STEP: usize = 128;

/// The count of code points before any byte of a text: one pass to make, at most [`STEP`] bytes to ask.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a [u8],
    /// How many code points start before byte `i * STEP`.
    counts: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut counts = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for block in text.chunks(STEP) {
            counts.push(count);
            count += starts(block);
        }
        counts.push(count);
        Self { text, counts }
    }

    /// How many code points start before `byte`; past the end of the text: all of them.
    #[must_use]
    pub fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / STEP;
        let rest = self.text.get(block * STEP..byte).unwrap_or_default();
        self.counts.get(block).copied().unwrap_or(0) + starts(rest)
    }

    /// The byte at which a code point starts; the end of the text for the one after the last, `None` beyond.
    #[must_use]
    pub fn byte_of(&self, code_point: usize) -> Option<usize> {
        let block = self.counts.partition_point(|count| *count <= code_point).checked_sub(1)?;
        let first = block * STEP;
        let mut left = code_point - self.counts.get(block)?;
        let rest = self.text.get(first..).unwrap_or_default();
        for (at, _) in rest.iter().enumerate().filter(|(_, byte)| is_start(**byte)) {
            if left == 0 {
                return Some(first + at);
            }
            left -= 1;
        }
        (left == 0).then_some(self.text.len())
    }
}

/// How many code points start in `bytes` of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_and_what_lies_past_it_count_all() {
        let text = "قال: 😀".repeat(40);
        let points = CodePoints::new(&text);
        assert_eq!(points.before(0), 0);
        assert_eq!(points.before(text.len()), 240);
        assert_eq!(points.before(usize::MAX), 240);
        assert_eq!(CodePoints::new("").before(5), 0);
        let whole_block = "a".repeat(STEP);
        assert_eq!(CodePoints::new(&whole_block).before(STEP), STEP);
    }

    proptest::proptest! {
        #[test]
        fn every_border_has_the_count_of_the_characters_before_it(text in "(\\PC|[a-zب-ي]){0,300}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                proptest::prop_assert_eq!(points.before(byte), count);
                proptest::prop_assert_eq!(points.byte_of(count), Some(byte));
            }
            let all = text.chars().count();
            proptest::prop_assert_eq!((points.byte_of(all), points.byte_of(all + 1)), (Some(text.len()), None));
        }
    }
}

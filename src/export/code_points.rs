//! From bytes to code points: JSON counts the latter.
//! Knows nothing but one text.

/// How many bytes lie between two places at which the count is kept.
const STEP: usize = 128;

/// The count of code points before any byte of a text: one pass to make, at most [`STEP`] bytes to ask.
pub(super) struct CodePoints<'a> {
    text: &'a [u8],
    /// How many code points start before byte `i * STEP`.
    counts: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of `text`.
    pub(super) fn new(text: &'a str) -> Self {
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
    pub(super) fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / STEP;
        let rest = self.text.get(block * STEP..byte).unwrap_or_default();
        self.counts.get(block).copied().unwrap_or(0) + starts(rest)
    }
}

/// How many code points start in `bytes` of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
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
            }
        }
    }
}

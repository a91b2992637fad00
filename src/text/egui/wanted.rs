//! Letters that were shown and that no font has, each told of once.

use std::collections::HashSet;

/// How many letters are told of. After that, what is missing stays missing.
const MAX_TOLD: usize = 8 * 1024;

/// The letters that fonts are wanted for.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    told: HashSet<char>,
    new: Vec<char>,
}

impl Wanted {
    /// Notes the letters that a text lacks; whether any is new.
    pub(super) fn note(&mut self, missing: &[char]) -> bool {
        let before = self.new.len();
        for &c in missing {
            if self.told.len() < MAX_TOLD && self.told.insert(c) {
                self.new.push(c);
            }
        }
        self.new.len() > before
    }

    /// Those that were not told of yet.
    pub(super) fn take(&mut self) -> Vec<char> {
        std::mem::take(&mut self.new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_told_of_once_and_the_number_is_bounded() {
        let mut wanted = Wanted::default();
        assert!(wanted.note(&['क', 'ख', 'क']));
        assert_eq!(wanted.take(), ['क', 'ख']);
        assert!(wanted.note(&['ख', 'ग']) && !wanted.note(&['ख']));
        assert_eq!(wanted.take(), ['ग']);
        let many: Vec<char> = ('\u{4E00}'..'\u{9000}').collect();
        wanted.note(&many);
        assert_eq!(wanted.take().len(), MAX_TOLD - 3);
    }
}

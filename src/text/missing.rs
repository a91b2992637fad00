//! Letters that no face has, and whether a font has them.

use icu::properties::props::{EmojiPresentation, GeneralCategory};
use icu::properties::{CodePointMapData, CodePointSetData};
use swash::FontRef;
use swash::scale::{Render, ScaleContext};

use super::faces::{FaceTable, SOURCES, is_colored};
use super::line::is_invisible;

/// How many missing letters a text tells of. Where one font has them, it has more of the same script.
pub(crate) const MAX_MISSING: usize = 64;

/// The size at which a font is tried, in pixels.
const TRIED_SIZE: f32 = 16.0;

/// How many letters of a font are tried before it counts as one that cannot be drawn.
const MAX_TRIED: usize = 4;

/// Notes those letters of a cluster that no face has.
pub(super) fn note(missing: &mut Vec<char>, faces: &FaceTable, letters: &str) {
    for c in letters.chars() {
        if missing.len() < MAX_MISSING && can_be_found(c) && !missing.contains(&c) && !faces.has(c) {
            missing.push(c);
        }
    }
}

/// Whether a font can be expected to have a character: not where it shows nothing, is unassigned or for private use.
fn can_be_found(c: char) -> bool {
    use GeneralCategory::{PrivateUse, Surrogate, Unassigned};
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    !is_invisible(c) && !matches!(category, PrivateUse | Surrogate | Unassigned)
}

/// What a face of a font file could stand in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The letters that it has, of those that were asked for.
    pub letters: Vec<char>,
    /// Whether its glyphs have colours of their own.
    pub is_colored: bool,
}

/// Which of some letters a face of a font file has; none where the bytes are no font.
#[must_use]
pub fn coverage(bytes: &[u8], index: u32, letters: &[char]) -> Coverage {
    let Some(font) = font_of(bytes, index) else { return Coverage { letters: Vec::new(), is_colored: false } };
    let charmap = font.charmap();
    let letters = letters.iter().copied().filter(|&c| charmap.map(c) != 0).collect();
    Coverage { letters, is_colored: is_colored(font) }
}

/// Whether a face shows something for some letters that it has: it may draw them in a way that is unknown here.
#[must_use]
pub fn shows(bytes: &[u8], index: u32, letters: &[char]) -> bool {
    let Some(font) = font_of(bytes, index) else { return false };
    let mut scaler = ScaleContext::new();
    letters.iter().take(MAX_TRIED).any(|&c| {
        let mut scaler = scaler.builder(font).size(TRIED_SIZE).build();
        let image = Render::new(&SOURCES).render(&mut scaler, font.charmap().map(c));
        image.is_some_and(|image| image.data.iter().any(|&value| value != 0))
    })
}

/// Whether a letter is a coloured picture by its nature. Source: UTS #51, Emoji_Presentation.
#[must_use]
pub fn is_emoji(c: char) -> bool {
    CodePointSetData::new::<EmojiPresentation>().contains(c)
}

fn font_of(bytes: &[u8], index: u32) -> Option<FontRef<'_>> {
    FontRef::from_index(bytes, usize::try_from(index).ok()?)
}

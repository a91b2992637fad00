//! Glyphs of a line as text of a page: which letters each tells, so that whoever copies, searches or reads the page aloud gets the
//! words in their order.
//!
//! A glyph may tell several letters only where these run as the glyphs do, from left to right: readers turn right-to-left words
//! letter by letter, and would turn the letters of «لا» once too often. There the glyph tells the first letter, and blanks without
//! width before it tell the others. Of several glyphs for one letter the widest tells it; the others, dots and marks, are drawn only.

use krilla::text::{GlyphId, KrillaGlyph};

use crate::base::Direction;
use crate::text::{SetGlyph, Typeset, Typesetter, first_strong};

/// How many clusters a mark may stand away from its letter.
const NEAR: usize = 4;

/// In sizes of the letters: two glyphs of one word stand no further from one another, and begin no closer, where readers are to take
/// them for neighbours. Poppler parts words at a tenth.
const FAR: f32 = 0.07;
const CLOSE: f32 = 0.03;

/// A run of glyphs of one face.
pub(super) struct Spelt {
    /// What is told, in the order of the glyphs.
    pub(super) letters: String,
    /// The glyphs that tell it.
    pub(super) told: Vec<KrillaGlyph>,
    /// Those that tell nothing.
    pub(super) drawn: Vec<KrillaGlyph>,
}

/// Spells a run of glyphs of a face.
pub(super) fn spell(run: &[SetGlyph], set: &Typeset, typesetter: &Typesetter) -> Spelt {
    let mut spelt = Spelt { letters: String::new(), told: Vec::new(), drawn: Vec::new() };
    let Some(first) = run.first() else { return spelt };
    let blank = typesetter.blank(first.face);
    // Where the next glyph that tells something would come to stand.
    let mut pen = first.x;
    let room = |glyph: &SetGlyph| typesetter.room(glyph.face, glyph.id, set.size);
    let clusters = clusters(run);
    for (index, cluster) in clusters.iter().enumerate() {
        let Some(main) = widest(cluster, room) else { continue };
        let mut letters = letters(set.text.get(main.bytes.clone()).unwrap_or_default());
        let is_silent = letters.is_empty();
        for other in cluster.iter().filter(|other| is_silent || !std::ptr::eq(**other, main)) {
            let place = Place { x: other.x - first.x, y: other.y, advance: 0.0 };
            spelt.drawn.push(glyph(other.id, 0..0, place, set.size));
        }
        if is_silent {
            continue;
        }
        let at = Place { x: main.x - pen, y: 0.0, advance: 0.0 };
        if let Some(blank) = blank.filter(|_| first_strong(&letters) == Some(Direction::RightToLeft)) {
            while letters.chars().nth(1).is_some()
                && let Some(last) = letters.pop()
            {
                // The later a letter, the further to the left: readers take what begins at one place in any order.
                let behind = letters.chars().map(|_| 2.0 * CLOSE / 3.0 * set.size).sum::<f32>();
                let told = spelt.tell(last.encode_utf8(&mut [0; 4]));
                spelt.told.push(glyph(blank, told, Place { x: at.x - behind, ..at }, set.size));
            }
        }
        let told = spelt.tell(&letters);
        let beside = |at: Option<usize>| at.and_then(|at| clusters.get(at)).and_then(|other| widest(other, room));
        let (before, next) = (beside(index.checked_sub(1)), beside(Some(index + 1)));
        let blank = blank.filter(|_| first_strong(&letters) == Some(Direction::RightToLeft));
        if let Some(blank) = blank
            && let Some(x) = instead([before, Some(main), next], room, typesetter.room(first.face, blank, set.size), set.size)
        {
            spelt.drawn.push(glyph(main.id, 0..0, Place { x: main.x - first.x, y: main.y, advance: 0.0 }, set.size));
            spelt.told.push(glyph(blank, told, Place { x: x - pen, y: 0.0, advance: 0.0 }, set.size));
            continue;
        }
        let end = main.x + room(main);
        let place = Place { y: main.y, advance: end - pen, ..at };
        spelt.told.push(glyph(main.id, told, place, set.size));
        pen = end;
    }
    spelt
}

fn widest<'r>(cluster: &[&'r SetGlyph], room: impl Fn(&SetGlyph) -> f32) -> Option<&'r SetGlyph> {
    cluster.iter().copied().max_by(|a, b| room(a).total_cmp(&room(b)))
}

/// Where a blank tells the letter of the middle one of three glyphs in its place: readers part a word where two glyphs stand far from
/// one another, and turn two that begin at one place. `None` where the glyph stands as readers take it.
fn instead(glyphs: [Option<&SetGlyph>; 3], room: impl Fn(&SetGlyph) -> f32, blank: f32, size: f32) -> Option<f32> {
    let [before, Some(main), next] = glyphs.map(|glyph| glyph.filter(|glyph| !glyph.is_blank)) else { return None };
    let is_far = |left: &SetGlyph, right: &SetGlyph| right.x - (left.x + room(left)) > FAR * size;
    // The narrower of two fills what is between them: a blank is no wider than it.
    if let Some(next) = next.filter(|next| is_far(main, next) && room(main) <= room(next)) {
        return Some((next.x - blank).max(main.x));
    }
    if let Some(before) = before.filter(|before| is_far(before, main) && room(main) < room(before)) {
        return Some(before.x + room(before));
    }
    next.filter(|next| next.x - main.x < CLOSE * size).map(|_| main.x - 2.0 * CLOSE * size)
}

/// The glyphs that stand for the same letters, which others may stand between.
fn clusters(run: &[SetGlyph]) -> Vec<Vec<&SetGlyph>> {
    let mut clusters: Vec<Vec<&SetGlyph>> = Vec::new();
    for glyph in run {
        let is_same = |cluster: &&mut Vec<&SetGlyph>| cluster.first().is_some_and(|first| first.bytes == glyph.bytes);
        match clusters.iter_mut().rev().take(NEAR).find(is_same) {
            Some(cluster) => cluster.push(glyph),
            None => clusters.push(vec![glyph]),
        }
    }
    clusters
}

impl Spelt {
    fn tell(&mut self, letters: &str) -> std::ops::Range<usize> {
        let start = self.letters.len();
        self.letters.push_str(letters);
        start..self.letters.len()
    }
}

/// Where a glyph stands, from where the glyphs before it end, and how far it moves those behind it.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    /// Below the baseline.
    y: f32,
    advance: f32,
}

fn glyph(id: u16, text_range: std::ops::Range<usize>, place: Place, size: f32) -> KrillaGlyph {
    let (x_offset, y_offset) = (place.x / size, -place.y / size);
    let (glyph_id, x_advance) = (GlyphId::new(u32::from(id)), place.advance / size);
    KrillaGlyph { glyph_id, text_range, x_advance, x_offset, y_offset, y_advance: 0.0, location: None }
}

/// What is told of some words: what only turns their direction is not.
fn letters(words: &str) -> String {
    words
        .chars()
        .filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::theme::size;
    use crate::text::Setting;

    /// What a line tells, from left to right.
    fn told(text: &str) -> String {
        let mut typesetter = Typesetter::new(&[]);
        let set = typesetter.set(&Setting::line(text, size::TEXT, false, Direction::RightToLeft));
        let runs = set.lines[0].glyphs.chunk_by(|a, b| a.face == b.face);
        runs.map(|run| spell(run, &set, &typesetter).letters).collect()
    }

    #[test]
    fn ligatures_and_marks_tell_each_letter_once_in_its_place() {
        for text in ["بلا تاريخ في الماضي", "وقّعت الحكومةُ اتفاقًا", "الموانئ لإضراب أكتوبر", "ﷺ"]
        {
            assert_eq!(told(text).chars().rev().collect::<String>(), text);
        }
        assert_eq!(told("office fjord"), "office fjord");
    }

    #[test]
    fn what_turns_directions_is_not_told() {
        assert_eq!(told("\u{2068}2025\u{2069}"), "2025");
        assert_eq!(told("يوم 12"), "12 موي");
    }
}

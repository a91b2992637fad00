//! Fonts of the system, for letters that no bundled font has.
//! They are read when the first such letter was shown, and in a worker: there may be thousands.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use fontdb::{Database, ID, Source, Style};

use crate::text::{Coverage, FontFile, coverage, is_emoji, shows};

/// How many fonts a search brings.
const MAX_FOUND: usize = 8;

/// A larger file is left out.
const MAX_BYTES: u64 = 48 * 1024 * 1024;

/// The fonts of the system, once they were asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct SystemFonts(Arc<OnceLock<Database>>);

impl SystemFonts {
    /// Fonts that together have as many of some letters as those of the system do. Takes its time.
    pub(super) fn find(&self, letters: &[char]) -> Vec<FontFile> {
        find(self.0.get_or_init(of_system), letters)
    }
}

fn of_system() -> Database {
    let mut database = Database::new();
    database.load_system_fonts();
    database
}

/// A face, and which of the letters it has.
struct Candidate {
    id: ID,
    coverage: Coverage,
}

fn find(database: &Database, letters: &[char]) -> Vec<FontFile> {
    let mut candidates = candidates(database, letters);
    let (emoji, others): (Vec<char>, Vec<char>) = letters.iter().partition(|&&c| is_emoji(c));
    let mut found = Vec::new();
    for (mut rest, colored) in [(others, false), (emoji, true)] {
        pick(database, &mut candidates, &mut rest, &mut found, |coverage| coverage.is_colored == colored);
        pick(database, &mut candidates, &mut rest, &mut found, |_| true);
    }
    found.into_iter().filter_map(|id| read(database, id)).collect()
}

/// The faces that have any of the letters, the plainest first, always in the same order.
fn candidates(database: &Database, letters: &[char]) -> Vec<Candidate> {
    let mut faces: Vec<&fontdb::FaceInfo> = database.faces().collect();
    let path = |face: &fontdb::FaceInfo| path_of(&face.source).map(Path::to_owned);
    faces.sort_by_cached_key(|face| {
        (face.style != Style::Normal, face.weight.0.abs_diff(400), face.monospaced, path(face), face.index)
    });
    let of_face = |face: &fontdb::FaceInfo| {
        let coverage = database.with_face_data(face.id, |bytes, index| coverage(bytes, index, letters))?;
        (!coverage.letters.is_empty()).then_some(Candidate { id: face.id, coverage })
    };
    faces.into_iter().filter_map(of_face).collect()
}

/// Takes the faces that have most of the letters that are left, until none has any.
fn pick(
    database: &Database,
    candidates: &mut Vec<Candidate>,
    rest: &mut Vec<char>,
    found: &mut Vec<ID>,
    suits: impl Fn(&Coverage) -> bool,
) {
    while !rest.is_empty() && found.len() < MAX_FOUND {
        let gain = |candidate: &Candidate| candidate.coverage.letters.iter().filter(|letter| rest.contains(letter)).count();
        // Of those that have the same number, the first.
        let suited = candidates.iter().enumerate().filter(|(_, candidate)| suits(&candidate.coverage));
        let best = suited.rev().max_by_key(|(_, candidate)| gain(candidate));
        let Some((index, _)) = best.filter(|(_, candidate)| gain(candidate) > 0) else { return };
        let Candidate { id, coverage } = candidates.remove(index);
        if database.with_face_data(id, |bytes, index| shows(bytes, index, &coverage.letters)) == Some(true) {
            rest.retain(|letter| !coverage.letters.contains(letter));
            found.push(id);
        }
    }
}

fn read(database: &Database, id: ID) -> Option<FontFile> {
    let (source, index) = database.face_source(id)?;
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = match path_of(&source) {
        Some(path) if std::fs::metadata(path).is_ok_and(|file| file.len() <= MAX_BYTES) => Arc::new(std::fs::read(path).ok()?),
        Some(_) => return None,
        None => match source {
            Source::Binary(bytes) => bytes,
            Source::File(_) | Source::SharedFile(..) => return None,
        },
    };
    Some(FontFile { bytes, index })
}

/// Where a font lies; `None` for one that lies in memory.
fn path_of(source: &Source) -> Option<&Path> {
    match source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAND_IN: &[u8] = include_bytes!("../../tests/text/StandIn.ttf");
    const NASKH: &[u8] = include_bytes!("../../assets/fonts/NotoNaskhArabic-Regular.ttf");
    const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoNaskhArabic-Bold.ttf");
    const SERIF: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Regular.ttf");

    fn found(fonts: &[&[u8]], letters: &str) -> Vec<usize> {
        let mut database = Database::new();
        for bytes in fonts {
            database.load_font_data(bytes.to_vec());
        }
        let letters: Vec<char> = letters.chars().collect();
        find(&database, &letters).iter().map(|font| (*font.bytes).as_ref().len()).collect()
    }

    #[test]
    fn each_letter_gets_a_font_that_has_it() {
        assert_eq!(found(&[SERIF, STAND_IN, NASKH], "ش"), [NASKH.len()]);
        assert_eq!(found(&[SERIF, STAND_IN, NASKH], "शक"), [STAND_IN.len()]);
        assert_eq!(found(&[SERIF, STAND_IN, NASKH], "字"), [0_usize; 0]);
        assert_eq!(found(&[SERIF, STAND_IN, NASKH], ""), [0_usize; 0]);
        assert_eq!(found(&[], "ش"), [0_usize; 0]);
    }

    #[test]
    fn few_fonts_are_taken_and_the_plainest_first() {
        assert_eq!(found(&[SERIF, BOLD, NASKH], "شسz"), [NASKH.len(), SERIF.len()]);
        assert_eq!(found(&[BOLD, NASKH, STAND_IN], "ش😀"), [NASKH.len(), STAND_IN.len()]);
    }
}

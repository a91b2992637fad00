//! The bundled faces: their bytes, their families and the order in which they stand in for each other.
//! No font of the system is ever looked at: a start costs no search, and every machine shows the same.

use std::sync::Arc;

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::{FontFamily, FontFamilyName};

use super::Face;
use crate::base::Direction;

/// A face of `assets/fonts`.
pub(crate) struct FontFile {
    /// The family's name, ours and not the font's own.
    family: &'static str,
    bold: bool,
    /// The name of the file in `assets/fonts`.
    pub(crate) name: &'static str,
    /// A TrueType file with one face.
    pub(crate) bytes: &'static [u8],
}

const SANS: &str = "sans";
const NASKH: &str = "naskh";
const SERIF: &str = "serif";
const SIGNS: &str = "signs";

macro_rules! face {
    ($family:expr, $bold:expr, $name:literal) => {
        FontFile { family: $family, bold: $bold, name: $name, bytes: include_bytes!(concat!("../../assets/fonts/", $name)) }
    };
}

/// Every bundled face. A [`FaceId`] is an index into it.
pub(crate) static FACES: [FontFile; 7] = [
    face!(SANS, false, "IBMPlexSansArabic-Regular.ttf"),
    face!(SANS, true, "IBMPlexSansArabic-SemiBold.ttf"),
    face!(NASKH, false, "NotoNaskhArabic-Regular.ttf"),
    face!(NASKH, true, "NotoNaskhArabic-Bold.ttf"),
    face!(SERIF, false, "NotoSerif-Regular.ttf"),
    face!(SERIF, true, "NotoSerif-Bold.ttf"),
    face!(SIGNS, false, "WaqaiSymbols-Regular.ttf"),
];

/// A bundled face: an index into [`FACES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FaceId(pub(crate) u8);

impl FaceId {
    /// The face; `None` for an index that is none.
    pub(crate) fn file(self) -> Option<&'static FontFile> {
        FACES.get(usize::from(self.0))
    }
}

/// How far a family reaches above and below the baseline, as parts of the size, both positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
}

/// The faces as Parley knows them.
pub(crate) struct Fonts {
    pub(crate) context: FontContext,
    /// The blob of each face, in the order of [`FACES`].
    blobs: Vec<u64>,
    interface: Extent,
    article: Extent,
}

impl Fonts {
    /// Registers every bundled face.
    pub(crate) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut blobs = Vec::new();
        for file in &FACES {
            let blob = Blob::new(Arc::new(file.bytes));
            blobs.push(blob.id());
            let weight = if file.bold { FontWeight::BOLD } else { FontWeight::NORMAL };
            let names = FontInfoOverride { family_name: Some(file.family), weight: Some(weight), ..FontInfoOverride::default() };
            collection.register_fonts(blob, Some(names));
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Self { context, blobs, interface: extent_of(&FACES[0]), article: extent_of(&FACES[2]) }
    }

    /// One font for all, in place of the bundled ones; `None` where the bytes are no font.
    pub(crate) fn only(bytes: Vec<u8>) -> Option<Self> {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let blob = Blob::new(Arc::new(bytes));
        for family in [SANS, NASKH, SERIF, SIGNS] {
            let names = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
            if collection.register_fonts(blob.clone(), Some(names)).is_empty() {
                return None;
            }
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Some(Self { context, blobs: Vec::new(), interface: extent_of(&FACES[0]), article: extent_of(&FACES[2]) })
    }

    /// The bundled face of a run's font.
    pub(crate) fn face_of(&self, font: &parley::FontData) -> Option<FaceId> {
        let index = self.blobs.iter().position(|&id| id == font.data.id())?;
        u8::try_from(index).ok().map(FaceId)
    }

    /// The extent of the family that a text is mainly set in: it places the baseline, whatever other faces a line needs.
    pub(crate) fn extent(&self, face: Face) -> Extent {
        match face {
            Face::Interface => self.interface,
            Face::Article => self.article,
        }
    }
}

/// The families of a text, each standing in for what those before it lack.
/// An article's paragraph begins with the family of its own script, so that digits and full stops match its letters.
pub(crate) fn families(face: Face, direction: Direction) -> FontFamily<'static> {
    const fn named(name: &'static str) -> FontFamilyName<'static> {
        FontFamilyName::named(name)
    }
    static INTERFACE: [FontFamilyName<'static>; 4] = [named(SANS), named(SIGNS), named(NASKH), named(SERIF)];
    static ARABIC: [FontFamilyName<'static>; 4] = [named(NASKH), named(SERIF), named(SIGNS), named(SANS)];
    static LATIN: [FontFamilyName<'static>; 4] = [named(SERIF), named(NASKH), named(SIGNS), named(SANS)];
    let list: &'static [FontFamilyName<'static>] = match (face, direction) {
        (Face::Interface, _) => &INTERFACE,
        (Face::Article, Direction::RightToLeft) => &ARABIC,
        (Face::Article, Direction::LeftToRight) => &LATIN,
    };
    FontFamily::from(list)
}

fn extent_of(file: &FontFile) -> Extent {
    let Some(font) = swash::FontRef::from_index(file.bytes, 0) else {
        return Extent { ascent: 1.0, descent: 0.4 };
    };
    let metrics = font.metrics(&[]);
    let em = f32::from(metrics.units_per_em.max(1));
    Extent { ascent: metrics.ascent / em, descent: metrics.descent.abs() / em }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(c: char) -> bool {
        FACES.iter().filter_map(|file| swash::FontRef::from_index(file.bytes, 0)).any(|font| font.charmap().map(c) != 0)
    }

    #[test]
    fn every_face_can_be_read() {
        for file in &FACES {
            assert!(swash::FontRef::from_index(file.bytes, 0).is_some(), "{} bold {}", file.family, file.bold);
        }
        assert_eq!(Fonts::new().blobs.len(), FACES.len());
    }

    #[test]
    fn the_faces_hold_every_glyph_that_the_interface_uses() {
        let signs = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچڤگ٠١٢٣٤٥٦٧٨٩،؛؟ـ«»…–—“”‘’·×÷°%\u{A0}\u{64B}\u{651}\u{670}";
        let ascii = (0x20..0x7F_u8).map(char::from);
        for c in signs.chars().chain(ascii) {
            assert!(has(c), "{c:?} U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn the_faces_hold_every_sign_of_the_list() {
        let list = include_str!("../../scripts/symbols.txt");
        let signs: Vec<char> = list.lines().filter(|line| !line.starts_with("# ")).filter_map(|l| l.chars().next()).collect();
        assert!(signs.len() > 80, "{}", signs.len());
        for c in signs {
            assert!(has(c), "{c:?} U+{:04X}", u32::from(c));
        }
    }
}

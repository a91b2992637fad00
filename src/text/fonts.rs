//! The families: those that are bundled, in the order in which they stand in for each other, and after them those of the
//! system that were added for letters that no bundled face has.
//! Looks for no font itself: a start costs no search, and a text that the bundled faces hold looks alike everywhere.

use std::sync::Arc;

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::{FontFamily, FontFamilyName};

use super::Face;
use super::faces::{FaceFile, FaceId, FaceTable};
use crate::base::Direction;

/// A face of `assets/fonts`.
pub(crate) struct BundledFace {
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

/// How many bytes of fonts are kept for letters that the bundled ones lack.
const MAX_ADDED_BYTES: usize = 96 * 1024 * 1024;

macro_rules! face {
    ($family:expr, $bold:expr, $name:literal) => {
        BundledFace { family: $family, bold: $bold, name: $name, bytes: include_bytes!(concat!("../../assets/fonts/", $name)) }
    };
}

/// Every bundled face. They are the first of a [`FaceTable`].
pub(crate) static BUNDLED: [BundledFace; 7] = [
    face!(SANS, false, "IBMPlexSansArabic-Regular.ttf"),
    face!(SANS, true, "IBMPlexSansArabic-SemiBold.ttf"),
    face!(NASKH, false, "NotoNaskhArabic-Regular.ttf"),
    face!(NASKH, true, "NotoNaskhArabic-Bold.ttf"),
    face!(SERIF, false, "NotoSerif-Regular.ttf"),
    face!(SERIF, true, "NotoSerif-Bold.ttf"),
    face!(SIGNS, false, "WaqaiSymbols-Regular.ttf"),
];

/// A font that stands in for what the bundled ones lack.
#[derive(Clone)]
pub struct FontFile {
    /// The bytes of the file.
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of the file.
    pub index: u32,
}

impl std::fmt::Debug for FontFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let len = (*self.bytes).as_ref().len();
        f.debug_struct("FontFile").field("len", &len).field("index", &self.index).finish()
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
    pub(crate) faces: FaceTable,
    /// The families that were added, in the order in which they are asked.
    added: Vec<String>,
    added_bytes: usize,
    interface: Extent,
    article: Extent,
}

impl Fonts {
    /// Registers every bundled face.
    pub(crate) fn new() -> Self {
        let mut fonts = Self::without_faces();
        for file in &BUNDLED {
            let blob = Blob::new(Arc::new(file.bytes));
            if let Some(face) = FaceFile::new(Some(file.name), blob.clone(), 0) {
                fonts.faces.push(face);
            }
            let weight = if file.bold { FontWeight::BOLD } else { FontWeight::NORMAL };
            let names = FontInfoOverride { family_name: Some(file.family), weight: Some(weight), ..FontInfoOverride::default() };
            fonts.context.collection.register_fonts(blob, Some(names));
        }
        fonts
    }

    /// One font for all, in place of the bundled ones; `None` where the bytes are no font.
    pub(crate) fn only(bytes: Vec<u8>) -> Option<Self> {
        let mut fonts = Self::without_faces();
        let blob = Blob::new(Arc::new(bytes));
        for family in [SANS, NASKH, SERIF, SIGNS] {
            let names = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
            if fonts.context.collection.register_fonts(blob.clone(), Some(names)).is_empty() {
                return None;
            }
        }
        fonts.faces.push(FaceFile::new(None, blob, 0)?);
        Some(fonts)
    }

    fn without_faces() -> Self {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let (interface, article) = (extent_of(&BUNDLED[0]), extent_of(&BUNDLED[2]));
        Self { context, faces: FaceTable::new(), added: Vec::new(), added_bytes: 0, interface, article }
    }

    /// Adds a font that is asked after all others; whether it was read and there was room for it.
    pub(crate) fn add(&mut self, font: &FontFile) -> bool {
        let blob = Blob::new(font.bytes.clone());
        let bytes = self.added_bytes.saturating_add(blob.len());
        let Some(face) = FaceFile::new(None, blob.clone(), font.index).filter(|_| bytes <= MAX_ADDED_BYTES) else {
            return false;
        };
        let is_colored = face.is_colored();
        if !self.faces.push(face) {
            return false;
        }
        // Axes of variation stay where they are: a glyph is drawn as the font has it.
        let names = FontInfoOverride { axes: Some(&[]), ..FontInfoOverride::default() };
        let families = self.context.collection.register_fonts(blob.clone(), Some(names));
        let mut others = families.into_iter().filter(|(_, faces)| faces.iter().any(|face| face.index() == font.index));
        let Some((family, faces)) = others.next() else { return false };
        for other in faces.iter().filter(|other| other.index() != font.index) {
            if let Some(face) = FaceFile::new(None, blob.clone(), other.index()) {
                self.faces.push(face);
            }
        }
        if let Some(name) = self.context.collection.family_name(family).map(str::to_owned)
            && !self.added.contains(&name)
        {
            // What is a picture in one font may be an outline in another, which was added for something else.
            let place = if is_colored { 0 } else { self.added.len() };
            self.added.insert(place, name);
        }
        self.added_bytes = bytes;
        true
    }

    /// The face of a run's font.
    pub(crate) fn face_of(&self, font: &parley::FontData) -> Option<FaceId> {
        self.faces.find(font)
    }

    /// The extent of the family that a text is mainly set in: it places the baseline, whatever other faces a line needs.
    pub(crate) fn extent(&self, face: Face) -> Extent {
        match face {
            Face::Interface => self.interface,
            Face::Article => self.article,
        }
    }

    /// The families of a text, each standing in for what those before it lack.
    pub(crate) fn families(&self, face: Face, direction: Direction) -> FontFamily<'static> {
        let bundled = bundled_families(face, direction);
        if self.added.is_empty() {
            return FontFamily::from(bundled);
        }
        let added = self.added.iter().map(|name| FontFamilyName::Named(name.clone().into()));
        FontFamily::List(bundled.iter().cloned().chain(added).collect())
    }
}

/// An article's paragraph begins with the family of its own script, so that digits and full stops match its letters.
fn bundled_families(face: Face, direction: Direction) -> &'static [FontFamilyName<'static>] {
    const fn named(name: &'static str) -> FontFamilyName<'static> {
        FontFamilyName::named(name)
    }
    static INTERFACE: [FontFamilyName<'static>; 4] = [named(SANS), named(SIGNS), named(NASKH), named(SERIF)];
    static ARABIC: [FontFamilyName<'static>; 4] = [named(NASKH), named(SERIF), named(SIGNS), named(SANS)];
    static LATIN: [FontFamilyName<'static>; 4] = [named(SERIF), named(NASKH), named(SIGNS), named(SANS)];
    match (face, direction) {
        (Face::Interface, _) => &INTERFACE,
        (Face::Article, Direction::RightToLeft) => &ARABIC,
        (Face::Article, Direction::LeftToRight) => &LATIN,
    }
}

fn extent_of(file: &BundledFace) -> Extent {
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
        Fonts::new().faces.has(c)
    }

    #[test]
    fn every_face_can_be_read() {
        let names: Vec<Option<&str>> = Fonts::new().faces.iter().map(|file| file.name).collect();
        assert_eq!(names, BUNDLED.iter().map(|file| Some(file.name)).collect::<Vec<_>>());
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

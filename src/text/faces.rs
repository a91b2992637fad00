//! The faces that glyphs are drawn with: the bundled ones, and those that stand in for what they lack.
//! A face that was added stays: a glyph that was placed can always be drawn. Knows no families.

use std::sync::{Arc, OnceLock};

use parley::fontique::Blob;
use swash::scale::{Source, StrikeWith};

/// How many faces there can be. A font of the system brings as many as its family has in one file.
pub(crate) const MAX_FACES: usize = 48;

/// What of a glyph is drawn, the first that there is: its coloured layers, its coloured picture, its outline.
pub(crate) const SOURCES: [Source; 3] = [Source::ColorOutline(0), Source::ColorBitmap(StrikeWith::BestFit), Source::Outline];

/// A face: an index into a [`FaceTable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FaceId(pub(crate) u8);

/// A face of a font file.
pub(crate) struct FaceFile {
    /// The name of the file in `assets/fonts`; `None` for a face that is not bundled.
    pub(crate) name: Option<&'static str>,
    bytes: Blob<u8>,
    /// Which face of the file.
    index: u32,
    offset: u32,
    key: swash::CacheKey,
}

impl FaceFile {
    /// A face of a file; `None` where there is no such face.
    pub(crate) fn new(name: Option<&'static str>, bytes: Blob<u8>, index: u32) -> Option<Self> {
        let font = swash::FontRef::from_index(bytes.as_ref(), usize::try_from(index).ok()?)?;
        let (offset, key) = (font.offset, font.key);
        Some(Self { name, bytes, index, offset, key })
    }

    /// The face, to be read; always with the same key, so that what was prepared for it is found again.
    pub(crate) fn font(&self) -> swash::FontRef<'_> {
        swash::FontRef { data: self.bytes.as_ref(), offset: self.offset, key: self.key }
    }

    /// The file, and which face of it this is.
    pub(crate) fn bytes(&self) -> (Arc<dyn AsRef<[u8]> + Send + Sync>, u32) {
        (self.bytes.clone().into_raw_parts().0, self.index)
    }

    /// Whether its glyphs have colours of their own.
    pub(crate) fn is_colored(&self) -> bool {
        is_colored(self.font())
    }

    /// Whether it is the face of a run.
    pub(crate) fn is_of(&self, font: &parley::FontData) -> bool {
        self.bytes.id() == font.data.id() && self.index == font.index
    }
}

/// Whether a font has coloured glyphs.
pub(super) fn is_colored(font: swash::FontRef<'_>) -> bool {
    [b"COLR", b"CBDT", b"sbix"].iter().any(|tag| font.table(swash::tag_from_bytes(tag)).is_some())
}

/// The faces, in the order in which they were added. Clones share them: who draws sees what who lays out has added.
#[derive(Clone)]
pub(crate) struct FaceTable(Arc<[OnceLock<FaceFile>; MAX_FACES]>);

impl FaceTable {
    pub(crate) fn new() -> Self {
        Self(Arc::new([const { OnceLock::new() }; MAX_FACES]))
    }

    /// A face; `None` for a number that was not given.
    pub(crate) fn get(&self, face: FaceId) -> Option<&FaceFile> {
        self.0.get(usize::from(face.0))?.get()
    }

    /// Every face.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &FaceFile> {
        self.0.iter().map_while(OnceLock::get)
    }

    /// Adds a face; whether there was room for it.
    pub(crate) fn push(&self, mut file: FaceFile) -> bool {
        for slot in self.0.iter() {
            match slot.set(file) {
                Ok(()) => return true,
                Err(refused) => file = refused,
            }
        }
        false
    }

    /// The face of a run's font.
    pub(crate) fn find(&self, font: &parley::FontData) -> Option<FaceId> {
        let index = self.iter().position(|file| file.is_of(font))?;
        u8::try_from(index).ok().map(FaceId)
    }

    /// Whether a face has a glyph for a character.
    pub(crate) fn has(&self, c: char) -> bool {
        self.iter().any(|file| file.font().charmap().map(c) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::BUNDLED;
    use super::*;

    fn blob() -> Blob<u8> {
        Blob::new(Arc::new(BUNDLED[0].bytes))
    }

    #[test]
    fn the_table_is_bounded_and_shared() {
        let table = FaceTable::new();
        let seen = table.clone();
        for _ in 0..MAX_FACES {
            assert!(table.push(FaceFile::new(None, blob(), 0).unwrap()));
        }
        assert!(!table.push(FaceFile::new(None, blob(), 0).unwrap()));
        assert_eq!(seen.iter().count(), MAX_FACES);
        assert!(seen.get(FaceId(255)).is_none());
    }

    #[test]
    fn what_is_no_face_is_refused() {
        assert!(FaceFile::new(None, Blob::new(Arc::new(b"no font".to_vec())), 0).is_none());
        assert!(FaceFile::new(None, blob(), 7).is_none());
    }
}

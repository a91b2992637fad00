//! A ZIP file, held to limits: a few bytes of it can unpack to more than fits into memory.
//! Knows no document format. Nothing is written to disk, so that the names in it are only names.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::ReadCause;

/// The most parts that a document may have.
const MAX_PARTS: usize = 20_000;

/// The most bytes that all parts together are unpacked to.
const MAX_TOTAL: u64 = 128 << 20;

/// A part that unpacks to more than so many times its size is no document: text packs to about a tenth, dull XML to a hundredth.
const MAX_RATIO: u64 = 300;

/// Smaller parts may pack as well as they like.
const RATIO_COUNTS_FROM: u64 = 4 << 20;

/// A ZIP file in memory, and how much of it may still be unpacked.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// Where the file is damaged or has too many parts.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadCause> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadCause::Damaged)?;
        if zip.len() > MAX_PARTS {
            return Err(ReadCause::TooMuchPacked);
        }
        Ok(Self { zip, left: MAX_TOTAL })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of a part.
    ///
    /// # Errors
    /// Where there is no such part, it is encrypted or damaged, or unpacks to too much.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, ReadCause> {
        let file = self.zip.by_name(name).map_err(|error| cause(&error))?;
        let by_ratio = file.compressed_size().saturating_mul(MAX_RATIO).max(RATIO_COUNTS_FROM);
        let limit = by_ratio.min(self.left);
        let mut bytes = Vec::new();
        // The size that the archive names may be a lie: what is unpacked counts.
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| ReadCause::Damaged)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > limit {
            return Err(ReadCause::TooMuchPacked);
        }
        self.left -= length;
        Ok(bytes)
    }
}

fn cause(error: &ZipError) -> ReadCause {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => ReadCause::Encrypted,
        _ => ReadCause::Damaged,
    }
}

/// An archive of parts.
#[cfg(test)]
pub(super) fn zipped<B: AsRef<[u8]>>(parts: &[(&str, B)]) -> Vec<u8> {
    use std::io::Write;

    use zip::write::{SimpleFileOptions, ZipWriter};

    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes.as_ref()).expect("memory can be written");
    }
    writer.finish().expect("an archive").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_by_name() {
        let bytes = zipped(&[("a", "1"), ("b/c", "نص")]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert!(archive.has("a") && !archive.has("c"));
        assert_eq!(archive.part("b/c"), Ok("نص".as_bytes().to_vec()));
        assert_eq!(archive.part("c"), Err(ReadCause::Damaged));
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let zeros = vec![b' '; 16 << 20];
        let bytes = zipped(&[("bomb", &zeros)]);
        assert!(bytes.len() < 64 << 10);
        assert_eq!(Archive::open(&bytes).expect("an archive").part("bomb"), Err(ReadCause::TooMuchPacked));
        let mut archive = Archive::open(&bytes).expect("an archive");
        archive.left = 100;
        assert_eq!(archive.part("bomb"), Err(ReadCause::TooMuchPacked));
    }

    #[test]
    fn damaged_archives_are_refused() {
        let bytes = zipped(&[("a", &[7; 5000])]);
        assert!(Archive::open(&bytes[..bytes.len() - 30]).is_err());
        let mut flipped = bytes.clone();
        flipped[45] ^= 0x55;
        assert_eq!(Archive::open(&flipped).expect("its folder is whole").part("a"), Err(ReadCause::Damaged));
    }
}

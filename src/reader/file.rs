//! From a path to bytes. What could be read for ever is turned away before it is opened.
//! Knows no format.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{ReadCause, ReadError};
use crate::base::Moment;

/// The largest file that is read, in bytes: an article is text, and all of it is held in memory.
pub const MAX_FILE_BYTES: u64 = 128 << 20;

/// The bytes of a regular file of at most [`MAX_FILE_BYTES`].
///
/// # Errors
/// Where the file is not there, is no regular file, or is too large.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    read_file_up_to(path, MAX_FILE_BYTES)
}

/// The bytes of a regular file of at most `limit` bytes.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let file = open(path)?;
    let known_length = file.metadata().map_or(0, |metadata| metadata.len());
    // The length of some files is not known before they are read: reading counts too.
    let bytes = if known_length > limit { Err(ReadCause::TooLarge(limit)) } else { read_up_to(file, limit) };
    bytes.map_err(|cause| ReadError::new(path, cause))
}

/// A regular file, opened. What it is gets known first, for opening a pipe would wait for somebody to write to it.
///
/// # Errors
/// Where the file is not there or is no regular file, or is not allowed to be read.
pub fn open(path: &Path) -> Result<File, ReadError> {
    let open = || -> Result<File, ReadCause> {
        let metadata = std::fs::metadata(path)?;
        if metadata.is_dir() {
            return Err(ReadCause::Folder);
        }
        if !metadata.is_file() {
            return Err(ReadCause::NotRegular);
        }
        Ok(File::open(path)?)
    };
    open().map_err(|cause| ReadError::new(path, cause))
}

/// All of `input`, if that is at most [`MAX_FILE_BYTES`].
///
/// # Errors
/// Where there is more, or where it cannot be read.
pub fn read_all(input: impl Read) -> Result<Vec<u8>, ReadCause> {
    read_up_to(input, MAX_FILE_BYTES)
}

fn read_up_to(input: impl Read, limit: u64) -> Result<Vec<u8>, ReadCause> {
    let mut bytes = Vec::new();
    input.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) { Ok(bytes) } else { Err(ReadCause::TooLarge(limit)) }
}

/// The day on which a file was last changed: no publication date, but the window may offer it as one. In universal time.
#[must_use]
pub fn file_date(path: &Path) -> Option<Moment> {
    let modified = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(Moment::on(chrono::DateTime::<chrono::Utc>::from(modified).date_naive()))
}

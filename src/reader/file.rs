//! From a path to bytes. What could be read for ever is never waited for.
//! Knows no format.

use std::fs::{File, Metadata, OpenOptions};
use std::io::Read;
use std::path::Path;

use super::{ReadCause, ReadError, ReadOptions, Watch};
use crate::base::Moment;

/// The largest file that is read unless it is asked for, in bytes: an article is text, and all of it is held in memory.
pub const MAX_FILE_BYTES: u64 = 128 << 20;

/// How much is read at once, in bytes.
const PIECE: u64 = 1 << 20;

/// The bytes of a regular file of at most [`MAX_FILE_BYTES`], unless [`ReadOptions::any_size`] is wanted.
///
/// # Errors
/// Where the file is not there, is no regular file, is too large, or changes while it is read.
pub fn read_file(path: &Path, options: &ReadOptions) -> Result<Vec<u8>, ReadError> {
    let read = || -> Result<Vec<u8>, ReadCause> {
        let file = opened(path)?;
        whole(&file, &file, options)
    };
    read().map_err(|cause| ReadError::new(path, cause))
}

/// All that `input` reads of `file`.
fn whole(file: &File, input: impl Read, options: &ReadOptions) -> Result<Vec<u8>, ReadCause> {
    let before = file.metadata()?;
    let bytes = bytes_of(input, before.len(), options)?;
    if is_same(&before, &file.metadata()?) { Ok(bytes) } else { Err(ReadCause::Changed) }
}

/// Whether a file is still what it was. Some files of the system have no length; their time does not count either.
fn is_same(before: &Metadata, after: &Metadata) -> bool {
    before.len() == after.len() && (before.len() == 0 || before.modified().ok() == after.modified().ok())
}

/// A regular file, opened.
///
/// # Errors
/// Where the file is not there or is no regular file, or is not allowed to be read.
pub fn open(path: &Path) -> Result<File, ReadError> {
    opened(path).map_err(|cause| ReadError::new(path, cause))
}

/// What a file is gets known before it is opened, for to open a device can do something; and again afterwards, for a path may have
/// come to mean another file in between.
fn opened(path: &Path) -> Result<File, ReadCause> {
    check(&std::fs::metadata(path)?)?;
    let file = without_waiting(path)?;
    check(&file.metadata()?)?;
    Ok(file)
}

fn check(metadata: &Metadata) -> Result<(), ReadCause> {
    if metadata.is_dir() {
        Err(ReadCause::Folder)
    } else if metadata.is_file() {
        Ok(())
    } else {
        Err(ReadCause::NotRegular)
    }
}

/// To open a pipe would wait for somebody to write to it, and to open a terminal could make it ours.
#[cfg(unix)]
fn without_waiting(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let flags = i32::try_from((OFlags::NONBLOCK | OFlags::NOCTTY).bits()).unwrap_or_default();
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn without_waiting(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// All of `input`, if that is at most [`MAX_FILE_BYTES`] or [`ReadOptions::any_size`] is wanted.
///
/// # Errors
/// Where there is more, or where it cannot be read.
pub fn read_all(input: impl Read, options: &ReadOptions) -> Result<Vec<u8>, ReadCause> {
    bytes_of(input, 0, options)
}

/// All of `input`, which is expected to be `expected` bytes long where that is not 0.
fn bytes_of(mut input: impl Read, expected: u64, options: &ReadOptions) -> Result<Vec<u8>, ReadCause> {
    let limit = if options.any_size { u64::MAX } else { MAX_FILE_BYTES };
    let check = |length: u64| if length > limit { Err(ReadCause::TooLarge(limit)) } else { Ok(()) };
    check(expected)?;
    let mut bytes = Vec::new();
    reserve(&mut bytes, expected)?;
    loop {
        let n_read = input.by_ref().take(PIECE).read_to_end(&mut bytes)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        check(length)?;
        if n_read == 0 {
            return Ok(bytes);
        }
        progress(&options.watch, length, expected)?;
    }
}

/// Room for a file, and for the byte that would show that it has grown.
fn reserve(bytes: &mut Vec<u8>, expected: u64) -> Result<(), ReadCause> {
    let room = usize::try_from(expected).ok().and_then(|expected| expected.checked_add(1));
    room.and_then(|room| bytes.try_reserve_exact(room).ok()).ok_or(ReadCause::TooLarge(MAX_FILE_BYTES))
}

fn progress(watch: &Watch, length: u64, expected: u64) -> Result<(), ReadCause> {
    if expected == 0 { watch.go_on() } else { watch.fetched(length, expected) }
}

/// The day on which a file was last changed: no publication date, but the window may offer it as one. In universal time.
#[must_use]
pub fn file_date(path: &Path) -> Option<Moment> {
    let modified = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(Moment::on(chrono::DateTime::<chrono::Utc>::from(modified).date_naive()))
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::*;

    /// Does something after the first piece that is read.
    struct Meanwhile<R, F> {
        input: R,
        deed: Option<F>,
    }

    impl<R: Read, F: FnOnce()> Read for Meanwhile<R, F> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let n_read = self.input.read(buffer)?;
            if let Some(deed) = self.deed.take() {
                deed();
            }
            Ok(n_read)
        }
    }

    /// A file of a test, which goes with it.
    struct Temporary(std::path::PathBuf);

    impl Temporary {
        fn new(name: &str, content: &str) -> Self {
            let path = std::env::temp_dir().join(format!("waqai-{}-{name}", std::process::id()));
            std::fs::write(&path, content).expect("a temporary file");
            Self(path)
        }
    }

    impl Drop for Temporary {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    fn read_while(path: &Path, deed: impl FnOnce()) -> Result<Vec<u8>, ReadCause> {
        let file = opened(path).expect("a file");
        whole(&file, Meanwhile { input: &file, deed: Some(deed) }, &ReadOptions::default())
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_no_article() {
        let file = Temporary::new("grows", "abc");
        let grow = || {
            let mut same = OpenOptions::new().append(true).open(&file.0).expect("the same file");
            same.write_all(b"def").expect("it can be written");
        };
        assert_eq!(read_while(&file.0, grow), Err(ReadCause::Changed));
        assert_eq!(read_while(&file.0, || std::fs::write(&file.0, "").expect("it can be emptied")), Err(ReadCause::Changed));
    }

    #[test]
    fn a_file_that_vanishes_while_it_is_read_is_read_to_its_end() {
        let file = Temporary::new("vanishes", "abc");
        let vanish = || drop(std::fs::remove_file(&file.0));
        assert_eq!(read_while(&file.0, vanish), Ok(b"abc".to_vec()));
        assert_eq!(opened(&file.0).map(|_| ()), Err(ReadCause::Missing));
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_not_opened_and_an_opened_one_is_not_taken() {
        assert_eq!(opened(Path::new("/dev/null")).map(|_| ()), Err(ReadCause::NotRegular));
        let device = without_waiting(Path::new("/dev/zero")).expect("every Unix has one");
        assert_eq!(check(&device.metadata().expect("its metadata")), Err(ReadCause::NotRegular));
    }

    #[test]
    fn reading_stops_when_it_shall() {
        let options = ReadOptions::default();
        let cancel = || options.watch.cancel();
        let endless = Meanwhile { input: io::repeat(b'a'), deed: Some(cancel) };
        assert_eq!(read_all(endless, &options), Err(ReadCause::Cancelled));
    }

    #[test]
    fn a_size_that_is_asked_for_has_no_limit() {
        let limit = usize::try_from(MAX_FILE_BYTES).expect("a size in memory");
        let input = || io::repeat(b'a').take(MAX_FILE_BYTES + 1);
        assert_eq!(read_all(input(), &ReadOptions::default()), Err(ReadCause::TooLarge(MAX_FILE_BYTES)));
        let any_size = ReadOptions { any_size: true, ..ReadOptions::default() };
        assert_eq!(read_all(input(), &any_size).map(|bytes| bytes.len()), Ok(limit + 1));
    }
}

//! Files that are written whole or not at all: beside their place, to the disk, and then put there at once.

use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use foldhash::fast::FixedState;

use super::SaveError;

/// What a file held when it was last read or written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    len: u64,
    hash: u64,
}

impl Stamp {
    /// Of these contents.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = FixedState::with_seed(0).build_hasher();
        hasher.write(bytes);
        Self { len: bytes.len() as u64, hash: hasher.finish() }
    }

    /// The one of these numbers.
    #[must_use]
    pub fn from_numbers((len, hash): (u64, u64)) -> Self {
        Self { len, hash }
    }

    /// As numbers, to be kept.
    #[must_use]
    pub fn numbers(self) -> (u64, u64) {
        (self.len, self.hash)
    }
}

/// Writes a file whose contents were last known to be `known`. A symbolic link is followed, the permissions stay.
///
/// # Errors
/// Where another program wrote the file since (`known` is `None` where whatever is there may be overwritten), and where it
/// cannot be written: then whatever was there is there still.
pub fn save(path: &Path, bytes: &[u8], known: Option<Stamp>) -> Result<Stamp, SaveError> {
    if let Some(known) = known
        && is_changed(path, known)?
    {
        return Err(SaveError::Changed);
    }
    replace(path, |file| file.write_all(bytes))?;
    Ok(Stamp::of(bytes))
}

/// Whether a file holds something else by now. One that is gone does not: nothing is lost by writing it.
fn is_changed(path: &Path, known: Stamp) -> Result<bool, SaveError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Stamp::of(&bytes) != known),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Puts what `write` writes in the place of a file. A symbolic link is followed, the permissions stay.
///
/// # Errors
/// Where it cannot be written: then whatever was there is there still.
pub fn replace(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let target = target(path)?;
    let permissions = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        // A rename would not mind, but whoever protected the file does.
        Ok(metadata) if metadata.permissions().readonly() => return Err(io::ErrorKind::PermissionDenied.into()),
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let (new, mut file) = create_beside(&target)?;
    let written = write(&mut file)
        .and_then(|()| permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions)))
        .and_then(|()| file.sync_all());
    drop(file);
    let placed = written.and_then(|()| fs::rename(&new, &target));
    if placed.is_err() {
        // What is left of the attempt is of no use to anybody.
        let _ = fs::remove_file(&new);
        return placed;
    }
    sync_folder(folder_of(&target))
}

/// Where a symbolic link leads, also to a file that is not there yet.
fn target(path: &Path) -> io::Result<PathBuf> {
    /// As many as the system follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = folder_of(&target).join(next),
            // No link, or nothing at all.
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new file beside another one, with a name that nobody else has.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy();
    // Names may have 255 bytes: the rest of a long one is not needed to tell them apart.
    let name: String = name.chars().take(40).collect();
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let new = folder_of(path).join(format!(".{name}.{}.{number}.new", std::process::id()));
    // One that a killed program of the same number left.
    let _ = fs::remove_file(&new);
    let file = OpenOptions::new().write(true).create_new(true).open(&new)?;
    Ok((new, file))
}

/// Makes the new name last where the power goes; not every system has folders that can be opened.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("waqai-save-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }

        fn file(&self, name: &str) -> PathBuf {
            self.0.join(name)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).expect("a folder");
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).expect("a folder");
        }
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_is_left_beside_it() {
        let folder = Folder::new("whole");
        let path = folder.file("أول.waqai");
        let stamp = save(&path, b"one", None).expect("written");
        assert_eq!(stamp, Stamp::of(b"one"));
        let stamp = save(&path, b"two", Some(stamp)).expect("written");
        assert_eq!((fs::read(&path).expect("a file"), folder.names().len()), (b"two".to_vec(), 1));
        assert_ne!(stamp, Stamp::of(b"one"));
    }

    #[test]
    fn a_full_disk_in_the_middle_leaves_what_was_there() {
        let folder = Folder::new("full");
        let path = folder.file("a.waqai");
        fs::write(&path, "before").expect("a file");
        let full = |file: &mut File| {
            file.write_all(b"half of")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        assert_eq!(SaveError::from(replace(&path, full).expect_err("no room")), SaveError::Full);
        assert_eq!((fs::read(&path).expect("a file"), folder.names()), (b"before".to_vec(), vec!["a.waqai".to_owned()]));
    }

    #[test]
    fn what_another_program_wrote_is_not_overwritten_unasked() {
        let folder = Folder::new("changed");
        let path = folder.file("a.waqai");
        let stamp = save(&path, b"mine", None).expect("written");
        // As long, and perhaps in the same tick of the clock.
        fs::write(&path, "ours").expect("a file");
        assert_eq!(save(&path, b"mine again", Some(stamp)), Err(SaveError::Changed));
        assert_eq!(fs::read(&path).expect("a file"), b"ours");
        fs::remove_file(&path).expect("a file");
        assert!(save(&path, b"mine again", Some(stamp)).is_ok(), "what is gone is written again");
    }

    #[test]
    fn a_folder_that_is_gone_is_told() {
        let folder = Folder::new("gone");
        assert_eq!(save(&folder.file("no/such/a.waqai"), b"x", None), Err(SaveError::Folder));
        assert_eq!(save(&folder.0, b"x", None), Err(SaveError::Folder));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_links_are_followed_and_a_protected_file_is_left_alone() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = Folder::new("links");
        let path = folder.file("a.waqai");
        fs::write(&path, "x").expect("a file");
        let mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
        mode(0o640);
        let link = folder.file("link.waqai");
        symlink("a.waqai", &link).expect("a link");
        save(&link, b"by the link", None).expect("written");
        assert_eq!(fs::read(&path).expect("a file"), b"by the link");
        assert!(link.is_symlink());
        assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o640);
        mode(0o444);
        assert_eq!(save(&link, b"again", None), Err(SaveError::Permission));
        let nowhere = folder.file("nowhere.waqai");
        symlink("new.waqai", &nowhere).expect("a link");
        save(&nowhere, b"new", None).expect("written");
        assert_eq!(fs::read(folder.file("new.waqai")).expect("a file"), b"new");
        symlink("round.waqai", folder.file("round.waqai")).expect("a link");
        assert!(matches!(save(&folder.file("round.waqai"), b"x", None), Err(SaveError::Io(_))));
    }
}

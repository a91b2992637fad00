//! Writing a file whole or not at all: beside its place, onto the disk, and then into its place at once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// So many names are tried for the new file beside the old one.
const MOST_NAMES: u32 = 100;

/// Puts `bytes` into a file, whatever was there. When this fails, what was there is there still, and nothing is left beside it.
///
/// A link stays one, and what it leads to is written. The rights of a file that was there are kept. What is no file (a device,
/// a pipe) cannot be replaced and is written straight.
///
/// # Errors
/// What the system says: a full disk, a folder that is gone or may not be written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(&place).ok();
    if before.as_ref().is_some_and(|before| !before.is_file() && !before.is_dir()) {
        return OpenOptions::new().write(true).open(&place)?.write_all(bytes);
    }
    if before.as_ref().is_some_and(|before| before.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let (mut file, beside) = create_beside(&place)?;
    let written = file.write_all(bytes).and_then(|()| {
        before.map_or(Ok(()), |before| file.set_permissions(before.permissions()))?;
        file.sync_all()
    });
    drop(file);
    let placed = written.and_then(|()| fs::rename(&beside, &place));
    if placed.is_err() {
        // What is left of the attempt is of no use to anybody.
        let _ = fs::remove_file(&beside);
        return placed;
    }
    // The new name is on the disk once the folder is. A system without such folders has nothing to wait for.
    let _ = File::open(folder_of(&place)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A new file in the folder of `place`, so that renaming it crosses no disks.
fn create_beside(place: &Path) -> io::Result<(File, PathBuf)> {
    let name = place.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let id = std::process::id();
    let mut taken = io::ErrorKind::AlreadyExists.into();
    for number in 0..MOST_NAMES {
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(format!(".{id}-{number}.new"));
        let beside = folder_of(place).join(beside);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((file, beside)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

fn folder_of(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("waqai-write-whole-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = folder("replaced");
        let path = folder.join("أحداث.csv");
        for bytes in ["first", "second and longer", ""] {
            write_whole(&path, bytes.as_bytes()).expect("it is written");
            assert_eq!(fs::read(&path).expect("the file"), bytes.as_bytes());
        }
        assert_eq!(names(&folder), ["أحداث.csv"]);
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[test]
    fn what_cannot_be_written_leaves_what_was_there() {
        let folder = folder("refused");
        assert!(write_whole(&folder.join("no such folder/a.csv"), b"x").is_err());
        assert!(write_whole(&folder, b"x").is_err(), "a folder is no place for a file");
        let path = folder.join("kept.csv");
        fs::write(&path, "kept").expect("a file");
        let mut rights = fs::metadata(&path).expect("the file").permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).expect("it is ours");
        assert_eq!(write_whole(&path, b"x").map_err(|error| error.kind()), Err(io::ErrorKind::PermissionDenied));
        assert_eq!((fs::read(&path).expect("the file"), names(&folder)), (b"kept".to_vec(), vec!["kept.csv".to_owned()]));
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_rights_are_kept() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder("link");
        let (real, link) = (folder.join("real"), folder.join("link"));
        fs::write(&real, "old").expect("a file");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("it is ours");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        write_whole(&link, b"new").expect("it is written");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        assert_eq!(fs::read(&real).expect("the file"), b"new");
        assert_eq!(fs::metadata(&real).expect("the file").permissions().mode() & 0o777, 0o640);
        write_whole(Path::new("/dev/null"), b"nothing is there").expect("a device is written straight");
        fs::remove_dir_all(folder).expect("the folder is ours");
    }
}

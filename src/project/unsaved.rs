//! Work that was not saved: kept beside its project, or where the person's data is, until it is saved or given up.
//! Whose work it is tells the run of the program that wrote it: as long as that runs, nobody else is offered it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{ENDING, Project, load};

const FOLDER: &str = "waqai";

/// The end of the name of work that was not saved.
const AUTOSAVE: &str = "autosave";

/// A run of the program, known to others by a file that it has locked as long as it lasts.
#[derive(Debug)]
pub struct Session {
    folder: PathBuf,
    id: String,
    /// Held, not read; the system lets it go however the program ends.
    _lock: File,
}

impl Session {
    /// Begins one. `id` must be one that no other run has.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn begin(folder: &Path, id: String) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let lock = OpenOptions::new().write(true).create(true).truncate(false).open(lock_path(folder, &id))?;
        lock.try_lock()?;
        Ok(Self { folder: folder.to_owned(), id, _lock: lock })
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where work that has no file is kept; `number` is one that this run gives only once.
    #[must_use]
    pub fn path(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{}.{number}.{ENDING}.{AUTOSAVE}", self.id))
    }

    /// Whether work was left by a run that has ended.
    #[must_use]
    pub fn is_left(&self, session: &str) -> bool {
        if session == self.id || session.contains(['/', '\\']) {
            return false;
        }
        let path = lock_path(&self.folder, session);
        match File::open(&path).map(|lock| lock.try_lock()) {
            // Nobody holds it, or it was cleared away.
            Ok(Ok(())) | Err(_) => true,
            Ok(Err(TryLockError::WouldBlock | TryLockError::Error(_))) => false,
        }
    }

    /// The work without a file that other runs left, in the order of its names.
    #[must_use]
    pub fn left(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == AUTOSAVE)).collect();
        paths.retain(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{}.", self.id))));
        paths.sort();
        paths.retain(|path| read(path).is_some_and(|project| self.is_of_ended(&project)));
        self.clear_locks();
        paths
    }

    /// Whether a run that has ended left this.
    #[must_use]
    pub fn is_of_ended(&self, project: &Project) -> bool {
        project.unsaved.as_ref().is_some_and(|unsaved| self.is_left(&unsaved.session))
    }

    /// Clears away the locks of runs that have ended: nobody asks for them again.
    fn clear_locks(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_lock = path.extension().is_some_and(|end| end == "lock");
            let session = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).filter(|_| is_lock);
            if session.is_some_and(|session| self.is_left(&session)) {
                // Another run may have been quicker.
                let _ = fs::remove_file(path);
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A lock that stays is cleared away by the next run.
        let _ = fs::remove_file(lock_path(&self.folder, &self.id));
    }
}

fn lock_path(folder: &Path, session: &str) -> PathBuf {
    folder.join(format!("{session}.lock"))
}

/// Where the unsaved work of a project is kept: `.name.waqai.autosave` beside it.
#[must_use]
pub fn beside(project: &Path) -> Option<PathBuf> {
    let name = project.file_name()?.to_string_lossy();
    Some(project.with_file_name(format!(".{name}.{AUTOSAVE}")))
}

/// Reads unsaved work; `None` where there is none that can be read.
#[must_use]
pub fn read(path: &Path) -> Option<Project> {
    load(&fs::read(path).ok()?).ok().filter(|project| project.unsaved.is_some())
}

/// Where unsaved work without a file is kept, where the system has a place for it.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || folder("HOME");
    let place = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        folder("XDG_DATA_HOME").or_else(|| home().map(|home| home.join(".local/share")))
    };
    place.map(|place| place.join(FOLDER).join("unsaved"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_left_by_a_run_that_has_ended() {
        let folder = std::env::temp_dir().join(format!("waqai-session-{}", std::process::id()));
        let begin = |id: &str| Session::begin(&folder, id.to_owned()).expect("a session");
        let (first, second) = (begin("first"), begin("second"));
        assert!(!second.is_left("first") && !second.is_left("second"));
        assert!(second.is_left("long gone") && !second.is_left("../first"));
        drop(first);
        assert!(second.is_left("first"));
        // A run that was killed takes no lock away.
        fs::write(folder.join("killed.lock"), "").expect("a file");
        assert!(second.is_left("killed"));
        assert!(second.left().is_empty());
        assert!(!folder.join("killed.lock").exists() && folder.join("second.lock").exists());
        drop(second);
        fs::remove_dir_all(folder).expect("a folder");
    }

    #[test]
    fn unsaved_work_lies_hidden_beside_its_project() {
        assert_eq!(beside(Path::new("/a/خبر.waqai")), Some(PathBuf::from("/a/.خبر.waqai.autosave")));
        assert_eq!(beside(Path::new("/")), None);
    }
}

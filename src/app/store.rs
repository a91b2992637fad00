//! What is kept from one start to the next: recent files, the folder of the last dialog, how the timeline is shown.
//! The file is written whole or not at all, by a thread of its own; changes of another window are kept, for each change is made
//! to the file as it stands.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};

use crate::base::Direction;

/// So many files are remembered.
pub(super) const MOST_RECENT: usize = 10;

const FOLDER: &str = "waqai";
const FILE: &str = "settings.toml";

/// What is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// Files that were opened, the latest first. A path that is no Unicode is not kept: the file could not say it.
    pub(super) recent: Vec<String>,
    /// Where the last file was chosen.
    pub(super) folder: Option<String>,
    /// Whether time runs from right to left; where nobody chose, it runs as the interface is read.
    pub(super) time_runs_leftwards: Option<bool>,
    /// Whether the Hijri calendar stands beside the Gregorian one; where nobody chose, in an Arabic interface.
    pub(super) hijri: Option<bool>,
    /// Whether nothing moves by itself; where nobody chose, as the system wants it.
    pub(super) reduce_motion: Option<bool>,
    /// What a newer program keeps there.
    #[serde(flatten)]
    others: toml::Table,
}

/// A change of what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// A file was opened.
    Opened(PathBuf),
    /// A file was chosen in a folder.
    Folder(PathBuf),
    /// The recent files shall be forgotten.
    ClearRecent,
    /// Which way time runs.
    TimeDirection(Direction),
    /// Whether the Hijri calendar is shown.
    Hijri(bool),
    /// Whether nothing moves by itself.
    ReduceMotion(bool),
}

impl Settings {
    /// Does what a change says.
    pub(super) fn apply(&mut self, change: &Change) {
        match change {
            Change::Opened(path) => {
                let Some(path) = path.to_str() else { return };
                self.recent.retain(|other| other != path);
                self.recent.insert(0, path.to_owned());
                self.recent.truncate(MOST_RECENT);
            }
            Change::Folder(folder) => self.folder = folder.to_str().map(str::to_owned),
            Change::ClearRecent => self.recent.clear(),
            Change::TimeDirection(direction) => self.time_runs_leftwards = Some(direction.is_rtl()),
            Change::Hijri(shown) => self.hijri = Some(*shown),
            Change::ReduceMotion(reduced) => self.reduce_motion = Some(*reduced),
        }
    }

    /// What a file holds; nothing where there is none, or none that can be read.
    fn load(path: &Path) -> Self {
        fs::read_to_string(path).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
    }

    /// Writes beside the file and puts the new one in its place at once.
    fn save(&self, path: &Path) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let new = folder.join(format!("{FILE}.{}.new", std::process::id()));
        let written = File::create(&new).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        let placed = written.and_then(|()| fs::rename(&new, path));
        if placed.is_err() {
            // What is left of the attempt is of no use to anybody.
            let _ = fs::remove_file(&new);
        }
        placed
    }
}

/// Where settings are kept; the last changes are written when it is dropped.
#[derive(Debug, Default)]
pub(super) struct Store {
    changes: Option<Sender<Change>>,
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// The settings in a file, and what writes them there. `failed` is told once where they cannot be written.
    pub(super) fn open(path: PathBuf, failed: impl FnOnce(io::Error) + Send + 'static) -> (Settings, Self) {
        let settings = Settings::load(&path);
        let (changes, come) = channel();
        let thread = std::thread::Builder::new().name("settings".to_owned()).spawn(move || keep(&path, &come, failed));
        // Without a thread nothing is kept, which is no reason to have no window.
        (settings, Self { changes: Some(changes), thread: thread.ok() })
    }

    /// Keeps a change.
    pub(super) fn change(&self, change: Change) {
        if let Some(changes) = &self.changes {
            // Nobody listens where there is no thread.
            let _ = changes.send(change);
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.changes = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has told so.
            let _ = thread.join();
        }
    }
}

fn keep(path: &Path, changes: &Receiver<Change>, failed: impl FnOnce(io::Error)) {
    let mut failed = Some(failed);
    while let Ok(change) = changes.recv() {
        let mut settings = Settings::load(path);
        settings.apply(&change);
        changes.try_iter().for_each(|change| settings.apply(&change));
        if let Err(error) = settings.save(path)
            && let Some(failed) = failed.take()
        {
            failed(error);
        }
    }
}

/// The file of the person's settings, where the system has a place for it.
pub(super) fn settings_path() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || folder("HOME");
    let place = if cfg!(windows) {
        folder("APPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        folder("XDG_CONFIG_HOME").or_else(|| home().map(|home| home.join(".config")))
    };
    place.map(|place| place.join(OsStr::new(FOLDER)).join(FILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("waqai-store-{}-{name}", std::process::id()))
    }

    fn no_failure(error: io::Error) {
        panic!("it can be written: {error}");
    }

    #[test]
    fn the_latest_comes_first_once_and_few_are_kept() {
        let mut settings = Settings::default();
        for name in 0..30 {
            settings.apply(&Change::Opened(format!("/{name}").into()));
        }
        settings.apply(&Change::Opened("/27".into()));
        assert_eq!(settings.recent[..3], ["/27", "/29", "/28"]);
        assert_eq!(settings.recent.len(), MOST_RECENT);
        settings.apply(&Change::ClearRecent);
        assert!(settings.recent.is_empty());
    }

    #[test]
    fn what_is_kept_is_there_at_the_next_start_and_nothing_else_is_left() {
        let folder = folder("kept");
        let path = folder.join("inner").join(FILE);
        let (settings, store) = Store::open(path.clone(), no_failure);
        assert_eq!(settings, Settings::default());
        store.change(Change::Opened("/مجلد/خبر.txt".into()));
        store.change(Change::Folder("/مجلد".into()));
        store.change(Change::Hijri(false));
        store.change(Change::ReduceMotion(true));
        store.change(Change::TimeDirection(Direction::LeftToRight));
        drop(store);
        let (settings, _store) = Store::open(path.clone(), no_failure);
        assert_eq!((&settings.recent[..], settings.folder.as_deref()), (&["/مجلد/خبر.txt".to_owned()][..], Some("/مجلد")));
        let chosen = (settings.hijri, settings.reduce_motion, settings.time_runs_leftwards);
        assert_eq!(chosen, (Some(false), Some(true), Some(false)));
        let files: Vec<_> = fs::read_dir(path.parent().expect("a folder")).expect("a folder").collect();
        assert_eq!(files.len(), 1, "{files:?}");
        fs::remove_dir_all(folder).expect("a folder");
    }

    #[test]
    fn changes_of_two_windows_are_both_kept_and_so_is_what_is_not_known() {
        let folder = folder("two");
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join(FILE);
        fs::write(&path, "later = 7\n").expect("a file");
        let (_, first) = Store::open(path.clone(), no_failure);
        let (_, second) = Store::open(path.clone(), no_failure);
        first.change(Change::Opened("/a".into()));
        drop(first);
        second.change(Change::Opened("/b".into()));
        drop(second);
        let settings = Settings::load(&path);
        assert_eq!(settings.recent, ["/b", "/a"]);
        assert_eq!(settings.others.get("later").and_then(toml::Value::as_integer), Some(7));
        fs::remove_dir_all(folder).expect("a folder");
    }

    #[test]
    fn a_damaged_file_and_a_place_that_cannot_be_written_stop_nothing() {
        let folder = folder("damaged");
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join(FILE);
        fs::write(&path, "recent = [\"/a\", 3").expect("a file");
        assert_eq!(Settings::load(&path), Settings::default());
        let (tell, told) = channel();
        let (_, store) = Store::open(path.join("below a file"), move |_| tell.send(()).unwrap_or_default());
        store.change(Change::ClearRecent);
        store.change(Change::ClearRecent);
        drop(store);
        assert_eq!(told.iter().count(), 1);
        fs::remove_dir_all(folder).expect("a folder");
    }
}

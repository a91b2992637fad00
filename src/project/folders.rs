//! Where the system keeps what a program has for a person.

use std::path::PathBuf;

/// What is to be kept, by the names that systems have for its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What a person chose.
    Settings,
    /// What a person made.
    Data,
}

/// The folder of the system for that, where it has one; an own folder belongs into it.
#[must_use]
pub fn folder_of(place: Place) -> Option<PathBuf> {
    let (windows, unix, below_home) = match place {
        Place::Settings => ("APPDATA", "XDG_CONFIG_HOME", ".config"),
        Place::Data => ("LOCALAPPDATA", "XDG_DATA_HOME", ".local/share"),
    };
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || folder("HOME");
    if cfg!(windows) {
        folder(windows)
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        folder(unix).or_else(|| home().map(|home| home.join(below_home)))
    }
}

//! Why a project could not be read or saved, and what to do.

use std::io;
use std::path::Path;

use crate::base::{Arg, Message};

/// Why bytes are no project that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProjectError {
    /// It is not the JSON of a project; where it goes wrong, counted from 1.
    Json(usize, usize),
    /// It was written by a newer program in a form that this one cannot read.
    Newer,
    /// A field does not fit the rest of the file.
    Damaged(&'static str),
}

impl ProjectError {
    /// What to say.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Json(line, column) => {
                Message::new("project-error-json").with_count("line", *line).with_count("column", *column)
            }
            Self::Newer => Message::new("project-error-newer"),
            Self::Damaged(field) => Message::new("project-error-damaged").with_text("field", *field),
        }
    }

    /// The same of a file: what, why, and the path last.
    #[must_use]
    pub fn of_file(&self, path: &Path) -> Message {
        let error = Message::new("read-error").with("reason", Arg::Message(Box::new(self.message())));
        error.with_text("path", path.to_string_lossy())
    }
}

/// Why a file could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// There is no room on the disk.
    Full,
    /// The file or its folder must not be written.
    Permission,
    /// The folder is not there any more.
    Folder,
    /// Another program changed the file since it was read or saved last.
    Changed,
    /// Something else; what the system says.
    Io(String),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Permission,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl SaveError {
    /// What to say: what, why, what to do, and the path.
    #[must_use]
    pub fn message(&self, path: &Path) -> Message {
        self.of("save-error", path)
    }

    /// The same of what is no work but made of it: an export.
    #[must_use]
    pub fn export_message(&self, path: &Path) -> Message {
        self.of("export-error", path)
    }

    fn of(&self, key: &'static str, path: &Path) -> Message {
        let reason = match self {
            Self::Full => Message::new("save-error-full"),
            Self::Permission => Message::new("save-error-permission"),
            Self::Folder => Message::new("save-error-folder"),
            Self::Changed => Message::new("save-error-changed"),
            Self::Io(detail) => Message::new("save-error-io").with_text("detail", detail),
        };
        let error = Message::new(key).with("reason", Arg::Message(Box::new(reason)));
        error.with_text("path", path.to_string_lossy())
    }
}

//! A project: an article, what was found in it, what the reader changed, and how it was looked at; as one file that is kept.
//! The saved form is made of types of its own (`saved`), so that the model may change. Knows no window.

mod error;
pub mod folders;
mod others;
mod saved;
pub mod store;
pub mod unsaved;
mod view;

pub use error::{ProjectError, SaveError};
pub use others::Others;
pub use store::Stamp;
pub use view::{Arranged, Asked, LaneName, View};

use crate::article::Article;
use crate::event::Extraction;
use crate::event::edit::{Edited, Log, edited};

/// The ending of a project's file, without the dot.
pub const ENDING: &str = "waqai";

/// The version of the saved form; another one means that something that stood has changed.
pub const VERSION: u32 = 1;

/// Everything that is kept of an article that is worked on.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// The article.
    pub article: Article,
    /// What was found in it, before any edit.
    pub found: Extraction,
    /// What was found under the publication date that the reader gave, where one was given.
    pub redated: Option<Extraction>,
    /// What the reader changed.
    pub log: Log,
    /// How it is looked at.
    pub view: View,
    /// Where this is no saved file but work that was not saved: whose.
    pub unsaved: Option<Unsaved>,
    /// Whether a newer program wrote it, so that this one must not overwrite it.
    pub is_newer: bool,
    /// What the file holds besides.
    pub others: Others,
}

/// Whose unsaved work a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unsaved {
    /// The run of the program that wrote it.
    pub session: String,
    /// The project or the article that it was made from; `None` where it came from no file.
    pub path: Option<String>,
    /// What it was called.
    pub title: String,
    /// What the project's file held when it was read or written last: it may hold something else when the work is found again.
    pub known: Option<Stamp>,
}

impl Project {
    /// What edits are applied to.
    #[must_use]
    pub fn base(&self) -> &Extraction {
        self.redated.as_ref().unwrap_or(&self.found)
    }

    /// What was found, as the reader corrected it: what is shown and exported.
    #[must_use]
    pub fn edited(&self) -> Edited {
        edited(self.base(), self.log.applied())
    }

    /// The file.
    ///
    /// # Errors
    /// Never, as far as is known: everything that it is made of can be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ProjectError> {
        saved::encode(self)
    }
}

/// Whether a file is a project, by how it begins.
#[must_use]
pub fn is_project(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let inner = bytes.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    let rest = inner.and_then(|inner| inner.strip_prefix(b"\"waqai\"")).map(<[u8]>::trim_ascii_start);
    rest.is_some_and(|rest| rest.starts_with(b":"))
}

/// Reads a project.
///
/// # Errors
/// Where it is none, is damaged, or is of a version that cannot be read.
pub fn load(bytes: &[u8]) -> Result<Project, ProjectError> {
    saved::decode(bytes)
}

#[cfg(test)]
mod tests;

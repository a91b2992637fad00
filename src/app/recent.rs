//! Recent files, as the window shows them: which of them are there is looked up by a worker.

use std::path::{Path, PathBuf};

use super::core::Core;
use super::event::AppEvent;
use super::store::Change;
use crate::ui::state::RecentFile;

impl Core {
    /// Changes what is kept, here and in the file.
    pub(super) fn keep(&mut self, change: Change) {
        self.settings.apply(&change);
        self.store.change(change);
        self.show_recent();
    }

    /// Shows the recent files, and has looked up which are there.
    pub(super) fn show_recent(&mut self) {
        let is_missing = |path: &Path| self.state.recent.iter().any(|known| known.is_missing && known.path == path);
        let paths: Vec<PathBuf> = self.settings.recent.iter().map(PathBuf::from).collect();
        self.state.recent = paths.iter().map(|path| RecentFile { path: path.clone(), is_missing: is_missing(path) }).collect();
        self.check_recent();
    }

    /// Has looked up which of the recent files are there: they may lie on a disk that takes its time.
    pub(super) fn check_recent(&self) {
        let paths: Vec<PathBuf> = self.state.recent.iter().map(|recent| recent.path.clone()).collect();
        if !paths.is_empty() {
            let look = move || AppEvent::RecentSeen(paths.into_iter().map(|path| (path.exists(), path)).collect());
            // Without a thread they stand there as they did.
            let _ = self.jobs.aside(look);
        }
    }

    /// Marks the recent files that are there no more.
    pub(super) fn mark_recent(&mut self, seen: &[(bool, PathBuf)]) {
        for recent in &mut self.state.recent {
            if let Some((is_there, _)) = seen.iter().find(|(_, path)| *path == recent.path) {
                recent.is_missing = !is_there;
            }
        }
    }
}

//! Work that was not saved: written apart within two seconds after a change, offered again after a crash.
//! Closing a tab or the window asks nothing: what is not saved stays where it was written apart, and that is said.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::core::Core;
use super::event::AppEvent;
use super::saving::Draft;
use crate::base::Message;
use crate::project::store::save;
use crate::project::unsaved::{self, Session};
use crate::project::{Project, SaveError};
use crate::ui::command::Command;
use crate::ui::tabs::{Origin, TabId};

/// So long a change waits for others before it is written: whatever happens, no more than two seconds are to be lost, and writing
/// takes its time too.
const DELAY: Duration = Duration::from_millis(1500);

/// The work of a tab that is kept apart.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    /// Where it is.
    pub(super) path: Option<PathBuf>,
    /// The edition of the log that was written.
    pub(super) edition: Option<u64>,
    /// When the first change came that is not being written.
    since: Option<Instant>,
    /// The edition that is being written.
    writing: Option<u64>,
}

/// How writing apart ended.
#[derive(Debug)]
pub(super) struct Written {
    tab: TabId,
    edition: u64,
    /// What the tab was called, where it was closed.
    closed: Option<String>,
    /// Where it is now; else why it is nowhere, and where it should be.
    result: Result<PathBuf, (SaveError, PathBuf)>,
}

/// What is to be written, and where: the next place where the one before cannot be written.
struct Apart {
    draft: Draft,
    unsaved: crate::project::Unsaved,
    places: Vec<PathBuf>,
}

/// Work that an earlier run left.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) path: PathBuf,
    pub(super) title: String,
}

impl Core {
    /// Begins to keep unsaved work, and looks for what earlier runs left: in `folder`, and beside the recent projects.
    pub(super) fn begin_session(&mut self, folder: &Path, id: String) {
        let session = match Session::begin(folder, id) {
            Ok(session) => Arc::new(session),
            Err(error) => return self.notify(SaveError::from(error).message(folder)),
        };
        (self.session, self.jobs.session) = (Some(session.clone()), Some(session.clone()));
        let recent: Vec<PathBuf> = self.settings.recent.iter().filter_map(|path| unsaved::beside(Path::new(path))).collect();
        let look = move || {
            let paths: BTreeSet<PathBuf> = session.left().into_iter().chain(recent).collect();
            let left = |path: PathBuf| {
                let project = unsaved::read(&path).filter(|project| session.is_of_ended(project))?;
                Some(Left { path, title: project.unsaved?.title })
            };
            AppEvent::Left(paths.into_iter().filter_map(left).collect())
        };
        // Without a thread nothing is offered, and nothing is lost.
        let _ = self.jobs.aside(look);
    }

    /// Offers what an earlier run left.
    pub(super) fn offer_left(&mut self, left: Vec<Left>) {
        for Left { path, title } in left {
            let message = Message::new("unsaved-left").with_text("title", title);
            self.offer_unsaved(message, path);
        }
    }

    /// Says something of unsaved work, with what can be done about it.
    fn offer_unsaved(&mut self, message: Message, path: PathBuf) {
        let offers = vec![("unsaved-open", Command::Recover(path.clone())), ("unsaved-give-up", Command::GiveUp(path))];
        self.offer(message, offers);
    }

    /// Opens work that was not saved.
    pub(super) fn recover(&mut self, path: PathBuf) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        self.open_origin(Origin::File(path), name);
    }

    /// Gives up work that was not saved.
    pub(super) fn give_up(&mut self, path: PathBuf) {
        let is_autosave = path.extension().is_some_and(|end| end == "autosave");
        let is_open = self.kept.values().any(|kept| kept.unsaved.path.as_deref() == Some(path.as_path()));
        if is_autosave && !is_open {
            self.remove_aside(path);
        }
    }

    /// Writes apart what has waited for long enough; how long the next one has to wait.
    pub(super) fn keep_unsaved(&mut self, now: Instant) -> Option<Duration> {
        let mut rest = None;
        let mut due = Vec::new();
        let mut done = Vec::new();
        for tab in self.state.tabs.iter() {
            let unsaved = &mut self.kept.entry(tab.id).or_default().unsaved;
            let edition = Some(tab.work.log.edition());
            if !tab.work.is_unsaved() {
                unsaved.since = None;
                if unsaved.path.is_some() {
                    done.push(tab.id);
                }
            } else if unsaved.writing.or(unsaved.edition) != edition {
                let waited = now.saturating_duration_since(*unsaved.since.get_or_insert(now));
                match DELAY.checked_sub(waited).filter(|left| !left.is_zero()) {
                    Some(left) => rest = Some(rest.map_or(left, |rest: Duration| rest.min(left))),
                    None if unsaved.writing.is_none() => due.push(tab.id),
                    // As soon as the one before is written.
                    None => {}
                }
            }
        }
        done.into_iter().for_each(|id| self.drop_unsaved(id));
        due.into_iter().for_each(|id| self.write_apart(id, None));
        rest
    }

    /// Has the work of a tab written apart.
    fn write_apart(&mut self, id: TabId, closed: Option<String>) {
        let Some(apart) = self.apart(id) else { return };
        let edition = apart.draft.log.edition();
        let job = move || AppEvent::Written(Box::new(Written { tab: id, edition, closed, result: apart.write() }));
        if self.writer.write(job).is_ok() {
            let unsaved = &mut self.kept.entry(id).or_default().unsaved;
            (unsaved.writing, unsaved.since) = (Some(edition), None);
        }
    }

    /// What is to be written apart, and where.
    fn apart(&self, id: TabId) -> Option<Apart> {
        let session = self.session.as_ref()?;
        let tab = self.state.tabs.get(id)?;
        let known = self.kept.get(&id).and_then(|kept| kept.unsaved.path.clone());
        let beside = || tab.work.file.as_deref().and_then(unsaved::beside);
        let places = known.or_else(beside).into_iter().chain([session.path(id.0)]).collect();
        let from = tab.work.file.as_deref().or(tab.origin.path());
        let unsaved = crate::project::Unsaved {
            session: session.id().to_owned(),
            path: from.and_then(Path::to_str).map(str::to_owned),
            title: tab.title().to_owned(),
            known: self.kept.get(&id).and_then(|kept| kept.stamp),
        };
        Some(Apart { draft: self.draft(id)?, unsaved, places })
    }

    /// Takes note of how writing apart ended.
    pub(super) fn written_apart(&mut self, written: Written) {
        let Written { tab, edition, closed, result } = written;
        if let Some(unsaved) = self.kept.get_mut(&tab).map(|kept| &mut kept.unsaved) {
            // One that failed is tried again after the next change: to say so once is enough.
            (unsaved.writing, unsaved.edition) = (None, Some(edition));
            if let Ok(path) = &result {
                unsaved.path = Some(path.clone());
            }
        }
        match (result, closed) {
            (Ok(path), Some(title)) => self.offer_unsaved(Message::new("unsaved-closed").with_text("title", title), path),
            (Ok(_), None) => {}
            (Err((error, path)), _) => self.notify(error.message(&path)),
        }
    }

    /// Takes away what was kept apart: it is saved.
    pub(super) fn drop_unsaved(&mut self, id: TabId) {
        let unsaved = &mut self.kept.entry(id).or_default().unsaved;
        (unsaved.edition, unsaved.since) = (None, None);
        if let Some(path) = unsaved.path.take() {
            self.remove_aside(path);
        }
    }

    fn remove_aside(&mut self, path: PathBuf) {
        let remove = move || match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => AppEvent::Failed(SaveError::from(error).message(&path)),
            _ => AppEvent::Left(Vec::new()),
        };
        // What stays is offered at the next start.
        let _ = self.writer.write(remove);
    }

    /// Before a tab is closed: what is not saved is written apart, and that is said.
    pub(super) fn keep_closing(&mut self, id: TabId) {
        match self.state.tabs.get(id) {
            Some(tab) if tab.work.is_unsaved() => {
                let title = tab.title().to_owned();
                self.write_apart(id, Some(title));
            }
            // It may have been taken back to what the file has a moment ago.
            _ => self.drop_unsaved(id),
        }
    }

    /// Before the window closes: what is not saved of any tab is written apart, to the last byte.
    pub(super) fn keep_all(&mut self) {
        let ids: Vec<TabId> = self.state.tabs.iter().filter(|tab| tab.work.is_unsaved()).map(|tab| tab.id).collect();
        ids.into_iter().for_each(|id| self.write_apart(id, None));
        self.writer.finish();
    }
}

impl Apart {
    fn write(self) -> Result<PathBuf, (SaveError, PathBuf)> {
        let project = Project { unsaved: Some(self.unsaved), ..self.draft.project() };
        let mut failed = (SaveError::Folder, PathBuf::new());
        for path in self.places {
            let bytes = project.to_bytes().map_err(|_| SaveError::Io(String::new()));
            match bytes.and_then(|bytes| save(&path, &bytes, None)) {
                Ok(_) => return Ok(path),
                Err(error) => failed = (error, path),
            }
        }
        Err(failed)
    }
}

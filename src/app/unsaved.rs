//! Work that was not saved: written apart two seconds after a change, offered again after a crash.
//! Closing a tab or the window asks nothing: what is not saved stays where it was written apart, and that is said.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::core::Core;
use super::event::AppEvent;
use super::saving::project_of;
use crate::base::Message;
use crate::event::edit::Log;
use crate::project::store::save;
use crate::project::unsaved::{self, Session};
use crate::project::{Project, SaveError};
use crate::ui::command::Command;
use crate::ui::tabs::{Origin, TabId};

/// So long a change waits for others before it is written.
const DELAY: Duration = Duration::from_secs(2);

/// The work of a tab that is kept apart.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    /// Where it is.
    pub(super) path: Option<PathBuf>,
    /// As it was written.
    pub(super) log: Option<Log>,
    /// When the first change came that was not written.
    since: Option<Instant>,
    is_writing: bool,
    /// Whether its folder cannot be written: then it goes where the person's data is.
    is_elsewhere: bool,
}

/// How writing apart ended.
#[derive(Debug)]
pub(super) struct Written {
    tab: TabId,
    path: PathBuf,
    log: Log,
    result: Result<(), SaveError>,
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
            if !tab.work.is_unsaved() {
                unsaved.since = None;
                if unsaved.path.is_some() && !unsaved.is_writing {
                    done.push(tab.id);
                }
            } else if unsaved.log.as_ref() != Some(&tab.work.log) && !unsaved.is_writing {
                let waited = now.saturating_duration_since(*unsaved.since.get_or_insert(now));
                match DELAY.checked_sub(waited).filter(|left| !left.is_zero()) {
                    Some(left) => rest = Some(rest.map_or(left, |rest: Duration| rest.min(left))),
                    None => due.push(tab.id),
                }
            }
        }
        done.into_iter().for_each(|id| self.drop_unsaved(id));
        due.into_iter().for_each(|id| self.write_apart(id));
        rest
    }

    /// Writes the work of a tab apart, in a worker.
    fn write_apart(&mut self, id: TabId) {
        let Some((project, path)) = self.to_write_apart(id) else { return };
        let job = move || {
            let result = write(&project, &path);
            AppEvent::Written(Box::new(Written { tab: id, path, log: project.log, result }))
        };
        if self.jobs.aside(job).is_ok() {
            let unsaved = &mut self.kept.entry(id).or_default().unsaved;
            (unsaved.is_writing, unsaved.since) = (true, None);
        }
    }

    /// What is to be written apart, and where.
    fn to_write_apart(&self, id: TabId) -> Option<(Project, PathBuf)> {
        let session = self.session.as_ref()?;
        let tab = self.state.tabs.get(id)?;
        let document = tab.document.as_ref()?;
        let kept = self.kept.get(&id)?;
        let beside = tab.work.file.as_deref().filter(|_| !kept.unsaved.is_elsewhere).and_then(unsaved::beside);
        let path = kept.unsaved.path.clone().or(beside).unwrap_or_else(|| session.path(id.0));
        let from = tab.work.file.as_deref().or(tab.origin.path());
        let unsaved = crate::project::Unsaved {
            session: session.id().to_owned(),
            path: from.and_then(Path::to_str).map(str::to_owned),
            title: tab.title().to_owned(),
        };
        let project = project_of(&self.state, tab, document, kept.others.clone());
        Some((Project { unsaved: Some(unsaved), ..project }, path))
    }

    /// Takes note of how writing apart ended.
    pub(super) fn written_apart(&mut self, written: Written) {
        let Written { tab, path, log, result } = written;
        let is_open = self.state.tabs.position(tab).is_some();
        let unsaved = &mut self.kept.entry(tab).or_default().unsaved;
        unsaved.is_writing = false;
        match result {
            Ok(()) => (unsaved.path, unsaved.log) = (Some(path), Some(log)),
            Err(error) if unsaved.is_elsewhere => {
                // Once is enough: the next change tries again.
                unsaved.log = Some(log);
                self.notify(error.message(&path));
            }
            Err(_) => (unsaved.is_elsewhere, unsaved.path) = (true, None),
        }
        if !is_open {
            self.kept.remove(&tab);
        }
    }

    /// Takes away what was kept apart: it is saved.
    pub(super) fn drop_unsaved(&mut self, id: TabId) {
        let unsaved = &mut self.kept.entry(id).or_default().unsaved;
        (unsaved.log, unsaved.since) = (None, None);
        if let Some(path) = unsaved.path.take() {
            self.remove_aside(path);
        }
    }

    fn remove_aside(&self, path: PathBuf) {
        let remove = move || match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => AppEvent::Failed(SaveError::from(error).message(&path)),
            _ => AppEvent::Left(Vec::new()),
        };
        // What stays is offered at the next start.
        let _ = self.jobs.aside(remove);
    }

    /// Before a tab is closed: what is not saved is written apart at once, and that is said.
    pub(super) fn keep_closing(&mut self, id: TabId) {
        let Some(tab) = self.state.tabs.get(id).filter(|tab| tab.work.is_unsaved()) else { return };
        let title = tab.title().to_owned();
        let Some(path) = self.write_now(id) else { return };
        let message = Message::new("unsaved-closed").with_text("title", title);
        self.offer_unsaved(message, path);
    }

    /// Before the window closes: the same for all tabs, to the last byte.
    pub(super) fn keep_all(&mut self) {
        let ids: Vec<TabId> = self.state.tabs.iter().filter(|tab| tab.work.is_unsaved()).map(|tab| tab.id).collect();
        for id in ids {
            self.write_now(id);
        }
    }

    /// Writes the work of a tab apart and waits for it; where it is.
    fn write_now(&mut self, id: TabId) -> Option<PathBuf> {
        self.kept.entry(id).or_default();
        let (project, path) = self.to_write_apart(id)?;
        let known = self.kept.get(&id).and_then(|kept| kept.unsaved.log.as_ref());
        if known == Some(&project.log) && path.exists() {
            return Some(path);
        }
        if write(&project, &path).is_ok() {
            return Some(path);
        }
        let elsewhere = self.session.as_ref()?.path(id.0);
        match write(&project, &elsewhere) {
            Ok(()) => Some(elsewhere),
            Err(error) => {
                self.notify(error.message(&elsewhere));
                None
            }
        }
    }
}

fn write(project: &Project, path: &Path) -> Result<(), SaveError> {
    let bytes = project.to_bytes().map_err(|_| SaveError::Io(String::new()))?;
    save(path, &bytes, None).map(|_| ())
}

//! Saving the work on an article as a project, in a worker; and what comes of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::core::Core;
use super::event::AppEvent;
use super::store::Change;
use super::unsaved::Unsaved;
use crate::base::Message;
use crate::event::Extraction;
use crate::event::edit::{Log, edited};
use crate::project::store::{Stamp, save};
use crate::project::{ENDING, Others, Project, SaveError, View};
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::Document;
use crate::ui::tabs::{Origin, Tab, TabId};
use crate::ui::work::Work;

/// What is known of a tab's file, beside its work.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// What the file held when it was read or written last.
    pub(super) stamp: Option<Stamp>,
    /// What it holds that this program does not know.
    pub(super) others: Others,
    /// Where to save next, while one save is under way.
    next: Option<(PathBuf, Option<Stamp>)>,
    is_saving: bool,
    /// The work that is kept apart until it is saved.
    pub(super) unsaved: Unsaved,
}

/// How a save ended.
#[derive(Debug)]
pub(super) struct Saved {
    tab: TabId,
    path: PathBuf,
    /// Of the log that was saved.
    edition: u64,
    result: Result<Stamp, SaveError>,
}

impl Core {
    /// Saves the work of the active tab where it was saved before, and else asks where.
    pub(super) fn save(&mut self) {
        let Some(tab) = self.state.tabs.active().filter(|_| self.state.allows(UiCommand::Save)) else { return };
        match tab.work.file.clone().filter(|_| !tab.work.is_read_only) {
            Some(path) => {
                let (id, known) = (tab.id, self.kept.entry(tab.id).or_default().stamp);
                self.write(id, path, known);
            }
            None => self.save_as(),
        }
    }

    /// Asks where to save the work of the active tab.
    pub(super) fn save_as(&mut self) {
        let tab = self.state.tabs.active().filter(|_| self.state.allows(UiCommand::SaveAs) && !self.dialog_open);
        self.save_wanted = tab.map(|tab| tab.id);
    }

    /// Shows a tab and asks where to save its work.
    pub(super) fn save_elsewhere(&mut self, id: TabId) {
        self.show_tab(id);
        self.save_as();
    }

    /// Saves where the person chose.
    pub(super) fn save_chosen(&mut self, tab: TabId, path: Option<PathBuf>) {
        self.dialog_open = false;
        let Some(path) = path else { return };
        // Whoever chose a name without an ending was not asked about the file that the ending makes of it.
        let (path, known) = match path.extension() {
            Some(_) => (path, None),
            None => (path.with_extension(ENDING), Some(Stamp::of(b""))),
        };
        self.write(tab, path, known);
    }

    /// Saves over whatever another program wrote.
    pub(super) fn save_over(&mut self, id: TabId) {
        let path = self.state.tabs.get(id).and_then(|tab| tab.work.file.clone());
        path.into_iter().for_each(|path| self.write(id, path, None));
    }

    fn write(&mut self, id: TabId, path: PathBuf, known: Option<Stamp>) {
        let kept = self.kept.entry(id).or_default();
        if kept.is_saving {
            kept.next = Some((path, known));
            return;
        }
        let Some(draft) = self.draft(id) else { return };
        let edition = draft.log.edition();
        let job = move || {
            let bytes = draft.project().to_bytes().map_err(|_| SaveError::Io(String::new()));
            let result = bytes.and_then(|bytes| save(&path, &bytes, known));
            AppEvent::Saved(Box::new(Saved { tab: id, path, edition, result }))
        };
        match self.writer.write(job) {
            Ok(()) => self.kept.entry(id).or_default().is_saving = true,
            Err(error) => self.notify(Message::new("app-no-thread").with_text("detail", error.to_string())),
        }
    }

    /// What is to be written of the work of a tab.
    pub(super) fn draft(&self, id: TabId) -> Option<Draft> {
        let tab = self.state.tabs.get(id)?;
        let others = self.kept.get(&id).map(|kept| kept.others.clone()).unwrap_or_default();
        Some(Draft::new(tab, tab.document.clone()?, self.view_of(id), others))
    }

    /// Takes note of how a save ended.
    pub(super) fn saved(&mut self, saved: Saved) {
        let Saved { tab: id, path, edition, result } = saved;
        let kept = self.kept.entry(id).or_default();
        kept.is_saving = false;
        let next = kept.next.take();
        match result {
            Ok(stamp) => {
                kept.stamp = Some(stamp);
                if let Some(tab) = self.state.tabs.get_mut(id) {
                    let work = &mut tab.work;
                    (work.file, work.saved) = (Some(path.clone()), edition);
                    (work.is_recovered, work.is_read_only) = (false, false);
                    tab.origin = Origin::File(path.clone());
                    // What was changed since stays apart.
                    if !work.is_unsaved() {
                        self.drop_unsaved(id);
                    }
                }
                self.keep(Change::Opened(path));
            }
            Err(SaveError::Changed) => {
                if let Some(tab) = self.state.tabs.get_mut(id) {
                    tab.work.file = Some(path.clone());
                }
                let offers = vec![("save-over", Command::SaveOver(id)), ("command-save-as", Command::SaveElsewhere(id))];
                self.offer(SaveError::Changed.message(&path), offers);
            }
            Err(error) => {
                self.offer(error.message(&path), vec![("command-save-as", Command::SaveElsewhere(id))]);
            }
        }
        if let Some((path, known)) = next {
            let known = known.and(self.kept.get(&id).and_then(|kept| kept.stamp));
            self.write(id, path, known);
        }
    }
}

/// What a tab's work is made of: a project that is put together where it takes nobody's time.
pub(super) struct Draft {
    document: Arc<Document>,
    found: Option<Arc<Extraction>>,
    redated: Option<Arc<Extraction>>,
    pub(super) log: Log,
    view: View,
    others: Others,
}

impl Draft {
    fn new(tab: &Tab, document: Arc<Document>, view: View, others: Others) -> Self {
        let work = &tab.work;
        let dated = work.log.published();
        let redated = work.redated.as_ref().filter(|(date, _)| Some(*date) == dated);
        let (found, redated) = (work.found.clone(), redated.map(|(_, extraction)| extraction.clone()));
        Self { document, found, redated, log: work.log.clone(), view, others }
    }

    /// The project.
    pub(super) fn project(self) -> Project {
        Project {
            article: self.document.article.clone(),
            found: self.found.as_deref().unwrap_or(&self.document.extraction).clone(),
            redated: self.redated.as_deref().cloned(),
            log: self.log,
            view: self.view,
            unsaved: None,
            is_newer: false,
            others: self.others,
        }
    }
}

/// The work that a project holds, and what it shows.
pub(super) fn work_of(project: &Project, file: Option<&Path>) -> (Work, Extraction) {
    let base = project.redated.as_ref().filter(|_| project.log.published().is_some()).unwrap_or(&project.found);
    let shown = edited(base, project.log.applied());
    let redated = project.redated.clone().zip(project.log.published()).map(|(redated, date)| (date, Arc::new(redated)));
    let work = Work {
        log: project.log.clone(),
        found: Some(Arc::new(project.found.clone())),
        redated,
        names: shown.names,
        file: file.map(Path::to_owned),
        saved: project.log.edition(),
        is_recovered: project.unsaved.is_some(),
        is_read_only: project.is_newer,
        ..Work::default()
    };
    (work, shown.extraction)
}

//! Opening, showing and closing articles: each in a tab of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::core::Core;
use super::event::JobId;
use super::jobs::{Jobs, Work};
use super::open::{self, Made, Opened};
use super::store::Change;
use crate::base::Message;
use crate::event::EventId;
use crate::ui::state::Document;
use crate::ui::tabs::{Failure, Origin, Reading, Tab, TabId};

/// So many of the files that come at once are opened at once; the others when they are first looked at.
const MOST_AHEAD: usize = 16;

impl Core {
    /// Opens files, each in a tab; the first of them is shown.
    pub(super) fn open_files(&mut self, paths: Vec<PathBuf>) {
        let mut first = None;
        for (index, path) in paths.into_iter().enumerate() {
            let path = std::path::absolute(&path).unwrap_or(path);
            let id = self.tab_for(&path);
            first = first.or(Some(id));
            if index < MOST_AHEAD {
                self.read(id);
            }
        }
        if let Some(first) = first {
            self.show_tab(first);
        }
    }

    /// Opens what has no file.
    pub(super) fn open_origin(&mut self, origin: Origin, name: String) {
        let id = self.add_tab(name, origin);
        self.read(id);
    }

    /// Opens what was pasted: the page, where the clipboard has one that says the same, and else the text.
    pub(super) fn open_pasted(&mut self, text: String) {
        if text.trim().is_empty() {
            return self.notify(Message::new("paste-empty"));
        }
        let name = self.state.i18n.text("paste-name");
        let text: Arc<str> = text.into();
        let id = self.add_tab(name.clone(), Origin::Text(text.clone()));
        let page = self.page_in_clipboard;
        self.start(id, name, Box::new(move |worker| open::pasted(&text, page, worker)));
    }

    /// Shows a tab.
    pub(super) fn show_tab(&mut self, id: TabId) {
        self.state.change_tabs(|tabs| tabs.activate(id));
        self.tab_is_seen();
    }

    /// Shows the next tab or the one before.
    pub(super) fn step_tab(&mut self, forward: bool) {
        self.state.change_tabs(|tabs| tabs.step(forward));
        self.tab_is_seen();
    }

    /// Closes a tab; what is under way for it is let go.
    pub(super) fn close_tab(&mut self, id: TabId) {
        self.jobs.cancel(id);
        self.keep_closing(id);
        self.kept.remove(&id);
        self.state.change_tabs(|tabs| Jobs::let_go(tabs.close(id)));
        self.tab_is_seen();
    }

    /// Lets go what is under way for a tab; a tab that would stay empty is closed.
    pub(super) fn cancel_opening(&mut self, id: TabId) {
        self.jobs.cancel(id);
        let Some(tab) = self.state.tabs.get_mut(id) else { return };
        match &tab.document {
            None => self.close_tab(id),
            // The text is there; what it says will not be found.
            Some(document) if document.is_pending => {
                let stopped = Message::new("opening-stopped").with_text("name", tab.title());
                self.notify(stopped);
            }
            // An edit that is in the log is made.
            Some(_) if tab.work.is_behind => self.refresh(id),
            Some(_) => {}
        }
    }

    /// Reads the article of the active tab again, as it is wanted now.
    pub(super) fn read_again(&mut self, reading: Reading) {
        let Some(tab) = self.state.tabs.active_mut() else { return };
        tab.reading = reading;
        let id = tab.id;
        self.read_or_find(id);
    }

    /// Shows all of the file, or its article only.
    pub(super) fn show_everything(&mut self) {
        let reading = self.state.tabs.active().map(|tab| tab.reading);
        reading.into_iter().for_each(|reading| self.read_again(Reading { everything: !reading.everything, ..reading }));
    }

    /// Shows another article of the active tab's file.
    pub(super) fn show_article(&mut self, index: usize) {
        let Some(tab) = self.state.tabs.active().filter(|tab| index < tab.articles.len() && index != tab.article) else { return };
        let (id, name, articles) = (tab.id, tab.name.clone(), tab.articles.clone());
        let read_as = tab.document.as_ref().and_then(|document| document.read_as);
        let choices = self.state.choices_of(id).for_another();
        self.jobs.start(id, name, choices, Box::new(move |worker| Ok(open::another(&articles, index, read_as, worker))));
    }

    /// Shows the next article of the file, or the one before; there is none beyond the last.
    pub(super) fn step_article(&mut self, forward: bool) {
        let Some(tab) = self.state.tabs.active() else { return };
        let index = if forward { tab.article.checked_add(1) } else { tab.article.checked_sub(1) };
        if let Some(index) = index {
            self.show_article(index);
        }
    }

    /// Shows what a worker has so far.
    pub(super) fn show_part(&mut self, job: JobId, document: Document) {
        let tab = self.jobs.tab_of(job).and_then(|id| self.state.tabs.get_mut(id));
        // Edits are carried over from the article that is shown to the one that is read: until then it stays.
        if let Some(tab) = tab.filter(|tab| tab.work.log.entries().is_empty()) {
            show(tab, document);
        }
    }

    /// Shows what a worker made, or says why there is nothing; what nobody waits for any more is dropped.
    pub(super) fn show_result(&mut self, job: JobId, result: Result<Opened, Failure>) {
        let Some(id) = self.jobs.finish(job) else { return };
        let Some(tab) = self.state.tabs.get_mut(id) else { return };
        match result {
            Ok(opened) => {
                let notice = unreadable(&opened, &tab.name);
                tab.failure = None;
                tab.origin = opened.origin.unwrap_or_else(|| tab.origin.clone());
                // An edit opens nothing.
                let is_opened = !matches!(opened.made, Made::Edited(_));
                let file = tab.origin.path().filter(|_| is_opened).map(Path::to_owned);
                if let Some(articles) = opened.articles {
                    tab.articles = articles;
                }
                notice.into_iter().for_each(|notice| self.notify(notice));
                file.into_iter().for_each(|file| self.keep(Change::Opened(file)));
                self.take_over(id, opened.document, opened.article, opened.made);
            }
            // The open article stays as it is.
            Err(failure) if tab.document.is_some() => self.notify(failure.message),
            Err(failure) => {
                tab.failure = Some(failure);
                // It may be one of the recent ones, and gone.
                self.check_recent();
            }
        }
    }

    /// Shows what was read: with the edits that were made before, or those of the project that it is.
    fn take_over(&mut self, id: TabId, document: Document, article: usize, made: Made) {
        let Some(tab) = self.state.tabs.get_mut(id) else { return };
        match made {
            Made::Project(opened) => {
                tab.work = opened.work;
                let kept = self.kept.entry(id).or_default();
                (kept.stamp, kept.others) = (opened.stamp, opened.others);
                (kept.unsaved.path, kept.unsaved.edition) = (opened.apart, Some(tab.work.log.edition()));
                tab.article = article;
                show(tab, document);
                self.show_view(id, &opened.view);
                self.offer_left(opened.left.into_iter().collect());
                if self.state.tabs.get_mut(id).is_some_and(|tab| tab.work.is_read_only) {
                    self.notify(Message::new("project-read-only"));
                }
            }
            Made::Edited(named) => return self.show_edited(id, document, named),
            Made::Redated(date) => {
                tab.work.redated = Some((date, Arc::new(document.extraction.clone())));
            }
            Made::Anew => {
                if article == tab.article {
                    let before = tab.document.as_ref().map(|before| before.article.text.as_str()).unwrap_or_default();
                    tab.work.log = tab.work.log.moved(before, &document.article.text);
                } else {
                    let other = tab.shelf.remove(&article).unwrap_or_default();
                    let work = std::mem::replace(&mut tab.work, other);
                    tab.shelf.insert(tab.article, work);
                    tab.article = article;
                }
                (tab.work.found, tab.work.redated, tab.work.names) = (None, None, Vec::new());
                show(tab, document);
            }
        }
        let has_edits = self.state.tabs.get_mut(id).is_some_and(|tab| !tab.work.log.entries().is_empty());
        if has_edits {
            self.refresh(id);
        }
    }

    /// Reads what a tab shows, from the beginning. A project has its article: what it says is found anew, the edits stay.
    fn read_or_find(&mut self, id: TabId) {
        let tab = self.state.tabs.get(id).filter(|tab| tab.work.file.is_some());
        let Some((tab, document)) = tab.and_then(|tab| Some((tab, tab.document.clone()?))) else { return self.read(id) };
        let (name, index) = (tab.name.clone(), tab.article);
        self.start(id, name, Box::new(move |worker| Ok(open::again(&document, index, worker))));
    }

    /// Does `work` for a tab; what comes of it is shown as somebody looks through the tab now.
    pub(super) fn start(&mut self, id: TabId, name: String, work: Work) {
        let choices = self.state.choices_of(id);
        self.jobs.start(id, name, choices, work);
    }

    /// Reads what a tab shows, from the beginning.
    fn read(&mut self, id: TabId) {
        let Some(tab) = self.state.tabs.get_mut(id) else { return };
        tab.failure = None;
        let (name, origin, reading) = (tab.name.clone(), tab.origin.clone(), tab.reading);
        self.start(id, name, Box::new(move |worker| open::open(&origin, reading, worker)));
    }

    /// The tab of a file that is open already, or a new one.
    fn tab_for(&mut self, path: &Path) -> TabId {
        let open = self.state.tabs.iter().find(|tab| tab.origin.path() == Some(path)).map(|tab| tab.id);
        open.unwrap_or_else(|| {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            self.add_tab(name, Origin::File(path.to_owned()))
        })
    }

    /// A new tab. The bundled article makes room: it is there for whoever has opened nothing yet.
    fn add_tab(&mut self, name: String, origin: Origin) -> TabId {
        let bundled = self.state.tabs.iter().find(|tab| tab.origin == Origin::Bundled).map(|tab| tab.id);
        self.next_tab += 1;
        let id = TabId(self.next_tab);
        self.state.change_tabs(|tabs| tabs.push(Tab::new(id, name, origin)));
        if let Some(bundled) = bundled {
            self.close_tab(bundled);
        }
        id
    }

    /// What is looked at comes first, and is read if it was not.
    fn tab_is_seen(&mut self) {
        let Some(tab) = self.state.tabs.active() else { return };
        let (id, is_untouched) = (tab.id, tab.document.is_none() && tab.failure.is_none());
        if self.jobs.is_busy(id) {
            self.jobs.hurry(id);
        } else if is_untouched {
            self.read(id);
        }
    }
}

/// Shows a document in a tab. An event that is the same in both stays selected.
fn show(tab: &mut Tab, document: Document) {
    let is_same = |before: &Document, id| tell_the_same(before, &document, id);
    tab.selected = tab.selected.filter(|id| tab.document.as_ref().is_some_and(|before| is_same(before, *id)));
    tab.hovered = None;
    Jobs::let_go(tab.document.replace(document.into()));
}

/// Whether an event is the same in two readings of one article.
fn tell_the_same(before: &Document, after: &Document, id: EventId) -> bool {
    let mention = |document: &Document| document.extraction.event(id).map(|event| event.mention);
    before.article == after.article && mention(before) == mention(after)
}

fn unreadable(opened: &Opened, name: &str) -> Option<Message> {
    let count = opened.n_unreadable;
    (count > 0).then(|| Message::new("records-unreadable").with_count("count", count).with_text("name", name))
}

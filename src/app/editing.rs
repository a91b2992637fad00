//! Edits of the article that is shown: into its log, and from the log to what is shown.

use std::sync::Arc;

use super::core::Core;
use super::jobs::{Jobs, Worker};
use super::open::{self, Made, Opened};
use crate::base::{Message, Moment, TextSpan};
use crate::event::edit::{Edit, Edited, Entry, EventName, edited};
use crate::event::{Event, EventId, Extraction};
use crate::extract;
use crate::ui::command::{Command, UiCommand};
use crate::ui::picture::Picture;
use crate::ui::state::Document;
use crate::ui::tabs::{Progress, Tab, TabId};
use crate::ui::work::{Change, TypedDate};

/// Where an article has more events, a worker applies its edits: so many take some milliseconds.
pub(super) const EDITED_AT_ONCE: usize = 2_000;

/// What edits call the events of an edited document.
#[derive(Debug)]
pub(super) struct Named {
    names: Vec<EventName>,
    /// How many edits had nothing to change.
    n_unapplied: usize,
}

impl Core {
    /// Does what a change of an event says.
    pub(super) fn edit(&mut self, change: Change) {
        if !self.state.can_edit() {
            return;
        }
        let Some(tab) = self.state.tabs.active_mut() else { return };
        let Some(document) = tab.document.clone() else { return };
        let title = |id: EventId| document.extraction.event(id).map(|event| event.title.clone()).unwrap_or_default();
        let told = match change {
            Change::Delete(id) => Some(Message::new("edit-deleted").with_text("title", title(id))),
            Change::Merge(into, _) => Some(Message::new("edit-merged").with_text("title", title(into))),
            _ => None,
        };
        let nothing_selected = matches!(change, Change::Add(None));
        let Some(edit) = edit_of(tab, &document, change) else {
            if nothing_selected {
                self.notify(Message::new("edit-nothing-selected"));
            }
            return;
        };
        let (id, event) = (tab.id, edit.event());
        let takes_over = matches!(edit, Edit::Add { .. } | Edit::Split { .. });
        let added = match &edit {
            Edit::Add { id, .. } | Edit::Split { id, .. } => Some(EventName::Added(*id)),
            _ => event,
        };
        tab.work.log.push(edit);
        tab.work.awaited = added.filter(|_| takes_over);
        self.refresh(id);
        if let Some(message) = told {
            self.offer(message, vec![("command-undo", Command::Ui(UiCommand::Undo))]);
        }
    }

    /// Takes the last edit back, or does again what was taken back.
    pub(super) fn step_log(&mut self, back: bool) {
        if !self.state.can_edit() {
            return;
        }
        let Some(tab) = self.state.tabs.active_mut() else { return };
        let id = tab.id;
        let stepped = if back { tab.work.log.undo() } else { tab.work.log.redo() };
        if stepped {
            // What offered to take the last edit back would take back another one.
            self.state.notices.retain(|notice| !notice.offers.iter().any(|(key, _)| *key == "command-undo"));
            self.refresh(id);
        }
    }

    /// Dates the open article anew.
    pub(super) fn set_published(&mut self, published: Option<Moment>) {
        let Some(tab) = self.state.tabs.active_mut() else { return };
        let id = tab.id;
        tab.work.log.push(Edit::Published(published));
        self.refresh(id);
    }

    /// What a date that is being typed means.
    pub(super) fn read_typed(&mut self, text: String) {
        let Some(document) = self.state.document() else { return };
        let published = document.extraction.published.map(|published| published.value);
        let bounds = extract::read_date(&text, published, document.extraction.language);
        self.state.typed_date = Some(TypedDate { text, bounds });
    }

    /// Shows what the log of a tab makes of what was found; finds it anew where the publication date is another one by now.
    pub(super) fn refresh(&mut self, id: TabId) {
        let choices = self.state.choices_of(id);
        let Some(tab) = self.state.tabs.get_mut(id) else { return };
        let Some(document) = tab.document.clone() else { return };
        let work = &mut tab.work;
        let found = work.found.get_or_insert_with(|| Arc::new(document.extraction.clone())).clone();
        let base = match work.log.published() {
            None => {
                work.redated = None;
                found
            }
            Some(published) => match &work.redated {
                Some((known, redated)) if *known == published => redated.clone(),
                _ => {
                    let (name, index) = (tab.name.clone(), tab.article);
                    let work = Box::new(move |worker: &Worker| Ok(open::resolved(&document, index, published, worker)));
                    return self.start(id, name, work);
                }
            },
        };
        let (edits, index) = (tab.work.log.applied(), tab.article);
        tab.work.is_behind = base.events.len() > self.edited_at_once;
        if tab.work.is_behind {
            let (name, edits) = (tab.name.clone(), edits.to_vec());
            let work = Box::new(move |worker: &Worker| Ok(with_edits_later(&document, index, &base, &edits, worker)));
            return self.start(id, name, work);
        }
        let (edited, named) = with_edits(&document, &base, edits);
        // What was under way would show what was found under another date.
        self.jobs.cancel(id);
        // At once: events are numbered anew, so that the picture from before would show others as selected.
        edited.first.put(Picture::new(&edited, choices, None));
        self.show_edited(id, edited, named);
    }

    /// Shows an edited document in the place of another one of the same article. What is selected stays so, unless the edit made
    /// an event.
    pub(super) fn show_edited(&mut self, id: TabId, document: Document, named: Named) {
        let Some(tab) = self.state.tabs.get_mut(id) else { return };
        let selected = tab.selected.zip(tab.document.as_ref()).and_then(|(id, before)| tab.work.name_of(&before.extraction, id));
        let selected = tab.work.awaited.take().or(selected);
        let at = selected.and_then(|name| named.names.iter().position(|known| *known == name));
        tab.selected = at.and_then(|at| u32::try_from(at).ok()).map(EventId);
        tab.hovered = None;
        (tab.work.names, tab.work.is_behind) = (named.names, false);
        Jobs::let_go(tab.document.replace(document.into()));
        self.tell_unapplied(named.n_unapplied);
    }

    /// Edits that have nothing to change are kept, and that is said.
    fn tell_unapplied(&mut self, count: usize) {
        if count > 0 {
            self.notify(Message::new("edit-unapplied").with_count("count", count));
        }
    }
}

/// The edit that a change is, by names that outlive this picture of the article; `None` where there is nothing to change.
fn edit_of(tab: &Tab, document: &Document, change: Change) -> Option<Edit> {
    let (work, extraction) = (&tab.work, &document.extraction);
    let name = |id: EventId| work.name_of(extraction, id);
    Some(match change {
        Change::Set(id, value) => Edit::Set { event: name(id)?, value },
        Change::Restore(id, field) => Edit::Restore { event: name(id)?, field },
        Change::Delete(id) => Edit::Delete { event: name(id)? },
        Change::Merge(into, from) => Edit::Merge { into: name(into)?, from: name(from)? },
        Change::Split(id, trigger) => {
            let event = extraction.event(id)?;
            let mention = event.other_mentions.iter().find(|mention| mention.trigger == trigger)?;
            let proposed = Box::new(split_off(document, event, mention.trigger));
            Edit::Split { event: name(id)?, trigger, id: work.log.next_added(), proposed }
        }
        Change::Add(selected) => {
            let proposed = Box::new(extract::propose(&document.article, extraction, selected?, &triggers(extraction))?);
            Edit::Add { id: work.log.next_added(), proposed }
        }
    })
}

/// The words that tell events already.
fn triggers(extraction: &Extraction) -> Vec<TextSpan> {
    let mentions = extraction.events.iter().flat_map(|event| event.other_mentions.iter().chain([&event.mention]));
    mentions.map(|mention| mention.trigger).collect()
}

/// What a mention tells by itself: as the extractor finds it there, and else as the event that it was a mention of.
fn split_off(document: &Document, event: &Event, trigger: TextSpan) -> Event {
    let proposed = extract::propose(&document.article, &document.extraction, trigger, &[]);
    let proposed = proposed.unwrap_or_else(|| event.clone());
    let mention = event.other_mentions.iter().find(|mention| mention.trigger == trigger).copied();
    let mut when = proposed.when;
    when.timex = None;
    Event { mention: mention.unwrap_or(proposed.mention), other_mentions: Vec::new(), when, ..proposed }
}

/// What edits make of what was found in a document.
fn with_edits(before: &Document, base: &Extraction, edits: &[Entry]) -> (Document, Named) {
    let Edited { extraction, names, unapplied } = edited(base, edits);
    let document = Document {
        edition: before.edition + 1,
        elapsed: before.elapsed,
        file_date: before.file_date,
        read_as: before.read_as,
        ..Document::new(before.generation, before.article.clone(), extraction)
    };
    (document, Named { names, n_unapplied: unapplied.len() })
}

/// The same in a worker.
fn with_edits_later(before: &Document, index: usize, base: &Extraction, edits: &[Entry], worker: &Worker) -> Opened {
    worker.tell(Progress::Extracting);
    let (document, named) = with_edits(before, base, edits);
    Opened { document, origin: None, articles: None, article: index, n_unreadable: 0, made: Made::Edited(named) }
}

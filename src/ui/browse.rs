//! How somebody looks through a document: what is asked for, what becomes of the rest, how lanes are arranged.
//! One for each document. Knows no widgets; only `app` changes it.

use std::sync::Arc;

use super::search::{Search, event_at};
use super::state::{Document, LaneGrouping};
use crate::base::TextSpan;
use crate::event::EventId;
use crate::timeline::filter::Condition;
use crate::timeline::{Arrangement, Filter, LaneKey, LaneTitle, Others, Sifted};

/// What somebody chose for one document.
#[derive(Debug, Default)]
pub struct Browse {
    document: Option<Arc<Document>>,
    filter: Filter,
    /// Which events pass; `None`: all.
    sifted: Option<Arc<Sifted>>,
    arrangements: [Arrangement; LaneGrouping::ALL.len()],
    visited: Visit,
    search: Search,
    is_list: bool,
}

/// Words of the article that were asked to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Visit {
    /// Counts up with every request.
    pub number: u64,
    /// Where they stand.
    pub words: Option<TextSpan>,
}

/// A change of what is looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Ask for something, or no longer.
    Toggle(Condition),
    /// Show the events that do not pass otherwise.
    SetOthers(Others),
    /// Ask for nothing in particular; show hidden lanes again.
    Clear,
    /// Show the events as a table, or on the timeline again.
    ToggleList,
    /// Show the field for what is to be found.
    OpenSearch,
    /// Look for nothing any more.
    CloseSearch,
    /// Look for other words.
    LookFor(String),
    /// Go to the next place that was found, or to the one before.
    Find(bool),
    /// Bring words of the article into view.
    Visit(TextSpan),
    /// Make a lane one row without titles, or open it again.
    ToggleLane(LaneGrouping, LaneKey),
    /// Put a lane to a place among those that are shown.
    PutLane(LaneGrouping, LaneKey, usize, Vec<LaneKey>),
    /// Hide a lane.
    HideLane(LaneGrouping, LaneKey, LaneTitle),
    /// Show a hidden lane again.
    ShowLane(LaneGrouping, LaneKey),
}

impl Browse {
    /// Takes over the document that is shown, and searches some more of it; whether there is more to be done.
    ///
    /// Another article begins anew, a new reading of the same one keeps the choices.
    pub fn update(&mut self, document: Option<&Arc<Document>>) -> bool {
        if self.document.as_ref().map(Arc::as_ptr) != document.map(Arc::as_ptr) {
            self.take_over(document);
        }
        if let Some(document) = &self.document
            && let Some(words) = self.search.go_on(document)
        {
            self.visit(words);
        }
        !self.search.is_done()
    }

    fn take_over(&mut self, document: Option<&Arc<Document>>) {
        let known = self.document.as_ref();
        let same_article = known.zip(document).is_some_and(|(known, new)| known.article == new.article);
        if !same_article {
            *self = Self { visited: self.visited, is_list: self.is_list, ..Self::default() };
        }
        self.document = document.cloned();
        self.search.restart();
        self.sift();
    }

    /// Does what a change says; the event that it leads to.
    pub fn apply(&mut self, change: Change) -> Option<EventId> {
        match change {
            Change::ToggleList => self.is_list = !self.is_list,
            Change::OpenSearch => self.search.open(),
            Change::CloseSearch => self.search.close(),
            Change::LookFor(words) => self.search.look_for(words),
            Change::Find(forward) => return self.find(forward),
            Change::Toggle(condition) => self.filter.toggle(condition),
            Change::SetOthers(others) => self.filter.others = others,
            Change::Clear => {
                self.filter.clear();
                self.arrangements.iter_mut().for_each(Arrangement::show_all);
            }
            Change::Visit(words) => self.visit(words),
            Change::ToggleLane(grouping, key) => self.arrangement_mut(grouping).toggle_collapsed(&key),
            Change::PutLane(grouping, key, to, shown) => self.arrangement_mut(grouping).put(&key, to, &shown),
            Change::HideLane(grouping, key, title) => self.arrangement_mut(grouping).hide(key, title),
            Change::ShowLane(grouping, key) => self.arrangement_mut(grouping).show(&key),
        }
        self.sift();
        None
    }

    fn visit(&mut self, words: TextSpan) {
        self.visited = Visit { number: self.visited.number + 1, words: Some(words) };
    }

    /// Goes to a place that was found, and to the event that is told there.
    fn find(&mut self, forward: bool) -> Option<EventId> {
        let hit = self.search.step(forward)?;
        self.visit(hit.words);
        let document = self.document.as_ref()?;
        hit.event.or_else(|| event_at(&document.extraction, hit.words))
    }

    fn sift(&mut self) {
        let document = self.document.as_ref().filter(|_| !self.filter.is_empty());
        self.sifted = document.map(|document| Arc::new(self.filter.sift(&document.extraction.events)));
    }

    /// What is asked for.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Which events pass; `None`: all.
    #[must_use]
    pub fn sifted(&self) -> Option<&Arc<Sifted>> {
        self.sifted.as_ref()
    }

    /// Whether an event passes.
    #[must_use]
    pub fn passes(&self, event: EventId) -> bool {
        self.sifted.as_ref().is_none_or(|sifted| sifted.passes(event))
    }

    /// The events to be shown, where others are to be hidden.
    #[must_use]
    pub fn shown(&self) -> Option<&Arc<Sifted>> {
        self.sifted.as_ref().filter(|_| self.filter.others == Others::Hidden)
    }

    /// How lanes are arranged.
    #[must_use]
    pub fn arrangement(&self, grouping: LaneGrouping) -> &Arrangement {
        &self.arrangements[grouping.index()]
    }

    fn arrangement_mut(&mut self, grouping: LaneGrouping) -> &mut Arrangement {
        &mut self.arrangements[grouping.index()]
    }

    /// Whether anything is kept from view, or dimmed.
    #[must_use]
    pub fn is_narrowed(&self, grouping: LaneGrouping) -> bool {
        !self.filter.is_empty() || !self.arrangement(grouping).hidden().is_empty()
    }

    /// Whether the events are shown as a table.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.is_list
    }

    /// What is looked for, and where it was found.
    #[must_use]
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// The words that were last asked to be shown.
    #[must_use]
    pub fn visited(&self) -> Visit {
        self.visited
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::EventKind;
    use crate::ui::testing;

    fn filtered() -> Browse {
        let mut browse = Browse::default();
        browse.update(Some(&Arc::new(testing::document())));
        browse.apply(Change::Toggle(Condition::Kind(EventKind::Protest)));
        browse
    }

    #[test]
    fn a_new_reading_of_the_article_keeps_the_filter_and_another_article_does_not() {
        let mut browse = filtered();
        assert!(browse.passes(EventId(2)) && !browse.passes(EventId(0)));
        let mut again = testing::document();
        again.extraction.events.swap(0, 2);
        browse.update(Some(&Arc::new(again)));
        assert!(browse.passes(EventId(0)) && !browse.passes(EventId(2)));
        let mut other = testing::document();
        other.article.text.push_str("سطر آخر\n");
        browse.update(Some(&Arc::new(other)));
        assert!(browse.filter().is_empty() && browse.passes(EventId(0)));
    }

    #[test]
    fn clearing_shows_all_events_and_all_lanes() {
        let mut browse = filtered();
        let lane = LaneKey::Name("النقابة".to_owned());
        let title = LaneTitle::Name("النقابة".to_owned());
        browse.apply(Change::HideLane(LaneGrouping::Actor, lane.clone(), title));
        browse.apply(Change::ToggleLane(LaneGrouping::Actor, lane.clone()));
        assert!(browse.is_narrowed(LaneGrouping::Actor) && browse.arrangement(LaneGrouping::Actor).is_hidden(&lane));
        browse.apply(Change::Clear);
        assert!(!browse.is_narrowed(LaneGrouping::Actor) && browse.sifted().is_none());
        assert!(browse.arrangement(LaneGrouping::Actor).is_collapsed(&lane), "that is no filter");
    }

    #[test]
    fn others_are_hidden_only_where_that_was_chosen() {
        let mut browse = filtered();
        assert!(browse.shown().is_none() && browse.sifted().is_some());
        browse.apply(Change::SetOthers(Others::Hidden));
        assert_eq!(browse.shown().map(|shown| shown.n_passed), Some(1));
    }
}

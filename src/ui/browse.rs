//! How somebody looks through a document: what is asked for, what becomes of the rest, how lanes are arranged.
//! One for each document. Knows no widgets; only `app` changes it.

use std::sync::Arc;

use super::picture::{Choices, Pictured, Task};
use super::search::{Search, event_at};
use super::state::{Document, LaneGrouping};
use crate::base::TextSpan;
use crate::event::EventId;
use crate::timeline::filter::Condition;
use crate::timeline::table::{Column, Order};
use crate::timeline::{Arrangement, Filter, LaneKey, LaneTitle, Others, Sifted};

/// What somebody chose for one document.
#[derive(Debug, Default)]
pub struct Browse {
    document: Option<Arc<Document>>,
    /// What is shown: made by the choices as they are, or by earlier ones while a worker makes another.
    pictured: Option<Pictured>,
    /// What no picture could be made by.
    given_up: Option<Choices>,
    filter: Filter,
    arrangements: [Arrangement; LaneGrouping::ALL.len()],
    visited: Visit,
    search: Search,
    is_list: bool,
    order: Order,
    /// How the next document is looked through, where that was kept.
    left: Option<Left>,
}

/// How a document was looked through when it was left.
#[derive(Debug, Default)]
pub struct Left {
    /// What was asked for.
    pub filter: Filter,
    /// How lanes were arranged, for each grouping.
    pub arrangements: [Arrangement; LaneGrouping::ALL.len()],
    /// Whether the events were a table.
    pub is_list: bool,
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
    /// Sort the table by a column, or the other way round.
    SortBy(Column),
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
            *self = Self {
                visited: self.visited,
                is_list: self.is_list,
                order: self.order,
                left: self.left.take(),
                ..Self::default()
            };
        }
        if let Some(left) = self.left.take() {
            (self.filter, self.arrangements, self.is_list) = (left.filter, left.arrangements, left.is_list);
        }
        self.document = document.cloned();
        self.given_up = None;
        self.search.restart();
        let first = self.document.as_ref().and_then(|document| document.first.take());
        if let (Some(document), Some(first)) = (&self.document, first) {
            self.pictured = Some(Pictured { document: document.clone(), picture: Arc::new(first) });
        }
    }

    /// Has the next document looked through as it was left.
    pub fn restore(&mut self, left: Left) {
        self.left = Some(left);
    }

    /// What decides the picture.
    #[must_use]
    pub fn choices(&self, grouping: LaneGrouping) -> Choices {
        let (arrangement, filter) = (self.arrangement(grouping).clone(), self.filter.clone());
        Choices { grouping, arrangement, filter, order: self.is_list.then_some(self.order) }
    }

    /// The picture that is to be made; `None` where it is shown already.
    #[must_use]
    pub fn task(&self, grouping: LaneGrouping) -> Option<Task> {
        let document = self.document.as_ref()?;
        let known = self.pictured.as_ref().filter(|known| Arc::ptr_eq(&known.document, document)).map(|known| &known.picture);
        let choices = self.choices(grouping);
        let is_made = known.is_some_and(|known| known.choices == choices) || self.given_up.as_ref() == Some(&choices);
        (!is_made).then(|| Task { document: document.clone(), choices, before: known.cloned() })
    }

    /// Shows a picture, where it is of this document; whether it was.
    pub fn show(&mut self, pictured: &Pictured) -> bool {
        let is_own = self.is_of(&pictured.document);
        if is_own {
            self.pictured = Some(pictured.clone());
            self.given_up = None;
        }
        is_own
    }

    /// Takes note that a picture could not be made, where it was of this document; whether it was.
    pub fn give_up(&mut self, task: &Task) -> bool {
        let is_own = self.is_of(&task.document);
        if is_own {
            self.given_up = Some(task.choices.clone());
        }
        is_own
    }

    fn is_of(&self, document: &Arc<Document>) -> bool {
        self.document.as_ref().is_some_and(|own| Arc::ptr_eq(own, document))
    }

    /// What is shown.
    #[must_use]
    pub fn pictured(&self) -> Option<&Pictured> {
        self.pictured.as_ref()
    }

    /// Does what a change says; the event that it leads to.
    pub fn apply(&mut self, change: Change) -> Option<EventId> {
        match change {
            Change::ToggleList => self.is_list = !self.is_list,
            Change::SortBy(column) => self.order = self.order.clicked(column),
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

    /// What is asked for.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Which of the events that are shown pass; `None`: all.
    #[must_use]
    pub fn sifted(&self) -> Option<&Arc<Sifted>> {
        self.pictured.as_ref()?.picture.sifted.as_ref()
    }

    /// Whether an event passes.
    #[must_use]
    pub fn passes(&self, event: EventId) -> bool {
        self.sifted().is_none_or(|sifted| sifted.passes(event))
    }

    /// The events to be shown, where others are to be hidden.
    #[must_use]
    pub fn shown(&self) -> Option<&Arc<Sifted>> {
        self.pictured.as_ref()?.picture.shown()
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

    /// The order of the table's rows.
    #[must_use]
    pub fn order(&self) -> Order {
        self.order
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

    /// Does what a worker would.
    fn settle(mut browse: Browse) -> Browse {
        while let Some(task) = browse.task(LaneGrouping::Actor) {
            assert!(browse.show(&task.run()));
        }
        browse
    }

    fn updated(mut browse: Browse, document: Document) -> Browse {
        browse.update(Some(&Arc::new(document)));
        settle(browse)
    }

    fn filtered() -> Browse {
        let mut browse = updated(Browse::default(), testing::document());
        browse.apply(Change::Toggle(Condition::Kind(EventKind::Protest)));
        settle(browse)
    }

    #[test]
    fn a_new_reading_of_the_article_keeps_the_filter_and_another_article_does_not() {
        let browse = filtered();
        assert!(browse.passes(EventId(2)) && !browse.passes(EventId(0)));
        let mut again = testing::document();
        again.extraction.events.swap(0, 2);
        let browse = updated(browse, again);
        assert!(browse.passes(EventId(0)) && !browse.passes(EventId(2)));
        let mut other = testing::document();
        other.article.text.push_str("سطر آخر\n");
        let browse = updated(browse, other);
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
        let browse = settle(browse);
        assert!(!browse.is_narrowed(LaneGrouping::Actor) && browse.sifted().is_none());
        assert!(browse.arrangement(LaneGrouping::Actor).is_collapsed(&lane), "that is no filter");
    }

    #[test]
    fn others_are_hidden_only_where_that_was_chosen() {
        let mut browse = filtered();
        assert!(browse.shown().is_none() && browse.sifted().is_some());
        browse.apply(Change::SetOthers(Others::Hidden));
        assert!(browse.shown().is_none(), "the old picture stays until the new one is there");
        assert_eq!(settle(browse).shown().map(|shown| shown.n_passed), Some(1));
    }

    #[test]
    fn a_picture_that_came_with_its_document_is_shown_at_once_and_one_of_another_never() {
        let document = Arc::new(testing::document());
        let mut browse = Browse::default();
        browse.update(Some(&document));
        let task = browse.task(LaneGrouping::Actor).expect("no picture came with it");
        document.first.put(crate::ui::picture::Picture::new(&document, task.choices.clone(), None));
        let mut browse = Browse::default();
        browse.update(Some(&document));
        assert!(browse.task(LaneGrouping::Actor).is_none() && browse.pictured().is_some());
        let other = Task { document: Arc::new(testing::document()), ..task };
        assert!(!browse.show(&other.run()));
    }

    #[test]
    fn a_picture_that_cannot_be_made_is_not_tried_again_until_something_changes() {
        let mut browse = filtered();
        browse.apply(Change::SetOthers(Others::Hidden));
        let task = browse.task(LaneGrouping::Actor).expect("a task");
        assert!(browse.give_up(&task));
        assert!(browse.task(LaneGrouping::Actor).is_none());
        browse.update(Some(&Arc::new(testing::document())));
        assert!(browse.task(LaneGrouping::Actor).is_some(), "of another reading it may be made");
        browse.apply(Change::SetOthers(Others::Dimmed));
        browse.apply(Change::Clear);
        assert!(browse.task(LaneGrouping::Actor).is_some());
    }
}

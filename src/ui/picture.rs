//! What is shown of a document: its events on lanes, which of them pass, the rows of its table.
//! All work that grows with the number of events is done here, by a worker; whoever shows a picture only looks at it.

use std::sync::{Arc, Mutex, PoisonError};

use super::state::Document;
use crate::event::EventId;
use crate::timeline::table::{self, Order};
use crate::timeline::{Arrangement, Filter, LaneGrouping, Model, Others, Sifted};

/// All that decides a picture besides the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// What the lanes stand for.
    pub grouping: LaneGrouping,
    /// How these are arranged.
    pub arrangement: Arrangement,
    /// Which events are asked for.
    pub filter: Filter,
    /// The order of the rows; `None` where the events are not shown as a table.
    pub order: Option<Order>,
}

impl Choices {
    /// What of them holds for another article.
    #[must_use]
    pub fn for_another(self) -> Self {
        Self { arrangement: Arrangement::default(), filter: Filter::default(), ..self }
    }
}

/// What somebody's choices make of a document.
#[derive(Debug)]
pub struct Picture {
    /// What it was made by.
    pub choices: Choices,
    /// The events on their lanes.
    pub model: Arc<Model>,
    /// Which events pass; `None`: all.
    pub sifted: Option<Arc<Sifted>>,
    /// The rows, where the events are shown as a table.
    pub rows: Option<Arc<[EventId]>>,
}

impl Picture {
    /// Of a document. What an earlier picture of the same document has already is taken from there.
    #[must_use]
    pub fn new(document: &Document, choices: Choices, before: Option<&Self>) -> Self {
        let sifted = sifted(document, &choices, before);
        let shown = shown(&choices, sifted.as_ref());
        let before = before.filter(|before| before.shown().map(Arc::as_ptr) == shown.map(Arc::as_ptr));
        let same_lanes =
            |before: &&Self| (before.choices.grouping, &before.choices.arrangement) == (choices.grouping, &choices.arrangement);
        let model = match before.filter(same_lanes) {
            Some(before) => before.model.clone(),
            None => Arc::new(model(document, &choices, shown.map(Arc::as_ref))),
        };
        let rows = choices.order.map(|order| match before.filter(|before| before.choices.order == Some(order)) {
            Some(Self { rows: Some(rows), .. }) => rows.clone(),
            _ => rows(document, order, shown.map(Arc::as_ref)),
        });
        Self { choices, model, sifted, rows }
    }

    /// The events that are shown, where others are hidden.
    #[must_use]
    pub fn shown(&self) -> Option<&Arc<Sifted>> {
        shown(&self.choices, self.sifted.as_ref())
    }
}

fn shown<'a>(choices: &Choices, sifted: Option<&'a Arc<Sifted>>) -> Option<&'a Arc<Sifted>> {
    sifted.filter(|_| choices.filter.others == Others::Hidden)
}

fn sifted(document: &Document, choices: &Choices, before: Option<&Picture>) -> Option<Arc<Sifted>> {
    if choices.filter.is_empty() {
        return None;
    }
    let same = before.filter(|before| before.choices.filter.conditions() == choices.filter.conditions());
    if let Some(known) = same.and_then(|before| before.sifted.clone()) {
        return Some(known);
    }
    Some(Arc::new(match &document.table {
        Some(table) => choices.filter.sift_rows(table),
        None => choices.filter.sift(&document.extraction.events),
    }))
}

fn model(document: &Document, choices: &Choices, shown: Option<&Sifted>) -> Model {
    let (grouping, arrangement) = (choices.grouping, &choices.arrangement);
    match &document.table {
        Some(table) => Model::of_table(table, grouping, arrangement, shown),
        None => Model::arranged(&document.extraction, grouping, arrangement, shown),
    }
}

fn rows(document: &Document, order: Order, shown: Option<&Sifted>) -> Arc<[EventId]> {
    match &document.table {
        Some(table) => table::sorted_rows(table, order, shown).into(),
        None => table::sorted(&document.extraction, order, shown).into(),
    }
}

/// The picture that whoever opened a document made with it, until it is shown.
#[derive(Debug, Default)]
pub struct FirstPicture(Mutex<Option<Picture>>);

impl FirstPicture {
    /// Keeps the picture.
    pub fn put(&self, picture: Picture) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(picture);
    }

    /// The picture, once.
    #[must_use]
    pub fn take(&self) -> Option<Picture> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A picture with the document that it is of.
#[derive(Debug, Clone)]
pub struct Pictured {
    /// The document.
    pub document: Arc<Document>,
    /// What is shown of it.
    pub picture: Arc<Picture>,
}

/// A picture that is to be made.
#[derive(Debug, Clone)]
pub struct Task {
    /// Of what.
    pub document: Arc<Document>,
    /// By what.
    pub choices: Choices,
    /// An earlier one of the same document.
    pub before: Option<Arc<Picture>>,
}

impl Task {
    /// Makes it.
    #[must_use]
    pub fn run(self) -> Pictured {
        let picture = Picture::new(&self.document, self.choices, self.before.as_deref());
        Pictured { document: self.document, picture: Arc::new(picture) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::EventKind;
    use crate::timeline::Condition;
    use crate::ui::testing;

    fn choices() -> Choices {
        let (arrangement, filter) = (Arrangement::default(), Filter::default());
        Choices { grouping: LaneGrouping::Actor, arrangement, filter, order: None }
    }

    #[test]
    fn what_a_choice_does_not_change_is_not_made_again() {
        let document = testing::document();
        let all = Picture::new(&document, choices(), None);
        let mut filter = Filter::default();
        filter.toggle(Condition::Kind(EventKind::Protest));
        let dimmed = Picture::new(&document, Choices { filter: filter.clone(), ..choices() }, Some(&all));
        assert!(Arc::ptr_eq(&all.model, &dimmed.model), "what is dimmed stands where it stood");
        assert_eq!(dimmed.sifted.as_ref().map(|sifted| sifted.n_passed), Some(1));
        filter.others = Others::Hidden;
        let order = Some(Order::default());
        let hidden = Picture::new(&document, Choices { filter: filter.clone(), order, ..choices() }, Some(&dimmed));
        assert!(dimmed.sifted.as_ref().zip(hidden.sifted.as_ref()).is_some_and(|(a, b)| Arc::ptr_eq(a, b)));
        assert_eq!((hidden.model.axis().len(), hidden.rows.as_ref().map(|rows| rows.len())), (1, Some(1)));
        let grouping = LaneGrouping::Kind;
        let regrouped = Picture::new(&document, Choices { grouping, filter, order, ..choices() }, Some(&hidden));
        assert!(!Arc::ptr_eq(&hidden.model, &regrouped.model));
        assert!(hidden.rows.zip(regrouped.rows).is_some_and(|(a, b)| Arc::ptr_eq(&a, &b)));
    }

    #[test]
    fn a_first_picture_is_taken_once() {
        let document = testing::document();
        document.first.put(Picture::new(&document, choices(), None));
        assert!(document.first.take().is_some() && document.first.take().is_none());
    }
}

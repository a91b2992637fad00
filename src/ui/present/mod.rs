//! Presenting: one event after the other over the whole screen, large, with the sentence that tells it.
//! `show` paints it; here is which event comes when.

mod sentence;
mod show;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use show::{PresentView, present_ui};

use super::state::{AppState, Document};
use crate::event::EventId;

/// What is presented: the events that are shown, in their order, and which of them it is.
#[derive(Debug, Clone)]
pub struct Presenting {
    document: Arc<Document>,
    order: Arc<[EventId]>,
    at: usize,
}

/// A step from one event to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the one after.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Presenting {
    /// Begins with the selected event, else with the first; `None` where there is none to present.
    #[must_use]
    pub fn begin(state: &AppState) -> Option<Self> {
        let pictured = state.pictured().filter(|pictured| pictured.document.table.is_none())?;
        let model = &pictured.picture.model;
        let mut placed: Vec<_> = model.axis().items().iter().map(|item| (item.occupied(), item.event)).collect();
        placed.sort_by_key(|(time, event)| (time.start, time.end, *event));
        let undated = model.column().iter().map(|item| item.event);
        let all = placed.into_iter().map(|(_, event)| event).chain(undated);
        let order: Arc<[EventId]> = all.filter(|event| state.browse.passes(*event)).collect();
        let at = state.selected().and_then(|selected| order.iter().position(|event| *event == selected)).unwrap_or(0);
        (!order.is_empty()).then(|| Self { document: pictured.document.clone(), order, at })
    }

    /// Whether the events are still those of a document.
    #[must_use]
    pub fn is_of(&self, document: &Arc<Document>) -> bool {
        Arc::ptr_eq(&self.document, document)
    }

    /// The event that is presented.
    #[must_use]
    pub fn event(&self) -> Option<EventId> {
        self.order.get(self.at).copied()
    }

    /// Its place, counted from 1, and how many there are.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.order.len())
    }

    /// Goes to another event; at both ends it stays.
    pub fn step(&mut self, step: Step) {
        let last = self.order.len().saturating_sub(1);
        self.at = match step {
            Step::Next => (self.at + 1).min(last),
            Step::Previous => self.at.saturating_sub(1),
            Step::First => 0,
            Step::Last => last,
        };
    }
}

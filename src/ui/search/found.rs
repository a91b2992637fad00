//! What is looked for in a document, and where it was found: in the article, and in the titles and actors of its events; in the
//! rows of a table. Looks at a bounded part in each frame, so that a long one stops nobody. Knows no widgets.

use crate::base::find::{Pattern, Progress};
use crate::base::{TextSpan, TimePoint};
use crate::event::{Event, EventId, EventTable, Extraction};
use crate::ui::state::Document;

/// So many bytes are looked at in a frame, and so many events count as one of them.
const BUDGET: usize = 256 * 1024;
const BYTES_OF_EVENT: usize = 256;
/// Besides its title, for the name of its lane.
const BYTES_OF_ROW: usize = 32;

/// A search in one document.
#[derive(Debug, Default)]
pub struct Search {
    is_open: bool,
    /// Counts up whenever the field is to get the focus.
    n_opened: u64,
    words: String,
    pattern: Option<Pattern>,
    progress: Progress,
    stage: Stage,
    /// Where the article has the words, in order.
    in_text: Vec<TextSpan>,
    /// All places, in order.
    hits: Vec<Hit>,
    current: Option<usize>,
    /// From here on the first hit is looked for: where the reader was.
    from: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    Text,
    /// From this event on, or from this row of a table.
    Events(usize),
    #[default]
    Done,
}

/// A place that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// What is shown of the article: the words, or where the event is told whose title or actor has them; of a table nothing.
    pub(crate) words: TextSpan,
    /// The event whose title or actor has them, where the article does not; the row of a table.
    pub(crate) event: Option<EventId>,
}

impl Search {
    /// Whether the field is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// How often the field was asked for.
    #[must_use]
    pub fn n_opened(&self) -> u64 {
        self.n_opened
    }

    /// What is looked for, as it was typed.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What is looked for.
    #[must_use]
    pub fn pattern(&self) -> Option<&Pattern> {
        self.pattern.as_ref()
    }

    /// How many places were found so far.
    #[must_use]
    pub fn n_hits(&self) -> usize {
        self.hits.len()
    }

    /// The place that was gone to, counted from 0.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Whether all of the document was looked at.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Whether the words stand in the title of an event or in the name of one of its actors; of a row of a table in its title,
    /// its lane or its details.
    #[must_use]
    pub fn is_in_event(&self, document: &Document, id: EventId) -> bool {
        let Some(pattern) = &self.pattern else { return false };
        match &document.table {
            Some(table) => is_in_row(pattern, table, id.index()),
            None => document.extraction.event(id).is_some_and(|event| is_in(pattern, event)),
        }
    }

    /// Where the article has the words within a span, and whether that is the place that was gone to.
    pub fn within(&self, span: TextSpan) -> impl Iterator<Item = (TextSpan, bool)> {
        let first = self.in_text.partition_point(|hit| hit.end <= span.start);
        let current = self.current.and_then(|at| self.hits.get(at)).filter(|hit| hit.event.is_none()).map(|hit| hit.words);
        let hits = self.in_text[first..].iter().take_while(move |hit| hit.start < span.end);
        hits.map(move |hit| (*hit, current == Some(*hit)))
    }

    pub(crate) fn open(&mut self) {
        self.is_open = true;
        self.n_opened += 1;
    }

    pub(crate) fn close(&mut self) {
        let n_opened = self.n_opened;
        *self = Self { n_opened, ..Self::default() };
    }

    /// Looks for something else.
    pub(crate) fn look_for(&mut self, words: String) {
        if self.words == words {
            return;
        }
        self.from = self.current.and_then(|at| self.hits.get(at)).map_or(self.from, |hit| hit.words.start);
        self.pattern = Pattern::new(&words);
        self.words = words;
        self.restart();
    }

    /// Looks again: the document was read anew.
    pub(crate) fn restart(&mut self) {
        self.in_text.clear();
        self.hits.clear();
        (self.progress, self.current) = (Progress::default(), None);
        self.stage = if self.pattern.is_some() { Stage::Text } else { Stage::Done };
    }

    /// Looks at some more of the document. When all was looked at, the place to be shown first.
    pub(crate) fn go_on(&mut self, document: &Document) -> Option<TextSpan> {
        let pattern = self.pattern.clone().filter(|_| self.stage != Stage::Done)?;
        if self.stage == Stage::Text {
            let text = &document.article.text;
            if !pattern.go_on(text, &mut self.progress, BUDGET, &mut self.in_text) {
                return None;
            }
            self.hits = self.in_text.iter().map(|words| Hit { words: *words, event: None }).collect();
            self.stage = Stage::Events(0);
        }
        if let Stage::Events(first) = self.stage {
            self.stage = match &document.table {
                Some(table) => self.look_at_rows(&pattern, table, first),
                None => self.look_at_events(&pattern, &document.extraction, first),
            };
        }
        if self.stage != Stage::Done {
            return None;
        }
        if let Some(table) = &document.table {
            // There is no article to be scrolled: the first one is gone to where that is asked for.
            self.hits.sort_by_key(|hit| (hit.event.map(|row| start_of(table, row)), hit.event));
            return None;
        }
        self.hits.sort_by_key(|hit| (hit.words.start, hit.event));
        let after = self.hits.partition_point(|hit| hit.words.start < self.from);
        self.current = (!self.hits.is_empty()).then(|| after % self.hits.len());
        self.current.and_then(|at| self.hits.get(at)).map(|hit| hit.words)
    }

    fn look_at_events(&mut self, pattern: &Pattern, extraction: &Extraction, first: usize) -> Stage {
        let end = (first + BUDGET / BYTES_OF_EVENT).min(extraction.events.len());
        for (at, event) in extraction.events.iter().enumerate().take(end).skip(first) {
            if is_in(pattern, event) && !self.is_told(event) {
                let id = u32::try_from(at).ok().map(EventId);
                self.hits.push(Hit { words: event.mention.sentence, event: id });
            }
        }
        if end == extraction.events.len() { Stage::Done } else { Stage::Events(end) }
    }

    /// The rows of a table have no article: a place is a row, and they are gone through in order of time.
    fn look_at_rows(&mut self, pattern: &Pattern, table: &EventTable, first: usize) -> Stage {
        let mut budget = BUDGET;
        for row in first..table.rows().len() {
            let cost = BYTES_OF_ROW + table.titles().get(row).len() + table.details(row).len();
            let Some(left) = budget.checked_sub(cost).or((row == first).then_some(0)) else { return Stage::Events(row) };
            budget = left;
            if is_in_row(pattern, table, row) {
                let event = u32::try_from(row).ok().map(EventId);
                self.hits.push(Hit { words: TextSpan::new(0, 0), event });
            }
        }
        Stage::Done
    }

    /// Whether a sentence that tells the event has the words: then that is one place, not two.
    fn is_told(&self, event: &Event) -> bool {
        let has_words = |sentence: TextSpan| self.within(sentence).next().is_some();
        has_words(event.mention.sentence) || event.other_mentions.iter().any(|mention| has_words(mention.sentence))
    }

    /// Goes to the next place, or to the one before: after the last comes the first.
    pub(crate) fn step(&mut self, forward: bool) -> Option<Hit> {
        let n = self.hits.len();
        let at = match self.current {
            _ if n == 0 => return None,
            None => 0,
            Some(at) if forward => (at + 1) % n,
            Some(at) => (at + n - 1) % n,
        };
        self.current = Some(at);
        self.hits.get(at).copied()
    }
}

fn is_in(pattern: &Pattern, event: &Event) -> bool {
    pattern.is_in(&event.title) || event.actors.iter().any(|actor| pattern.is_in(&actor.name))
}

fn is_in_row(pattern: &Pattern, table: &EventTable, row: usize) -> bool {
    let is_in = |text: &str| pattern.is_in(text);
    is_in(table.titles().get(row)) || table.lane_name(row).is_some_and(is_in) || is_in(table.details(row))
}

fn start_of(table: &EventTable, row: EventId) -> Option<TimePoint> {
    table.rows().get(row.index()).map(|row| row.time.start)
}

/// The event that a place of the article tells: of those of its sentence the one whose trigger stands nearest.
pub(crate) fn event_at(extraction: &Extraction, words: TextSpan) -> Option<EventId> {
    let ids = (0..).map(EventId).zip(&extraction.events);
    let mentions = ids.flat_map(|(id, event)| std::iter::once(&event.mention).chain(&event.other_mentions).map(move |m| (id, m)));
    let around = mentions.filter(|(_, mention)| mention.sentence.overlaps(words));
    around.min_by_key(|(_, mention)| mention.trigger.start.abs_diff(words.start)).map(|(id, _)| id)
}

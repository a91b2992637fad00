//! The events that are written, in their order: the dated ones, those of which only the order is known, the undated.
//! Knows no format and no words of the interface but a few names.

use super::stamp::Known;
use super::{Choice, Subject};
use crate::base::{Arg, Message, TimeRange};
use crate::event::{Actor, ActorRole, Certainty, Event, EventId};
use crate::i18n::I18n;
use crate::timeline::{Extent, Item, LaneTitle, Model};

/// The events of a subject, each once.
pub(super) struct Chronology<'a> {
    pub(super) dated: Vec<Entry<'a>>,
    /// In the order of their neighbours.
    pub(super) ordered: Vec<Entry<'a>>,
    /// In the order of temporal links, then as read.
    pub(super) undated: Vec<Entry<'a>>,
    model: Model,
}

/// One event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) id: EventId,
    pub(super) title: &'a str,
    pub(super) known: Known,
    pub(super) certainty: Certainty,
    /// What the article tells of it; `None` for a row of a table.
    pub(super) event: Option<&'a Event>,
    /// The lane of a row.
    pub(super) lane: Option<&'a str>,
    /// What the file says of a row besides.
    pub(super) details: &'a str,
}

impl<'a> Chronology<'a> {
    /// The events that are chosen.
    pub(super) fn new(subject: &Subject<'a>, choice: &Choice) -> Self {
        let model = choice.model(subject);
        let in_window = |time: TimeRange| choice.window.is_none_or(|window| time.start <= window.end && time.end >= window.start);
        let mut items: Vec<&Item> = model.axis().items().iter().filter(|item| in_window(item.occupied())).collect();
        items.sort_by_key(|item| (item.occupied().start, item.occupied().end, item.event));
        let (ordered, dated): (Vec<&Item>, Vec<&Item>) =
            items.into_iter().partition(|item| matches!(item.extent, Extent::Ordered { .. }));
        let placed = |items: Vec<&Item>| items.into_iter().filter_map(|item| subject.entry(item.event)).collect::<Vec<_>>();
        let column = model.column().iter().filter_map(|item| subject.entry(item.event));
        let (unplaced, undated): (Vec<_>, Vec<_>) = column.partition(|entry| entry.certainty == Certainty::Ordered);
        let mut ordered = placed(ordered);
        ordered.extend(unplaced);
        let dated = placed(dated);
        Self { dated, ordered, undated, model }
    }

    /// Every event, the dated ones first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.dated.iter().chain(&self.ordered).chain(&self.undated)
    }

    /// The parts that hold something, with the keys of their names.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&'static str, &[Entry<'a>])> {
        let parts = [
            ("export-part-dated", &self.dated[..]),
            ("export-part-ordered", &self.ordered[..]),
            ("export-part-undated", &self.undated[..]),
        ];
        parts.into_iter().filter(|(_, entries)| !entries.is_empty())
    }

    /// The lane that an event on the axis stands in.
    pub(super) fn lane_of(&self, entry: &Entry<'_>) -> Option<&LaneTitle> {
        let item = self.model.item_of(entry.id)?;
        self.model.lanes().get(usize::from(item.lane)).map(|lane| &lane.title)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.dated.len() + self.ordered.len() + self.undated.len()
    }
}

impl Choice {
    /// The timeline of a subject, without what is hidden.
    pub(super) fn model(&self, subject: &Subject<'_>) -> Model {
        match subject.table {
            Some(table) => Model::of_table(table, self.lanes, &self.arrangement, self.shown.as_deref()),
            None => Model::arranged(subject.extraction, self.lanes, &self.arrangement, self.shown.as_deref()),
        }
    }
}

impl<'a> Subject<'a> {
    /// The title, as the text or the record has it.
    pub(super) fn title(&self) -> Option<&'a str> {
        self.extraction.title_of(self.article)
    }

    /// The title, else the name of the file, else that of the program.
    pub(super) fn name(&self, i18n: &I18n) -> String {
        let file = || self.article.file_name.clone().unwrap_or_else(|| i18n.text("app-name"));
        self.title().map_or_else(file, str::to_owned)
    }

    /// Who published it, who wrote it and when, as far as that is known.
    pub(super) fn byline(&self, i18n: &I18n) -> Vec<String> {
        let published = self.extraction.published.map(|published| published.value);
        let published = published.map(|value| i18n.message(&Message::new("published-chip").with("date", Arg::Moment(value))));
        let author = self.article.author.as_ref().map(|author| Message::new("byline-author").with_text("name", author));
        let author = author.map(|message| i18n.message(&message));
        [self.article.source.clone(), author, published].into_iter().flatten().collect()
    }

    /// The article's address, where it is one of the web: no other kind becomes a link.
    pub(super) fn url(&self) -> Option<&'a str> {
        let url = self.article.url.as_deref()?.trim();
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        (is_web && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c))).then_some(url)
    }

    /// One of its events.
    pub(super) fn entry(&self, id: EventId) -> Option<Entry<'a>> {
        let Some(table) = self.table else {
            let event = self.extraction.event(id)?;
            let (certainty, known) = (event.when.certainty, Known::Bounds(event.when.bounds));
            return Some(Entry { id, title: &event.title, known, certainty, event: Some(event), lane: None, details: "" });
        };
        let (row, at) = (table.rows().get(id.index())?, id.index());
        let certainty = if row.is_vague { Certainty::Bounded } else { Certainty::Exact };
        let (title, lane, details) = (table.titles().get(at), table.lane_name(at), table.details(at));
        Some(Entry { id, title, known: Known::Range(row.time), certainty, event: None, lane, details })
    }

    /// The sentence that tells an event, as it stands in the article; empty for a row of a table.
    pub(super) fn quotation(&self, entry: &Entry<'_>) -> &'a str {
        entry.event.map_or("", |event| event.mention.sentence.of(&self.article.text).trim())
    }
}

impl<'a> Entry<'a> {
    /// What it is called in links and records: `e1`, `e2`, …
    pub(super) fn name(&self) -> String {
        format!("e{}", self.id.index() + 1)
    }

    /// When, no surer than the text.
    pub(super) fn when(&self, i18n: &I18n) -> String {
        match (self.event, self.known) {
            (Some(event), _) => i18n.message(&event.when.message()),
            (None, Known::Range(range)) => i18n.time_range(range),
            (None, Known::Bounds(bounds)) => i18n.bounds(bounds),
        }
    }

    /// How sure that is, in words. A row of a table that lasts from one time to another is no day.
    pub(super) fn certainty(&self, i18n: &I18n) -> Option<String> {
        let is_said = self.event.is_some() || self.certainty != Certainty::Exact;
        is_said.then(|| i18n.text(self.certainty.message_key()))
    }

    /// When and how sure, in one line.
    pub(super) fn dating(&self, i18n: &I18n) -> String {
        let mut parts: Vec<String> = std::iter::once(self.when(i18n)).chain(self.certainty(i18n)).collect();
        // Of what goes on both say the same.
        parts.dedup();
        parts.join(&i18n.text("timeline-separator"))
    }

    /// What kind of event, who, where, and how it is told where that is not as a fact: names and answers.
    pub(super) fn facts(&self, i18n: &I18n) -> Vec<(&'static str, String)> {
        let separator = i18n.text("timeline-separator");
        let Some(event) = self.event else {
            let lane = self.lane.map(|lane| ("table-lane", lane.to_owned()));
            return lane.into_iter().collect();
        };
        let mut facts = vec![("card-kind", i18n.text(event.kind.message_key()))];
        for role in [ActorRole::Source, ActorRole::Target, ActorRole::Participant] {
            let names: Vec<&str> = actors(event, role).collect();
            if !names.is_empty() {
                facts.push((role.message_key(), names.join(&separator)));
            }
        }
        if !event.places.is_empty() {
            let names: Vec<&str> = event.places.iter().map(|place| place.name.as_str()).collect();
            facts.push(("card-places", names.join(&separator)));
        }
        if event.modality != crate::event::Modality::Asserted {
            facts.push(("card-modality", i18n.text(event.modality.message_key())));
        }
        facts
    }
}

/// The names of those who play a part.
pub(super) fn actors(event: &Event, role: ActorRole) -> impl Iterator<Item = &str> {
    event.actors.iter().filter(move |actor: &&Actor| actor.role == role).map(|actor| actor.name.as_str())
}

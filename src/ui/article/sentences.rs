//! Which event a place of the text tells.
//! Knows no screen.

use std::collections::BTreeMap;

use crate::base::TextSpan;
use crate::event::{EventId, Extraction};

/// A sentence that tells events, and the words that name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Where it stands.
    pub(super) span: TextSpan,
    /// The trigger of each of its events, in reading order.
    pub(super) triggers: Vec<(TextSpan, EventId)>,
}

/// The sentences that tell events, in reading order.
#[derive(Debug, Default)]
pub(super) struct Sentences(Vec<Sentence>);

impl Sentences {
    /// Those of all mentions of all events.
    #[must_use]
    pub(super) fn of(extraction: &Extraction) -> Self {
        let mut by_span: BTreeMap<TextSpan, Vec<(TextSpan, EventId)>> = BTreeMap::new();
        for (id, event) in (0u32..).map(EventId).zip(&extraction.events) {
            for mention in std::iter::once(&event.mention).chain(&event.other_mentions) {
                by_span.entry(mention.sentence).or_default().push((mention.trigger, id));
            }
        }
        let sentences = by_span.into_iter().map(|(span, mut triggers)| {
            triggers.sort_unstable();
            triggers.dedup();
            Sentence { span, triggers }
        });
        Self(sentences.collect())
    }

    /// The sentence that a byte of the text belongs to.
    #[must_use]
    pub(super) fn at(&self, offset: usize) -> Option<&Sentence> {
        let after = self.0.partition_point(|sentence| sentence.span.start <= offset);
        self.0.get(..after)?.iter().rev().find(|sentence| sentence.span.contains(offset))
    }

    /// Those that share a byte with `span`.
    pub(super) fn overlapping(&self, span: TextSpan) -> impl Iterator<Item = &Sentence> {
        let after = self.0.partition_point(|sentence| sentence.span.start < span.end);
        self.0.get(..after).unwrap_or_default().iter().rev().take_while(move |sentence| sentence.span.end > span.start)
    }
}

impl Sentence {
    /// The event whose trigger stands nearest to a byte of the text.
    #[must_use]
    pub(super) fn nearest(&self, offset: usize) -> Option<EventId> {
        self.triggers.iter().min_by_key(|(trigger, _)| distance(*trigger, offset)).map(|(_, id)| *id)
    }

    /// The event that is told after `id`, the first after the last.
    #[must_use]
    pub(super) fn after(&self, id: EventId) -> Option<EventId> {
        let place = self.triggers.iter().position(|(_, other)| *other == id)?;
        self.triggers.get((place + 1) % self.triggers.len()).map(|(_, id)| *id)
    }
}

fn distance(span: TextSpan, offset: usize) -> usize {
    if span.contains(offset) { 0 } else { span.start.abs_diff(offset).min(span.end.abs_diff(offset)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing;

    #[test]
    fn every_trigger_leads_to_its_event() {
        let document = testing::document();
        let sentences = Sentences::of(&document.extraction);
        for (id, event) in (0u32..).map(EventId).zip(&document.extraction.events) {
            let sentence = sentences.at(event.mention.trigger.start).expect("a trigger stands in a sentence");
            assert_eq!(sentence.nearest(event.mention.trigger.start), Some(id), "{}", event.title);
        }
    }

    #[test]
    fn outside_all_sentences_there_is_none() {
        let document = testing::document();
        assert_eq!(Sentences::of(&document.extraction).at(document.article.text.len()), None);
    }

    #[test]
    fn the_events_of_a_sentence_follow_each_other_in_a_circle() {
        let span = TextSpan::new(0, 30);
        let triggers = vec![(TextSpan::new(2, 5), EventId(4)), (TextSpan::new(9, 12), EventId(1))];
        let sentence = Sentence { span, triggers };
        assert_eq!(sentence.after(EventId(4)), Some(EventId(1)));
        assert_eq!(sentence.after(EventId(1)), Some(EventId(4)));
        assert_eq!(sentence.after(EventId(7)), None);
        assert_eq!(sentence.nearest(6), Some(EventId(4)));
        assert_eq!(sentence.nearest(8), Some(EventId(1)));
    }

    #[test]
    fn overlapping_sentences_are_those_of_the_paragraph() {
        let document = testing::document();
        let sentences = Sentences::of(&document.extraction);
        let mut found = 0;
        for paragraph in crate::article::paragraphs(&document.article.text) {
            for sentence in sentences.overlapping(paragraph) {
                assert!(paragraph.covers(sentence.span));
                found += 1;
            }
        }
        assert_eq!(found, sentences.0.len());
    }
}

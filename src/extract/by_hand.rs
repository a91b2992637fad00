//! What a reader adds: a date that was typed, an event in words that were selected. The extractor proposes, the reader decides.

use std::collections::BTreeSet;

use super::normalize::Reading;
use super::temporal::{self, relation};
use super::{Options, extract};
use crate::article::{Article, Published, paragraphs};
use crate::base::fold::fold;
use crate::base::{Arg, Bounds, Language, Message, Moment, TextSpan, TimePoint, WrittenTime, WrittenUnit};
use crate::event::{Actor, Anchor, Basis, Certainty, Event, Extraction, Mention, Place, Precision, Step, Timex, When};

/// The longest text that is read as a date, in bytes: nobody types more.
const MOST_TYPED: usize = 200;
/// The longest title that selected words make, in code points.
const MOST_TITLE: usize = 80;

/// What a typed date means, in any form that an article may have it or as files write it; `None` where it says no time.
#[must_use]
pub fn read_date(text: &str, published: Option<Moment>, language: Language) -> Option<Bounds> {
    let text = text.trim();
    if text.is_empty() || text.len() > MOST_TYPED {
        return None;
    }
    let other = Language::ALL.into_iter().filter(|other| *other != language);
    written(text).or_else(|| std::iter::once(language).chain(other).find_map(|language| spoken(text, published, language)))
}

/// `1986`, `1986-09`, `1986-09-03`, `1986-09-03T08:30`, in whatever digits.
fn written(text: &str) -> Option<Bounds> {
    let time = WrittenTime::parse(&fold(text))?;
    let day = |time: TimePoint| time.day().map(Moment::on);
    match time.unit {
        WrittenUnit::Minute | WrittenUnit::Second => {
            let minute = day(time.range.start)?.with_clock_of(time.range.start);
            Some(Bounds::between(minute, minute))
        }
        _ => Some(Bounds::between(day(time.range.start)?, day(TimePoint(time.range.end.0 - 1))?)),
    }
}

/// A date in words: one expression, or several that all hold.
fn spoken(text: &str, published: Option<Moment>, language: Language) -> Option<Bounds> {
    let reading = Reading::new(text);
    let mentions = temporal::find(&reading, language, published);
    let mut said = mentions.iter().filter_map(|mention| relation::said(&reading, mention));
    let first = said.next()?;
    said.try_fold(first, Bounds::intersected)
}

/// An event in selected words, as far as the extractor can tell what they say: one that it finds in their paragraph and that is
/// none of the `known` ones, else one made of the words themselves. `None` where the words are blank.
#[must_use]
pub fn propose(article: &Article, of: &Extraction, selected: TextSpan, known: &[TextSpan]) -> Option<Event> {
    let paragraph = paragraphs(&article.text).into_iter().find(|paragraph| paragraph.overlaps(selected))?;
    let selected = TextSpan { start: selected.start.max(paragraph.start), end: selected.end.min(paragraph.end) };
    let selected = whole_words(&article.text, trimmed(&article.text, selected)?);
    let alone = Article {
        text: paragraph.of(&article.text).to_owned(),
        // A title keeps the paragraph from being taken for a headline.
        title: Some(String::new()),
        ..Article::default()
    };
    let options = Options { published: of.published, published_unknown: of.published.is_none(), language: Some(of.language) };
    let mut found = extract(&alone, &options);
    found.events.iter_mut().for_each(|event| shift(event, paragraph.start));
    found.timexes.iter_mut().for_each(|timex| timex.span = shifted(timex.span, paragraph.start));
    let known: BTreeSet<TextSpan> = known.iter().copied().collect();
    let is_new = |event: &&Event| selected.covers(event.mention.trigger) && !known.contains(&event.mention.trigger);
    match found.events.iter().find(is_new) {
        Some(event) => Some(event.clone()),
        None => Some(of_words(article, of.published, selected, paragraph, &found)),
    }
}

fn shifted(span: TextSpan, by: usize) -> TextSpan {
    TextSpan::new(span.start + by, span.end + by)
}

/// Moves an event from its paragraph into the article. Its expression has no place in the article's list.
fn shift(event: &mut Event, by: usize) {
    let mentions = std::iter::once(&mut event.mention).chain(&mut event.other_mentions);
    for mention in mentions {
        *mention = Mention { trigger: shifted(mention.trigger, by), sentence: shifted(mention.sentence, by) };
    }
    event.actors.iter_mut().for_each(|actor| actor.span = shifted(actor.span, by));
    event.places.iter_mut().for_each(|place| place.span = shifted(place.span, by));
    event.when.timex = None;
    event.when.explanation.iter_mut().flat_map(|step| &mut step.spans).for_each(|span| *span = shifted(*span, by));
}

/// The span without the blanks at its ends; `None` where there is nothing else.
fn trimmed(text: &str, span: TextSpan) -> Option<TextSpan> {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    (start < end).then(|| TextSpan::new(start, end))
}

/// The span with all of the words that it cuts: nobody means half a word.
fn whole_words(text: &str, span: TextSpan) -> TextSpan {
    let is_inner = |c: &char| c.is_alphanumeric();
    let words = span.of(text);
    let length = |chars: &mut dyn Iterator<Item = char>| chars.take_while(is_inner).map(char::len_utf8).sum::<usize>();
    let before = text.get(..span.start).filter(|_| words.starts_with(char::is_alphanumeric));
    let behind = text.get(span.end..).filter(|_| words.ends_with(char::is_alphanumeric));
    let before = before.map_or(0, |before| length(&mut before.chars().rev()));
    let behind = behind.map_or(0, |behind| length(&mut behind.chars()));
    TextSpan::new(span.start - before, span.end + behind)
}

/// An event of which no more is known than its words and what was found among them.
fn of_words(
    article: &Article,
    published: Option<Published>,
    selected: TextSpan,
    paragraph: TextSpan,
    found: &Extraction,
) -> Event {
    let text = &article.text;
    let sentence = sentence_of(text, paragraph, selected);
    let trigger = TextSpan::new(selected.start, selected.end.min(sentence.end).max(selected.start));
    let of_events = || found.events.iter().filter(|event| event.mention.sentence.overlaps(sentence));
    let mut actors: Vec<Actor> = Vec::new();
    for actor in of_events().flat_map(|event| &event.actors).filter(|actor| trigger.covers(actor.span)) {
        if !actors.iter().any(|known| known.name == actor.name) {
            actors.push(actor.clone());
        }
    }
    let mut places: Vec<Place> = Vec::new();
    for place in of_events().flat_map(|event| &event.places).filter(|place| trigger.covers(place.span)) {
        if !places.iter().any(|known| known.name == place.name) {
            places.push(place.clone());
        }
    }
    let dated = |within: TextSpan| found.timexes.iter().find(|timex| within.covers(timex.span) && timex.bounds.range().is_some());
    let when = when(dated(trigger).or_else(|| dated(sentence)), published);
    Event { actors, places, ..Event::plain(title(trigger.of(text)), Mention { trigger, sentence }, when) }
}

/// The sentence in which selected words begin.
fn sentence_of(text: &str, paragraph: TextSpan, selected: TextSpan) -> TextSpan {
    let reading = Reading::new(paragraph.of(text));
    let spans = reading.sentences.iter().map(|sentence| shifted(sentence.span, paragraph.start));
    spans.into_iter().find(|span| span.contains(selected.start)).unwrap_or(paragraph)
}

/// Selected words as a title: on one line, and no longer than one.
fn title(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_TITLE {
        return line;
    }
    let cut: String = line.chars().take(MOST_TITLE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

fn when(timex: Option<&Timex>, published: Option<Published>) -> When {
    if let Some(timex) = timex {
        let message = Message::new("why-timex").with("dates", Arg::Bounds(timex.bounds));
        let certainty = if timex.bounds.is_one_day() { Certainty::Exact } else { Certainty::Bounded };
        let basis = if timex.anchor == Anchor::Absolute { Basis::Explicit } else { Basis::Relative };
        let step = Step { rule: timex.rule.clone(), message, spans: vec![timex.span] };
        return undetermined(timex.bounds, certainty, basis, step);
    }
    match published {
        Some(published) => {
            let day = Moment::on(published.value.day());
            let message = Message::new("why-told-as-known").with("date", Arg::Moment(day));
            let step = Step { rule: "reader/selected".into(), message, spans: Vec::new() };
            undetermined(Bounds::until(day), Certainty::Undated, Basis::Narrative, step)
        }
        None => {
            let message = Message::new("why-no-publication-date");
            let step = Step { rule: "reader/selected".into(), message, spans: Vec::new() };
            undetermined(Bounds::UNKNOWN, Certainty::Undated, Basis::None, step)
        }
    }
}

fn undetermined(bounds: Bounds, certainty: Certainty, basis: Basis, step: Step) -> When {
    let (precision, explanation) = (Precision::of(bounds), vec![step]);
    When { bounds, precision, certainty, basis, timex: None, begin: None, end: None, explanation }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::PublishedOrigin;

    fn bounds(text: &str, language: Language) -> Option<(String, String)> {
        let published = Moment::ymd(2025, 11, 1);
        let said = |moment: Option<Moment>| moment.map_or_else(String::new, |moment| moment.to_string());
        read_date(text, published, language).map(|bounds| (said(bounds.earliest), said(bounds.latest)))
    }

    #[test]
    fn dates_are_read_as_articles_and_files_write_them() {
        for (text, earliest, latest) in [
            ("2024", "2024-01-01", "2024-12-31"),
            ("٢٠٢٤-٠٢", "2024-02-01", "2024-02-29"),
            ("2024-02-03T08:30", "2024-02-03T08:30", "2024-02-03T08:30"),
            ("14 مارس 2024", "2024-03-14", "2024-03-14"),
            ("أمس", "2025-10-31", "2025-10-31"),
            ("قبل 3 مايو 2020", "", "2020-05-02"),
            ("منذ مايو 2020", "2020-05-01", ""),
            ("3 May 2020", "2020-05-03", "2020-05-03"),
        ] {
            assert_eq!(bounds(text, Language::Arabic), Some((earliest.to_owned(), latest.to_owned())), "{text}");
        }
        assert_eq!(bounds("after 3 May 2020", Language::English), Some(("2020-05-03".to_owned(), String::new())));
        for text in ["", " ", "هنا كلام", &"2024 ".repeat(500)] {
            assert_eq!(bounds(text, Language::Arabic), None, "{text}");
        }
    }

    const TEXT: &str = "عنوان الخبر\nأعلنت الإدارة يوم 14 مارس 2024 استئناف العمل في الأرصفة. وكان الحفل كبيرا، ثم وصل الوفد.\n";

    fn article() -> (Article, Extraction) {
        let published = Published { value: Moment::ymd(2024, 3, 15).expect("a day"), origin: PublishedOrigin::Given };
        let article = Article { text: TEXT.to_owned(), published: Some(published), ..Article::default() };
        let found = extract(&article, &Options::default());
        (article, found)
    }

    fn span(words: &str) -> TextSpan {
        let start = TEXT.find(words).expect("the words stand in the text");
        TextSpan::new(start, start + words.len())
    }

    #[test]
    fn an_event_that_the_extractor_knows_is_proposed_as_it_finds_it() {
        let (article, found) = article();
        let event = propose(&article, &found, span("ثم وصل الوفد"), &[]).expect("an event");
        assert_eq!(event.mention.trigger.of(TEXT), "وصل");
        assert!(event.mention.sentence.of(TEXT).starts_with("وكان الحفل"), "{event:?}");
        assert!(event.when.timex.is_none() && !event.when.explanation.is_empty());
    }

    #[test]
    fn other_words_are_an_event_of_their_own_dated_by_their_sentence() {
        let (article, found) = article();
        let known: Vec<TextSpan> = found.events.iter().map(|event| event.mention.trigger).collect();
        let event = propose(&article, &found, span("استئناف العمل في الأرصفة"), &known).expect("an event");
        assert_eq!(event.title, "استئناف العمل في الأرصفة");
        assert_eq!(event.when.certainty, Certainty::Exact);
        let party = propose(&article, &found, span("الحفل كبيرا"), &known).expect("an event");
        assert_eq!((party.title.as_str(), party.when.basis), ("الحفل كبيرا", Basis::Narrative));
        assert_eq!(propose(&article, &found, span("\n"), &known), None);
        let cut = propose(&article, &found, span("فل كبير"), &known).expect("an event");
        assert_eq!(cut.title, "الحفل كبيرا", "nobody means half a word");
    }
}

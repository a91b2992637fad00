//! What edits do, on a small text of which a few words are events.

use proptest::prelude::*;

use super::*;
use crate::base::{Language, Message};
use crate::event::{ActorRole, Basis, Certainty, EventId, Extraction, LinkEnd, Mention, Step, Tlink, TlinkType, When};

const TEXT: &str = "وصل الوفد أمس.\nثم غادر الوفد بعد أن وقع الاتفاق، ووصل إلى العاصمة.\nAnd then it left.\n";
const TRIGGERS: [&str; 5] = ["وصل", "غادر", "وقع", "ووصل", "left"];

fn span(words: &str) -> TextSpan {
    let start = TEXT.find(words).expect("the words stand in the text");
    TextSpan::new(start, start + words.len())
}

fn on(day: u32) -> Bounds {
    let moment = Moment::ymd(2025, 1, day).expect("a day");
    Bounds::between(moment, moment)
}

fn event(words: &str, bounds: Bounds) -> Event {
    let trigger = span(words);
    let (start, line) = TEXT
        .split_inclusive('\n')
        .scan(0, |at, line| Some((std::mem::replace(at, *at + line.len()), line)))
        .find(|(start, line)| (*start..start + line.len()).contains(&trigger.start))
        .expect("a line");
    let step = Step { rule: "test/step".into(), message: Message::new("why-timex"), spans: vec![trigger] };
    let when = When {
        bounds,
        precision: None,
        certainty: if bounds == Bounds::UNKNOWN { Certainty::Undated } else { Certainty::Exact },
        basis: Basis::Relative,
        timex: None,
        begin: None,
        end: None,
        explanation: vec![step],
    };
    let sentence = TextSpan::new(start, start + line.len() - 1);
    Event::plain(words.to_owned(), Mention { trigger, sentence }, when)
}

fn link(from: u32, link_type: TlinkType, to: u32) -> Tlink {
    let end = |id| LinkEnd::Event(EventId(id));
    Tlink { from: end(from), to: end(to), link_type, cue: Some(span("بعد أن")) }
}

/// The first four triggers are events; the last one is not found.
fn found() -> Extraction {
    let mut events: Vec<Event> = TRIGGERS[..4].iter().map(|words| event(words, Bounds::UNKNOWN)).collect();
    events[0].when = event("وصل", on(3)).when;
    events[2].when = event("وقع", on(5)).when;
    Extraction {
        language: Language::Arabic,
        title: None,
        published: None,
        timexes: Vec::new(),
        events,
        tlinks: vec![link(1, TlinkType::After, 2), link(0, TlinkType::Before, 1)],
        warnings: Vec::new(),
        headings: Vec::new(),
        page_lines: Vec::new(),
    }
}

fn name(at: usize) -> EventName {
    EventName::found(span(TRIGGERS[at]))
}

fn apply(edits: impl IntoIterator<Item = Edit>) -> Edited {
    let mut log = Log::default();
    edits.into_iter().for_each(|edit| log.push(edit));
    edited(&found(), log.applied())
}

fn titles(edited: &Edited) -> Vec<&str> {
    edited.extraction.events.iter().map(|event| event.title.as_str()).collect()
}

fn set(at: usize, value: Value) -> Edit {
    Edit::Set { event: name(at), value }
}

fn written(words: &str, bounds: Bounds) -> Value {
    Value::When(WrittenWhen { words: words.to_owned(), bounds })
}

#[test]
fn no_edit_changes_nothing() {
    let edited = apply([]);
    assert_eq!(edited.extraction, found());
    assert_eq!(edited.names, (0..4).map(name).collect::<Vec<_>>());
}

#[test]
fn a_field_that_was_set_is_marked_and_can_be_given_back() {
    let edited = apply([set(1, Value::Title("مغادرة".to_owned())), set(1, Value::Kind(EventKind::Retreat))]);
    let event = &edited.extraction.events[1];
    assert_eq!((event.title.as_str(), event.kind), ("مغادرة", EventKind::Retreat));
    assert_eq!(event.by_hand.fields().collect::<Vec<_>>(), [Field::Title, Field::Kind]);
    let restore = |field| Edit::Restore { event: name(1), field };
    let edited = apply([set(1, Value::Title("مغادرة".to_owned())), restore(Field::Title)]);
    assert_eq!(edited.extraction, found());
}

#[test]
fn a_time_of_the_reader_s_says_so() {
    for (bounds, certainty) in [
        (on(7), Certainty::Exact),
        (Bounds { latest: on(9).latest, ..on(7) }, Certainty::Bounded),
        (Bounds { latest: None, ..on(7) }, Certainty::OneSided),
        (Bounds::UNKNOWN, Certainty::Undated),
    ] {
        let when = apply([set(3, written("in January", bounds))]).extraction.events[3].when.clone();
        assert_eq!((when.bounds, when.certainty, when.basis, when.timex), (bounds, certainty, Basis::Reader, None));
        assert!(when.explanation.len() == 1 && when.explanation[0].rule.starts_with("reader/"), "{when:?}");
    }
}

#[test]
fn other_events_stay_and_a_contradiction_of_the_text_is_said() {
    // The text says: the second after the third.
    let fits = apply([set(1, written("8 January", on(8)))]);
    assert!(fits.extraction.warnings.is_empty());
    let edited = apply([set(1, written("2 January", on(2)))]);
    let codes: Vec<_> = edited.extraction.warnings.iter().map(|warning| warning.code.as_ref()).collect();
    assert_eq!(codes, ["reader-contradiction"; 2]);
    let others = |extraction: &Extraction| [0, 2, 3].map(|at| extraction.events[at].clone());
    assert_eq!(others(&edited.extraction), others(&found()));
}

#[test]
fn deleting_takes_links_along_and_moves_the_others() {
    let edited = apply([Edit::Delete { event: name(0) }]);
    assert_eq!(titles(&edited), TRIGGERS[1..4]);
    assert_eq!(edited.extraction.tlinks, [link(0, TlinkType::After, 1)]);
}

#[test]
fn merging_joins_mentions_people_and_the_surer_time() {
    let actor = |name: &str| Actor { role: ActorRole::Source, name: name.to_owned(), id: None, span: span("الوفد") };
    let merge = Edit::Merge { into: name(3), from: name(0) };
    let edited =
        apply([set(0, Value::Actors(vec![actor("أ"), actor("ب")])), set(3, Value::Actors(vec![actor("أ")])), merge.clone()]);
    assert_eq!(titles(&edited), TRIGGERS[1..4]);
    let joined = &edited.extraction.events[2];
    assert_eq!(joined.other_mentions, [found().events[0].mention]);
    assert_eq!(joined.actors.len(), 2);
    assert_eq!(joined.when.bounds, on(3));
    assert_eq!(edited.extraction.tlinks, [link(0, TlinkType::After, 1), link(2, TlinkType::Before, 0)]);
    assert_eq!(apply([merge.clone(), merge]).unapplied, [1]);
    assert_eq!(apply([Edit::Merge { into: name(0), from: name(0) }]).unapplied, [0]);
    // What linked the two of them is gone.
    let linked = apply([Edit::Merge { into: name(1), from: name(2) }]);
    assert_eq!(linked.extraction.tlinks, [link(0, TlinkType::Before, 1)]);
}

#[test]
fn a_mention_becomes_an_event_of_its_own() {
    let merge = Edit::Merge { into: name(3), from: name(0) };
    let split =
        |id| Edit::Split { event: name(3), trigger: span("وصل"), id, proposed: Box::new(event("وصل", Bounds::UNKNOWN)) };
    let edited = apply([merge.clone(), split(0)]);
    assert_eq!(titles(&edited), TRIGGERS[..4]);
    assert!(edited.extraction.events[3].other_mentions.is_empty());
    assert_eq!(edited.names[0], EventName::Added(0));
    assert!(edited.extraction.events[0].by_hand.has(Field::Event));
    assert_eq!(apply([merge, split(0), split(1)]).unapplied, [2], "it has the mention no longer");
}

#[test]
fn an_added_event_stands_where_it_is_told() {
    let add = |id, words| Edit::Add { id, proposed: Box::new(event(words, Bounds::UNKNOWN)) };
    let edited = apply([add(0, "left"), add(1, "غادر"), set(0, Value::Title("x".to_owned()))]);
    assert_eq!(titles(&edited), ["x", "غادر", "غادر", "وقع", "ووصل", "left"]);
    assert_eq!(edited.names[2..4], [EventName::Added(1), name(2)]);
}

#[test]
fn an_edit_without_its_event_is_kept_and_told() {
    let gone = EventName::found(span("left"));
    let edited = apply([Edit::Delete { event: gone }, Edit::Delete { event: name(1) }, set(1, Value::Kind(EventKind::Aid))]);
    assert_eq!(edited.unapplied, [0, 2]);
    // Words that a newer program cuts in another way still mean the same event.
    let trigger = TextSpan::new(span("غادر").start - "ثم ".len(), span("غادر").end);
    let longer = Edit::Delete { event: EventName::found(trigger) };
    assert_eq!(titles(&apply([longer])), ["وصل", "وقع", "ووصل"]);
}

#[test]
fn undoing_and_doing_again_move_a_mark() {
    let mut log = Log::default();
    assert!(!log.undo() && !log.redo());
    log.push(Edit::Published(None));
    log.push(Edit::Delete { event: name(0) });
    assert!(log.undo() && log.undo() && !log.undo());
    assert_eq!((log.published(), log.to_undo()), (None, None));
    assert!(log.redo());
    assert_eq!(log.published(), Some(None));
    assert_eq!(log.to_redo(), Some(&Edit::Delete { event: name(0) }));
    log.push(Edit::Delete { event: name(1) });
    assert_eq!((log.entries().len(), log.to_redo()), (2, None));
}

#[test]
fn an_edition_is_what_counts_and_not_what_was_taken_back() {
    let mut log = Log::default();
    assert_eq!(log.edition(), 0);
    log.push(Edit::Delete { event: name(0) });
    let saved = log.edition();
    log.push(Edit::Delete { event: name(1) });
    let other = log.edition();
    assert_ne!(saved, other);
    log.undo();
    assert_eq!(log.edition(), saved);
    // As many edits as before, and another one.
    log.push(Edit::Delete { event: name(2) });
    assert!(![0, saved, other].contains(&log.edition()));
    log.undo();
    log.undo();
    assert_eq!(log.edition(), 0);
    log.redo();
    assert_eq!(log.edition(), saved);
}

#[test]
fn edits_follow_their_lines_into_another_reading_and_wait_where_those_are_gone() {
    let mut log = Log::default();
    log.push(Edit::Delete { event: name(1) });
    log.push(Edit::Add { id: 0, proposed: Box::new(event("left", Bounds::UNKNOWN)) });
    let longer = format!("قائمة\n\n{TEXT}");
    let moved = log.moved(TEXT, &longer);
    let Edit::Delete { event: EventName::Found { trigger, .. } } = moved.entries()[0].edit else { panic!("a deletion") };
    assert_eq!(trigger.of(&longer), "غادر");
    let Edit::Add { proposed, .. } = &moved.entries()[1].edit else { panic!("an event") };
    assert_eq!((proposed.mention.trigger.of(&longer), proposed.mention.sentence.of(&longer)), ("left", "And then it left."));
    let without = TEXT.replace("And then it left.\n", "");
    let waiting = moved.moved(&longer, &without);
    assert!(waiting.entries()[0].text.is_none() && waiting.entries()[1].text.as_deref() == Some(longer.as_str()));
    assert_eq!(waiting.moved(&without, TEXT), log, "it comes back with its words");
}

/// An edit by numbers, of which any may be wrong.
fn edit((what, at, number): (u8, usize, u32)) -> Edit {
    let event = match at {
        at if at < TRIGGERS.len() => name(at),
        at => EventName::Added(u32::try_from(at - TRIGGERS.len()).expect("few")),
    };
    let words = TRIGGERS[number as usize % TRIGGERS.len()];
    let proposed = Box::new(self::event(words, Bounds::UNKNOWN));
    let bounds = Bounds { earliest: on(number % 9 + 1).earliest, latest: on(number % 17 + 9).latest };
    let field = Field::ALL[number as usize % Field::ALL.len()];
    let actor = Actor { role: ActorRole::Target, name: words.to_owned(), id: None, span: span(words) };
    let value = match number % 6 {
        0 => Value::Title(words.to_owned()),
        1 => Value::Kind(EventKind::ALL[number as usize % 17]),
        2 => Value::Actors(vec![actor]),
        3 => Value::Places(Vec::new()),
        4 => Value::Modality(Modality::Denied),
        _ => written("", bounds),
    };
    match what {
        0 => Edit::Restore { event, field },
        1 => Edit::Delete { event },
        2 => Edit::Merge { into: event, from: name(number as usize % 4) },
        3 => Edit::Split { event, trigger: span(words), id: number, proposed },
        4 => Edit::Add { id: number, proposed },
        5 => Edit::Published(None),
        _ => Edit::Set { event, value },
    }
}

fn assert_sound(edited: &Edited) {
    let extraction = &edited.extraction;
    assert_eq!(edited.names.len(), extraction.events.len());
    let names: std::collections::HashSet<_> = edited.names.iter().collect();
    assert_eq!(names.len(), edited.names.len(), "a name means one event");
    for event in &extraction.events {
        let mentions = event.other_mentions.iter().chain([&event.mention]);
        let spans = mentions.flat_map(|mention| [mention.trigger, mention.sentence]);
        let spans = spans.chain(event.actors.iter().map(|actor| actor.span)).chain(event.places.iter().map(|place| place.span));
        assert!(spans.into_iter().all(|span| TEXT.get(span.start..span.end).is_some()), "{event:?}");
        assert!(!event.when.explanation.is_empty());
        assert!(event.when.bounds.range().is_none_or(|range| range.start < range.end), "{event:?}");
    }
    for link in &extraction.tlinks {
        assert_ne!(link.from, link.to);
        for end in [link.from, link.to] {
            let LinkEnd::Event(id) = end else { panic!("links of this text are between events") };
            assert!(extraction.event(id).is_some(), "{link:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_edits_keep_what_always_holds(
        steps in prop::collection::vec((0_u8..12, 0_usize..12, 0_u32..1000), 1000),
        undos in prop::collection::vec(0_usize..1000, 8),
    ) {
        let mut log = Log::default();
        for (at, step) in steps.into_iter().enumerate() {
            log.push(edit(step));
            if undos.contains(&at) {
                (0..at % 7).for_each(|_| { log.undo(); });
                (0..at % 3).for_each(|_| { log.redo(); });
            }
            if at % 97 == 0 {
                assert_sound(&edited(&found(), log.applied()));
            }
        }
        let last = edited(&found(), log.applied());
        assert_sound(&last);
        prop_assert!(last.unapplied.iter().all(|at| *at < log.mark()));
        let mut steps = 0;
        while log.undo() { steps += 1; }
        prop_assert_eq!(edited(&found(), log.applied()).extraction, found());
        for _ in 0..steps { log.redo(); }
        prop_assert_eq!(edited(&found(), log.applied()), last);
    }
}

//! What holds for all work on an article: it comes back from its file as it was, and taking all of it back gives the first state,
//! byte for byte.

use proptest::prelude::*;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::{Bounds, Language, Moment, TextSpan};
use waqai::event::edit::{Edit, EventName, Log, Value, WrittenWhen};
use waqai::event::{EventKind, Extraction, Field, KnownArticle, Modality};
use waqai::export::{Choice, Format, Look, Subject, Work, export};
use waqai::extract::{Options, extract, propose};
use waqai::i18n::I18n;
use waqai::project::{Others, Project, View, load};
use waqai::reader::read_record;
use waqai::timeline::LaneGrouping;

const TEXT: &str = "وصل الوزير إلى بيروت يوم 3 مارس 2024. ثم وقع الطرفان اتفاقا لوقف إطلاق النار.\nوغادر الوفد المدينة أمس، \
وقصفت القوات الجسر قبل ذلك بيومين. وقال المتحدث إن المفاوضات بدأت عام 2019.\n";

fn started() -> Project {
    let published = Published { value: Moment::ymd(2024, 3, 15).expect("a day"), origin: PublishedOrigin::Given };
    let article =
        Article { text: TEXT.to_owned(), published: Some(published), language: Some(Language::Arabic), ..Article::default() };
    let found = extract(&article, &Options::default());
    assert!(found.events.len() > 3, "{:?}", found.events);
    let (view, others, log) = (View::default(), Others::default(), Log::default());
    Project { article, found, redated: None, log, view, unsaved: None, is_newer: false, others }
}

/// The record of what is shown.
fn record(project: &Project) -> Vec<u8> {
    let edited = project.edited();
    let subject = Subject { article: &project.article, extraction: &edited.extraction, table: None };
    let choice = Choice::everything(LaneGrouping::None);
    let i18n = I18n::new(Language::English, None);
    let look = Look { is_dark: false, width: Look::WIDTH, scale: Look::SCALE, time: i18n.direction() };
    let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
    export(&work, Format::Json).expect("a record").bytes
}

/// The record of a record that was opened.
fn record_again(record: &[u8]) -> Vec<u8> {
    let json = std::str::from_utf8(record).expect("UTF-8");
    let KnownArticle { article, extraction } = read_record(json).expect("what is written can be read");
    let found = extraction.expect("what was found before");
    let (view, others, log) = (View::default(), Others::default(), Log::default());
    self::record(&Project { article, found, redated: None, log, view, unsaved: None, is_newer: false, others })
}

/// An edit by numbers; what it names may be gone.
fn edit(project: &Project, (what, at, number): (u8, usize, u32)) -> Edit {
    let edited = project.edited();
    let name = |at: usize| {
        let names = &edited.names;
        // One in ten is no event any more, or never was.
        let gone = EventName::Added(number);
        if at % 10 == 9 { gone } else { names.get(at % names.len().max(1)).copied().unwrap_or(gone) }
    };
    let words: Vec<TextSpan> = words().collect();
    let span = words[number as usize % words.len()];
    let proposed = || propose(&project.article, &edited.extraction, span, &[]);
    let id = project.log.next_added();
    match (what, proposed()) {
        (0, _) => Edit::Restore { event: name(at), field: Field::ALL[number as usize % Field::ALL.len()] },
        (1, _) => Edit::Delete { event: name(at) },
        (2, _) => Edit::Merge { into: name(at), from: name(number as usize) },
        (3, Some(proposed)) => Edit::Split { event: name(at), trigger: span, id, proposed: Box::new(proposed) },
        (4, Some(proposed)) => Edit::Add { id, proposed: Box::new(proposed) },
        _ => Edit::Set { event: name(at), value: value(&edited.extraction, span, number) },
    }
}

fn value(extraction: &Extraction, span: TextSpan, number: u32) -> Value {
    let day = |day: u32| Moment::ymd(2024, 1, day % 28 + 1).expect("a day");
    let event = extraction.events.get(number as usize % extraction.events.len().max(1));
    match (number % 6, event) {
        (1, _) => Value::Kind(EventKind::ALL[number as usize % EventKind::ALL.len()]),
        (2, Some(event)) => Value::Actors(event.actors.clone()),
        (3, Some(event)) => Value::Places(event.places.clone()),
        (4, _) => Value::Modality(Modality::ALL[number as usize % Modality::ALL.len()]),
        (5, _) => {
            let (a, b) = (day(number / 7), day(number / 11));
            let bounds = Bounds { earliest: Some(a.min(b)), latest: (!number.is_multiple_of(4)).then_some(a.max(b)) };
            Value::When(WrittenWhen { words: span.of(TEXT).to_owned(), bounds })
        }
        _ => Value::Title(span.of(TEXT).to_owned()),
    }
}

fn words() -> impl Iterator<Item = TextSpan> {
    TEXT.split_whitespace().map(|word| {
        let start = word.as_ptr().addr() - TEXT.as_ptr().addr();
        TextSpan::new(start, start + word.len())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_edits_are_kept_and_taken_back(steps in prop::collection::vec((0_u8..12, 0_usize..50, any::<u32>()), 1000)) {
        let mut project = started();
        let first = record(&project);
        let first_bytes = project.to_bytes().expect("bytes");
        for (n, step) in steps.into_iter().enumerate() {
            let edit = edit(&project, step);
            project.log.push(edit);
            if n % 5 == 4 {
                project.log.undo();
            }
            if n % 100 == 99 {
                let bytes = project.to_bytes().expect("bytes");
                let again = load(&bytes).expect("a project");
                prop_assert_eq!(&again, &project);
                prop_assert_eq!(record(&again), record(&project));
                prop_assert_eq!(again.to_bytes().expect("bytes"), bytes);
                prop_assert_eq!(record_again(&record(&project)), record(&project));
                // And goes on from its file.
                project = again;
            }
        }
        while project.log.undo() {}
        prop_assert_eq!(record(&project), first);
        project.log = Log::default();
        prop_assert_eq!(project.to_bytes().expect("bytes"), first_bytes);
    }
}

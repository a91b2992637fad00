//! Saving and opening, in memory: what is saved comes back, and what is no project says so.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::article::{Published, PublishedOrigin};
use crate::base::{Arg, Bounds, Language, Message, Moment, TextSpan};
use crate::event::edit::{Edit, EventName, Value, WrittenWhen};
use crate::event::{
    Actor, ActorRole, Anchor, Basis, ByHand, Certainty, Event, EventId, EventKind, Field, LinkEnd, Mention, Modality, Place,
    Precision, Step, Timex, TimexId, TimexType, Tlink, TlinkType, Warning, When,
};

const TEXT: &str = "😀 نفذت القوات غارة منذ سبتمبر الماضي.\nثم وصلت إلى the city.\n";

fn bounds() -> impl Strategy<Value = Bounds> {
    let moment = || (-300_i32..3000, 1_u32..13, 1_u32..29, prop::option::of((0_u32..24, 0_u32..60)));
    let made = |(year, month, day, clock): (i32, u32, u32, Option<(u32, u32)>)| {
        let day = Moment::ymd(year, month, day).expect("a day");
        clock.map_or(day, |(hour, minute)| Moment::at(day.day(), hour, minute).expect("a minute"))
    };
    (prop::option::of(moment()), prop::option::of(moment())).prop_map(move |(a, b)| {
        let bounds = Bounds { earliest: a.map(made), latest: b.map(made) };
        if bounds.range().is_some_and(|range| range.start >= range.end) {
            Bounds { earliest: bounds.latest, latest: bounds.earliest }
        } else {
            bounds
        }
    })
}

fn span() -> impl Strategy<Value = TextSpan> {
    let borders: Vec<usize> = TEXT.char_indices().map(|(at, _)| at).chain([TEXT.len()]).collect();
    (0..borders.len(), 0..borders.len()).prop_map(move |(a, b)| TextSpan::new(borders[a.min(b)], borders[a.max(b)]))
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn message() -> impl Strategy<Value = Message> {
    let arg = prop_oneof![
        "\\PC{0,12}".prop_map(Arg::Text),
        any::<i64>().prop_map(Arg::Number),
        (-50_i32..3000, 1_u32..13).prop_map(|(year, month)| Arg::Month(year, month)),
        bounds().prop_map(Arg::Bounds),
        Just(Arg::Moment(Moment::ymd(2025, 1, 2).expect("a day"))),
        Just(Arg::Message(Box::new(Message::new("inner").with("n", Arg::Number(1))))),
    ];
    ("[a-z-]{1,12}", prop::option::of(("[a-z]{1,6}", arg))).prop_map(|(key, arg)| match arg {
        Some((name, arg)) => Message::new(key).with(name, arg),
        None => Message::new(key),
    })
}

fn when(with_timex: bool) -> impl Strategy<Value = When> {
    let step = ("[a-z/-]{1,9}", message(), prop::collection::vec(span(), 0..3)).prop_map(|(rule, message, spans)| Step {
        rule: rule.into(),
        message,
        spans,
    });
    let known = (bounds(), prop::option::of(one_of(&Precision::ALL)), one_of(&Certainty::ALL), one_of(&Basis::ALL));
    let lasts = (prop::option::of(bounds()), prop::option::of(bounds()));
    let timex = prop::option::of(Just(TimexId(0)));
    (known, timex, lasts, prop::collection::vec(step, 1..3)).prop_map(
        move |((bounds, precision, certainty, basis), timex, (begin, end), explanation)| {
            let timex = timex.filter(|_| with_timex);
            When { bounds, precision, certainty, basis, timex, begin, end, explanation }
        },
    )
}

fn event(with_timex: bool) -> impl Strategy<Value = Event> {
    let name = || ("\\PC{0,12}", prop::option::of("[A-Z]{3}".prop_map(String::from)), span());
    let actor = (one_of(&ActorRole::ALL), name()).prop_map(|(role, (name, id, span))| Actor { role, name, id, span });
    let place = name().prop_map(|(name, id, span)| Place { name, id, span });
    let mention = || (span(), span()).prop_map(|(trigger, sentence)| Mention { trigger, sentence });
    let said = ("\\PC{0,20}", one_of(&EventKind::ALL), prop::option::of("[a-z]{3}"), prop::collection::vec("[a-z]{3}", 0..2));
    let told = (mention(), prop::collection::vec(mention(), 0..3), one_of(&Modality::ALL));
    let who = (prop::collection::vec(actor, 0..3), prop::collection::vec(place, 0..2));
    let fields = prop::collection::vec(one_of(&Field::ALL), 0..3);
    (said, told, who, when(with_timex), fields).prop_map(
        |((title, kind, mode, context), (mention, other_mentions, modality), (actors, places), when, fields)| Event {
            title,
            kind,
            mode: mode.map(Into::into),
            context: context.into_iter().map(Into::into).collect(),
            mention,
            other_mentions,
            actors,
            places,
            modality,
            when,
            by_hand: fields.into_iter().collect::<ByHand>(),
        },
    )
}

fn extraction() -> impl Strategy<Value = Extraction> {
    let anchor = prop_oneof![Just(Anchor::Absolute), Just(Anchor::Published), Just(Anchor::Timex(TimexId(0)))];
    let words = (prop::option::of("[A-Z]{3}"), prop::option::of("[A-Z]{3}"), prop::option::of("[0-9]X".prop_map(String::from)));
    let timex = (span(), one_of(&TimexType::ALL), words, bounds(), anchor).prop_map(
        |(span, timex_type, (modifier, quant, freq), bounds, anchor)| Timex {
            span,
            timex_type,
            value: "2025-09".to_owned(),
            modifier: modifier.map(Into::into),
            quant: quant.map(Into::into),
            freq,
            bounds,
            anchor,
            rule: "ar/x".into(),
        },
    );
    let warning = (message(), prop::collection::vec(span(), 0..2)).prop_map(|(message, spans)| Warning {
        code: "x".into(),
        message,
        spans,
    });
    let cue = prop::option::of(span());
    let tlink = (one_of(&TlinkType::ALL), cue).prop_map(|(link_type, cue)| Tlink {
        from: LinkEnd::Event(EventId(0)),
        to: LinkEnd::Timex(TimexId(0)),
        link_type,
        cue,
    });
    let published = prop::option::of(one_of(&PublishedOrigin::ALL));
    let lists = (prop::collection::vec(tlink, 0..3), prop::collection::vec(warning, 0..2));
    (prop::collection::vec(timex, 1..3), prop::collection::vec(event(true), 1..4), lists, published, span()).prop_map(
        |(timexes, events, (tlinks, warnings), origin, heading)| Extraction {
            language: Language::Arabic,
            title: Some("عنوان".to_owned()),
            published: origin.map(|origin| Published { value: Moment::ymd(2025, 11, 1).expect("a day"), origin }),
            timexes,
            events,
            tlinks,
            warnings,
            headings: vec![heading],
            page_lines: vec![heading],
        },
    )
}

fn edit() -> impl Strategy<Value = Edit> {
    let name = || {
        prop_oneof![
            (span(), 0_u32..2).prop_map(|(trigger, nth)| EventName::Found { trigger, nth }),
            any::<u32>().prop_map(EventName::Added),
        ]
    };
    let value = (event(false), 0..6).prop_map(|(event, which)| match which {
        0 => Value::Title(event.title),
        1 => Value::Kind(event.kind),
        2 => Value::Actors(event.actors),
        3 => Value::Places(event.places),
        4 => Value::Modality(event.modality),
        _ => Value::When(WrittenWhen { words: event.title, bounds: event.when.bounds }),
    });
    let proposed = || event(false).prop_map(Box::new);
    prop_oneof![
        (name(), value).prop_map(|(event, value)| Edit::Set { event, value }),
        (name(), one_of(&Field::ALL)).prop_map(|(event, field)| Edit::Restore { event, field }),
        name().prop_map(|event| Edit::Delete { event }),
        (name(), name()).prop_map(|(into, from)| Edit::Merge { into, from }),
        (name(), span(), any::<u32>(), proposed()).prop_map(|(event, trigger, id, proposed)| Edit::Split {
            event,
            trigger,
            id,
            proposed
        }),
        (any::<u32>(), proposed()).prop_map(|(id, proposed)| Edit::Add { id, proposed }),
        prop::option::of(Just(Moment::ymd(2024, 2, 29).expect("a day"))).prop_map(Edit::Published),
    ]
}

fn log() -> impl Strategy<Value = Log> {
    (prop::collection::vec(edit(), 0..6), 0_usize..4, any::<bool>()).prop_map(|(edits, undos, waits)| {
        let mut log = Log::default();
        edits.into_iter().for_each(|edit| log.push(edit));
        (0..undos).for_each(|_| {
            log.undo();
        });
        // Another text: all edits that have words wait for the one they were made in.
        if waits { log.moved(TEXT, "نص آخر\n") } else { log }
    })
}

fn lane_name() -> impl Strategy<Value = LaneName> {
    prop_oneof![
        "\\PC{0,8}".prop_map(LaneName::Id),
        "\\PC{0,8}".prop_map(LaneName::Name),
        one_of(&EventKind::ALL).prop_map(LaneName::Kind),
        Just(LaneName::Others),
        Just(LaneName::Rest),
        Just(LaneName::All),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    prop_oneof![
        "\\PC{0,8}".prop_map(Asked::Words),
        one_of(&EventKind::ALL).prop_map(Asked::Kind),
        ("\\PC{0,8}", prop::option::of("[A-Z]{3}")).prop_map(|(name, id)| Asked::Actor { name, id }),
        "\\PC{0,8}".prop_map(Asked::Place),
        one_of(&Certainty::ALL).prop_map(Asked::Certainty),
        one_of(&Modality::ALL).prop_map(Asked::Modality),
        (-9_i64..9, 10_i64..20).prop_map(|(start, end)| Asked::Time(start, end)),
    ]
}

fn view() -> impl Strategy<Value = View> {
    let lanes = || prop::collection::vec(lane_name(), 0..3);
    let hidden = prop::collection::vec((lane_name(), lane_name()), 0..3);
    let arranged = ("[a-z]{1,5}", lanes(), lanes(), hidden);
    let arranged = arranged.prop_map(|(lanes, order, collapsed, hidden)| Arranged { lanes, order, collapsed, hidden });
    let flags = (any::<bool>(), any::<bool>());
    let range = || (any::<i64>(), any::<i64>());
    let lists =
        (prop::collection::vec(range(), 0..3), prop::collection::vec(asked(), 0..4), prop::collection::vec(arranged, 0..3));
    (flags, prop::option::of(range()), lists).prop_map(|((is_list, hides_others), range, (unfolded, asked, arranged))| View {
        lanes: Some("actor".to_owned()),
        time: None,
        range,
        is_list,
        unfolded,
        asked,
        hides_others,
        arranged,
    })
}

fn project() -> impl Strategy<Value = Project> {
    let text = || prop::option::of("\\PC{0,20}".prop_map(String::from));
    (extraction(), prop::option::of(extraction()), log(), view(), (text(), text())).prop_map(
        |(found, redated, log, view, (everything, title))| Project {
            article: Article {
                text: TEXT.to_owned(),
                everything,
                title,
                published: found.published,
                language: Some(Language::English),
                bylines: vec!["كتب في 3 مايو".to_owned()],
                ..Article::default()
            },
            found,
            redated,
            log,
            view,
            unsaved: None,
            is_newer: false,
            others: Others::default(),
        },
    )
}

fn sample() -> Project {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut project = project().new_tree(&mut runner).expect("a project").current();
    project.log = Log::default();
    project.log.push(Edit::Published(None));
    project
}

fn as_json(project: &Project) -> Json {
    serde_json::from_slice(&project.to_bytes().expect("bytes")).expect("JSON")
}

fn read(json: &Json) -> Result<Project, ProjectError> {
    load(&serde_json::to_vec(json).expect("bytes"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_saved_comes_back_as_it_was(project in project()) {
        let bytes = project.to_bytes().expect("bytes");
        prop_assert!(is_project(&bytes));
        let again = load(&bytes).expect("a project");
        prop_assert_eq!(&again, &project);
        prop_assert_eq!(again.to_bytes().expect("bytes"), bytes);
    }

    #[test]
    fn no_damage_makes_it_panic(project in project(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = project.to_bytes().expect("bytes");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(project) = load(&bytes) {
            prop_assert!(project.edited().unapplied.len() <= project.log.mark());
        }
        prop_assert!(load(&bytes[..at]).is_err());
    }
}

#[test]
fn what_this_program_does_not_know_is_kept_where_it_stood() {
    let mut json = as_json(&sample());
    for path in ["", "/article", "/extraction", "/extraction/events/0", "/view", "/log", "/log/edits/0"] {
        json.pointer_mut(path).and_then(Json::as_object_mut).expect(path).insert("later".to_owned(), json!({"path": path}));
    }
    let mut project = read(&json).expect("a project");
    assert_eq!(as_json(&project), json);
    // An edit that took the place of another has nothing of it.
    project.log.undo();
    project.log.push(Edit::Published(Moment::ymd(2024, 1, 1)));
    assert_eq!(as_json(&project).pointer("/log/edits/0/later"), None);
}

#[test]
fn a_part_of_the_view_that_is_not_known_is_passed_over() {
    let mut json = as_json(&sample());
    let kind = json!({"kind": "PROTEST"});
    json["view"] = json!({"filter": [{"kind": "NONE"}, {"other": 1}, {"time": [5, 5]}, kind], "arranged": [
        {"lanes": "actor", "order": [{"those": "none"}, {"those": "all"}]}
    ]});
    let view = read(&json).expect("a project").view;
    assert_eq!(view.asked, [Asked::Kind(EventKind::Protest)]);
    assert_eq!(view.arranged[0].order, [LaneName::All]);
}

#[test]
fn a_newer_version_is_only_read_and_an_edit_that_it_brought_is_passed_over() {
    let mut json = as_json(&sample());
    json["version"] = json!(VERSION + 1);
    json["log"] = json!({"edits": [{"edit": "translate", "event": {"added": 1}}, {"edit": "published"}], "mark": 2});
    let project = read(&json).expect("a project");
    assert!(project.is_newer);
    assert_eq!((project.log.entries().len(), project.log.mark(), project.log.published()), (1, 1, Some(None)));
    json["extraction"] = json!("elsewhere");
    assert_eq!(read(&json), Err(ProjectError::Newer));
}

#[test]
fn what_does_not_fit_is_named() {
    for (path, value, field) in [
        ("/waqai", json!("record"), "waqai"),
        ("/extraction/events/0/trigger", json!([0, 9999]), "span"),
        ("/extraction/events/0/trigger", json!([3, 2]), "span"),
        ("/extraction/events/0/when/explanation", json!([]), "explanation"),
        ("/extraction/events/0/when/bounds", json!(["2025-01-02", "2025-01-01"]), "bounds"),
        ("/extraction/events/0/when/bounds", json!(["yesterday", null]), "date"),
        ("/extraction/events/0/when/timex", json!(77), "timex"),
        ("/extraction/tlinks", json!([{"from": {"event": 99}, "to": {"timex": 0}, "type": "AFTER", "cue": null}]), "tlinks"),
        ("/log/edits/0/edit", json!("translate"), "edit"),
    ] {
        let mut json = as_json(&sample());
        let (parent, name) = path.rsplit_once('/').expect("a path");
        json.pointer_mut(parent).and_then(Json::as_object_mut).expect(path).insert(name.to_owned(), value);
        assert_eq!(read(&json).err(), Some(ProjectError::Damaged(field)), "{path}");
    }
    assert!(matches!(load(b"{\"waqai\": \"project\", "), Err(ProjectError::Json(1, _))));
}

#[test]
fn a_project_is_known_by_how_it_begins() {
    for (bytes, known) in [
        (&b"{\"waqai\":\"project\"}"[..], true),
        (b"\xEF\xBB\xBF {\n  \"waqai\" : \"project\"}", true),
        (b"{\"text\":\"waqai\"}", false),
        (b"[{\"waqai\":1}]", false),
        (b"", false),
    ] {
        assert_eq!(is_project(bytes), known, "{bytes:?}");
    }
}

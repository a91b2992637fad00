//! Small extractions made by hand, for tests.

use crate::article::{Published, PublishedOrigin};
use crate::base::{Bounds, Language, Message, Moment, TextSpan};
use crate::event::{
    Actor, ActorRole, Basis, ByHand, Certainty, Event, EventId, EventKind, Extraction, LinkEnd, Mention, Modality, Place, Step,
    Tlink, TlinkType, When,
};

/// A moment of a test; panics where it is none.
pub(crate) fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a date of a test")
}

/// An event of a certainty between two dates.
pub(crate) fn event(title: &str, certainty: Certainty, earliest: Option<&str>, latest: Option<&str>) -> Event {
    let span = TextSpan::new(0, 1);
    Event {
        title: title.to_owned(),
        kind: EventKind::Assault,
        mode: None,
        context: Vec::new(),
        mention: Mention { trigger: span, sentence: span },
        other_mentions: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        modality: Modality::Asserted,
        when: When {
            bounds: Bounds { earliest: earliest.map(moment), latest: latest.map(moment) },
            precision: None,
            certainty,
            basis: Basis::Explicit,
            timex: None,
            begin: None,
            end: None,
            explanation: vec![Step { rule: "test".into(), message: Message::new("why-timex"), spans: Vec::new() }],
        },
        by_hand: ByHand::default(),
    }
}

/// One exact day.
pub(crate) fn on(day: &str) -> Event {
    event(day, Certainty::Exact, Some(day), Some(day))
}

/// Told as past, no more.
pub(crate) fn undated(title: &str) -> Event {
    event(title, Certainty::Undated, None, Some("2025-11-01"))
}

/// Known by its order alone.
pub(crate) fn ordered(title: &str) -> Event {
    event(title, Certainty::Ordered, None, None)
}

/// The same event, of a kind and done by somebody.
pub(crate) fn by(mut event: Event, kind: EventKind, name: &str, id: Option<&str>) -> Event {
    event.kind = kind;
    let span = TextSpan::new(0, 1);
    event.actors.push(Actor { role: ActorRole::Source, name: name.to_owned(), id: id.map(str::to_owned), span });
    event
}

/// The same event, somewhere.
pub(crate) fn at(mut event: Event, place: &str) -> Event {
    event.places.push(Place { name: place.to_owned(), id: None, span: TextSpan::new(0, 1) });
    event
}

/// A link between two events, by their places in the list.
pub(crate) fn link(from: u32, link_type: TlinkType, to: u32) -> Tlink {
    Tlink { from: LinkEnd::Event(EventId(from)), to: LinkEnd::Event(EventId(to)), link_type, cue: None }
}

/// Some events of an article of 1 November 2025, or of no date.
pub(crate) fn extraction(published: Option<&str>, events: Vec<Event>, tlinks: Vec<Tlink>) -> Extraction {
    let published = published.map(|date| Published { value: moment(date), origin: PublishedOrigin::Given });
    Extraction {
        language: Language::Arabic,
        title: None,
        published,
        timexes: Vec::new(),
        events,
        tlinks,
        warnings: Vec::new(),
        headings: Vec::new(),
        page_lines: Vec::new(),
    }
}

/// An article such as people read: a few dated events, three lanes, a long gap, many undated ones.
pub(crate) fn article() -> Extraction {
    use Certainty::{Bounded, Exact, OneSided, Ongoing};
    let us = |event, kind| by(event, kind, "الولايات المتحدة", Some("USA"));
    let russia = |event, kind| by(event, kind, "روسيا", Some("RUS"));
    let venezuela = |event, kind| by(event, kind, "فنزويلا", Some("VEN"));
    let events = vec![
        us(event("خضوع الطائرة لعقوبات أمريكية", Bounded, Some("2023-01-01"), Some("2023-12-31")), EventKind::Sanction),
        us(
            event("القوات الأمريكية تنفذ أكثر من 12 غارة جوية", Bounded, Some("2025-09-01"), Some("2025-11-01")),
            EventKind::Assault,
        ),
        us(event("واشنطن تعلن إرسال حاملة الطائرات", Exact, Some("2025-10-24"), Some("2025-10-24")), EventKind::Mobilize),
        russia(event("مشاركة الطائرة في نقل الأسلحة", OneSided, None, Some("2023-12-31")), EventKind::Cooperate),
        russia(event("موسكو تواصل مشاريعها في فنزويلا", Ongoing, Some("2025-11-01"), Some("2025-11-01")), EventKind::Cooperate),
        venezuela(event("مادورو يسعى إلى ترميم دفاعاته", Ongoing, Some("2025-11-01"), Some("2025-11-01")), EventKind::Request),
        venezuela(ordered("مادورو ينفي ضلوع كاراكاس"), EventKind::Reject),
        by(undated("مادورو يوجّه رسالة إلى بوتين"), EventKind::Request, "فنزويلا", Some("VEN")),
        by(undated("مادورو يوجّه رسالة إلى شي جين بينغ"), EventKind::Request, "فنزويلا", Some("VEN")),
        by(undated("وزير النقل يُجري اتصالات مع طهران"), EventKind::Consult, "فنزويلا", Some("VEN")),
        by(undated("وصول طائرة روسية إيل-76 إلى كاراكاس"), EventKind::Cooperate, "روسيا", Some("RUS")),
        by(undated("تحليق الطائرة فوق إفريقيا"), EventKind::Mobilize, "روسيا", Some("RUS")),
        by(undated("الكرملين يرفض التعليق"), EventKind::Reject, "روسيا", Some("RUS")),
        by(undated("موسكو تؤكد استعدادها لدعم فنزويلا"), EventKind::Agree, "روسيا", Some("RUS")),
        by(undated("المصادقة على معاهدة استراتيجية جديدة"), EventKind::Support, "روسيا", Some("RUS")),
        by(undated("افتتاح مصنع ذخيرة كلاشينكوف"), EventKind::Cooperate, "روسيا", Some("RUS")),
        by(undated("واشنطن تدفع بحاملة الطائرات فورد"), EventKind::Mobilize, "الولايات المتحدة", Some("USA")),
        by(undated("تراجع اهتمام روسيا بدعم مادورو"), EventKind::Retreat, "روسيا", Some("RUS")),
        by(undated("روسيا تنقل مراكز تنصت إلى نيكاراغوا"), EventKind::Cooperate, "روسيا", Some("RUS")),
    ];
    let links = vec![
        link(6, TlinkType::After, 1),
        link(10, TlinkType::Simultaneous, 9),
        link(11, TlinkType::IBefore, 10),
        link(0, TlinkType::Before, 10),
        link(3, TlinkType::Before, 0),
    ];
    extraction(Some("2025-11-01"), events, links)
}

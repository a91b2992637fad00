//! Cases of the extractor as data: `tests/extract/*.toml`, one text each, with what must be found in it, or that nothing may be.

use std::path::Path;

use serde::Deserialize;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::Moment;
use waqai::event::Timex;
use waqai::extract::{Options, extract};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// The publication date; none: unknown.
    published: Option<String>,
    /// The temporal expressions, each as `words = value`, and after it what else must hold: the type, the modifier, the
    /// bounds as `earliest..latest`, a star for none. An empty list: none may be found.
    timexes: Option<Vec<String>>,
    /// The events, each as `trigger KIND earliest..latest certainty`, a star for an unknown bound.
    events: Option<Vec<String>>,
    /// The titles of the events.
    #[serde(default)]
    titles: Vec<String>,
    /// Who takes part in each event and where it is, as `trigger: role name, place name`.
    who: Option<Vec<String>>,
    /// The codes of the warnings.
    warnings: Option<Vec<String>>,
    /// The modes of the events, a star for none.
    #[serde(default)]
    modes: Vec<String>,
    /// Links, each as `trigger TYPE trigger`.
    #[serde(default)]
    links: Vec<String>,
    /// The publication date that the text gives itself, as `value origin`; `unknown` where it gives none.
    dated: Option<String>,
    /// Nothing may be found.
    #[serde(default)]
    none: bool,
}

fn bound(bound: Option<Moment>) -> String {
    bound.map_or("*".to_owned(), |moment| moment.to_string())
}

/// What was found, said with those details that the case asks for; all of them where it differs.
fn as_wanted(timex: &Timex, text: &str, wanted: Option<&String>) -> String {
    let found = format!("{} = {}", timex.span.of(text), timex.value);
    let bounds = format!("{}..{}", bound(timex.bounds.earliest), bound(timex.bounds.latest));
    let details = [timex.timex_type.as_str(), timex.modifier.as_deref().unwrap_or_default(), &bounds];
    let Some(asked) = wanted.and_then(|wanted| wanted.strip_prefix(&found)) else { return found };
    if asked.split_whitespace().all(|detail| details.contains(&detail)) {
        format!("{found}{asked}")
    } else {
        format!("{found} {}", details.join(" "))
    }
}

fn check(file: &str, case: &Case) -> Vec<String> {
    let published = case.published.as_deref().map(|date| Published {
        value: Moment::parse(date).expect("the publication date of a case is a date"),
        origin: PublishedOrigin::Given,
    });
    let article = Article { text: case.text.clone(), published, ..Article::default() };
    let found = extract(&article, &Options::default());
    let mut wrong = Vec::new();
    let mut expect = |what: &str, wanted: &[String], got: Vec<String>| {
        if wanted != got {
            wrong.push(format!(
                "{file}: «{}»\n  {what}: wanted {wanted:?}\n  {}  found {got:?}",
                case.text,
                " ".repeat(what.len())
            ));
        }
    };
    let wanted_timexes = case.timexes.as_deref().unwrap_or_default();
    let timexes =
        found.timexes.iter().enumerate().map(|(n, timex)| as_wanted(timex, &case.text, wanted_timexes.get(n))).collect();
    let triggers: Vec<&str> = found.events.iter().map(|event| event.mention.trigger.of(&case.text)).collect();
    if (case.events.is_none() && case.titles.is_empty() && case.who.is_none()) || case.timexes.is_some() || case.none {
        expect("timexes", wanted_timexes, timexes);
    }
    if let Some(dated) = &case.dated {
        let got = found.published.map_or("unknown".to_owned(), |published| format!("{} {:?}", published.value, published.origin));
        expect("dated", &[dated.to_lowercase()], vec![got.to_lowercase()]);
    }
    let events = found.events.iter().zip(&triggers).map(|(event, trigger)| {
        let (earliest, latest) = (bound(event.when.bounds.earliest), bound(event.when.bounds.latest));
        format!("{trigger} {} {earliest}..{latest} {}", event.kind.as_str(), event.when.certainty.as_str())
    });
    if let Some(wanted) = &case.events {
        expect("events", wanted, events.collect());
    } else if case.none {
        expect("events", &[], events.collect());
    }
    if !case.titles.is_empty() {
        expect("titles", &case.titles, found.events.iter().map(|event| event.title.clone()).collect());
    }
    if let Some(who) = &case.who {
        let told = found.events.iter().zip(&triggers).map(|(event, trigger)| {
            let actors = event.actors.iter().map(|actor| format!("{} {}", actor.role.as_str(), actor.name));
            let places = event.places.iter().map(|place| format!("place {}", place.name));
            format!("{trigger}: {}", actors.chain(places).collect::<Vec<_>>().join(", "))
        });
        expect("who", who, told.collect());
    }
    if let Some(warnings) = &case.warnings {
        expect("warnings", warnings, found.warnings.iter().map(|warning| warning.code.to_string()).collect());
    }
    if !case.modes.is_empty() {
        expect("modes", &case.modes, found.events.iter().map(|event| event.mode.as_deref().unwrap_or("*").to_owned()).collect());
    }
    if !case.links.is_empty() {
        let name = |end| match end {
            waqai::event::LinkEnd::Event(id) => triggers[waqai::event::EventId::index(id)].to_owned(),
            waqai::event::LinkEnd::Timex(id) => format!("{id:?}"),
        };
        let links = found.tlinks.iter().map(|link| format!("{} {} {}", name(link.from), link.link_type.as_str(), name(link.to)));
        expect("links", &case.links, links.collect());
    }
    for event in &found.events {
        assert!(!event.when.explanation.is_empty(), "no event without an explanation: {}", event.title);
    }
    wrong
}

#[test]
fn every_case_gives_what_it_must() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extract");
    let mut n_cases = 0;
    let mut wrong = Vec::new();
    for entry in folder.read_dir().expect("the folder of cases") {
        let path = entry.expect("an entry of the folder").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file: File = toml::from_str(&std::fs::read_to_string(&path).expect("a file of cases"))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        n_cases += file.case.len();
        wrong.extend(file.case.iter().flat_map(|case| check(&name, case)));
    }
    assert!(n_cases > 0, "the folder holds cases");
    assert!(wrong.is_empty(), "{} of {n_cases} cases:\n{}", wrong.len(), wrong.join("\n"));
}

//! Whole articles, scored: which of their events are found, with which kind, and what is said of their time.
//! `tests/articles/README.md` says how they were annotated.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::Moment;
use waqai::event::Event;
use waqai::extract::{Options, extract};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gold {
    ref_date: String,
    events: Vec<GoldEvent>,
    relations: Vec<Relation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoldEvent {
    id: String,
    title: String,
    trigger: Trigger,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    alt_types: Vec<String>,
    earliest: Option<String>,
    latest: Option<String>,
    confidence: f64,
}

#[derive(Deserialize)]
struct Trigger {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Relation {
    from: String,
    rel: String,
    to: String,
}

/// What was counted, over one article or all.
#[derive(Default)]
struct Score {
    n_wanted: usize,
    n_wanted_found: usize,
    n_predicted: usize,
    n_found: usize,
    n_of_kind: usize,
    n_sound: usize,
    n_dated: usize,
    n_dated_exact: usize,
}

fn share(part: usize, whole: usize) -> f64 {
    let exact = |n: usize| f64::from(u32::try_from(n).expect("an article has fewer events"));
    if whole == 0 { 1.0 } else { exact(part) / exact(whole) }
}

impl Score {
    fn f1(&self) -> f64 {
        let precision = share(self.n_found, self.n_predicted);
        let recall = share(self.n_wanted_found, self.n_wanted);
        2.0 * precision * recall / (precision + recall).max(f64::EPSILON)
    }

    fn add(&mut self, other: &Self) {
        self.n_wanted += other.n_wanted;
        self.n_wanted_found += other.n_wanted_found;
        self.n_predicted += other.n_predicted;
        self.n_found += other.n_found;
        self.n_of_kind += other.n_of_kind;
        self.n_sound += other.n_sound;
        self.n_dated += other.n_dated;
        self.n_dated_exact += other.n_dated_exact;
    }

    fn line(&self, name: &str) -> String {
        format!(
            "{name:<10} F1 {:.3} ({} of {} wanted, {} told)  kind {:.3}  sound {:.3}  dated exact {:.3}",
            self.f1(),
            self.n_wanted_found,
            self.n_wanted,
            self.n_predicted,
            share(self.n_of_kind, self.n_found),
            share(self.n_sound, self.n_found),
            share(self.n_dated_exact, self.n_dated),
        )
    }
}

/// The events of an article, mentions joined by IDENTITY together.
fn clusters(gold: &Gold) -> Vec<Vec<&GoldEvent>> {
    let mut group: BTreeMap<&str, usize> = gold.events.iter().enumerate().map(|(i, event)| (event.id.as_str(), i)).collect();
    for relation in gold.relations.iter().filter(|relation| relation.rel == "IDENTITY") {
        let (a, b) = (group[relation.from.as_str()], group[relation.to.as_str()]);
        group.values_mut().filter(|place| **place == b).for_each(|place| *place = a);
    }
    let mut out: BTreeMap<usize, Vec<&GoldEvent>> = BTreeMap::new();
    for event in &gold.events {
        out.entry(group[event.id.as_str()]).or_default().push(event);
    }
    out.into_values().collect()
}

fn bounds(event: &Event) -> (Option<String>, Option<String>) {
    let day = |moment: Option<Moment>| moment.map(|moment| moment.to_string()[..10].to_owned());
    (day(event.when.bounds.earliest), day(event.when.bounds.latest))
}

/// Whether the bounds claim nothing false: they contain the annotated ones.
fn is_sound(gold: &GoldEvent, (low, high): &(Option<String>, Option<String>)) -> bool {
    let low_holds = low.is_none() || gold.earliest.is_some() && *low <= gold.earliest;
    let high_holds = high.is_none() || gold.latest.is_some() && *high >= gold.latest;
    low_holds && high_holds
}

fn is_exact(gold: &GoldEvent, bounds: &(Option<String>, Option<String>)) -> bool {
    (&gold.earliest, &gold.latest) == (&bounds.0, &bounds.1)
}

/// Counts what is found in an article; bounds that claim something false go into `report`.
fn score(name: &str, text: &str, gold: &Gold, report: &mut Vec<String>) -> Score {
    let published =
        Published { value: Moment::parse(&gold.ref_date).expect("a reference date is a date"), origin: PublishedOrigin::Given };
    let article = Article { text: text.to_owned(), published: Some(published), ..Article::default() };
    let events = extract(&article, &Options::default()).events;
    let byte: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let groups = clusters(gold);
    let mut pairs = Vec::new();
    for (group, mentions) in groups.iter().enumerate() {
        for (mention, wanted) in mentions.iter().enumerate() {
            for (place, event) in events.iter().enumerate() {
                for told in std::iter::once(&event.mention).chain(&event.other_mentions) {
                    let start = told.trigger.start.max(byte[wanted.trigger.start]);
                    let end = told.trigger.end.min(byte[wanted.trigger.end]);
                    if start < end {
                        pairs.push((std::cmp::Reverse(end - start), group, place, mention));
                    }
                }
            }
        }
    }
    pairs.sort_unstable();
    let is_wanted = |group: usize| groups[group].iter().any(|event| event.confidence >= 0.5);
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    let mut used = std::collections::BTreeSet::new();
    let touched: std::collections::BTreeSet<usize> = pairs.iter().map(|pair| pair.2).collect();
    let mut score = Score::default();
    for &(_, group, place, _) in &pairs {
        if found.contains_key(&group) || used.contains(&place) {
            continue;
        }
        found.insert(group, place);
        used.insert(place);
        let told = bounds(&events[place]);
        let kind = events[place].kind.as_str();
        let best = groups[group]
            .iter()
            .max_by_key(|event| (is_exact(event, &told), is_sound(event, &told)))
            .expect("a group has a mention");
        score.n_found += 1;
        score.n_of_kind +=
            usize::from(groups[group].iter().any(|event| event.kind == kind || event.alt_types.iter().any(|alt| alt == kind)));
        score.n_sound += usize::from(is_sound(best, &told));
        if !is_sound(best, &told) {
            report.push(format!("{name}: «{}» is {:?}..{:?}, told as {told:?}", best.title, best.earliest, best.latest));
        }
        if best.earliest.is_some() || best.latest.as_deref() != Some(gold.ref_date.as_str()) {
            score.n_dated += 1;
            score.n_dated_exact += usize::from(is_exact(best, &told));
        }
    }
    score.n_predicted = (0..events.len()).filter(|place| used.contains(place) || !touched.contains(place)).count();
    for group in (0..groups.len()).filter(|&group| is_wanted(group)) {
        score.n_wanted += 1;
        score.n_wanted_found += usize::from(found.contains_key(&group));
    }
    score
}

#[test]
fn the_events_of_whole_articles_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder of articles can be listed")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".txt").map(str::to_owned))
        .collect();
    names.sort();
    assert_eq!(names.len(), 15, "{names:?}");
    let mut all = Score::default();
    let mut report = Vec::new();
    for name in &names {
        let read =
            |ending: &str| std::fs::read_to_string(folder.join(format!("{name}.{ending}"))).expect("an article can be read");
        let gold: Gold = serde_json::from_str(&read("events.json")).expect("an annotation is well formed");
        let one = score(name, &read("txt"), &gold, &mut report);
        report.push(one.line(name));
        all.add(&one);
    }
    report.push(all.line("all"));
    let report = report.join("\n");
    assert!(all.f1() >= 0.93, "events\n{report}");
    assert!(share(all.n_of_kind, all.n_found) >= 0.95, "kinds\n{report}");
    assert!(share(all.n_sound, all.n_found) >= 0.98, "bounds\n{report}");
    assert!(share(all.n_dated_exact, all.n_dated) >= 0.75, "dates\n{report}");
}

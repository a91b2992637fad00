//! What passes which filter.

use super::*;
use crate::base::WrittenTime;
use crate::event::TableRow;
use crate::timeline::sample::{article, at, by, event, moment, on, ordered, undated};

fn passing(filter: &Filter, events: &[Event]) -> Vec<usize> {
    let sifted = filter.sift(events);
    let ids: Vec<usize> = (0..events.len()).filter(|&at| sifted.passes[at]).collect();
    assert_eq!(ids.len(), sifted.n_passed);
    ids
}

fn filter(conditions: Vec<Condition>) -> Filter {
    let mut filter = Filter::default();
    conditions.into_iter().for_each(|condition| filter.toggle(condition));
    filter
}

fn who(id: Option<&str>, name: &str) -> Condition {
    Condition::Actor(Who { id: id.map(str::to_owned), name: name.to_owned() })
}

fn between(start: &str, end: &str) -> Condition {
    Condition::Time(TimeRange { start: moment(start).start(), end: moment(end).end() })
}

#[test]
fn without_a_condition_all_pass() {
    let events = article().events;
    assert_eq!(passing(&Filter::default(), &events).len(), events.len());
}

#[test]
fn of_one_aspect_any_holds_and_of_several_all() {
    let events = article().events;
    let two = filter(vec![Condition::Kind(EventKind::Sanction), Condition::Kind(EventKind::Assault)]);
    assert_eq!(passing(&two, &events), [0, 1]);
    let both = filter(vec![Condition::Kind(EventKind::Reject), who(Some("RUS"), "موسكو")]);
    assert_eq!(passing(&both, &events), [12]);
    let none = filter(vec![Condition::Kind(EventKind::Assault), who(Some("RUS"), "روسيا")]);
    assert_eq!(passing(&none, &events), Vec::<usize>::new());
}

#[test]
fn a_state_is_known_by_its_id_and_others_by_their_names() {
    let kind = EventKind::Other;
    let events =
        [by(on("2025-01-01"), kind, "واشنطن", Some("USA")), by(on("2025-01-01"), kind, "واشنطن", None), on("2025-01-01")];
    assert_eq!(passing(&filter(vec![who(Some("USA"), "أمريكا")]), &events), [0]);
    assert_eq!(passing(&filter(vec![who(None, "واشنطن")]), &events), [1]);
}

#[test]
fn places_certainty_and_modality_are_asked_for_too() {
    let mut planned = at(on("2025-01-01"), "صنعاء");
    planned.modality = Modality::Planned;
    let events = [planned, at(undated("u"), "صنعاء"), at(on("2025-01-02"), "عدن")];
    let place = Condition::Place("صنعاء".to_owned());
    assert_eq!(passing(&filter(vec![place.clone()]), &events), [0, 1]);
    assert_eq!(passing(&filter(vec![place.clone(), Condition::Certainty(Certainty::Exact)]), &events), [0]);
    assert_eq!(passing(&filter(vec![Condition::Modality(Modality::Planned)]), &events), [0]);
    assert_eq!(passing(&filter(vec![place.clone(), place]), &events).len(), 3, "the second one takes the first away");
}

#[test]
fn what_may_have_happened_in_a_range_passes() {
    use Certainty::{Bounded, OneSided, Ongoing};
    let events = [
        event("inside", Bounded, Some("2025-03-01"), Some("2025-03-31")),
        event("across", Bounded, Some("2024-12-01"), Some("2025-03-05")),
        event("until", OneSided, None, Some("2024-12-31")),
        event("since", OneSided, Some("2024-12-31"), None),
        event("ongoing", Ongoing, Some("2025-01-15"), Some("2025-01-15")),
        on("2025-04-01"),
    ];
    assert_eq!(passing(&filter(vec![between("2025-03-01", "2025-03-31")]), &events), [0, 1, 3, 4]);
    assert_eq!(passing(&filter(vec![between("2024-12-31", "2024-12-31")]), &events), [1, 2, 3]);
}

#[test]
fn what_nothing_dates_is_counted_apart() {
    let events = [on("2025-04-01"), undated("u"), ordered("o"), by(undated("a"), EventKind::Aid, "أ", None)];
    let sifted = filter(vec![between("2025-04-01", "2025-04-01")]).sift(&events);
    assert_eq!((sifted.n_passed, sifted.n_undated), (1, 3));
    // Another condition excludes some of them for sure.
    let sifted = filter(vec![between("2025-04-01", "2025-04-01"), Condition::Kind(EventKind::Aid)]).sift(&events);
    assert_eq!((sifted.n_passed, sifted.n_undated), (0, 1));
}

#[test]
fn conditions_of_an_aspect_stand_together_and_a_range_replaces_the_last() {
    let mut filter =
        filter(vec![between("2025-01-01", "2025-01-02"), Condition::Kind(EventKind::Aid), who(None, "أ"), who(None, "ب")]);
    filter.toggle(Condition::Kind(EventKind::Agree));
    filter.toggle(between("2025-02-01", "2025-02-02"));
    let aspects: Vec<Aspect> = filter.conditions().iter().map(Condition::aspect).collect();
    assert_eq!(aspects, [Aspect::Kind, Aspect::Kind, Aspect::Actor, Aspect::Actor, Aspect::Time]);
    assert_eq!(filter.time().map(|range| range.start), Some(moment("2025-02-01").start()));
    filter.clear();
    assert!(filter.is_empty());
}

#[test]
fn words_are_found_as_readers_search_in_titles_and_actors() {
    let words = |words| Condition::Words(Words::new(words).expect("words"));
    let events =
        [on("2025-01-01"), by(on("2025-01-01"), EventKind::Other, "أحمد", None), event("قمّة", Certainty::Exact, None, None)];
    assert_eq!(passing(&filter(vec![words("احمد")]), &events), [1]);
    assert_eq!(passing(&filter(vec![words("قمه")]), &events), [2]);
    assert_eq!(filter(vec![words("قمه"), words("احمد")]).conditions(), [words("أحمد")], "the last text replaces the others");
    assert_eq!(Words::new(" \u{64B}"), None);
}

#[test]
fn rows_of_a_table_are_asked_for_by_lane_words_certainty_and_time() {
    let mut table = EventTable::default();
    let lanes = ["بيروت", "دمشق"].map(|name| table.add_lane(name.to_owned()));
    for (title, day, lane, is_vague) in
        [("قمة", "2024-05-01", lanes[0], false), ("اتفاق", "2024-05-20", lanes[1], false), ("غارة", "2024-06", None, true)]
    {
        let time = WrittenTime::parse(day).expect("a time").range;
        table.push_detailed(title, "في الصباح", TableRow { time, is_vague, lane });
    }
    let passing = |condition: Condition| {
        let sifted = filter(vec![condition]).sift_rows(&table);
        (0..3).filter(|at| sifted.passes(EventId(*at))).collect::<Vec<u32>>()
    };
    assert_eq!(passing(Condition::Lane("دمشق".to_owned())), [1]);
    assert_eq!(passing(Condition::Words(Words::new("قمه").expect("words"))), [0]);
    assert_eq!(passing(Condition::Words(Words::new("الصباح").expect("words"))), [0, 1, 2]);
    assert_eq!(passing(Condition::Certainty(Certainty::Bounded)), [2]);
    assert_eq!(passing(between("2024-05-20", "2024-06-10")), [1, 2]);
    assert_eq!(passing(Condition::Kind(EventKind::Other)), Vec::<u32>::new());
}

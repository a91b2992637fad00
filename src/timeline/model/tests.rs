//! Where events are placed.

use super::*;
use crate::base::Bounds;
use crate::event::{Certainty, TlinkType};
use crate::timeline::filter::{Condition, Filter};
use crate::timeline::lanes::LaneTitle;
use crate::timeline::sample::{article, at, by, event, extraction, link, moment, on, ordered, undated};

fn id(index: u32) -> EventId {
    EventId(index)
}

fn column(model: &Model) -> Vec<u32> {
    model.column().iter().map(|item| item.event.0).collect()
}

fn extent(model: &Model, index: u32) -> Extent {
    model.item_of(id(index)).expect("an item").extent
}

#[test]
fn every_event_stands_on_the_axis_or_in_the_column() {
    let extraction = article();
    let model = Model::new(&extraction, LaneGrouping::Actor);
    assert_eq!(model.axis().len() + model.column().len(), extraction.events.len());
    for (index, event) in extraction.events.iter().enumerate() {
        let place = model.place_of(EventId(u32::try_from(index).expect("a small index")));
        let undated = event.when.certainty == Certainty::Undated;
        assert_eq!(matches!(place, Some(Place::Column(_))), undated, "{}", event.title);
    }
}

#[test]
fn the_column_follows_links_and_else_the_order_of_reading() {
    // Of the article: 11 is just before 10, so it is pulled up above it.
    assert_eq!(column(&Model::new(&article(), LaneGrouping::Actor)), [7, 8, 9, 11, 10, 12, 13, 14, 15, 16, 17, 18]);
    let events = || (0..4).map(|at| undated(&at.to_string())).collect();
    let of = |links| column(&Model::new(&extraction(None, events(), links), LaneGrouping::None));
    assert_eq!(of(vec![]), [0, 1, 2, 3]);
    assert_eq!(of(vec![link(0, TlinkType::After, 3), link(3, TlinkType::After, 2)]), [2, 3, 0, 1]);
}

#[test]
fn a_plan_without_a_date_is_not_said_to_lie_before_publication() {
    let plan = event("a plan", Certainty::Undated, None, None);
    let before = |published, events| {
        Model::new(&extraction(published, events, Vec::new()), LaneGrouping::None).is_column_before_publication()
    };
    assert!(before(Some("2025-11-01"), vec![undated("told as past")]));
    assert!(!before(Some("2025-11-01"), vec![undated("told as past"), plan]));
    assert!(!before(None, vec![undated("told as past")]));
}

#[test]
fn a_circle_of_links_loses_no_event() {
    let events = (0..3).map(|at| undated(&at.to_string())).collect();
    let links = vec![link(0, TlinkType::Before, 1), link(1, TlinkType::Before, 2), link(2, TlinkType::Before, 0)];
    let model = Model::new(&extraction(None, events, links), LaneGrouping::None);
    let mut ids = column(&model);
    ids.sort_unstable();
    assert_eq!(ids, [0, 1, 2]);
}

#[test]
fn a_link_to_nowhere_is_no_link() {
    let links = vec![link(0, TlinkType::After, 9), link(9, TlinkType::Before, 0)];
    let model = Model::new(&extraction(None, vec![undated("a")], links), LaneGrouping::None);
    assert_eq!(column(&model), [0]);
    assert!(model.linked(id(0)).is_empty());
}

#[test]
fn an_ordered_event_stands_among_dated_neighbours_only() {
    let events = vec![on("2025-10-01"), on("2025-10-20"), ordered("between"), ordered("after an undated one"), undated("u")];
    let links = vec![link(2, TlinkType::After, 0), link(1, TlinkType::After, 2), link(3, TlinkType::After, 4)];
    let model = Model::new(&extraction(Some("2025-11-01"), events, links), LaneGrouping::None);
    let between = Extent::Ordered { after: Some(moment("2025-10-01").end()), before: Some(moment("2025-10-20").start()) };
    assert_eq!(extent(&model, 2), between);
    assert_eq!(column(&model), [4, 3]);
}

#[test]
fn contradicting_neighbours_keep_the_earlier_side() {
    let events = vec![on("2025-10-01"), on("2025-10-20"), ordered("contradiction")];
    let links = vec![link(2, TlinkType::Before, 0), link(2, TlinkType::After, 1)];
    let model = Model::new(&extraction(None, events, links), LaneGrouping::None);
    assert_eq!(extent(&model, 2), Extent::Ordered { after: Some(moment("2025-10-20").end()), before: None });
}

#[test]
fn each_certainty_has_its_extent() {
    let mut since = event("since", Certainty::Ongoing, Some("2025-11-01"), Some("2025-11-01"));
    since.when.begin = Some(Bounds::between(moment("2025-03-01"), moment("2025-03-31")));
    let events = vec![
        on("2025-10-01"),
        event("bounded", Certainty::Bounded, Some("2025-09-01"), Some("2025-09-30")),
        event("from", Certainty::OneSided, Some("2025-09-01"), None),
        event("until", Certainty::OneSided, None, Some("2025-09-30")),
        since,
        event("ongoing", Certainty::Ongoing, Some("2025-11-01"), Some("2025-11-01")),
    ];
    let model = Model::new(&extraction(Some("2025-11-01"), events, Vec::new()), LaneGrouping::None);
    let range = |start: &str, end: &str| TimeRange { start: moment(start).start(), end: moment(end).end() };
    let published = moment("2025-11-01").end();
    assert_eq!(extent(&model, 0), Extent::Exact(range("2025-10-01", "2025-10-01")));
    assert_eq!(extent(&model, 1), Extent::Bounded(range("2025-09-01", "2025-09-30")));
    assert_eq!(extent(&model, 2), Extent::From { at: moment("2025-09-01").start(), limit: None });
    assert_eq!(extent(&model, 3), Extent::Until { at: moment("2025-09-30").end(), limit: None });
    assert_eq!(extent(&model, 4), Extent::OngoingSince { begin: range("2025-03-01", "2025-03-31"), published });
    assert_eq!(extent(&model, 5), Extent::Ongoing { published });
}

fn lane_names(model: &Model) -> Vec<String> {
    let name = |title: &LaneTitle| match title {
        LaneTitle::Name(name) => name.clone(),
        other => format!("{other:?}"),
    };
    model.lanes().iter().map(|lane| format!("{} {}", name(&lane.title), lane.n_events)).collect()
}

#[test]
fn lanes_stand_by_their_number_of_events_and_the_rest_comes_last() {
    let events = vec![
        on("2025-10-01"),
        on("2025-10-02"),
        on("2025-10-03"),
        by(on("2025-10-04"), EventKind::Aid, "الصليب الأحمر", None),
        by(on("2025-10-05"), EventKind::Assault, "القوات الأمريكية", Some("USA")),
        by(on("2025-10-06"), EventKind::Assault, "واشنطن", Some("USA")),
        by(on("2025-10-07"), EventKind::Assault, "واشنطن", Some("USA")),
        by(undated("column"), EventKind::Consult, "طهران", Some("IRN")),
    ];
    let lanes = |grouping| lane_names(&Model::new(&extraction(None, events.clone(), Vec::new()), grouping));
    assert_eq!(lanes(LaneGrouping::Actor), ["واشنطن 3", "الصليب الأحمر 1", "Others 3"]);
    assert_eq!(lanes(LaneGrouping::Kind), ["Kind(Assault) 6", "Kind(Aid) 1"]);
    assert_eq!(lanes(LaneGrouping::None), ["All 7"]);
    let placed = vec![at(on("2025-10-01"), "غزة"), on("2025-10-02")];
    let model = Model::new(&extraction(None, placed, Vec::new()), LaneGrouping::Place);
    assert_eq!(lane_names(&model), ["غزة 1", "Others 1"]);
}

#[test]
fn there_are_never_more_lanes_than_can_be_scrolled_through() {
    let events = (0..1_000).map(|at| by(on("2025-10-01"), EventKind::Aid, &format!("جهة {}", at % 700), None)).collect();
    let model = Model::new(&extraction(None, events, Vec::new()), LaneGrouping::Actor);
    assert_eq!(model.lanes().len(), 400);
    let last = model.lanes().last().map(|lane| (&lane.title, lane.n_events));
    // 300 of the names stand twice, 400 once; 399 lanes have names of their own.
    assert_eq!(last, Some((&LaneTitle::Rest, 1_000 - 300 * 2 - 99)));
    assert_eq!((0..400).map(|lane| model.axis().lane(lane).len()).sum::<usize>(), 1_000);
}

#[test]
fn what_does_not_pass_is_hidden_and_the_axis_stays() {
    let extraction = article();
    let all = Model::new(&extraction, LaneGrouping::Actor);
    let mut filter = Filter::default();
    filter.toggle(Condition::Kind(EventKind::Cooperate));
    let sifted = filter.sift(&extraction.events);
    let some = Model::arranged(&extraction, LaneGrouping::Actor, &Arrangement::default(), Some(&sifted));
    assert_eq!(lane_names(&some), ["روسيا 2"]);
    assert_eq!(column(&some), [10, 15, 18]);
    assert!(!some.column()[0].linked_to_previous, "what it was linked to is hidden");
    assert_eq!((some.domain(), some.folds()), (all.domain(), all.folds()));
    for at in 0..19 {
        assert_eq!(some.place_of(id(at)).is_some(), sifted.passes(id(at)), "{at}");
    }
}

#[test]
fn lanes_stand_as_they_were_arranged() {
    let extraction = article();
    let all = Model::new(&extraction, LaneGrouping::Actor);
    let keys: Vec<_> = all.lanes().iter().map(|lane| lane.key.clone()).collect();
    let mut arrangement = Arrangement::default();
    arrangement.put(&keys[2], 0, &keys);
    arrangement.toggle_collapsed(&keys[0]);
    let model = Model::arranged(&extraction, LaneGrouping::Actor, &arrangement, None);
    assert_eq!(lane_names(&model), ["فنزويلا 2", "الولايات المتحدة 3", "روسيا 2"]);
    let collapsed: Vec<bool> = model.lanes().iter().map(|lane| lane.collapsed).collect();
    assert_eq!(collapsed, [false, true, false]);
    assert_eq!(model.item_of(id(0)).map(|item| item.lane), Some(1));
    arrangement.hide(keys[0].clone(), all.lanes()[0].title.clone());
    let model = Model::arranged(&extraction, LaneGrouping::Actor, &arrangement, None);
    assert_eq!(lane_names(&model), ["فنزويلا 2", "روسيا 2"]);
    assert_eq!(model.place_of(id(0)), None);
    assert_eq!(model.domain(), all.domain());
}

#[test]
fn each_row_of_a_table_stands_on_the_axis_in_its_lane() {
    use crate::event::{EventTable, TableRow};
    let mut table = EventTable::default();
    let war = table.add_lane("حرب".to_owned());
    let range = |start: &str, end: &str| TimeRange { start: moment(start).start(), end: moment(end).end() };
    table.push("غارة", TableRow { time: range("2024-01-05", "2024-01-05"), is_vague: false, lane: war });
    table.push("في السنة", TableRow { time: range("2023-01-01", "2023-12-31"), is_vague: true, lane: None });
    table.push("هدنة", TableRow { time: range("2024-02-01", "2024-02-07"), is_vague: false, lane: war });
    let model = Model::of_table(&table, LaneGrouping::Actor, &Arrangement::default(), None);
    let lanes: Vec<_> = model.lanes().iter().map(|lane| (lane.title.clone(), lane.n_events)).collect();
    assert_eq!(lanes, [(LaneTitle::Name("حرب".to_owned()), 2), (LaneTitle::Rest, 1)]);
    assert_eq!(extent(&model, 0), Extent::Exact(range("2024-01-05", "2024-01-05")));
    assert_eq!(extent(&model, 1), Extent::Bounded(range("2023-01-01", "2023-12-31")));
    assert_eq!(model.title(id(2)), "هدنة");
    let one = Model::of_table(&table, LaneGrouping::None, &Arrangement::default(), None);
    assert_eq!(one.lanes().iter().map(|lane| lane.n_events).collect::<Vec<_>>(), [3]);
}

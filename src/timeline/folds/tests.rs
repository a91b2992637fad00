//! Which gaps are folded.

use super::*;
use crate::event::Event;
use crate::timeline::sample::{article, extraction, moment, on};
use crate::timeline::{LaneGrouping, Model};

fn folds(published: Option<&str>, events: Vec<Event>) -> Vec<TimeRange> {
    Model::new(&extraction(published, events, Vec::new()), LaneGrouping::None).folds().to_vec()
}

fn days(list: &[&str]) -> Vec<Event> {
    list.iter().map(|day| on(day)).collect()
}

#[test]
fn a_long_gap_between_two_times_is_folded_and_counted() {
    let model = Model::new(&article(), LaneGrouping::Actor);
    assert_eq!(model.folds().len(), 1);
    let fold = model.folds()[0];
    assert!(fold.start > moment("2023-12-31").end() && fold.end < moment("2025-09-01").start());
    let message = fold_message(fold);
    assert_eq!(message.key, "timeline-folded-months");
    assert_eq!(message.args, [("count".into(), Arg::Number(19))]);
}

#[test]
fn years_that_an_article_names_in_passing_do_not_squash_last_week() {
    let folds = folds(Some("2025-11-01"), days(&["1948-05-14", "2023-10-07", "2025-10-25", "2025-10-26", "2025-10-30"]));
    assert_eq!(folds.len(), 2);
    let message = fold_message(folds[0]);
    assert_eq!((message.key.as_ref(), &message.args[0].1), ("timeline-folded-years", &Arg::Number(75)));
}

#[test]
fn even_distances_are_not_folded() {
    let months: Vec<String> = (1..=12).map(|month| format!("2024-{month:02}-10")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    assert_eq!(folds(None, days(&months)), []);
    assert_eq!(folds(None, days(&["2005-01-01", "2010-01-01", "2015-01-01", "2020-01-01"])), []);
}

#[test]
fn a_few_weeks_are_never_folded() {
    assert_eq!(folds(Some("2025-11-01"), days(&["2025-09-01", "2025-09-02", "2025-09-03"])), []);
    assert_eq!(folds(None, Vec::new()), []);
    assert_eq!(folds(None, days(&["2025-09-01"])), []);
}

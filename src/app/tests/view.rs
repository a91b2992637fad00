//! How an article is looked at is kept in its project.

use std::fs;

use eframe::egui::Context;

use super::editing::{Folder, id, open, opened, save};
use super::{command, frame};
use crate::app::core::Core;
use crate::base::{TimePoint, TimeRange};
use crate::event::{Certainty, EventKind, Modality};
use crate::project;
use crate::timeline::filter::{Condition, Who, Words};
use crate::timeline::{LaneGrouping, LaneKey, LaneTitle, Others};
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};
use crate::ui::testing::settle;

fn still_frame(core: &mut Core) {
    core.state.is_motion_reduced = true;
    settle(&mut core.state);
    frame(core, &Context::default(), Vec::new());
}

#[test]
fn the_time_in_view_is_kept_in_the_project() {
    let folder = Folder::new("view");
    let path = folder.file("a.waqai");
    let mut core = opened(&folder);
    still_frame(&mut core);
    let range = |core: &Core| core.views.get(id(core)).and_then(|views| views.timeline.range());
    assert_eq!(range(&core), None, "all of it is in view");
    command(&mut core, Command::Ui(UiCommand::ZoomIn));
    still_frame(&mut core);
    save(&mut core, &path);
    let project = project::load(&fs::read(&path).expect("a file")).expect("a project");
    let (start, end) = project.view.range.expect("a range");
    let mut again = super::core();
    open(&mut again, &path);
    still_frame(&mut again);
    let shown = range(&again).expect("not all of it");
    let tolerance = (end - start) / 50;
    assert!((shown.start.0 - start).abs() <= tolerance && (shown.end.0 - end).abs() <= tolerance, "{shown:?}");
}

#[test]
fn filters_and_lanes_and_open_folds_are_kept_in_the_project() {
    let folder = Folder::new("looked-at");
    let path = folder.file("a.waqai");
    let mut core = opened(&folder);
    let who = Who { id: Some("FRA".to_owned()), name: "باريس".to_owned() };
    let range = TimeRange { start: TimePoint(0), end: TimePoint(86_400) };
    let lane = |name: &str| LaneKey::Name(name.to_owned());
    let (actor, kind) = (LaneGrouping::Actor, LaneGrouping::Kind);
    let changes = [
        Change::Toggle(Condition::Kind(EventKind::Protest)),
        Change::Toggle(Condition::Actor(who)),
        Change::Toggle(Condition::Place("طرابلس".to_owned())),
        Change::Toggle(Condition::Certainty(Certainty::OneSided)),
        Change::Toggle(Condition::Modality(Modality::Denied)),
        Change::Toggle(Condition::Time(range)),
        Change::Toggle(Condition::Words(Words::new("ميناء").expect("words"))),
        Change::SetOthers(Others::Hidden),
        Change::ToggleLane(actor, lane("أ")),
        Change::HideLane(actor, LaneKey::Id("FRA".to_owned()), LaneTitle::Name("باريس".to_owned())),
        Change::HideLane(kind, LaneKey::Others, LaneTitle::Rest),
        Change::PutLane(actor, lane("ب"), 0, vec![lane("أ"), lane("ب")]),
        Change::ToggleList,
    ];
    changes.into_iter().for_each(|change| command(&mut core, Command::Browse(change)));
    let unfolded = vec![TimeRange { start: TimePoint(5), end: TimePoint(9) }];
    let tab = id(&core);
    core.views.of(tab).timeline.restore(None, unfolded.clone());
    still_frame(&mut core);
    save(&mut core, &path);
    let mut again = super::core();
    open(&mut again, &path);
    let before = super::core().state.browse.choices(actor);
    assert_ne!(core.state.browse.choices(actor), before, "something was chosen");
    still_frame(&mut again);
    for lanes in LaneGrouping::ALL {
        assert_eq!(again.state.browse.choices(lanes), core.state.browse.choices(lanes));
    }
    assert_eq!(again.views.get(id(&again)).map(|views| views.timeline.unfolded().to_vec()), Some(unfolded));
}

//! How an article is looked at: into its project, and from there to the window again.

use super::core::Core;
use crate::base::{Direction, TimePoint, TimeRange};
use crate::project::{Arranged, Asked, LaneName, View};
use crate::timeline::filter::{Condition, Who, Words};
use crate::timeline::{Arrangement, LaneGrouping, LaneKey, LaneTitle, Others};
use crate::ui::browse::{Browse, Left};
use crate::ui::tabs::TabId;

impl Core {
    /// How the article of a tab is looked at.
    pub(super) fn view_of(&self, id: TabId) -> View {
        let state = &self.state;
        let timeline = self.views.get(id).map(|views| &views.timeline);
        let range = timeline.and_then(|timeline| timeline.range()).map(pair);
        let unfolded = timeline.map(|timeline| timeline.unfolded().iter().copied().map(pair).collect()).unwrap_or_default();
        let time = if state.time_direction.is_rtl() { "rtl" } else { "ltr" };
        let browse = state.browse_of(id);
        View {
            lanes: Some(state.lanes.as_str().to_owned()),
            time: Some(time.to_owned()),
            range,
            is_list: browse.is_list(),
            unfolded,
            asked: browse.filter().conditions().iter().filter_map(asked).collect(),
            hides_others: browse.filter().others == Others::Hidden,
            arranged: LaneGrouping::ALL.into_iter().filter_map(|lanes| arranged(browse, lanes)).collect(),
        }
    }

    /// Looks at the article of a tab as its project says.
    pub(super) fn show_view(&mut self, id: TabId, view: &View) {
        if let Some(lanes) = view.lanes.as_deref().and_then(LaneGrouping::named) {
            self.state.lanes = lanes;
        }
        // The person's own choice, which is kept, stays as it was: this is how the project was left.
        self.state.time_direction = match view.time.as_deref() {
            Some("rtl") => Direction::RightToLeft,
            Some("ltr") => Direction::LeftToRight,
            _ => self.state.time_direction,
        };
        let unfolded = view.unfolded.iter().copied().filter_map(range).collect();
        self.views.of(id).timeline.restore(view.range.and_then(range), unfolded);
        let mut left = Left { is_list: view.is_list, ..Left::default() };
        view.asked.iter().filter_map(condition).for_each(|condition| left.filter.toggle(condition));
        left.filter.others = if view.hides_others { Others::Hidden } else { Others::Dimmed };
        for arranged in &view.arranged {
            let lanes = LaneGrouping::named(&arranged.lanes);
            lanes.into_iter().for_each(|lanes| left.arrangements[lanes.index()] = arrangement(arranged));
        }
        if let Some(browse) = self.state.browse_of_mut(id) {
            browse.restore(left);
        }
    }
}

fn pair(range: TimeRange) -> (i64, i64) {
    (range.start.0, range.end.0)
}

fn range((start, end): (i64, i64)) -> Option<TimeRange> {
    (start < end).then_some(TimeRange { start: TimePoint(start), end: TimePoint(end) })
}

/// `None` for what no article can be asked for: the lanes of a table.
fn asked(condition: &Condition) -> Option<Asked> {
    Some(match condition {
        Condition::Words(words) => Asked::Words(words.as_str().to_owned()),
        Condition::Kind(kind) => Asked::Kind(*kind),
        Condition::Actor(who) => Asked::Actor { name: who.name.clone(), id: who.id.clone() },
        Condition::Place(place) => Asked::Place(place.clone()),
        Condition::Certainty(certainty) => Asked::Certainty(*certainty),
        Condition::Modality(modality) => Asked::Modality(*modality),
        Condition::Time(time) => Asked::Time(time.start.0, time.end.0),
        Condition::Lane(_) => return None,
    })
}

fn condition(asked: &Asked) -> Option<Condition> {
    Some(match asked {
        Asked::Words(words) => Condition::Words(Words::new(words)?),
        Asked::Kind(kind) => Condition::Kind(*kind),
        Asked::Actor { name, id } => Condition::Actor(Who { name: name.clone(), id: id.clone() }),
        Asked::Place(place) => Condition::Place(place.clone()),
        Asked::Certainty(certainty) => Condition::Certainty(*certainty),
        Asked::Modality(modality) => Condition::Modality(*modality),
        Asked::Time(start, end) => Condition::Time(range((*start, *end))?),
    })
}

/// What was made of the lanes of a grouping; `None` where that is nothing.
fn arranged(browse: &Browse, lanes: LaneGrouping) -> Option<Arranged> {
    let arrangement = browse.arrangement(lanes);
    let names = |keys: &[LaneKey]| keys.iter().map(name).collect();
    (*arrangement != Arrangement::default()).then(|| Arranged {
        lanes: lanes.as_str().to_owned(),
        order: names(arrangement.order()),
        collapsed: names(arrangement.collapsed()),
        hidden: arrangement.hidden().iter().map(|(key, title)| (name(key), title_name(title))).collect(),
    })
}

fn arrangement(arranged: &Arranged) -> Arrangement {
    let keys = |names: &[LaneName]| names.iter().map(key).collect();
    let hidden = arranged.hidden.iter().map(|(lane, called)| (key(lane), title(called))).collect();
    Arrangement::new(keys(&arranged.order), keys(&arranged.collapsed), hidden)
}

fn name(key: &LaneKey) -> LaneName {
    match key {
        LaneKey::Id(id) => LaneName::Id(id.clone()),
        LaneKey::Name(name) => LaneName::Name(name.clone()),
        LaneKey::Kind(kind) => LaneName::Kind(*kind),
        LaneKey::Others => LaneName::Others,
        LaneKey::All => LaneName::All,
    }
}

fn key(name: &LaneName) -> LaneKey {
    match name {
        LaneName::Id(id) => LaneKey::Id(id.clone()),
        LaneName::Name(name) => LaneKey::Name(name.clone()),
        LaneName::Kind(kind) => LaneKey::Kind(*kind),
        LaneName::Others | LaneName::Rest => LaneKey::Others,
        LaneName::All => LaneKey::All,
    }
}

fn title_name(title: &LaneTitle) -> LaneName {
    match title {
        LaneTitle::Name(name) => LaneName::Name(name.clone()),
        LaneTitle::Kind(kind) => LaneName::Kind(*kind),
        LaneTitle::Others => LaneName::Others,
        LaneTitle::Rest => LaneName::Rest,
        LaneTitle::All => LaneName::All,
    }
}

fn title(name: &LaneName) -> LaneTitle {
    match name {
        LaneName::Id(name) | LaneName::Name(name) => LaneTitle::Name(name.clone()),
        LaneName::Kind(kind) => LaneTitle::Kind(*kind),
        LaneName::Others => LaneTitle::Others,
        LaneName::Rest => LaneTitle::Rest,
        LaneName::All => LaneTitle::All,
    }
}

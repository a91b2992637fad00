//! How an article is looked at, as it is kept. A part that is not known is passed over: no view is a reason not to open an article.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::others::Fields;
use super::super::view::{Arranged, Asked, LaneName, View};
use super::Text;
use crate::base::named;
use crate::event::{Certainty, EventKind, Modality};

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub(super) struct SavedView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    lanes: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<(i64, i64)>,
    list: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unfolded: Vec<(i64, i64)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filter: Vec<SavedAsked<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hide_others: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    arranged: Vec<SavedArranged<'a>>,
    #[serde(flatten)]
    others: Fields,
}

/// One of its fields is there, of an actor two.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct SavedAsked<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<(i64, i64)>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct SavedArranged<'a> {
    lanes: Text<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    order: Vec<SavedLane<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    collapsed: Vec<SavedLane<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<(SavedLane<'a>, SavedLane<'a>)>,
}

/// One of its fields is there.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct SavedLane<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<Text<'a>>,
    /// `others`, `rest`, `all`.
    #[serde(skip_serializing_if = "Option::is_none")]
    those: Option<Text<'a>>,
}

pub(super) fn saved(view: &View, others: Fields) -> SavedView<'_> {
    SavedView {
        lanes: view.lanes.as_deref().map(Text::Borrowed),
        time: view.time.as_deref().map(Text::Borrowed),
        range: view.range,
        list: view.is_list,
        unfolded: view.unfolded.clone(),
        filter: view.asked.iter().map(saved_asked).collect(),
        hide_others: view.hides_others,
        arranged: view.arranged.iter().map(saved_arranged).collect(),
        others,
    }
}

pub(super) fn read(saved: SavedView<'_>) -> (View, Fields) {
    let view = View {
        lanes: saved.lanes.map(Cow::into_owned),
        time: saved.time.map(Cow::into_owned),
        range: saved.range,
        is_list: saved.list,
        unfolded: saved.unfolded,
        asked: saved.filter.into_iter().filter_map(read_asked).collect(),
        hides_others: saved.hide_others,
        arranged: saved.arranged.into_iter().map(read_arranged).collect(),
    };
    (view, saved.others)
}

fn saved_asked(asked: &Asked) -> SavedAsked<'_> {
    let none = SavedAsked::default();
    match asked {
        Asked::Words(words) => SavedAsked { words: Some(words.into()), ..none },
        Asked::Kind(kind) => SavedAsked { kind: Some(kind.as_str().into()), ..none },
        Asked::Actor { name, id } => SavedAsked { actor: Some(name.into()), id: id.as_deref().map(Text::Borrowed), ..none },
        Asked::Place(place) => SavedAsked { place: Some(place.into()), ..none },
        Asked::Certainty(certainty) => SavedAsked { certainty: Some(certainty.as_str().into()), ..none },
        Asked::Modality(modality) => SavedAsked { modality: Some(modality.as_str().into()), ..none },
        Asked::Time(start, end) => SavedAsked { time: Some((*start, *end)), ..none },
    }
}

fn read_asked(saved: SavedAsked<'_>) -> Option<Asked> {
    Some(match saved {
        SavedAsked { words: Some(words), .. } => Asked::Words(words.into_owned()),
        SavedAsked { kind: Some(kind), .. } => Asked::Kind(EventKind::from_name(&kind)?),
        SavedAsked { actor: Some(name), id, .. } => Asked::Actor { name: name.into_owned(), id: id.map(Cow::into_owned) },
        SavedAsked { place: Some(place), .. } => Asked::Place(place.into_owned()),
        SavedAsked { certainty: Some(word), .. } => Asked::Certainty(named(Certainty::ALL, Certainty::as_str, &word)?),
        SavedAsked { modality: Some(word), .. } => Asked::Modality(named(Modality::ALL, Modality::as_str, &word)?),
        SavedAsked { time: Some((start, end)), .. } if start < end => Asked::Time(start, end),
        _ => return None,
    })
}

fn saved_arranged(arranged: &Arranged) -> SavedArranged<'_> {
    SavedArranged {
        lanes: arranged.lanes.as_str().into(),
        order: arranged.order.iter().map(saved_lane).collect(),
        collapsed: arranged.collapsed.iter().map(saved_lane).collect(),
        hidden: arranged.hidden.iter().map(|(lane, title)| (saved_lane(lane), saved_lane(title))).collect(),
    }
}

fn read_arranged(saved: SavedArranged<'_>) -> Arranged {
    let hidden = |(lane, title)| Some((read_lane(lane)?, read_lane(title)?));
    Arranged {
        lanes: saved.lanes.into_owned(),
        order: saved.order.into_iter().filter_map(read_lane).collect(),
        collapsed: saved.collapsed.into_iter().filter_map(read_lane).collect(),
        hidden: saved.hidden.into_iter().filter_map(hidden).collect(),
    }
}

fn saved_lane(lane: &LaneName) -> SavedLane<'_> {
    let none = SavedLane::default();
    match lane {
        LaneName::Id(id) => SavedLane { id: Some(id.into()), ..none },
        LaneName::Name(name) => SavedLane { name: Some(name.into()), ..none },
        LaneName::Kind(kind) => SavedLane { kind: Some(kind.as_str().into()), ..none },
        LaneName::Others => SavedLane { those: Some("others".into()), ..none },
        LaneName::Rest => SavedLane { those: Some("rest".into()), ..none },
        LaneName::All => SavedLane { those: Some("all".into()), ..none },
    }
}

fn read_lane(saved: SavedLane<'_>) -> Option<LaneName> {
    Some(match saved {
        SavedLane { id: Some(id), .. } => LaneName::Id(id.into_owned()),
        SavedLane { name: Some(name), .. } => LaneName::Name(name.into_owned()),
        SavedLane { kind: Some(kind), .. } => LaneName::Kind(EventKind::from_name(&kind)?),
        SavedLane { those: Some(those), .. } => match &*those {
            "others" => LaneName::Others,
            "rest" => LaneName::Rest,
            "all" => LaneName::All,
            _ => return None,
        },
        _ => return None,
    })
}

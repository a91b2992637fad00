//! The fields of a record as they are written, `id` aside. Types of their own: the model may change, the form may not.

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Published {
    pub(super) value: String,
    pub(super) origin: String,
}

#[derive(Deserialize)]
pub(super) struct Timex {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
    #[serde(rename = "type")]
    pub(super) timex_type: String,
    pub(super) value: String,
    #[serde(rename = "mod")]
    pub(super) modifier: Option<String>,
    pub(super) quant: Option<String>,
    pub(super) freq: Option<String>,
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
    pub(super) anchor: Option<String>,
    pub(super) rule: String,
}

#[derive(Deserialize)]
pub(super) struct Event {
    pub(super) title: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) mode: Option<String>,
    #[serde(default)]
    pub(super) context: Vec<String>,
    pub(super) trigger: Words,
    pub(super) sentence: Span,
    #[serde(default)]
    pub(super) mentions: Vec<Mention>,
    #[serde(default)]
    pub(super) actors: Vec<Named>,
    #[serde(default)]
    pub(super) places: Vec<Named>,
    pub(super) modality: String,
    pub(super) when: When,
    #[serde(default)]
    pub(super) by_hand: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Mention {
    pub(super) trigger: Words,
    pub(super) sentence: Span,
}

/// An actor, or a place, which has no role.
#[derive(Deserialize)]
pub(super) struct Named {
    pub(super) role: Option<String>,
    pub(super) name: String,
    pub(super) id: Option<String>,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Deserialize)]
pub(super) struct When {
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
    pub(super) precision: Option<String>,
    pub(super) certainty: String,
    pub(super) basis: String,
    pub(super) timex: Option<String>,
    pub(super) begin: Option<Bounds>,
    pub(super) end: Option<Bounds>,
    #[serde(default)]
    pub(super) explanation: Vec<Step>,
}

#[derive(Deserialize)]
pub(super) struct Bounds {
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Step {
    pub(super) rule: String,
    pub(super) message: String,
    #[serde(default)]
    pub(super) spans: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
pub(super) struct Tlink {
    pub(super) from: String,
    pub(super) to: String,
    #[serde(rename = "type")]
    pub(super) link_type: String,
    pub(super) cue: Option<Words>,
}

#[derive(Deserialize)]
pub(super) struct Warning {
    pub(super) code: String,
    pub(super) message: String,
    #[serde(default)]
    pub(super) spans: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

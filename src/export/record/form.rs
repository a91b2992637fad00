//! The parts of a record, their fields in the order of the contract.

use serde::Serialize;

use crate::base::Name;

#[derive(Debug, Serialize)]
pub(super) struct ArticleRecord<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) source: Option<&'a str>,
    pub(super) author: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) language: &'static str,
    pub(super) published: Option<PublishedRecord>,
    pub(super) text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) headings: Vec<[usize; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) page_lines: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
pub(super) struct PublishedRecord {
    pub(super) value: String,
    pub(super) origin: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct TimexRecord<'a> {
    pub(super) id: String,
    #[serde(flatten)]
    pub(super) words: WordsRecord<'a>,
    #[serde(rename = "type")]
    pub(super) timex_type: &'static str,
    pub(super) value: &'a str,
    #[serde(rename = "mod")]
    pub(super) modifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) quant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) freq: Option<&'a str>,
    #[serde(flatten)]
    pub(super) bounds: BoundsRecord,
    pub(super) anchor: Option<String>,
    pub(super) rule: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct EventRecord<'a> {
    pub(super) id: String,
    pub(super) title: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) mode: Option<&'a str>,
    pub(super) context: &'a [Name],
    #[serde(flatten)]
    pub(super) mention: MentionRecord<'a>,
    pub(super) mentions: Vec<MentionRecord<'a>>,
    pub(super) actors: Vec<ActorRecord<'a>>,
    pub(super) places: Vec<PlaceRecord<'a>>,
    pub(super) modality: &'static str,
    pub(super) when: WhenRecord<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) by_hand: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct MentionRecord<'a> {
    pub(super) trigger: WordsRecord<'a>,
    pub(super) sentence: SpanRecord,
}

#[derive(Debug, Serialize)]
pub(super) struct ActorRecord<'a> {
    pub(super) role: &'static str,
    #[serde(flatten)]
    pub(super) named: PlaceRecord<'a>,
}

#[derive(Debug, Serialize)]
pub(super) struct PlaceRecord<'a> {
    pub(super) name: &'a str,
    pub(super) id: Option<&'a str>,
    #[serde(flatten)]
    pub(super) span: SpanRecord,
}

#[derive(Debug, Serialize)]
pub(super) struct WhenRecord<'a> {
    #[serde(flatten)]
    pub(super) bounds: BoundsRecord,
    pub(super) precision: Option<&'static str>,
    pub(super) certainty: &'static str,
    pub(super) basis: &'static str,
    pub(super) timex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) begin: Option<BoundsRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<BoundsRecord>,
    pub(super) explanation: Vec<StepRecord<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct StepRecord<'a> {
    pub(super) rule: &'a str,
    pub(super) message: String,
    pub(super) spans: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
pub(super) struct TlinkRecord<'a> {
    pub(super) from: String,
    pub(super) to: String,
    #[serde(rename = "type")]
    pub(super) link_type: &'static str,
    pub(super) cue: Option<WordsRecord<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct WarningRecord<'a> {
    pub(super) code: &'a str,
    pub(super) message: String,
    pub(super) spans: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
pub(super) struct SpanRecord {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct WordsRecord<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct BoundsRecord {
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
}

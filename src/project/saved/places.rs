//! Spans and times as they are written: code points of the text, dates of the contract.

use super::super::ProjectError;
use crate::base::{Bounds, CodePoints, Moment, TextSpan};

/// A span: the first code point and one past the last.
pub(super) type SavedSpan = [usize; 2];

/// The earliest and the latest moment.
pub(super) type SavedBounds = [Option<String>; 2];

/// From spans of a text to what is written, and back.
pub(super) struct Places<'a> {
    points: CodePoints<'a>,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { points: CodePoints::new(text) }
    }

    pub(super) fn saved(&self, span: TextSpan) -> SavedSpan {
        [self.points.before(span.start), self.points.before(span.end)]
    }

    pub(super) fn all_saved(&self, spans: &[TextSpan]) -> Vec<SavedSpan> {
        spans.iter().map(|span| self.saved(*span)).collect()
    }

    /// The span, where the text has it.
    pub(super) fn read(&self, [start, end]: SavedSpan) -> Result<TextSpan, ProjectError> {
        let (start, end) = self.points.byte_of(start).zip(self.points.byte_of(end)).ok_or(ProjectError::Damaged("span"))?;
        if start <= end { Ok(TextSpan::new(start, end)) } else { Err(ProjectError::Damaged("span")) }
    }

    pub(super) fn all_read(&self, spans: Vec<SavedSpan>) -> Result<Vec<TextSpan>, ProjectError> {
        spans.into_iter().map(|span| self.read(span)).collect()
    }
}

pub(super) fn saved_bounds(bounds: Bounds) -> SavedBounds {
    [bounds.earliest, bounds.latest].map(|moment| moment.map(|moment| moment.to_string()))
}

pub(super) fn read_bounds(bounds: &SavedBounds) -> Result<Bounds, ProjectError> {
    let [earliest, latest] = bounds;
    let read = |moment: &Option<String>| moment.as_deref().map(read_moment).transpose();
    let bounds = Bounds { earliest: read(earliest)?, latest: read(latest)? };
    match bounds.range() {
        Some(range) if range.start >= range.end => Err(ProjectError::Damaged("bounds")),
        _ => Ok(bounds),
    }
}

pub(super) fn read_moment(text: &str) -> Result<Moment, ProjectError> {
    Moment::parse(text).ok_or(ProjectError::Damaged("date"))
}

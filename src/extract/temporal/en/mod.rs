//! x
use super::{Context, Found};
use crate::extract::normalize::Reading;
pub(super) fn at(_: &Context<'_>, _: usize) -> Option<Found> {
    None
}
pub(super) fn future_from(_: &Reading<'_>, _: std::ops::Range<usize>) -> Option<usize> {
    None
}

//! The order of events: links from cues and tense, and what they say about bounds.

mod cues;
mod solve;

pub(super) use cues::{RETOLD_REACH, Strength, links};
pub(super) use solve::solve;

//! Events: which words tell of one, what kind, who, where, and whether it is told as a fact. One folder a language; what they find
//! is the same for all (`candidate`).

pub(super) mod ar;
mod candidate;

pub(super) use ar::EntityMention;
pub(super) use candidate::{Aspect, Candidate, Order};

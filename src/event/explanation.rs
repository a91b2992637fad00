//! Why something was concluded: steps that a person can check.
//! The words are made elsewhere, in the reader's language.

use crate::base::{Message, Name, TextSpan};

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The rule that was applied, such as `ar/month-relative`.
    pub rule: Name,
    /// What it concluded, to be said in the reader's language.
    pub message: Message,
    /// The words it rests on.
    pub spans: Vec<TextSpan>,
}

//! Items of «في مثل هذا اليوم»: «1969 - هبوط المركبة …», «1937 - غولييلمو ماركوني، مخترع …».
//! The year at the head of the line dates what the item tells first, or its first words where they tell nothing.

use super::attach::is_anniversary;
use crate::event::EventKind;
use crate::extract::events::candidate::{Aspect, Candidate, Role};
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::temporal::TimexMention;
use crate::extract::tokenize::TokenKind;

/// Makes sure that an item has an event, which stands before its first comma and is told as past.
pub(super) fn tell(
    reading: &Reading<'_>,
    sentence: &Sentence,
    index: usize,
    found: &mut Vec<Candidate>,
    timexes: &[TimexMention],
) {
    let after = timexes.partition_point(|timex| timex.first < sentence.tokens.start);
    let Some(year) = timexes.get(after).filter(|year| is_anniversary(year) && year.first <= sentence.tokens.start + 1) else {
        return;
    };
    let is_word = |token: &usize| reading.kind(*token) == Some(TokenKind::Word);
    let Some(start) = (year.last + 1..sentence.tokens.end).find(is_word) else { return };
    let end = (start..sentence.tokens.end).find(|&token| matches!(reading.str(token), "،" | "," | ":" | "."));
    let end = end.unwrap_or(sentence.tokens.end);
    let told = found.iter_mut().find(|candidate| (start..end).contains(&candidate.token) && candidate.role != Role::Absorbs);
    if let Some(told) = told {
        told.role = Role::Event;
        told.aspect = if told.person.is_some() { Aspect::Past } else { told.aspect };
        return;
    }
    found.push(item(start, end, index));
    found.sort_by_key(|candidate| candidate.token);
}

/// The event of an item that only names somebody or something.
fn item(start: usize, end: usize, sentence: usize) -> Candidate {
    Candidate { sentence, clause: start..end, ..Candidate::plain(start, EventKind::Other, &[], usize::MAX) }
}

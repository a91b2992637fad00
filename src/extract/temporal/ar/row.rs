//! Words of one kind in a row, joined by «و» and commas: «السبت والأحد»، «مارس، أبريل وماي».

use super::At;
use crate::extract::temporal::Context;

/// The numbers of a row whose first stands at `at`, and its last token. `member` is what may go on with it, `most` its longest.
pub(super) fn row<'a>(
    context: &Context<'a>,
    at: At<'_>,
    first: u32,
    most: usize,
    member: impl Fn(&Context<'a>, usize) -> Option<(At<'a>, u32)>,
) -> (Vec<u32>, usize) {
    let reading = context.reading;
    let (mut numbers, mut last) = (vec![first], at.last());
    while numbers.len() < most {
        let apart = usize::from(matches!(reading.str(last + 1), "،" | "," | "و"));
        let Some((next, number)) = member(context, last + 1 + apart) else { break };
        if apart == 0 && !reading.str(next.token).starts_with('و') {
            break;
        }
        numbers.push(number);
        last = next.last();
    }
    (numbers, last)
}

//! Quantities in digits and words, exact and approximate: «12»، «خمسة وعشرين»، «ألفين وثلاثة»، «أكثر من ثلاث»، «بضعة».
//! Counter-example: «أكثر» alone is no quantity.

use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::time_word::Approximate;
use crate::extract::normalize::Reading;
use crate::extract::temporal::Found;

/// A quantity in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quantity {
    /// `None`: some.
    pub(super) count: Option<i64>,
    /// TIMEX3 `mod`.
    pub(super) modifier: Option<&'static str>,
    pub(super) n_tokens: usize,
    /// Bytes of clitics before it in its first token.
    pub(super) skip: usize,
}

/// The quantity at a token.
pub(super) fn at(reading: &Reading<'_>, token: usize) -> Option<Quantity> {
    if let Some(found) = reading.phrase(token, &ARABIC.temporal.approximate) {
        let modifier = match *found.meaning {
            Approximate::After => return None,
            Approximate::Some | Approximate::Multitude => {
                return Some(Quantity { count: None, modifier: None, n_tokens: found.n_tokens, skip: found.skip });
            }
            Approximate::About => "APPROX",
            Approximate::More => "MORE_THAN",
            Approximate::Less => "LESS_THAN",
            Approximate::AtLeast => "EQUAL_OR_MORE",
            Approximate::AtMost => "EQUAL_OR_LESS",
        };
        let number = number(reading, token + found.n_tokens);
        let (count, n_tokens) = number.map_or((None, 0), |(count, n_tokens, _)| (Some(count), n_tokens));
        return Some(Quantity { count, modifier: Some(modifier), n_tokens: found.n_tokens + n_tokens, skip: found.skip });
    }
    let (count, n_tokens, skip) = number(reading, token)?;
    Some(Quantity { count: Some(count), modifier: None, n_tokens, skip })
}

/// «مئات السنين»: whether a word for very many stands at a token.
pub(super) fn is_multitude(reading: &Reading<'_>, token: usize) -> bool {
    reading.phrase(token, &ARABIC.temporal.approximate).is_some_and(|found| *found.meaning == Approximate::Multitude)
}

/// A number in digits or words: its value, its tokens, the clitics before it.
pub(super) fn number(reading: &Reading<'_>, token: usize) -> Option<(i64, usize, usize)> {
    if let Some(number) = reading.number(token) {
        return Some((number, 1, 0));
    }
    let numbers = &ARABIC.temporal.numbers;
    let first = reading.phrase(token, numbers)?;
    let mut total = *first.meaning;
    let mut last = total;
    let mut n_tokens = first.n_tokens;
    loop {
        // «ألفين و اثنين»
        let apart = usize::from(reading.word(token + n_tokens) == Some("و"));
        let Some(next) = reading.phrase(token + n_tokens + apart, numbers) else { break };
        let value = *next.meaning;
        let glued = next.skip == 0 && apart == 0;
        let joined = (next.skip > 0 || apart == 1) && next.preposition.is_none();
        total = match (last, value) {
            // «خمسة عشر»
            (1..=9, 10) if glued => total + 10,
            // «ثلاثة آلاف», «تسع مئة»
            (3..=9, 100) if glued => total + last * 99,
            (3..=999, 1000) if glued && total < 1000 => total * 1000,
            // «خمسة وعشرين», «مئة وعشرين», «ألفين وسبعة»
            (1..=9, 20..=90) if joined => total + value,
            (100..=900, 1..=99) | (1000.., 1..=900) if joined => total + value,
            _ => break,
        };
        last = value;
        n_tokens += apart + next.n_tokens;
    }
    Some((total, n_tokens, first.skip))
}

/// A time with the word that makes it approximate, before it or behind: «حوالي الساعة الثالثة»، «الثالثة تقريبا».
pub(super) fn approximated(reading: &Reading<'_>, found: Found) -> Found {
    let about = |token: usize, meaning: Approximate| {
        let word = reading.phrase(token, &ARABIC.temporal.approximate)?;
        (word.n_tokens == 1 && *word.meaning == meaning).then_some(word)
    };
    let before = found.first.checked_sub(1).filter(|_| found.skip == 0);
    if let Some((first, word)) = before.and_then(|first| Some((first, about(first, Approximate::About)?))) {
        return Found { first, skip: word.skip, modifier: Some("APPROX"), ..found };
    }
    match about(found.last + 1, Approximate::After) {
        Some(_) => Found { last: found.last + 1, modifier: Some("APPROX"), ..found },
        None => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, count: Option<i64>, n_tokens: usize) {
        let reading = Reading::new(text);
        let found = at(&reading, 0).map(|quantity| (quantity.count, quantity.n_tokens));
        assert_eq!(found, Some((count, n_tokens)), "{text}");
    }

    #[test]
    fn digits_words_and_approximations_are_read() {
        check("12 يوما", Some(12), 1);
        check("خمسة عشر يوما", Some(15), 2);
        check("خمسة وعشرين عاما", Some(25), 2);
        check("ألف وتسعمائة وثمانية وسبعين", Some(1978), 4);
        check("ألفين وسبعة وعشرين", Some(2027), 3);
        check("ثلاثة آلاف سنة", Some(3000), 2);
        check("أكثر من ثلاث سنوات", Some(3), 3);
        check("أكثر من سنة", None, 2);
        check("بضعة أيام", None, 1);
        assert_eq!(at(&Reading::new("أكثر الأيام"), 0), None);
    }
}

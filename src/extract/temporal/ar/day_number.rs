//! The number of a day in a month: «8 و9 و10», «الرابع», «الحادي والعشرين», before a month or behind it.
//! Counter-examples: «12 قتيلا» behind a month, «العاشرة».

use super::year;
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;

/// «الرابع», «التاسع عشر», «الحادي والعشرين» from a token on: its last token and the day.
pub(super) fn ordinal_day(reading: &Reading<'_>, token: usize) -> Option<(usize, u32)> {
    [token + 1, token].into_iter().find_map(|last| {
        let (first, _, day) = day_at(reading, last).filter(|(first, ..)| *first == token)?;
        (reading.number(first).is_none()).then_some((last, day))
    })
}

/// The day of a month that ends at a token, in digits or words: first token, clitics, day.
pub(super) fn day_at(reading: &Reading<'_>, token: usize) -> Option<(usize, usize, u32)> {
    if let Some(day) = day_number(reading, token) {
        return Some((token, 0, day));
    }
    if let Some((day, n_tokens, skip)) = tens_at(reading, token) {
        return Some((token + 1 - n_tokens, skip, day));
    }
    let found = reading.phrase(token, &ARABIC.temporal.ordinals).filter(|found| found.n_tokens == 1 && found.definite)?;
    Some((token, day_skip(found.preposition, found.skip), u32::try_from(*found.meaning).ok()?))
}

/// The token after a day or a list of days («8 و9 و10»، «3-5») that starts at `token`, and the last day.
pub(super) fn day_list_end(reading: &Reading<'_>, token: usize) -> Option<(usize, u32)> {
    let mut last = day_number(reading, token)?;
    let mut next = token + 1;
    while matches!(reading.str(next), "و" | "-" | "–" | "الي" | "حتي") {
        let article = usize::from(reading.word(next + 1) == Some("ال"));
        let Some(day) = day_number(reading, next + 1 + article) else { break };
        last = day;
        next += 2 + article;
    }
    Some((next, last))
}

pub(super) fn day_number(reading: &Reading<'_>, token: usize) -> Option<u32> {
    let day = reading.number(token).filter(|day| (1..=31).contains(day) && reading.n_digits(token) <= 2)?;
    u32::try_from(day).ok()
}

/// Days behind the month: «مايو الحادي عشر»، «يوليو 13-15»، «أغسطس 27 إلى 29».
pub(super) fn days_behind(reading: &Reading<'_>, token: usize) -> Option<((u32, u32), usize)> {
    let dash = usize::from(reading.is_mark(token, "-") && reading.touches(token));
    let token = token + dash;
    if let Some((last, day)) = ordinal_day(reading, token) {
        return Some(((day, day), last));
    }
    let first = day_number(reading, token)?;
    let (end, last) = day_list_end(reading, token)?;
    let glued = reading.touches(end - 1) && matches!(reading.str(end), "/" | ":" | "." | "%" | "٪");
    (!glued && !year::counts_something(reading, end - 1)).then_some(((first, last), end - 1))
}

/// Of «للحادي» the whole word belongs to the date.
pub(super) fn day_skip(preposition: Option<char>, skip: usize) -> usize {
    if preposition == Some('ل') && skip == 0 { 0 } else { skip }
}

/// «الخامس عشر», «العشرين», «الحادي والعشرين» that end at `token`: value, tokens, clitics of the first.
pub(super) fn tens_at(reading: &Reading<'_>, token: usize) -> Option<(u32, usize, usize)> {
    let word = reading.word(token)?;
    let units = |at: usize| {
        let found = reading.phrase(at, &ARABIC.temporal.ordinals)?;
        Some((u32::try_from(*found.meaning).ok()?, found.skip))
    };
    if word == "عشر" {
        let (value, skip) = units(token.checked_sub(1)?)?;
        return Some((value + 10, 2, skip));
    }
    let tens = match word.strip_prefix('و').unwrap_or(word) {
        "العشرين" => 20,
        "الثلاثين" => 30,
        _ => return None,
    };
    match token.checked_sub(1).and_then(units).filter(|_| word.starts_with('و')) {
        Some((value, skip)) if value < 10 => Some((tens + value, 2, skip)),
        _ if !word.starts_with('و') => Some((tens, 1, 0)),
        _ => None,
    }
}

/// The first day of a list that ends at `token`: «8 و9 و10»، «من 3 إلى 5», «3-5».
pub(super) fn list_start(reading: &Reading<'_>, token: usize, day: u32) -> (usize, u32) {
    let (mut first, mut earliest) = (with_article(reading, token), day);
    while first >= 2 && matches!(reading.str(first - 1), "و" | "-" | "–" | "الي" | "حتي") {
        let Some(before) = day_number(reading, first - 2).filter(|before| *before < earliest) else { break };
        first = with_article(reading, first - 2);
        earliest = before;
    }
    (first, earliest)
}

/// The article that stands apart from a number belongs to it: «الـ27 من تشرين الثاني».
pub(super) fn with_article(reading: &Reading<'_>, token: usize) -> usize {
    let before = token.checked_sub(1).filter(|&before| reading.word(before) == Some("ال"));
    before.unwrap_or(token)
}

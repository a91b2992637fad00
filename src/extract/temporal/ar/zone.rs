//! Time zones behind a time of the clock: «بتوقيت غرينتش»، «ت.غ»، «بالتوقيت المحلي»، «بتوقيت القدس»، "GMT+3".
//! A place whose clock changes with the season belongs to the words and says no number.
//! Counter-examples: «توقيت الهجوم», «ت. غزال».

use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;

/// The last token of the zone that starts at `token`, and its minutes from Greenwich where it has a number.
pub(super) fn at(reading: &Reading<'_>, token: usize) -> Option<(usize, Option<i64>)> {
    let zones = &ARABIC.temporal.zones;
    match reading.word(token)? {
        "بتوقيت" | "توقيت" => {
            if let Some(zone) = reading.phrase(token + 1, zones).filter(|zone| zone.skip == 0) {
                return Some(shifted(reading, token + zone.n_tokens, *zone.meaning));
            }
            reading.word(token + 1).map(|_| (token + 1, None))
        }
        "بالتوقيت" => match reading.word(token + 1)? {
            "العالمي" => Some((token + 1, Some(0))),
            "المحلي" | "الشتوي" | "الصيفي" => Some((token + 1, None)),
            _ => None,
        },
        "ت" => initials(reading, token),
        _ => {
            let zone = reading.phrase(token, zones).filter(|zone| zone.skip == 0 && *zone.meaning == Some(0))?;
            Some(shifted(reading, token + zone.n_tokens - 1, *zone.meaning))
        }
    }
}

/// «ت.غ», «ت غ»: the time of Greenwich; «ت م»: a time that is local somewhere.
fn initials(reading: &Reading<'_>, token: usize) -> Option<(usize, Option<i64>)> {
    let last = token + 1 + usize::from(reading.is_mark(token + 1, "."));
    match reading.word(last)? {
        "غ" => Some((last, Some(0))),
        "م" => Some((last, None)),
        _ => None,
    }
}

/// "GMT+3": hours behind the name move it.
fn shifted(reading: &Reading<'_>, last: usize, zone: Option<i64>) -> (usize, Option<i64>) {
    let sign = match reading.str(last + 1) {
        "+" => 1,
        "-" | "\u{2212}" => -1,
        _ => return (last, zone),
    };
    match (zone, reading.number(last + 2)) {
        (Some(0), Some(hours @ 0..=14)) if reading.touches(last + 1) => (last + 2, Some(sign * hours * 60)),
        _ => (last, zone),
    }
}

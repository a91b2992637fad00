//! Which way a bare month or weekday lies: news tells what happened, unless the verb that governs the date looks ahead.
//! «أجلت إلى 14 مارس»، «سيزور المدينة الخميس»، «من المقرر أن يعقد في يناير»، «يلتقي الرئيس الخميس نظيره» look ahead.
//! Counter-examples: «قال الخميس إنه سيزور», «سيزورها، وكان زارها في مارس», «سيعود بعد غيابه منذ مارس», «كان يلتقي».

use super::super::Context;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Tense;
use crate::extract::lexicon::time_word::Relative;
use crate::extract::lexicon::triggers::{VerbClass, VerbReading};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, without_conjunction};

/// How far before a date its verb may stand, in tokens.
const REACH_BACK: usize = 20;

/// How far before a date an imperfect without سـ may stand: «يلتقي الرئيس الخميس نظيره».
const REACH_IMPERFECT: usize = 8;

/// How far before «حتى» a word of lasting may stand.
const LASTING_REACH: usize = 8;

/// How far behind it: «الخميس سيلتقي الوزيران».
const REACH_AHEAD: usize = 7;

/// Ahead, where the verb of a date says so; else nothing.
pub(in crate::extract::temporal) fn tense_at(context: &Context<'_>, token: usize) -> Option<Relative> {
    let reading = context.reading;
    let sentence = reading.sentence_of(token)?;
    let start = sentence.tokens.start.max(token.saturating_sub(REACH_BACK));
    let end = sentence.tokens.end.min(token + REACH_AHEAD + 1);
    if is_new_day(reading, start, token) || is_described_as_planned(reading, token, end) {
        return Some(Relative::Future);
    }
    let looks_ahead = before(reading, start, token).unwrap_or_else(|| after(reading, token, end));
    looks_ahead.then_some(Relative::Future)
}

/// Whether the nearest verb before a date looks ahead; `None` where none stands there.
fn before(reading: &Reading<'_>, start: usize, token: usize) -> Option<bool> {
    let mut is_framed = false;
    for at in (start..token).rev() {
        let Some(word) = reading.word(at) else { continue };
        let bare = without_conjunction(word);
        if is_planned(reading, at, bare) {
            return Some(true);
        }
        match bare {
            "منذ" if token - at <= 5 => return Some(false),
            // What stands behind these has a time of its own.
            "بعد" | "عقب" | "قبل" | "خلال" | "اثر" | "الذي" | "التي" | "الذين" => is_framed = true,
            "كان" | "كانت" | "كانوا" => return Some(false),
            _ => {}
        }
        let Some(verb) = reading.lexical_verb(at) else { continue };
        if verb.is_future {
            return Some(true);
        }
        match verb.tense {
            Tense::Perfect if is_verb(reading, at) => return Some(false),
            Tense::Imperfect if !is_framed && token - at <= REACH_IMPERFECT => {
                if let Some(looks_ahead) = imperfect(reading, at, verb) {
                    return Some(looks_ahead);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether an imperfect without سـ tells what is to come.
fn imperfect(reading: &Reading<'_>, at: usize, verb: VerbReading<'_>) -> Option<bool> {
    if !is_verb(reading, at) {
        return None;
    }
    // «تجمع المصلون»: «تجمع» before men is the perfect of the fifth form.
    let of_men = reading.word(at + 1).is_some_and(|subject| subject.starts_with("ال") && subject.ends_with("ون"));
    if of_men && reading.word(at).is_some_and(|word| without_conjunction(word).starts_with('ت')) {
        return Some(false);
    }
    let before = at.checked_sub(1).and_then(|before| reading.word(before)).map(without_conjunction).unwrap_or_default();
    // «بعد أن تقلص»
    if before == "ان"
        && at.checked_sub(2).and_then(|after| reading.word(after)).is_some_and(|after| without_conjunction(after) == "بعد")
    {
        return Some(false);
    }
    match before {
        "لم" | "كان" | "كانت" | "كانوا" | "ما" | "ظل" | "بات" => return Some(false),
        "لا" | "قد" | "حيث" | "الذي" | "التي" | "الذين" | "و" => return None,
        _ => {}
    }
    match verb.verb.class {
        None | Some(VerbClass::Light | VerbClass::Beginning | VerbClass::Ending) if !verb.is_purpose => Some(true),
        Some(VerbClass::Planning) => Some(true),
        _ => None,
    }
}

/// Whether a verb behind a date, with none of the past before it, looks ahead.
fn after(reading: &Reading<'_>, token: usize, end: usize) -> bool {
    // «وفي يوم الأحد يطرأ انخفاض», «الاثنين: يكون الجو حارا»
    if (token + 1..token + 4).any(|at| reading.word(at).is_some_and(|word| ARABIC.temporal.forecasts.contains(word))) {
        return true;
    }
    for at in token..end {
        let Some(word) = reading.word(at) else {
            if reading.is_mark(at, "،") || reading.kind(at) == Some(TokenKind::Break) {
                return false;
            }
            continue;
        };
        let bare = without_conjunction(word);
        if is_planned(reading, at, bare) {
            return true;
        }
        if bare.len() == word.len()
            && reading.lexical_verb(at).is_some_and(|verb| verb.tense == Tense::Perfect)
            && is_verb(reading, at)
        {
            return false;
        }
    }
    false
}

/// «سوف», «من المقرر», «يعتزم», «سيعود».
fn is_planned(reading: &Reading<'_>, at: usize, bare: &str) -> bool {
    ARABIC.temporal.planning.contains(bare) || is_future_verb(reading, at, bare)
}

/// «أجلت القضية إلى 14 مارس», «إلى جلسة 7 مارس», «تسليم يناير»: the word right before the date wants a day to come.
fn is_new_day(reading: &Reading<'_>, start: usize, token: usize) -> bool {
    let before = |back: usize| token.checked_sub(back).and_then(|at| reading.word(at)).unwrap_or_default();
    if before(1) == "تسليم" || before(1) == "شهر" && before(2) == "تسليم" {
        return true;
    }
    let to = matches!(before(1), "الي" | "جلسه" | "بجلسه" | "لجلسه" | "حتي") || before(2) == "للحكم" && before(1) == "في";
    // «المعرض الذي يستمر حتى 10 مارس»
    let lasts = |at| reading.word(at).is_some_and(|word| ARABIC.temporal.lasting_until.contains(without_conjunction(word)));
    let was = |at| matches!(reading.word(at).map(without_conjunction), Some("كان" | "كانت" | "ظل" | "ظلت"));
    let near = token.saturating_sub(LASTING_REACH).max(start)..token;
    if before(1) == "حتي" && near.clone().any(lasts) && !near.into_iter().any(was) {
        return true;
    }
    let postpones = |at| reading.word(at).is_some_and(|word| ARABIC.temporal.postponing.contains(without_conjunction(word)));
    to && (start..token).any(postpones)
}

/// «لقاء الثالث من سبتمبر الذي سيقام»: what the date is said of lies ahead, whatever the verb of the sentence.
fn is_described_as_planned(reading: &Reading<'_>, token: usize, end: usize) -> bool {
    let planned = |at| reading.word(at).is_some_and(|word| is_planned(reading, at, word));
    (token + 1..end).any(|at| matches!(reading.word(at), Some("الذي" | "التي")) && planned(at + 1))
}

/// Unvowelled words are verbs and nouns: at the head of a clause, or where no noun of event is written so, a verb.
fn is_verb(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let heads = match reading.word(before) {
        None => true,
        Some(before) => ARABIC.temporal.clause_heads.contains(without_conjunction(before)),
    };
    let joined = reading.word(at).is_some_and(|word| without_conjunction(word).len() < word.len());
    heads || joined || reading.noun(at).is_none()
}

/// «سيعود», «ستجري»: س before an imperfect verb, known or of such a shape that no noun has.
fn is_future_verb(reading: &Reading<'_>, at: usize, bare: &str) -> bool {
    let Some(rest) = bare.strip_prefix('س') else { return false };
    if reading.lexical_verb(at).is_some_and(|verb| verb.is_future) {
        return true;
    }
    // «سيارة», «سياسة», «سيناء», «ستة», «سنوات» are nouns.
    let noun = bare.ends_with(['ه', 'ا']) || ARABIC.temporal.noun_fronts.iter().any(|front| bare.starts_with(front.as_str()));
    rest.starts_with(['ي', 'ت', 'ن', 'ا']) && rest.chars().count() >= 4 && !noun
}

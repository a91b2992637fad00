//! Whether the name of a month is a month where it stands, and whether a date is the name of something.
//! Counter-examples: «مارس الرياضة», «ثورة 25 يناير», «قال شباط», «النائب شباط».

use super::month::Surroundings;
use super::{At, part};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::triggers::{VerbClass, VerbReading};
use crate::extract::normalize::Reading;
use crate::extract::temporal::Context;
use crate::extract::tokenize::without_conjunction;

/// Whether an ambiguous name is a month here.
pub(super) fn is_month(context: &Context<'_>, at: At<'_>, around: &Surroundings) -> bool {
    let reading = context.reading;
    let Some(word) = reading.word(at.token) else { return false };
    let bare = &word[at.word.skip..];
    let words = &ARABIC.temporal;
    // «إب» is a Yemeni province, «آب» August.
    let written = reading.token_span(at.token).of(reading.text);
    if bare == "اب" && written.contains('إ') {
        return false;
    }
    // «باب» is a door: without its madda a month wants its day or year.
    if bare == "اب" && at.word.skip > 0 && !written.contains(['آ', '\u{0653}']) {
        return around.days.is_some() || around.year.is_some();
    }
    if words.rare_months.contains(bare) {
        return around.days.is_some() && around.year.is_some();
    }
    // «الأب» is a father, not August.
    if at.word.definite {
        return false;
    }
    if !words.ambiguous_months.contains(bare) {
        return true;
    }
    let after_time = at.token.checked_sub(1).and_then(|before| reading.word(before)).is_some_and(|before| {
        matches!(before, "هذا" | "في" | "منذ" | "حتي" | "خلال" | "بين" | "قبل" | "بعد")
            || part::before(context, at.token).is_some()
    });
    let has_twin = around.last > at.last() && around.year.is_none() && around.relative.is_none();
    super::month_list::is_listed(context, at)
        || around.is_headed
        || around.days.is_some()
        || around.year.is_some()
        || around.relative.is_some()
        || has_twin
        || after_time
}

/// Whether the date is (part of) a name: «ثورة 25 يناير».
pub(super) fn is_name(context: &Context<'_>, around: &Surroundings) -> bool {
    let bare = around.year.is_none() && around.relative.is_none();
    bare && (after_name_head(context.reading, around.first)
        || (around.days.is_none() && around.skip == 0 && is_surname(context.reading, around.first)))
}

/// «قال شباط», «حميد شباط»: who speaks, or bears a first name, is a person.
fn is_surname(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let speaks = |verb: VerbReading<'_>| matches!(verb.verb.class, Some(VerbClass::Speech | VerbClass::Announce));
    // «النائب شباط»
    let title = || reading.phrase(before, &ARABIC.entities.titles).is_some_and(|title| title.n_tokens == 1 && title.definite);
    reading.lexical_verb(before).is_some_and(speaks)
        || title()
        || reading.word(before).is_some_and(|word| ARABIC.entities.first_names.contains(without_conjunction(word)))
}

/// Whether a head of names stands right before a token.
pub(super) fn after_name_head(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let heads = &ARABIC.temporal.name_heads;
    // «مدينة الخميس» is a name, «المدينة، الخميس» is not.
    crate::extract::tokenize::stems(before).any(|stem| !stem.definite && heads.contains(stem.core))
}

//! When an event happened: what its expressions, its tense and the publication date say, and no more.

use super::relation::{Relation, of_adjunct, related, relation, side_by_side};
use super::tense::{Rules, step, untimed};
use crate::base::{Arg, Bounds, Language, Message, Moment, TextSpan};
use crate::event::{Anchor, Basis, Step, Timex, TimexId};
use crate::extract::events::{Aspect, Candidate};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::lexicon::time_word::Relative;
use crate::extract::normalize::Reading;
use crate::extract::temporal::TimexMention;
use crate::extract::tokenize::without_conjunction;

/// The time of an event before its links are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct Dated {
    pub(in crate::extract) bounds: Bounds,
    /// Which ends the text itself gives.
    pub(in crate::extract) from_text: (bool, bool),
    pub(in crate::extract) is_ongoing: bool,
    pub(in crate::extract) begin: Option<Bounds>,
    pub(in crate::extract) basis: Basis,
    pub(in crate::extract) timex: Option<TimexId>,
    pub(in crate::extract) steps: Vec<Step>,
}

impl Dated {
    /// Makes an expression that says `said` what the time rests on. The tense no longer is, but where it still gives an end.
    fn rest_on(
        &mut self,
        rules: &'static Rules,
        (index, mention): (usize, &TimexMention),
        narrowed: Bounds,
        said: Bounds,
        keeps_tense: bool,
    ) {
        self.from_text.0 |= said.earliest.is_some();
        self.from_text.1 |= said.latest.is_some();
        self.bounds = narrowed;
        self.is_ongoing = false;
        self.basis = basis(mention);
        self.timex = u32::try_from(index).ok().map(TimexId);
        if !keeps_tense {
            self.steps.retain(|step| !rules.is_tense(&step.rule));
        }
    }
}

/// The time of a candidate. `published` is the day everything is resolved against.
pub(in crate::extract) fn date(
    reading: &Reading<'_>,
    language: Language,
    candidate: &Candidate,
    timexes: &[TimexMention],
    published: Option<Moment>,
) -> Dated {
    let rules = Rules::of(language);
    let mut dated = untimed(reading, rules, candidate, published);
    let mut before: Option<&TimexMention> = None;
    for (place, &index) in candidate.timexes.iter().enumerate() {
        let Some(mention) = timexes.get(index) else { continue };
        let is_second = before.replace(mention).is_some_and(|first| side_by_side(reading, first, mention).is_some());
        if is_second {
            continue;
        }
        let next = candidate.timexes.get(place + 1).and_then(|&next| timexes.get(next));
        let both = next.and_then(|next| side_by_side(reading, mention, next));
        let both = both.map(|bounds| TimexMention { timex: Timex { bounds, ..mention.timex.clone() }, ..mention.clone() });
        apply(reading, rules, candidate, &mut dated, (index, both.as_ref().unwrap_or(mention)), published);
    }
    dated
}

/// Narrows by one expression; where it contradicts what is known, what is known stays.
fn apply(
    reading: &Reading<'_>,
    rules: &'static Rules,
    candidate: &Candidate,
    dated: &mut Dated,
    (index, mention): (usize, &TimexMention),
    published: Option<Moment>,
) {
    let (relation, cue) = match relation(reading, mention) {
        (Relation::At, _) => of_adjunct(reading, candidate.token, mention).unwrap_or((Relation::At, None)),
        said => said,
    };
    let timex = &mention.timex;
    if relation == Relation::Since && (begins_at_once(reading, candidate) || happened_then(candidate, mention)) {
        return apply_begin(rules, dated, (index, mention), cue, published);
    }
    let id = u32::try_from(index).ok().map(TimexId);
    let said = timex_step(mention);
    let Some((earliest, latest)) = timex.bounds.earliest.zip(timex.bounds.latest) else {
        if relation == Relation::At && apply_one_end(rules, candidate, dated, (index, mention), published) {
            return;
        }
        // A soft word: it says no more than the tense does.
        dated.timex = dated.timex.or(id);
        dated.steps.insert(0, said);
        return;
    };
    // «منذ يوم الأحد المقبل»: what begins after publication has no end there.
    let is_begun = |published: &Moment| candidate.aspect != Aspect::Future && earliest.start() < published.end();
    let bounds = related(relation, timex, earliest, latest, published.filter(is_begun));
    if relation == Relation::Since && dated.is_ongoing {
        dated.begin = Some(timex.bounds);
        dated.timex = id;
        dated.steps.insert(0, said);
        return;
    }
    if is_past(candidate) && names_the_future(reading, mention) {
        return;
    }
    let Some(narrowed) = narrow(candidate, dated, bounds, published) else { return };
    let keeps_tense = narrowed.latest == published && !matches!(relation, Relation::At | Relation::Until);
    dated.rest_on(rules, (index, mention), narrowed, bounds, keeps_tense);
    let relation_step = relation_step(rules, relation, cue, published);
    dated.steps.splice(0..0, std::iter::once(said).chain(relation_step));
}

/// «توقفت منذ مارس», «علّقت منذ مارس»: done at once, so that the expression is when, and what has lasted since is its effect.
fn begins_at_once(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let word = reading.word(candidate.carrier.unwrap_or(candidate.token)).map(without_conjunction);
    candidate.aspect == Aspect::Past && ARABIC.particles.small.inceptive.has(word)
}

/// «منذ عام 2019 عندما أقال …»: the clause right behind a date tells what happened then.
fn happened_then(candidate: &Candidate, mention: &TimexMention) -> bool {
    candidate.token > mention.last && candidate.clause.start == mention.last + 2
}

/// Dates what was done at once by the expression behind «منذ».
fn apply_begin(
    rules: &'static Rules,
    dated: &mut Dated,
    (index, mention): (usize, &TimexMention),
    cue: Option<TextSpan>,
    published: Option<Moment>,
) {
    let Some(narrowed) = dated.bounds.intersected(mention.timex.bounds).filter(|_| mention.timex.bounds != Bounds::UNKNOWN)
    else {
        return;
    };
    dated.rest_on(rules, (index, mention), narrowed, mention.timex.bounds, narrowed.latest == published);
    let since = step(rules.since, Message::new("why-since-at-once"), cue.into_iter().collect());
    dated.steps.splice(0..0, [timex_step(mention), since]);
}

/// «قبل أكثر من شهر»: an end that is not publication narrows. Whether it did.
fn apply_one_end(
    rules: &'static Rules,
    candidate: &Candidate,
    dated: &mut Dated,
    (index, mention): (usize, &TimexMention),
    published: Option<Moment>,
) -> bool {
    let bounds = mention.timex.bounds;
    // «تبحث خلال الأيام المقبلة»: what lies ahead is not of today alone.
    let is_ahead = bounds.earliest.zip(published).is_some_and(|(earliest, published)| earliest.day() >= published.day());
    let narrowed = match (is_ahead, candidate.aspect) {
        (true, Aspect::Past) => None,
        (true, _) => Some(bounds),
        (false, _) => dated.bounds.intersected(bounds),
    };
    let Some(narrowed) = narrowed.filter(|narrowed| *narrowed != dated.bounds) else { return false };
    dated.rest_on(rules, (index, mention), narrowed, bounds, narrowed.latest == published);
    dated.steps.insert(0, timex_step(mention));
    true
}

/// Told as past, or come before something.
fn is_past(candidate: &Candidate) -> bool {
    candidate.aspect == Aspect::Past || candidate.order.is_some_and(|order| order.order == AdjunctOrder::Before)
}

/// «الموسم المقبل»: nothing past lies there, whatever the sentence seems to say.
fn names_the_future(reading: &Reading<'_>, mention: &TimexMention) -> bool {
    let is_future = |token: usize| {
        let found = reading.phrase(token, &ARABIC.temporal.relatives);
        found.is_some_and(|found| matches!(found.meaning, Relative::Future))
    };
    mention.timex.anchor == Anchor::Published && (mention.first..=mention.last).any(is_future)
}

fn narrow(candidate: &Candidate, dated: &Dated, bounds: Bounds, published: Option<Moment>) -> Option<Bounds> {
    let after_publication = match (bounds.earliest, published) {
        (Some(earliest), Some(published)) => earliest.start() >= published.end(),
        _ => false,
    };
    // «تُجرى الأحد المقبل»: the words say future, whatever the tense seemed.
    if after_publication && candidate.aspect != Aspect::Past {
        return Some(bounds);
    }
    if dated.is_ongoing {
        return Some(bounds);
    }
    // «تلتزم بالحظر بنهاية العام»: from now on, by then.
    let is_deadline = bounds.earliest.is_none()
        && candidate.aspect == Aspect::Present
        && bounds.latest.zip(published).is_some_and(|(latest, published)| latest.start() >= published.end());
    if is_deadline {
        return Some(Bounds { earliest: published, ..bounds });
    }
    // A plan told long ago: «أعلن في مارس أنه سيغادر في أبريل».
    let told_as_plan = (candidate.aspect == Aspect::Future).then_some(bounds);
    dated.bounds.intersected(bounds).or(told_as_plan)
}

fn basis(mention: &TimexMention) -> Basis {
    match mention.timex.anchor {
        Anchor::Absolute => Basis::Explicit,
        _ => Basis::Relative,
    }
}

/// What the expression means, said with its words.
fn timex_step(mention: &TimexMention) -> Step {
    let timex = &mention.timex;
    let message = match (timex.value.as_str(), timex.anchor) {
        ("PAST_REF", _) => Message::new("why-soft-past"),
        ("FUTURE_REF", _) => Message::new("why-soft-later"),
        ("PRESENT_REF", _) => Message::new("why-soft-present"),
        _ if timex.bounds == Bounds::UNKNOWN => Message::new("why-no-date"),
        (_, Anchor::Published) => Message::new("why-timex-relative").with("dates", Arg::Bounds(timex.bounds)),
        _ => Message::new("why-timex").with("dates", Arg::Bounds(timex.bounds)),
    };
    step(timex.rule.clone(), message, vec![timex.span])
}

fn relation_step(rules: &'static Rules, relation: Relation, cue: Option<TextSpan>, published: Option<Moment>) -> Option<Step> {
    let (rule, key) = match relation {
        Relation::At => return None,
        Relation::Since => (rules.since, if published.is_some() { "why-since-until-publication" } else { "why-since" }),
        Relation::Until => (rules.until, "why-until"),
        Relation::Before | Relation::Precedes => (rules.before, "why-before-date"),
        Relation::After | Relation::Follows => (rules.after, "why-after-date"),
    };
    Some(step(rule, Message::new(key), cue.into_iter().collect()))
}

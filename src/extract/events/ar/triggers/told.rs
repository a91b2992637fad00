//! What a verb tells: whether it happened, when by its tense, and what speaks against it.

use super::Scope;
use super::telling::{NounAt, Telling};
use crate::event::Modality;
use crate::extract::events::ar::clauses::ClauseKind;
use crate::extract::events::ar::complements;
use crate::extract::events::ar::governed;
use crate::extract::events::ar::is_in_name;
use crate::extract::events::ar::modality::{self, Reality};
use crate::extract::events::ar::verbs::{self, VerbAt};
use crate::extract::events::candidate::{Aspect, Candidate, Order, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::{Person, Tense};
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::lexicon::triggers::VerbClass;
use crate::extract::tokenize::{stems, without_conjunction};

/// How far behind its verb an aim may stand, in tokens.
const AIM_REACH: usize = 6;

/// How far behind its cause's verb an effect may stand, in tokens.
const EFFECT_REACH: usize = 14;

impl Scope<'_> {
    /// A candidate for a verb, with what its tense and particles say.
    pub(super) fn verb(&self, at: &VerbAt<'static>, end: usize, found: &mut Vec<Candidate>) {
        let reality = self.reality(at);
        let Some(mut candidate) = self.told_by(at, end) else {
            found.push(self.absorbs(at));
            return;
        };
        let effect = self.effect(at, end, candidate.token).or_else(|| self.announced_fact(at, end, &candidate));
        // «أكدت الوزارة تقدم القوات»: the advance is told, not the saying.
        if at.reading.verb.class == Some(VerbClass::Speech) && effect.is_some() {
            candidate.role = Role::IfDated;
        }
        candidate.person = Some(at.reading.person);
        candidate.is_passive = candidate.carrier.is_none() && (at.reading.is_passive || self.is_written_passive(at));
        // «تم وضع», «جرى خلال الاجتماع بحث …»: nobody is named to have done it.
        let happens = ARABIC.particles.small.happening.has(self.reading.word(at.token).map(without_conjunction));
        candidate.inherits_subject &= at.reading.verb.class != Some(VerbClass::Done) && !happens;
        candidate.says = matches!(at.reading.verb.class, Some(VerbClass::Speech | VerbClass::Announce));
        let expects = self.expects(at) && candidate.carrier.is_some();
        candidate.aspect = if expects { Aspect::Future } else { aspect(at, reality) };
        candidate.order = self.order_of_clause(at);
        if self.is_reported() {
            candidate.modality = Modality::Reported;
        }
        if matches!(reality, Reality::Negated | Reality::Possible)
            || self.is_measure(at)
            || self.is_figurative(at)
            || self.is_day(at)
            || candidate.person == Some(Person::First)
        {
            candidate.role = Role::Absorbs;
        } else if candidate.aspect == Aspect::Present && candidate.role == Role::Event {
            candidate.role = Role::IfDated;
        }
        if reality == Reality::Planned || expects && reality == Reality::Told {
            candidate.plan();
        }
        let effect = effect.map(|effect| Candidate { aspect: candidate.aspect, ..effect });
        found.push(candidate);
        found.extend(effect.filter(|_| matches!(reality, Reality::Told)));
    }

    /// «أعلنت أمس توقف الإنتاج»: what had happened when it was made known is an event beside the announcement.
    fn announced_fact(&self, at: &VerbAt<'_>, end: usize, announcement: &Candidate) -> Option<Candidate> {
        let is_taken = |token: usize| is_in_name(token, self.names);
        let said = || {
            let governed = governed::governed_noun(self.reading, &self.clause.tokens, at, end, &is_taken);
            governed.map(|(token, _)| token).filter(|token| announcement.token == at.token && *token != announcement.token)
        };
        let token = announcement.content.or_else(said).filter(|_| at.reading.tense == Tense::Perfect)?;
        let noun = self.reading.noun(token).filter(|noun| noun.preposition.is_none())?;
        let is_fact = ARABIC.particles.small.facts.has_stem(self.reading.word(token));
        let told = self.noun_candidate(token, noun.noun);
        let makes_known = matches!(at.reading.verb.class, Some(VerbClass::Announce | VerbClass::Speech));
        (makes_known && is_fact).then_some(Candidate { modality: Modality::Reported, inherits_subject: false, ..told })
    }

    /// «أدت الحرب إلى ارتفاع الأسعار»: what came of it. The dead of an attack are no event of their own, unless they are dated.
    fn effect(&self, at: &VerbAt<'_>, end: usize, told: usize) -> Option<Candidate> {
        // «يؤدي ارتفاع الأسعار إلى زيادة التكلفة»: what always comes of it.
        if at.reading.verb.class != Some(VerbClass::Cause) || at.reading.tense != Tense::Perfect {
            return None;
        }
        let mut near = at.token + 1..self.clause.tokens.end.min(end).min(at.token + EFFECT_REACH);
        let (token, noun) = near.find_map(|token| {
            let leads = |before: usize| {
                self.reading.word(before).is_some_and(|word| governed::own_preposition(at.reading.verb.class, word))
            };
            let noun = self.reading.noun(token)?;
            (noun.preposition == Some('ب') || noun.preposition.is_none() && leads(token - 1)).then_some((token, noun))
        })?;
        let is_casualty = ARABIC.particles.small.casualty_nouns.has_stem(self.reading.word(token));
        let role = if is_casualty { Role::IfDated } else { Role::Event };
        (token != told).then(|| Candidate { role, carrier: Some(at.token), ..self.noun_candidate(token, noun.noun) })
    }

    /// «قُتل»: a perfect with a damma on its first letter.
    fn is_written_passive(&self, at: &VerbAt<'_>) -> bool {
        let written = self.reading.original(at.token, at.reading.skip, at.token).of(self.reading.text);
        at.reading.tense == Tense::Perfect && written.chars().nth(1) == Some('\u{064F}')
    }

    /// «يعتزم زيارة», «توقع ارتفاع»: the noun is to come. What was once prepared («خطط لانقلاب») may be past.
    fn expects(&self, at: &VerbAt<'_>) -> bool {
        let planning = at.reading.verb.class == Some(VerbClass::Planning) || self.aims(at);
        let word = self.reading.word(at.token).map(without_conjunction);
        planning && (at.reading.tense == Tense::Imperfect || ARABIC.particles.small.expecting.has(word))
    }

    /// «تستهدف خفض العجز»: an aim, and no attack.
    fn aims(&self, at: &VerbAt<'_>) -> bool {
        let small = &ARABIC.particles.small;
        small.aiming.has(self.reading.word(at.token).map(without_conjunction))
            && self.behind(at, AIM_REACH).any(|word| small.aims.contains(word))
    }

    /// The words behind a verb, up to so many tokens away.
    fn behind(&self, at: &VerbAt<'_>, reach: usize) -> impl Iterator<Item = &str> {
        (at.token + 1..self.clause.tokens.end.min(at.token + reach)).filter_map(|token| self.reading.word(token))
    }

    /// «وصل إلى 42», «تعود القضية إلى عام 2022»: a number or a date told, no event.
    fn is_measure(&self, at: &VerbAt<'_>) -> bool {
        let to = (at.token + 1..at.token + 5).find(|&token| self.reading.word(token) == Some("الي"));
        // «تعود للقرن 14»
        let clings =
            self.reading.phrase(at.token + 1, &ARABIC.temporal.words).is_some_and(|found| found.preposition == Some('ل'));
        at.reading.verb.class == Some(VerbClass::Measuring) && (clings || to.is_some_and(|to| self.is_quantity(to + 1)))
    }

    /// «أسرت القلوب», «ضرب عصفورين بحجر»: nothing was arrested or hit.
    fn is_figurative(&self, at: &VerbAt<'_>) -> bool {
        let is_figure = |word: &str| stems(word).any(|stem| ARABIC.particles.figurative.contains(stem.core));
        at.reading.verb.class.is_none_or(|class| class == VerbClass::Light) && self.behind(at, 4).any(is_figure)
    }

    /// «يوافق اليوم العشرون من يوليو …»: what day it is.
    fn is_day(&self, at: &VerbAt<'_>) -> bool {
        let coincides = ARABIC.particles.small.coinciding.has(self.reading.word(at.token));
        coincides && self.reading.phrase(at.token + 1, &ARABIC.temporal.words).is_some()
    }

    fn is_quantity(&self, token: usize) -> bool {
        let particles = &ARABIC.particles;
        self.reading.number(token).is_some()
            || self.reading.word(token).is_some_and(|word| particles.quantities.contains(word))
            || self.reading.phrase(token, &ARABIC.temporal.words).is_some()
    }

    /// «ما أسفر عن …», «مما أدى إلى …»: the effect of what was told before.
    pub(super) fn goes_on(&self) -> bool {
        let before = self.clause.tokens.start.checked_sub(1).and_then(|before| self.reading.word(before));
        before.is_some_and(|before| before == "مما" || ARABIC.particles.free_relatives.contains(without_conjunction(before)))
    }

    fn is_reported(&self) -> bool {
        self.clause.kind == ClauseKind::Complement && matches!(self.governor, Some(VerbClass::Speech | VerbClass::Announce))
    }

    fn reality(&self, at: &VerbAt<'_>) -> Reality {
        let reality = modality::of_verb(self.reading, &self.clause.tokens, at.token, &at.reading);
        if reality != Reality::Told || self.clause.kind != ClauseKind::Complement {
            return reality;
        }
        // «أن» right before an imperfect is the subjunctive: what is wanted, planned or possible, not what is.
        let subjunctive = at.reading.tense == Tense::Imperfect && at.token == self.clause.tokens.start;
        if !subjunctive {
            return reality;
        }
        let planned = self.governor == Some(VerbClass::Planning) || modality::is_planned(self.reading, self.clause.tokens.start);
        if planned { Reality::Planned } else { Reality::Possible }
    }

    /// «بعد أن حلّقت», «كانت قد خضعت».
    fn order_of_clause(&self, at: &VerbAt<'_>) -> Option<Order> {
        let start = self.clause.tokens.start;
        if let ClauseKind::Adjunct(order) = self.clause.kind {
            return Some(Order { order, cue: (start.saturating_sub(2), start.saturating_sub(1)), is_cause: false });
        }
        // «ثم غادر»: after what was told before it.
        let then = start.checked_sub(1).filter(|&before| ARABIC.particles.small.then.has(self.reading.word(before)));
        if let Some(cue) = then.filter(|_| at.token == start && at.reading.tense == Tense::Perfect) {
            return Some(Order { order: AdjunctOrder::After, cue: (cue, cue), is_cause: false });
        }
        let pluperfect = at.token >= 2
            && self.reading.word(at.token - 1) == Some("قد")
            && ARABIC.particles.small.was.has(self.reading.word(at.token - 2));
        pluperfect.then(|| Order { order: AdjunctOrder::Before, cue: (at.token - 2, at.token - 1), is_cause: false })
    }

    /// Who tells of the event; `None`: nobody.
    fn told_by(&self, at: &VerbAt<'static>, end: usize) -> Option<Candidate> {
        let is_taken = |token: usize| is_in_name(token, self.names);
        let telling = Telling {
            scope: self,
            at,
            sense: complements::sense(self.reading, &self.clause.tokens, at),
            governed: governed::governed_noun(self.reading, &self.clause.tokens, at, end, &is_taken)
                .filter(|(token, _)| modality::of_noun(self.reading, *token) == Reality::Told)
                .or_else(|| self.behind_comma(at)),
        };
        match at.reading.verb.class {
            Some(VerbClass::Done) => telling.done(),
            Some(VerbClass::Achieving) => telling.achieved().or_else(|| telling.of_class(None)),
            Some(VerbClass::Light) => telling.light(),
            Some(VerbClass::Announce) => telling.announced(),
            _ if self.aims(at) => telling.of_class(Some(VerbClass::Planning)),
            class => telling.needed().or_else(|| telling.of_class(class)),
        }
        .and_then(|told| if self.is_attribution(at) { telling.reported(told) } else { Some(told) })
    }

    /// «شهدت بغداد مساء أمس، مقتل …»: the object of a light verb behind the comma that ends its clause.
    fn behind_comma(&self, at: &VerbAt<'_>) -> Option<NounAt> {
        let comma = self.clause.tokens.end;
        let is_light = at.reading.verb.class == Some(VerbClass::Light);
        let in_sentence = self.reading.sentence_of(at.token).is_some_and(|sentence| sentence.tokens.contains(&(comma + 1)));
        let noun =
            self.reading.noun(comma + 1).filter(|_| is_light && in_sentence && matches!(self.reading.str(comma), "،" | ","))?;
        let is_object = noun.skip == 0 && !noun.definite && verbs::verb_at(self.reading, comma + 1).is_none();
        is_object.then_some((comma + 1, noun))
    }

    /// «ذكرت وكالة الأنباء أمس»: where the report comes from.
    fn is_attribution(&self, at: &VerbAt<'_>) -> bool {
        let says = matches!(at.reading.verb.class, Some(VerbClass::Speech | VerbClass::Announce));
        let media = &ARABIC.entities.media;
        let is_medium = |word: &str| stems(word).any(|stem| stem.preposition.is_none() && media.contains(stem.core));
        says && (at.token + 1..at.token + 3).any(|token| self.reading.word(token).is_some_and(is_medium))
    }
}

fn aspect(at: &VerbAt<'_>, reality: Reality) -> Aspect {
    match (at.reading.tense, at.reading.verb.class) {
        _ if reality == Reality::Planned => Aspect::Future,
        (Tense::Imperfect, Some(VerbClass::Planning)) => Aspect::Future,
        (Tense::Imperfect, Some(VerbClass::Continuing)) => Aspect::Ongoing,
        (Tense::Imperfect, _) => Aspect::Present,
        (Tense::Perfect, _) => Aspect::Past,
    }
}

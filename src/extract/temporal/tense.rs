//! What tense alone says of an event, and what the rules are called.

use super::bounds::Dated;
use crate::base::{Arg, Bounds, Language, Message, Moment, Name, TextSpan};
use crate::event::{Basis, Step};
use crate::extract::RuleId;
use crate::extract::events::{Aspect, Candidate};
use crate::extract::normalize::Reading;

/// What the rules are called in a language.
pub(super) struct Rules {
    pub(super) no_publication_date: RuleId,
    pub(super) narrative: RuleId,
    pub(super) ongoing: RuleId,
    pub(super) planned: RuleId,
    pub(super) since: RuleId,
    pub(super) until: RuleId,
    pub(super) before: RuleId,
    pub(super) after: RuleId,
}

macro_rules! rules {
    ($language:literal) => {
        Rules {
            no_publication_date: concat!($language, "/no-publication-date"),
            narrative: concat!($language, "/narrative"),
            ongoing: concat!($language, "/ongoing"),
            planned: concat!($language, "/planned"),
            since: concat!($language, "/since"),
            until: concat!($language, "/until"),
            before: concat!($language, "/before"),
            after: concat!($language, "/after"),
        }
    };
}

impl Rules {
    pub(super) fn of(language: Language) -> &'static Self {
        const ARABIC: Rules = rules!("ar");
        const ENGLISH: Rules = rules!("en");
        match language {
            Language::Arabic => &ARABIC,
            Language::English => &ENGLISH,
        }
    }

    /// Whether a rule says no more than the tense does.
    pub(super) fn is_tense(&self, rule: &str) -> bool {
        [self.narrative, self.planned, self.ongoing, self.no_publication_date].contains(&rule)
    }
}

/// What tense alone says.
pub(super) fn untimed(reading: &Reading<'_>, rules: &'static Rules, candidate: &Candidate, published: Option<Moment>) -> Dated {
    let trigger = reading.token_span(candidate.carrier.unwrap_or(candidate.token));
    let mut dated = Dated {
        bounds: Bounds::UNKNOWN,
        from_text: (false, false),
        is_ongoing: false,
        begin: None,
        basis: Basis::None,
        timex: None,
        steps: Vec::new(),
    };
    let Some(published) = published else {
        dated.steps.push(step(rules.no_publication_date, Message::new("why-no-publication-date"), vec![trigger]));
        return dated;
    };
    let at = |key| Message::new(key).with("date", Arg::Moment(published));
    match candidate.aspect {
        Aspect::Past | Aspect::Present | Aspect::Untensed => {
            dated.bounds = Bounds::until(published);
            dated.basis = Basis::Narrative;
            let key = if candidate.aspect == Aspect::Past { "why-told-as-past" } else { "why-told-as-known" };
            dated.steps.push(step(rules.narrative, at(key), vec![trigger]));
        }
        Aspect::Open => dated.steps.push(step(rules.planned, Message::new("why-beside-plan"), vec![trigger])),
        Aspect::Ongoing => {
            dated.bounds = Bounds::between(published, published);
            dated.is_ongoing = true;
            dated.basis = Basis::Relative;
            dated.steps.push(step(rules.ongoing, at("why-ongoing"), vec![trigger]));
        }
        Aspect::Future => {
            dated.bounds = Bounds::since(published);
            dated.from_text.0 = true;
            dated.basis = Basis::Relative;
            dated.steps.push(step(rules.planned, at("why-planned"), vec![trigger]));
        }
    }
    dated
}

pub(super) fn step(rule: impl Into<Name>, message: Message, spans: Vec<TextSpan>) -> Step {
    Step { rule: rule.into(), message, spans }
}

//! From an article to what it says. Pure: no clock, no files, the same result for the same article.
//!
//! The text is folded and cut into tokens and sentences (`normalize`, `tokenize`, `sentence`), words of time are found and
//! resolved (`temporal`), then events (`events`), then their order (`order`), which narrows what the dates left open.

mod assemble;
mod by_hand;
mod events;
mod lexicon;
mod normalize;
mod order;
mod published;
mod retold;
mod sentence;
mod temporal;
mod tokenize;

pub use self::by_hand::{propose, read_date};
use self::sentence::LineRole;
use crate::article::{Article, Published};
use crate::base::Language;
use crate::event::{Extraction, Timex};

/// The name of a rule, such as `ar/month-relative`.
type RuleId = &'static str;

/// What the caller knows better than the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The publication date, over whatever the article says.
    pub published: Option<Published>,
    /// Where set, the publication date is unknown whatever the article says.
    pub published_unknown: bool,
    /// The language, over whatever the article says.
    pub language: Option<Language>,
}

/// Finds the temporal expressions and events of an article. Cannot fail: what is odd becomes a warning.
#[must_use]
pub fn extract(article: &Article, options: &Options) -> Extraction {
    found(article, options, &|| true)
}

/// The same as long as `is_wanted` says so, which is asked before each sentence; `None` where it said no.
#[must_use]
pub fn extract_while(article: &Article, options: &Options, is_wanted: &dyn Fn() -> bool) -> Option<Extraction> {
    let found = found(article, options, is_wanted);
    is_wanted().then_some(found)
}

/// What is found until it is no longer wanted.
fn found(article: &Article, options: &Options, is_wanted: &dyn Fn() -> bool) -> Extraction {
    let language = options.language.or(article.language).unwrap_or_else(|| language_of(&article.text));
    let mut reading = normalize::Reading::while_wanted(&article.text, is_wanted);
    let (published, warnings) = published::choose(article, options, &reading, language);
    let title = article.title.clone().or_else(|| headline(&reading));
    let found = assemble::assemble(&mut reading, language, published);
    let warnings = warnings.into_iter().chain(found.warnings).collect();
    let lines = |role| reading.sentences.iter().filter(move |line| line.role == role).map(|line| line.span).collect();
    Extraction {
        language,
        title,
        published,
        timexes: found.timexes,
        events: found.events,
        tlinks: found.tlinks,
        warnings,
        headings: lines(LineRole::Heading),
        page_lines: lines(LineRole::Boilerplate),
    }
}

/// Finds the temporal expressions of an article and nothing else, resolved against its publication date.
#[must_use]
pub fn temporal_expressions(article: &Article, options: &Options) -> Vec<Timex> {
    let language = options.language.or(article.language).unwrap_or_else(|| language_of(&article.text));
    let reading = normalize::Reading::new(&article.text);
    let (published, _) = published::choose(article, options, &reading, language);
    let found = temporal::find(&reading, language, published.map(|published| published.value));
    found.into_iter().map(|mention| mention.timex).collect()
}

/// The language of most letters.
fn language_of(text: &str) -> Language {
    let (mut arabic, mut latin) = (0usize, 0usize);
    for c in text.chars().take(20_000) {
        arabic += usize::from(matches!(c, '\u{0600}'..='\u{06FF}'));
        latin += usize::from(c.is_ascii_alphabetic());
    }
    if latin > arabic { Language::English } else { Language::Arabic }
}

fn headline(reading: &normalize::Reading<'_>) -> Option<String> {
    let line = reading.sentences.iter().find(|sentence| sentence.role == LineRole::Headline)?;
    Some(line.span.of(reading.text).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_is_no_longer_wanted_stops_at_the_next_sentence() {
        for text in ["وصل الوفد يوم 3 آذار 2024. ثم غادر. ", "The delegation arrived on 3 March 2024. Then it left. "]
        {
            let article = Article { text: text.repeat(500), ..Article::default() };
            let n_asked = Cell::new(0);
            let wanted_for = |most: usize| {
                n_asked.set(0);
                let is_wanted = || {
                    n_asked.set(n_asked.get() + 1);
                    n_asked.get() <= most
                };
                extract_while(&article, &Options::default(), &is_wanted)
            };
            assert_eq!(wanted_for(usize::MAX), Some(extract(&article, &Options::default())));
            assert!(n_asked.get() > 2000, "asked before each sentence, by each step: {}", n_asked.get());
            assert_eq!(wanted_for(1500), None);
            assert!(n_asked.get() < 1510, "{}", n_asked.get());
        }
    }
}

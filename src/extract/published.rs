//! The publication date: from the caller, the record, the lines beside the text, its dateline, the text or the file name, in this
//! order.
//! None of these: it stays unknown.

use chrono::NaiveDate;

use super::Options;
use super::normalize::Reading;
use super::sentence::LineRole;
use super::temporal::value::Value;
use super::temporal::{self, TimexMention};
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::{Language, Message, Moment};
use crate::event::Warning;

/// How far into the lead the date of its dateline may begin.
const DATELINE_TOKENS: usize = 7;

/// The publication date, and what is to be said about it.
pub(super) fn choose(
    article: &Article,
    options: &Options,
    reading: &Reading<'_>,
    language: Language,
) -> (Option<Published>, Vec<Warning>) {
    let mut warnings = Vec::new();
    if let Some(written) = &article.unreadable_published {
        let message = Message::new("warning-published-unreadable").with_text("value", written.clone());
        warnings.push(Warning { code: "published-unreadable".into(), message, spans: Vec::new() });
    }
    if options.published_unknown {
        return (None, warnings);
    }
    let published = options.published.or(article.published).or_else(|| byline(article));
    let published = published.or_else(|| from_text(reading, language)).or_else(|| file_name(article));
    if published.is_none() {
        warnings.push(Warning {
            code: "published-unknown".into(),
            message: Message::new("warning-published-unknown"),
            spans: Vec::new(),
        });
    }
    (published, warnings)
}

/// The dateline, or a date that the text says is today; the expressions of the text are looked for once for both.
fn from_text(reading: &Reading<'_>, language: Language) -> Option<Published> {
    let mentions = temporal::find(reading, language, None);
    dateline(reading, &mentions).or_else(|| told(reading, &mentions))
}

/// A full date in a line beside the text, in either language: pages write their lines in another than their articles at times.
fn byline(article: &Article) -> Option<Published> {
    article.bylines.iter().find_map(|line| {
        let reading = Reading::new(line);
        let of_language = |language| {
            let value =
                temporal::find(&reading, language, None).iter().find_map(|mention| full_date(mention).or(one_day(mention)))?;
            Some(Published { value, origin: PublishedOrigin::Dateline })
        };
        [Language::Arabic, Language::English].into_iter().find_map(of_language)
    })
}

/// The day, or the minute of it, where an expression gives a whole date.
fn full_date(mention: &TimexMention) -> Option<Moment> {
    match mention.value {
        Value::Day(day) => Some(Moment::on(day)),
        Value::Clock(Some(day), _) => Some(mention.timex.bounds.earliest.unwrap_or_else(|| Moment::on(day))),
        _ => None,
    }
}

/// The day in which an expression lies from its beginning to its end, as «8 فيفري 2019 - 10:30» does; the minute where it ends in one.
fn one_day(mention: &TimexMention) -> Option<Moment> {
    let (earliest, latest) = (mention.timex.bounds.earliest?, mention.timex.bounds.latest?);
    (earliest.day() == latest.day()).then_some(latest)
}

/// A full date at the head of the text: on a line of its own before the body, or before the first verb of the lead with a
/// dash or colon behind it: «عمّان، 3 تشرين الثاني 2024 (وكالة) –».
fn dateline(reading: &Reading<'_>, mentions: &[TimexMention]) -> Option<Published> {
    let lead = reading.sentences.iter().position(|sentence| sentence.role == LineRole::Body)?;
    let lead_start = reading.sentences[lead].tokens.start;
    mentions.iter().take(3).find_map(|mention| {
        let value = full_date(mention)?;
        let own_line = reading.sentence_of(mention.first).is_some_and(|line| {
            line.role != LineRole::Body
                && line.tokens.len() <= (mention.last - mention.first) + 6
                && line.tokens.start <= lead_start
        });
        let in_lead = mention.first >= lead_start && mention.first - lead_start <= 4 && mark_behind(reading, mention).is_some();
        (own_line || in_lead).then_some(Published { value, origin: PublishedOrigin::Dateline })
    })
}

/// The dash or colon that ends a dateline after its date, before the name of an agency or behind it.
fn mark_behind(reading: &Reading<'_>, mention: &TimexMention) -> Option<usize> {
    (mention.last + 1..mention.last + 6).find(|token| matches!(reading.str(*token), "-" | "–" | "—" | ":"))
}

/// The last token of the dateline that opens the lead: «عمّان، 3 تشرين الثاني (وكالة) –». Its day is that of the report, or nearly,
/// and not that of what the report tells; «15 مارس 2011: اندلعت …» under a later report is an entry of a chronology.
pub(super) fn dateline_end(reading: &Reading<'_>, mentions: &[TimexMention], published: Moment) -> Option<usize> {
    let lead = reading.sentences.iter().find(|sentence| sentence.role == LineRole::Body)?;
    let tokens = lead.tokens.start..lead.tokens.end.min(lead.tokens.start + DATELINE_TOKENS);
    mentions.iter().take_while(|mention| mention.first < tokens.end).filter(|mention| tokens.contains(&mention.first)).find_map(
        |mention| {
            let day = one_day(mention)?.day();
            let is_near = (day - published.day()).num_days().abs() <= 2;
            let is_apart = is_apart(reading, lead.tokens.start, mention.first);
            mark_behind(reading, mention).filter(|end| is_near && is_apart && *end + 1 < lead.tokens.end)
        },
    )
}

/// Whether a date stands apart from what is told: behind a comma or bracket, or right behind the name of a place.
fn is_apart(reading: &Reading<'_>, start: usize, date: usize) -> bool {
    let is_mark = |token: usize| matches!(reading.str(token), "،" | "," | ")" | "(" | "-" | "–" | "—" | "/" | ".");
    let Some(before) = date.checked_sub(1).filter(|before| *before >= start) else { return false };
    is_mark(before) || (date - start <= 2 && (start..date).all(|token| reading.lexical_verb(token).is_none()))
}

/// «اليوم (الاثنين) 3 نوفمبر 2025», "today, November 3, 2025": a word that means the day of publication, with a full date
/// in brackets or right behind it.
fn told(reading: &Reading<'_>, mentions: &[TimexMention]) -> Option<Published> {
    let is_today = |token: usize| matches!(reading.word(token), Some("اليوم" | "today"));
    let day = mentions.iter().find_map(|mention| {
        let Value::Day(day) = mention.value else { return None };
        let start = mention.first.saturating_sub(5);
        // Between the two: brackets, commas, a weekday; the date may have swallowed them.
        let today = (start..=mention.first).rev().find(|&token| is_today(token))?;
        let between = (today + 1..mention.first).all(|token| {
            matches!(reading.str(token), "(" | ")" | "," | "،" | "الموافق")
                || mentions
                    .iter()
                    .any(|other| matches!(other.value, Value::Weekday(_)) && (other.first..=other.last).contains(&token))
        });
        between.then_some(day)
    })?;
    Some(Published { value: Moment::on(day), origin: PublishedOrigin::Text })
}

/// `2025-11-01` or `20251101` in the name of the file.
fn file_name(article: &Article) -> Option<Published> {
    let name = article.file_name.as_deref()?;
    let digits: String = name.chars().map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
    let groups: Vec<&str> = digits.split(' ').filter(|group| !group.is_empty()).collect();
    let from_parts = groups.windows(3).find_map(|parts| day(parts[0], parts[1], parts[2]));
    let whole = || groups.iter().filter(|group| group.len() == 8).find_map(|group| day(&group[..4], &group[4..6], &group[6..]));
    let value = Moment::on(from_parts.or_else(whole)?);
    Some(Published { value, origin: PublishedOrigin::FileName })
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
        return None;
    }
    let year = year.parse().ok().filter(|year| (1800..=2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

//! A chronology in Markdown (CommonMark): the dated events, those known by their order, the undated, each with its sentence.

use std::fmt::Write as _;

use super::chronology::{Chronology, Entry};
use super::markup::is_hidden;
use super::{Choice, Exported, Subject};
use crate::base::Message;
use crate::i18n::{I18n, without_isolates};

/// The chronology.
pub(super) fn page(subject: &Subject<'_>, choice: &Choice, i18n: &I18n) -> Exported {
    let chronology = Chronology::new(subject, choice);
    let mut page = format!("# {}\n\n", escaped(&subject.name(i18n)));
    let byline = subject.byline(i18n).iter().map(|part| escaped(part)).collect::<Vec<_>>().join(" · ");
    let link = subject.url().map(|url| format!("<{url}>"));
    for line in [byline].into_iter().chain(link).filter(|line| !line.is_empty()) {
        put(&mut page, &format!("{line}\n\n"));
    }
    put(&mut page, &format!("{}\n\n", escaped(&count(i18n, chronology.len()))));
    for (key, entries) in chronology.parts() {
        put(&mut page, &format!("## {}\n\n", escaped(&i18n.text(key))));
        for entry in entries {
            put(&mut page, &entry_text(subject, entry, i18n));
        }
    }
    put(&mut page, &format!("---\n\n{}\n", escaped(&i18n.text("export-made"))));
    Exported::whole(page, chronology.len())
}

fn entry_text(subject: &Subject<'_>, entry: &Entry<'_>, i18n: &I18n) -> String {
    let mut text = format!("### {}\n\n**{}**\n\n", escaped(entry.title), escaped(&entry.dating(i18n)));
    for (name, answer) in entry.facts(i18n) {
        put(&mut text, &format!("- {}: {}\n", escaped(&i18n.text(name)), escaped(&answer)));
    }
    text.push('\n');
    let quotation = subject.quotation(entry);
    if !quotation.is_empty() {
        // Lines of a sentence stay lines of its quotation.
        let lines: Vec<String> = quotation.lines().map(|line| format!("> {}", escaped(line))).collect();
        put(&mut text, &format!("{}\n\n", lines.join("\n")));
    }
    if !entry.details.is_empty() {
        put(&mut text, &format!("{}\n\n", escaped(entry.details)));
    }
    text
}

fn count(i18n: &I18n, n_events: usize) -> String {
    i18n.message(&Message::new("status-events").with_count("count", n_events))
}

fn put(page: &mut String, text: &str) {
    // Writing into a string never fails.
    let _ = page.write_str(text);
}

/// Words from elsewhere as the words that they are, on one line. CommonMark takes a backslash before any ASCII sign; a list or a
/// heading only begins at the start of a line, so full stops and hyphens elsewhere stay as they are.
fn escaped(words: &str) -> String {
    let words: String = without_isolates(words).chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    let mut text = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        let opens_line = text.is_empty();
        for (at, sign) in word.char_indices() {
            let is_markup = matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!');
            let begins_block = opens_line && (matches!(sign, '-' | '+' | '=' | ':') || is_number_sign(word, at, sign));
            if is_markup || begins_block {
                text.push('\\');
            }
            text.push(sign);
        }
    }
    text
}

/// Whether a sign makes a number at the beginning of a line the number of a list.
fn is_number_sign(word: &str, at: usize, sign: char) -> bool {
    matches!(sign, '.' | ')') && at > 0 && word[..at].bytes().all(|byte| byte.is_ascii_digit())
}

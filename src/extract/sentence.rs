//! Sentences of an article, and what kind of line each stands in.
//! Headlines and the page's boilerplate are told apart from the body: they tell no events of their own.

use std::ops::Range;

use super::lexicon::page::PageWords;
use super::lexicon::{ARABIC, ENGLISH};
use super::tokenize::{Token, TokenKind};
use crate::base::TextSpan;

/// The longest line, in words, that is a heading when it ends without a full stop.
const HEADING_WORDS: usize = 18;

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    /// Its place in the original text.
    pub(super) span: TextSpan,
    pub(super) role: LineRole,
    /// Counts the lines that hold something.
    pub(super) paragraph: usize,
}

/// What a line is to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineRole {
    /// The headline: its events are told again by the body.
    Headline,
    /// A heading inside the article.
    Heading,
    Body,
    /// Where and when a report was written, at the head of its lead.
    Dateline,
    /// Buttons, counts, lists of other articles.
    Boilerplate,
}

/// The longest sentence, in tokens. A text without full stops is cut, so that the work on it stays in proportion to its length.
const SENTENCE_TOKENS: usize = 400;

/// The sentences of a text, in order.
pub(super) fn sentences(text: &str, folded: &str, tokens: &[Token]) -> Vec<Sentence> {
    let lines: Vec<Range<usize>> = lines(tokens);
    let roles = roles(&lines, folded, tokens);
    let mut out = Vec::new();
    for (paragraph, (line, role)) in lines.into_iter().zip(roles).enumerate() {
        let whole = role != LineRole::Body;
        for tokens_range in if whole { vec![line] } else { split(line, folded, tokens) } {
            let (first, last) = (tokens[tokens_range.start].original(), tokens[tokens_range.end - 1].original());
            let span = TextSpan::new(first.start, last.end.max(first.start));
            debug_assert!(text.get(span.start..span.end).is_some(), "sentence spans lie on code point borders");
            out.push(Sentence { tokens: tokens_range, span, role, paragraph });
        }
    }
    out
}

/// Cuts the sentence that holds `last` behind it: what stands before is the dateline of the rest.
pub(super) fn cut_dateline(sentences: &mut Vec<Sentence>, tokens: &[Token], last: usize) {
    let Some(at) = sentences.iter().position(|sentence| sentence.tokens.contains(&last)) else { return };
    let whole = &mut sentences[at];
    if last + 1 >= whole.tokens.end {
        return;
    }
    let dateline = Sentence {
        tokens: whole.tokens.start..last + 1,
        span: TextSpan::new(whole.span.start, tokens[last].original().end),
        role: LineRole::Dateline,
        paragraph: whole.paragraph,
    };
    whole.tokens.start = last + 1;
    whole.span.start = tokens[last + 1].original().start;
    sentences.insert(at, dateline);
}

/// The token ranges of lines that hold something.
fn lines(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Break {
            if start < i {
                lines.push(start..i);
            }
            start = i + 1;
        }
    }
    if start < tokens.len() {
        lines.push(start..tokens.len());
    }
    lines
}

fn roles(lines: &[Range<usize>], folded: &str, tokens: &[Token]) -> Vec<LineRole> {
    let page = &ARABIC.page;
    let mut in_list = false;
    let mut roles: Vec<LineRole> = Vec::with_capacity(lines.len());
    for line in lines {
        let words =
            || tokens[line.clone()].iter().filter(|token| token.kind != TokenKind::Mark).map(|token| token.span().of(folded));
        let joined = words().take(6).collect::<Vec<_>>().join(" ");
        let heading = is_heading(line, folded, tokens);
        let opens_list = page.lists.contains(&joined);
        in_list = opens_list || (in_list && heading);
        let boilerplate =
            in_list || page.lines.contains(&joined) || is_buttons(words(), page) || is_see_also(line, page, folded, tokens);
        roles.push(if boilerplate {
            LineRole::Boilerplate
        } else if heading {
            LineRole::Heading
        } else {
            LineRole::Body
        });
    }
    name_headline(&mut roles);
    roles
}

/// The first heading above a body is the headline; a text of headings alone has none, its lines are the body.
fn name_headline(roles: &mut [LineRole]) {
    if !roles.contains(&LineRole::Body) {
        roles.iter_mut().filter(|role| **role == LineRole::Heading).for_each(|role| *role = LineRole::Body);
        return;
    }
    let first = roles.iter().position(|role| *role != LineRole::Boilerplate);
    if let Some(first) = first.filter(|&first| roles[first] == LineRole::Heading) {
        roles[first] = LineRole::Headline;
    }
}

fn is_heading(line: &Range<usize>, folded: &str, tokens: &[Token]) -> bool {
    let ends_open = tokens[line.clone()].last().is_some_and(|last| {
        last.kind != TokenKind::Mark || !matches!(last.span().of(folded), "." | "؟" | "!" | "?" | "…" | "،" | "," | "؛" | ":")
    });
    let n_words = tokens[line.clone()].iter().filter(|token| token.kind == TokenKind::Word).count();
    ends_open && n_words <= HEADING_WORDS
}

/// A row of buttons and counts: at least half of its words are such words.
fn is_buttons<'a>(words: impl Iterator<Item = &'a str>, page: &PageWords) -> bool {
    let (mut n_words, mut n_buttons, mut n_counts) = (0, 0, 0);
    for word in words {
        n_words += 1;
        n_counts += usize::from(word.bytes().all(|byte| byte.is_ascii_digit()));
        n_buttons += usize::from(page.buttons.contains(word));
    }
    let enough = n_buttons >= 2 || (n_buttons == 1 && n_words <= 3);
    n_words <= 24 && enough && (n_buttons + n_counts) * 2 >= n_words
}

/// A line such as «اقرأ أيضا: …», which names another article.
fn is_see_also(line: &Range<usize>, page: &PageWords, folded: &str, tokens: &[Token]) -> bool {
    let Some(colon) = tokens[line.clone()].iter().take(5).position(|token| token.span().of(folded) == ":") else {
        return false;
    };
    let before: Vec<&str> = tokens[line.start..line.start + colon].iter().map(|token| token.span().of(folded)).collect();
    page.lines.contains(&before.join(" "))
}

/// Splits a line after full stops, question and exclamation marks that are followed by a blank or a closing mark.
fn split(line: Range<usize>, folded: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = line.start;
    let mut i = line.start;
    while i < line.end {
        if i - start >= SENTENCE_TOKENS {
            out.push(start..i);
            start = i;
        }
        if ends_sentence(i, &line, folded, tokens) {
            let mut end = i + 1;
            while end < line.end && matches!(tokens[end].span().of(folded), "\"" | "»" | "”" | ")" | "." | "!" | "؟") {
                end += 1;
            }
            out.push(start..end);
            start = end;
            i = end;
        } else {
            i += 1;
        }
    }
    if start < line.end {
        out.push(start..line.end);
    }
    out
}

fn ends_sentence(i: usize, line: &Range<usize>, folded: &str, tokens: &[Token]) -> bool {
    if tokens[i].kind != TokenKind::Mark || !matches!(tokens[i].span().of(folded), "." | "؟" | "!" | "?") {
        return false;
    }
    let touches_next = i + 1 < line.end && tokens[i].span().end == tokens[i + 1].span().start;
    if touches_next && tokens[i + 1].kind != TokenKind::Mark {
        return false;
    }
    // «...» inside a sentence, and abbreviations of one letter such as «د.».
    let after_dot = i > line.start && tokens[i - 1].span().of(folded) == ".";
    let after_letter = i > line.start && tokens[i - 1].kind == TokenKind::Word && is_letter(tokens[i - 1].span().of(folded));
    !(after_dot
        || after_letter
        || (touches_next && tokens[i + 1].span().of(folded) == ".")
        || is_abbreviation(i, line, folded, tokens))
}

/// Whether a word is a single letter: «د.», "J."; "it." ends a sentence.
fn is_letter(word: &str) -> bool {
    word.len() <= 2 && word.chars().nth(1).is_none()
}

/// "Mr. Smith", "Oct. 2": a full stop that belongs to the word before it.
fn is_abbreviation(stop: usize, line: &Range<usize>, folded: &str, tokens: &[Token]) -> bool {
    let Some(before) = stop.checked_sub(1).filter(|&before| before >= line.start && tokens[before].kind == TokenKind::Word)
    else {
        return false;
    };
    let word = tokens[before].span().of(folded);
    if word.len() > 5 || !word.is_ascii() || tokens[before].span().end != tokens[stop].span().start {
        return false;
    }
    let before_number = tokens.get(stop + 1).is_some_and(|next| stop + 1 < line.end && next.kind == TokenKind::Number);
    ENGLISH.titles.contains(word) || (before_number && ENGLISH.short_words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::normalize::Reading;

    fn roles_of(text: &str) -> Vec<(LineRole, String)> {
        let reading = Reading::new(text);
        reading.sentences.iter().map(|sentence| (sentence.role, sentence.span.of(text).to_owned())).collect()
    }

    #[test]
    fn headlines_bodies_and_page_furniture_are_told_apart() {
        let text = "وفد يزور العاصمة\n\n3 تعليقات طباعة إرسال\n\nوصل الوفد صباحا. ثم غادر.\n\nاقرأ أيضا\nخبر آخر";
        let roles = roles_of(text);
        let expected = [
            LineRole::Headline,
            LineRole::Boilerplate,
            LineRole::Body,
            LineRole::Body,
            LineRole::Boilerplate,
            LineRole::Boilerplate,
        ];
        assert_eq!(roles.iter().map(|(role, _)| *role).collect::<Vec<_>>(), expected, "{roles:?}");
        assert_eq!(roles[2].1, "وصل الوفد صباحا.");
    }

    #[test]
    fn numbers_and_abbreviations_end_no_sentence() {
        let text = "بلغ 5.6 في المئة وقال د. سالم «انتهى الأمر.» ثم خرج.";
        assert_eq!(roles_of(text).len(), 2, "{:?}", roles_of(text));
    }

    #[test]
    fn english_abbreviations_end_no_sentence() {
        let text = "Mr. Smith met Gen. Jones on Oct. 2 in Rome. It ended in Dec. Then they left.";
        assert_eq!(roles_of(text).len(), 3, "{:?}", roles_of(text));
    }

    #[test]
    fn a_single_line_is_a_body() {
        assert_eq!(roles_of("وصل أمس"), [(LineRole::Body, "وصل أمس".to_owned())]);
    }
}

//! The glyphs of a corpus against those that HarfBuzz gives, glyph by glyph, in units of the font.
//!
//! `tests/text/README.md` says how the expected ones were made.

use waqai::base::Direction;
use waqai::text::Face;
use waqai::text::inspect::{GlyphRun, Inspector};

const CORPUS: &str = include_str!("text/corpus.txt");
const EXPECTED: &str = include_str!("text/corpus.expected");

/// The em of the bundled fonts: lengths are in units of the font.
const EM: f32 = 1000.0;

fn corpus() -> impl Iterator<Item = &'static str> {
    CORPUS.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// Replaces `\u{200D}` and `\\`.
fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(hex) = rest.strip_prefix("u{") {
            let end = hex.find('}').expect("an escape ends");
            let code = u32::from_str_radix(&hex[..end], 16).expect("a number");
            text.push(char::from_u32(code).expect("a character"));
            rest = &hex[end + 1..];
        } else {
            text.push('\\');
            rest = rest.strip_prefix('\\').expect("a backslash is doubled");
        }
    }
    text + rest
}

fn print(run: &GlyphRun) -> String {
    let direction = if run.direction == Direction::RightToLeft { "rtl" } else { "ltr" };
    let font = run.font.expect("a bundled font");
    format!("{font} {direction} {}..{} {run}", run.bytes.start, run.bytes.end)
}

#[test]
fn every_glyph_is_that_of_harfbuzz() {
    let mut inspector = Inspector::bundled();
    let mut actual = Vec::new();
    for line in corpus() {
        for (name, face) in [("bundled-article", Face::Article), ("bundled-interface", Face::Interface)] {
            actual.push(format!("{name}: {line}"));
            let lines = inspector.lines(&unescaped(line), face, None, EM, None);
            actual.extend(lines.concat().iter().map(print));
        }
    }
    let expected: Vec<&str> = EXPECTED.lines().collect();
    let differing = actual.iter().zip(&expected).filter(|(ours, theirs)| ours != *theirs);
    let report: Vec<String> = differing.map(|(ours, theirs)| format!("ours   {ours}\ntheirs {theirs}")).collect();
    assert!(report.is_empty(), "{} differ:\n{}", report.len(), report.join("\n"));
    assert_eq!(actual.len(), expected.len());
}

#[test]
fn the_corpus_is_large_and_no_line_stands_twice() {
    let mut lines: Vec<&str> = corpus().collect();
    let count = lines.len();
    assert!(count >= 200, "{count}");
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), count);
}

#[test]
fn wrapped_lines_hold_the_same_letters() {
    let mut inspector = Inspector::bundled();
    for line in corpus() {
        let text = unescaped(line);
        let mut n_bytes = |width| -> usize {
            let lines = inspector.lines(&text, Face::Article, None, EM, width);
            lines.iter().flatten().map(|run| run.bytes.len()).sum()
        };
        assert_eq!(n_bytes(None), text.len(), "{line}");
        assert_eq!(n_bytes(Some(4000.0)), text.len(), "{line}");
    }
}

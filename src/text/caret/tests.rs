//! Carets that walk along lines of both directions.

use super::super::block::{Break, Request, lay_out};
use super::super::engine::Engine;
use super::super::{Align, Face};
use super::*;
use crate::base::Direction;

fn laid(text: &str, wrap: Break) -> Block {
    let request = Request {
        text,
        face: Face::Article,
        size: 18.0,
        bold: false,
        line_height: 1.75,
        weights: &[],
        direction: None,
        fallback: Direction::RightToLeft,
        wrap,
        align: Align::Start,
    };
    lay_out(&mut Engine::new(), &request)
}

const TEXTS: [&str; 6] = [
    "مرحبا 2023 USS Gerald \"فورد\" 12/3/2024",
    "The carrier فورد left (ميناء نورفولك) in 2025.",
    "بِسْمِ ٱللَّهِ لا إله",
    "لأن 3.5% من a",
    "\u{202E}abc\u{202C} سلام",
    "x",
];

#[test]
fn steps_to_the_right_move_to_the_right_until_the_edge_and_back() {
    for text in TEXTS {
        for wrap in [Break::Never, Break::At(90.0)] {
            let block = laid(text, wrap);
            for line in &block.lines {
                walk(&block, text, line);
            }
        }
    }
}

/// Walks along a line from its left edge to its right edge.
fn walk(block: &Block, text: &str, line: &Line) {
    let clusters = block.clusters_of(line);
    let Some(leftmost) = clusters.iter().find(|cluster| cluster.advance > 0.0) else { return };
    let mut caret = caret_across(leftmost, false);
    let idx = block.line_of(caret);
    let mut steps = 0;
    loop {
        let x = block.caret_x_of(caret);
        let Ok(next) = block.step(text, caret, CaretStep::Right) else { break };
        if block.line_of(next) != idx {
            break;
        }
        assert!(block.caret_x_of(next) > x, "{text:?} {caret:?} {next:?}");
        let back = block.step(text, next, CaretStep::Left).unwrap();
        assert!((block.caret_x_of(back) - x).abs() < 0.01, "{text:?} {next:?} {back:?} {x}");
        caret = next;
        steps += 1;
    }
    let seen = clusters.iter().filter(|cluster| cluster.advance > 0.0).count();
    assert!(steps >= seen.saturating_sub(1) && steps <= seen, "{text:?}: {steps} of {seen}");
}

#[test]
fn a_step_over_the_edge_of_a_line_follows_the_direction_of_the_paragraph() {
    let text = "وقد نفذت القوات أكثر من غارة";
    let block = laid(text, Break::At(100.0));
    assert!(block.lines.len() > 1);
    let first_end = Caret::behind(block.lines[0].bytes.end);
    assert_eq!(block.step(text, first_end, CaretStep::Left), Ok(Caret::before(block.lines[1].bytes.start)));
    let second = Caret::before(block.lines[1].bytes.start);
    assert_eq!(block.line_of(second), 1);
    assert_eq!(block.step(text, second, CaretStep::Right), Ok(Caret::behind(block.lines[0].bytes.end)));
    assert_eq!(block.step(text, Caret::before(0), CaretStep::Right), Err(Beyond::Before));
    assert_eq!(block.step(text, Caret::behind(text.len()), CaretStep::Left), Err(Beyond::After));
}

#[test]
fn words_are_logical_and_their_side_is_that_of_the_line() {
    let text = "وصل USS Ford أمس.";
    let block = laid(text, Break::Never);
    let mut ends = Vec::new();
    let mut caret = Caret::before(0);
    while let Ok(next) = block.step(text, caret, CaretStep::WordLeft) {
        ends.push(&text[..next.offset]);
        caret = next;
    }
    assert_eq!(ends, ["وصل", "وصل USS", "وصل USS Ford", "وصل USS Ford أمس", text]);
    let back = block.step(text, caret, CaretStep::WordRight).unwrap();
    assert_eq!(&text[back.offset..], "أمس.");
    let latin = "one two";
    let block = laid(latin, Break::Never);
    assert_eq!(block.step(latin, Caret::before(0), CaretStep::WordRight), Ok(Caret::behind(3)));
}

#[test]
fn a_point_on_the_place_of_a_caret_finds_it() {
    for text in TEXTS {
        for wrap in [Break::Never, Break::At(90.0)] {
            let block = laid(text, wrap);
            for (idx, line) in block.lines.iter().enumerate() {
                let y = block.top(idx) + block.pitch / 2.0;
                for cluster in block.clusters_of(line).iter().filter(|cluster| cluster.advance > 1.0) {
                    for x in [line.x + cluster.x + 0.1, line.x + cluster.x + cluster.advance - 0.1] {
                        let caret = block.caret_beside(x, y);
                        assert_eq!(block.line_of(caret), idx, "{text:?} {caret:?}");
                        assert!((block.caret_x_of(caret) - x).abs() < 0.2, "{text:?} {caret:?} {x}");
                    }
                }
            }
        }
    }
}

#[test]
fn lines_are_changed_at_the_same_place() {
    let text = "وقد نفذت القوات أكثر من غارة جوية في البحر";
    let block = laid(text, Break::At(120.0));
    let caret = Caret::before(0);
    let x = block.caret_x_of(caret);
    let below = block.step_lines(caret, x, true).unwrap();
    assert_eq!(below, Caret::before(block.lines[1].bytes.start));
    assert_eq!(block.step_lines(below, x, false), Ok(caret));
    assert_eq!(block.step_lines(caret, x, false), Err(Beyond::Before));
    assert_eq!(block.step_lines(Caret::behind(text.len()), x, true), Err(Beyond::After));
    let end = block.step(text, caret, CaretStep::LineEnd).unwrap();
    assert!(text[end.offset..].starts_with(' ') && block.line_of(end) == 0);
    assert_eq!(block.step(text, end, CaretStep::LineStart), Ok(caret));
}

#[test]
fn a_word_is_found_at_each_of_its_letters() {
    let text = "وصل الوفد، USS Ford";
    let start = text.find("الوفد").unwrap();
    for (at, _) in "الوفد".char_indices() {
        assert_eq!(&text[word_at(text, start + at)], "الوفد");
    }
    assert_eq!(&text[word_at(text, text.find('،').unwrap())], "،");
    assert_eq!(&text[word_at(text, text.len())], "Ford");
    assert_eq!(word_at("", 0), 0..0);
}

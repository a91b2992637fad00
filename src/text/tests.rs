//! What a laid out text must be, whatever it holds.

use std::ops::Range;

use proptest::prelude::*;

use super::block::{Block, Break, Cluster, Request, lay_out};
use super::engine::Engine;
use super::{Align, Caret, Face};
use crate::base::Direction;

const MIXED: &str = "مرحبا 2023 USS Gerald \"فورد\" 12/3/2024";
const ARTICLE: &str = "تعتبر واشنطن أن أنشطة الحكومة تمثل تهديدًا للأمن الإقليمي، ودفعت بحاملة الطائرات الحديثة \
USS Gerald R. Ford إلى البحر الكاريبي (في 24/10/2025)، في أكبر انتشار عسكري بالمنطقة منذ سنوات.";

pub(super) fn request(text: &str) -> Request<'_> {
    Request {
        text,
        face: Face::Article,
        size: 18.0,
        bold: false,
        line_height: 1.75,
        weights: &[],
        direction: None,
        fallback: Direction::RightToLeft,
        wrap: Break::Never,
        align: Align::Start,
    }
}

fn laid(text: &str, wrap: Break) -> Block {
    lay_out(&mut Engine::new(), &Request { wrap, ..request(text) })
}

/// The left edge of the cluster of a byte.
fn x_of(block: &Block, offset: usize) -> f32 {
    let line = block.lines.iter().find(|line| line.bytes.contains(&offset)).unwrap();
    let cluster = block.clusters[line.clusters.clone()].iter().find(|c| c.bytes.contains(&offset)).unwrap();
    line.x + cluster.x
}

fn find(text: &str, word: &str) -> usize {
    text.find(word).unwrap()
}

/// The clusters of every line, in logical order.
fn logical(block: &Block) -> Vec<Cluster> {
    let mut clusters = block.clusters.clone();
    clusters.sort_by_key(|cluster| cluster.bytes.start);
    clusters
}

#[test]
fn digits_ascend_and_arabic_words_descend() {
    let block = laid(MIXED, Break::Never);
    let x = |word: &str| x_of(&block, find(MIXED, word));
    let digits: Vec<f32> = (0..4).map(|i| x_of(&block, find(MIXED, "2023") + i)).collect();
    assert!(digits.windows(2).all(|pair| pair[0] < pair[1]), "{digits:?}");
    let date: Vec<f32> = (0..9).map(|i| x_of(&block, find(MIXED, "12/3/2024") + i)).collect();
    assert!(date.windows(2).all(|pair| pair[0] < pair[1]), "{date:?}");
    assert!(x("مرحبا") > x("2023"), "the first word stands on the right");
    assert!(x("2023") > x("USS"), "a number after an Arabic word goes on to the left");
    assert!(x("USS") < x("Gerald"), "Latin words run from left to right");
    assert!(x("Gerald") > x("فورد") && x("فورد") > x("12/3"));
    let letters: Vec<f32> = "فورد".char_indices().map(|(i, _)| x_of(&block, find(MIXED, "فورد") + i)).collect();
    assert!(letters.windows(2).all(|pair| pair[0] > pair[1]), "{letters:?}");
}

#[test]
fn a_wrapped_paragraph_reads_from_top_to_bottom_and_begins_on_the_right() {
    let block = laid(ARTICLE, Break::At(300.0));
    assert!(block.lines.len() >= 4, "{}", block.lines.len());
    assert!(block.lines.windows(2).all(|pair| pair[0].bytes.end == pair[1].bytes.start));
    assert_eq!(block.lines[0].bytes.start, 0);
    assert_eq!(block.lines.last().unwrap().bytes.end, ARTICLE.len());
    for line in &block.lines {
        assert!((line.x + line.ink_start + line.ink_width - 300.0).abs() <= 1.0, "{line:?}");
        assert!(line.ink_width <= 300.0, "{line:?}");
    }
    assert!((block.width - 300.0).abs() < f32::EPSILON);
}

#[test]
fn alignment_follows_the_direction_of_each_paragraph() {
    let text = "سلام\nEnglish";
    let edges = |align: Align| {
        let block = lay_out(&mut Engine::new(), &Request { wrap: Break::At(400.0), align, ..request(text) });
        let line = |i: usize| (block.lines[i].x, block.lines[i].x + block.lines[i].ink_width);
        (line(0), line(1))
    };
    let (arabic, english) = edges(Align::Start);
    assert!((arabic.1 - 400.0).abs() <= 1.0 && english.0.abs() <= 1.0);
    let (arabic, english) = edges(Align::End);
    assert!(arabic.0.abs() <= 1.0 && (english.1 - 400.0).abs() <= 1.0);
    let (arabic, english) = edges(Align::Center);
    assert!((arabic.0 + arabic.1 - 400.0).abs() <= 2.0 && (english.0 + english.1 - 400.0).abs() <= 2.0);
}

#[test]
fn a_paragraph_without_letters_takes_the_fallback() {
    for fallback in [Direction::LeftToRight, Direction::RightToLeft] {
        let block = lay_out(&mut Engine::new(), &Request { fallback, ..request("2024 - 2025\nabc\nسلام") });
        let directions: Vec<Direction> = block.lines.iter().map(|line| line.direction).collect();
        assert_eq!(directions, [fallback, Direction::LeftToRight, Direction::RightToLeft]);
    }
}

#[test]
fn an_ellipsis_stands_at_the_logical_end() {
    for (text, is_rtl) in [(ARTICLE, true), ("Moscow confirms that it stands ready to support the ally", false)] {
        let block = laid(text, Break::Elide(200.0, 1));
        assert!(block.elided);
        assert_eq!(block.lines.len(), 1);
        assert!(block.width <= 201.0, "{}", block.width);
        let clusters = &block.clusters[block.lines[0].clusters.clone()];
        let end = if is_rtl { clusters.first() } else { clusters.last() }.unwrap();
        assert_eq!(end.bytes.end, text.len());
        assert!(text[..end.bytes.start].ends_with(|c: char| !c.is_whitespace()), "no space before the ellipsis");
        assert!(end.bytes.start > 10, "something of the text is left");
    }
}

#[test]
fn what_fits_is_not_cut_and_blank_paragraphs_are_not_missed() {
    assert!(!laid("سلام", Break::Elide(200.0, 1)).elided);
    assert!(!laid("سلام\n\n ", Break::Elide(200.0, 1)).elided);
    let cut = laid("سلام\nعليكم", Break::Elide(200.0, 1));
    assert!(cut.elided);
    assert_eq!(cut.lines.len(), 1);
    let two = laid("سلام\nعليكم", Break::Elide(200.0, 2));
    assert!(!two.elided);
    assert_eq!(two.lines.len(), 2);
}

#[test]
fn two_lines_are_filled_before_the_cut() {
    let block = laid(ARTICLE, Break::Elide(200.0, 2));
    assert!(block.elided);
    assert_eq!(block.lines.len(), 2);
    assert_eq!(block.lines[0], laid(ARTICLE, Break::At(200.0)).lines[0].clone().at(block.lines[0].x));
    assert!(block.lines[1].ink_width > 120.0);
}

impl super::block::Line {
    fn at(mut self, x: f32) -> Self {
        self.x = x;
        self
    }
}

#[test]
fn no_width_at_all_leaves_the_ellipsis() {
    for width in [0.0, -3.0, 4.0, f32::NAN, f32::INFINITY] {
        let block = laid(ARTICLE, Break::Elide(width, 1));
        assert_eq!(block.lines.len(), 1, "{width}");
        assert_eq!(block.elided, width.is_finite());
    }
}

#[test]
fn rectangles_cover_exactly_what_they_are_asked_for() {
    let block = laid(ARTICLE, Break::At(300.0));
    let word = "الطائرات الحديثة USS Gerald";
    let start = find(ARTICLE, word);
    let bytes = start..start + word.len();
    let rects = block.rects_of(bytes.clone());
    for (idx, line) in block.lines.iter().enumerate() {
        let middle = block.top(idx) + block.pitch / 2.0;
        for cluster in &block.clusters[line.clusters.clone()] {
            let is_hanging = cluster.x < line.ink_start || cluster.x >= line.ink_start + line.ink_width;
            let x = line.x + cluster.x + cluster.advance / 2.0;
            let is_covered = rects.iter().any(|r| (r.x.min..r.x.max).contains(&x) && (r.y.min..r.y.max).contains(&middle));
            if cluster.advance > 0.0 && !is_hanging {
                assert_eq!(is_covered, bytes.contains(&cluster.bytes.start), "{:?}", &ARTICLE[cluster.bytes.clone()]);
            }
        }
    }
    let all: f32 = block.rects_of(0..ARTICLE.len()).iter().map(|r| r.x.max - r.x.min).sum();
    let ink: f32 = block.lines.iter().map(|line| line.ink_width).sum();
    assert!((all - ink).abs() < 0.1, "{all} {ink}");
    assert!(block.rects_of(5..5).is_empty());
}

#[test]
fn a_range_across_directions_is_joined_where_it_touches() {
    let block = laid("من 12 غارة", Break::Never);
    assert_eq!(block.rects_of(0.."من 12".len()).len(), 1);
    let mixed = laid(MIXED, Break::Never);
    let first_digits = find(MIXED, "2023")..find(MIXED, "2023") + 2;
    let bytes = 0..first_digits.end;
    assert_eq!(mixed.rects_of(bytes).len(), 2, "the word on the right, and two digits further left");
}

#[test]
fn a_point_in_a_cluster_finds_its_byte() {
    for wrap in [Break::Never, Break::At(220.0)] {
        let block = laid(ARTICLE, wrap);
        for (idx, line) in block.lines.iter().enumerate() {
            let y = block.top(idx) + block.pitch / 2.0;
            for cluster in &block.clusters[line.clusters.clone()] {
                if cluster.advance < 1.0 {
                    continue;
                }
                let (left, right) = (line.x + cluster.x + 0.2, line.x + cluster.x + cluster.advance - 0.2);
                let (start, end) = if cluster.direction.is_rtl() { (right, left) } else { (left, right) };
                assert_eq!(block.offset_at(start, y), cluster.bytes.start);
                assert_eq!(block.offset_at(end, y), cluster.bytes.end);
                assert_eq!(block.offset_under(start, y), Some(cluster.bytes.start));
                assert!((block.caret_at(cluster.bytes.start).x.min - start).abs() < 0.5);
            }
        }
        assert_eq!(block.offset_under(-5.0, 5.0), None);
        assert_eq!(block.offset_under(5.0, -5.0), None);
        assert_eq!(block.offset_under(5.0, block.height() + 1.0), None);
        assert_eq!(block.offset_at(-1e9, 1e9), ARTICLE.len());
    }
}

#[test]
fn an_unclosed_override_stays_in_its_paragraph() {
    let alone = laid("abc السطر", Break::Never);
    let after = laid("\u{202E}\u{2067}\u{202D}سطر\nabc السطر", Break::Never);
    let second: Vec<f32> = after.glyphs[after.lines[1].glyphs.clone()].iter().map(|glyph| glyph.x).collect();
    let first: Vec<f32> = alone.glyphs.iter().map(|glyph| glyph.x).collect();
    assert_eq!(first, second);
}

#[test]
fn an_unclosed_override_does_not_move_the_ellipsis() {
    let text = format!("\u{202D}{ARTICLE}");
    let block = laid(&text, Break::Elide(200.0, 1));
    let leftmost = block.clusters.first().unwrap();
    assert_eq!(leftmost.bytes.end, text.len());
}

#[test]
fn spaces_at_the_end_of_a_line_hang_outside_in_either_direction() {
    // The line ends in a word of the other direction: the space must not stand between the two.
    let text = "Ford تعبر مضيق جبل طارق إلى المحيط";
    let block = laid(text, Break::At(170.0));
    let line = &block.lines[0];
    let seen = text[line.bytes.clone()].trim_end();
    let last = &block.clusters[line.clusters.clone()].last().unwrap();
    assert_eq!(last.bytes.start, seen.len());
    assert!((last.x - line.ink_width).abs() < 0.01);
}

#[test]
fn weight_changes_the_face_and_nothing_else() {
    let weights: [(Range<usize>, bool); 1] = [(0..10, true)];
    let plain = laid(MIXED, Break::Never);
    let bold = lay_out(&mut Engine::new(), &Request { weights: &weights, ..request(MIXED) });
    assert_eq!(plain.lines.len(), bold.lines.len());
    let face_at = |block: &Block, offset: usize| block.glyphs.iter().find(|glyph| glyph.offset == offset).unwrap().face;
    assert_ne!(face_at(&plain, 0), face_at(&bold, 0));
    assert_eq!(face_at(&plain, find(MIXED, "فورد")), face_at(&bold, find(MIXED, "فورد")));
}

#[test]
fn a_megabyte_on_one_line_is_laid_out_and_a_label_of_it_is_quick_to_cut() {
    let text = "وقد نفذت القوات أكثر من 12 غارة ".repeat(20_000);
    assert!(text.len() > 1_000_000);
    let label = laid(&text, Break::Elide(200.0, 2));
    assert!(label.elided);
    assert!(label.glyphs.len() < 200, "only what is seen: {}", label.glyphs.len());
    let block = laid(&text, Break::At(700.0));
    assert!(block.lines.len() > 1000);
    assert_eq!(block.lines.last().unwrap().bytes.end, text.len());
}

/// Text out of what is hard: letters of both directions, digits, marks, controls of direction, joiners, signs.
pub(super) fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ابتلآمهـ]{1,6}",
        3 => "[a-zA-Z]{1,6}",
        2 => "[0-9٠-٩.,:/%-]{1,5}",
        2 => "[ \t\u{A0}\u{3000}]{1,3}",
        2 => "[\u{64B}\u{651}\u{670}\u{300}\u{20E3}]{1,4}",
        2 => "[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200E}\u{200F}\u{61C}]{1,3}",
        1 => "[\u{200B}-\u{200D}\u{FEFF}\u{FE0F}\u{AD}]{1,2}",
        1 => "[\n\r\u{85}\u{2028}\u{2029}\u{0}\u{B}\u{1B}\u{9B}]{1,2}",
        1 => "[😀👨🇸🇦字한ก\u{10FFFF}\u{F0041}\u{FFFC}\u{FFFD}\u{E0041}]{1,2}",
        1 => "[«»()\\[\\]\"“”…]{1,3}",
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn any_wrap() -> impl Strategy<Value = Break> {
    prop_oneof![
        Just(Break::Never),
        (-5.0_f32..300.0).prop_map(Break::At),
        (-5.0_f32..300.0, 0_usize..4).prop_map(|(width, lines)| Break::Elide(width, lines)),
    ]
}

fn check(text: &str, block: &Block, wrap: Break) {
    assert!(!block.lines.is_empty());
    assert!(block.lines.windows(2).all(|pair| pair[0].bytes.end <= pair[1].bytes.start), "{text:?}");
    for line in &block.lines {
        let clusters = &block.clusters[line.clusters.clone()];
        assert!(clusters.windows(2).all(|pair| pair[0].x <= pair[1].x + 0.01), "{text:?} {clusters:?}");
    }
    let logical = logical(block);
    assert!(logical.windows(2).all(|pair| pair[0].bytes.end <= pair[1].bytes.start), "{text:?}");
    if !block.elided {
        let covered: usize = logical.iter().map(|cluster| cluster.bytes.len()).sum();
        let separators = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let content: usize = text.chars().filter(|&c| !separators(c)).map(char::len_utf8).sum();
        let is_all = !matches!(wrap, Break::Elide(..)) || block.lines.last().unwrap().bytes.end == text.len();
        assert!(covered == content || !is_all, "{text:?}: {covered} of {content}");
    }
    for (x, y) in [(0.0, 0.0), (-1e9, -1e9), (1e9, 1e9), (33.3, 40.0), (f32::NAN, f32::NAN)] {
        assert!(text.is_char_boundary(block.offset_at(x, y)));
        block.offset_under(x, y);
    }
    for rect in block.rects_of(0..text.len()) {
        assert!(rect.x.min <= rect.x.max && rect.y.min < rect.y.max);
    }
    block.caret_at(text.len() + 7);
    check_steps(text, block);
}

/// Whatever a caret does, it stands between two characters, and steps forwards come to an end.
fn check_steps(text: &str, block: &Block) {
    use super::CaretStep::{Left, LineEnd, LineStart, Right, WordLeft, WordRight};
    let middle = super::block::text_boundary(text, text.len() / 2);
    for step in [Left, Right, WordLeft, WordRight, LineStart, LineEnd] {
        for start in [Caret::before(0), Caret::behind(middle), Caret::before(text.len() + 7)] {
            let mut caret = start;
            for _ in 0..=2 * text.len() + 2 {
                match block.step(text, caret, step) {
                    Ok(next) if next != caret => caret = next,
                    Ok(_) | Err(_) => break,
                }
                assert!(text.is_char_boundary(caret.offset), "{text:?} {caret:?}");
            }
            // Between two paragraphs that run towards each other, a step to one side and then the same step go and return.
            let has_one_direction = block.lines.windows(2).all(|pair| pair[0].direction == pair[1].direction);
            let has_ended = block.step(text, caret, step).map_or(true, |next| next == caret);
            assert!(has_ended || !has_one_direction, "{text:?} {step:?} {caret:?}");
        }
    }
    for x in [-9.0, 0.0, 40.5, 1e9] {
        let caret = block.caret_beside(x, 10.0);
        assert!(text.is_char_boundary(caret.offset), "{text:?}");
        let _ = block.step_lines(caret, x, true);
        assert!(text.is_char_boundary(super::caret::word_at(text, caret.offset).end));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_breaks_a_layout(text in hostile(), wrap in any_wrap(), align in 0..3, size in -1.0_f32..60.0) {
        let align = [Align::Start, Align::Center, Align::End][usize::try_from(align).unwrap()];
        let weights = [(1..5, true), (3..900, false)];
        let mut engine = Engine::new();
        let request = Request { wrap, align, size, weights: &weights, ..request(&text) };
        let block = lay_out(&mut engine, &request);
        check(&text, &block, wrap);
        // The same from what the engine kept.
        prop_assert_eq!(lay_out(&mut engine, &request), block);
    }
}

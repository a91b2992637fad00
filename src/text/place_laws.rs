//! Laws between places on the screen and bytes of the text, whatever the text holds.

use std::ops::Range;

use proptest::prelude::*;

use super::block::{Block, Break, Cluster, Line, lay_out, text_boundary};
use super::engine::Engine;
use super::tests::{hostile, request};
use super::{Align, Caret};

fn laid(text: &str, wrap: Break, align: Align) -> Block {
    lay_out(&mut Engine::new(), &super::block::Request { wrap, align, ..request(text) })
}

/// Each line with the height of its middle.
fn lines(block: &Block) -> impl Iterator<Item = (f32, &Line)> {
    block.lines.iter().enumerate().map(|(idx, line)| (block.top(idx) + block.pitch / 2.0, line))
}

/// Whether what is seen of a line holds a cluster: spaces at its end hang outside.
fn is_seen(line: &Line, cluster: &Cluster) -> bool {
    cluster.advance > 0.0 && (line.ink_start..line.ink_start + line.ink_width).contains(&cluster.x)
}

/// A point at the place of a caret finds a caret at the same place.
fn check_carets(text: &str, block: &Block) {
    for (y, line) in lines(block) {
        for cluster in block.clusters_of(line).iter().filter(|cluster| cluster.advance > 1.0) {
            for caret in [Caret::before(cluster.bytes.start), Caret::behind(cluster.bytes.end)] {
                let x = block.caret_x_of(caret);
                if block.line_of(caret) != block.line_at(y) {
                    continue;
                }
                let found = block.caret_beside(x, y);
                assert_eq!(block.line_of(found), block.line_at(y), "{text:?} {caret:?} {found:?}");
                let place = block.caret_x_of(found);
                assert!((place - x).abs() < 0.5, "{text:?} {caret:?} at {x}, {found:?} at {place}");
            }
        }
    }
}

/// The rectangles of some bytes cover the clusters of these bytes, and no other, and none twice.
fn check_rects(text: &str, block: &Block, bytes: &Range<usize>) {
    let rects = block.rects_of(bytes.clone());
    let mut widths = 0.0;
    for (y, line) in lines(block) {
        for cluster in block.clusters_of(line).iter().filter(|cluster| is_seen(line, cluster)) {
            let is_selected = !bytes.is_empty() && cluster.bytes.start < bytes.end && bytes.start < cluster.bytes.end;
            let middle = line.x + cluster.x + cluster.advance / 2.0;
            let covers =
                |rect: &&super::hit::PxRect| (rect.x.min..rect.x.max).contains(&middle) && (rect.y.min..rect.y.max).contains(&y);
            let count = rects.iter().filter(covers).count();
            assert_eq!(count, usize::from(is_selected), "{text:?} {bytes:?} {cluster:?} {rects:?}");
            widths += if is_selected { cluster.advance } else { 0.0 };
        }
    }
    let covered: f32 = rects.iter().map(|rect| rect.x.max - rect.x.min).sum();
    // Clusters that almost touch are covered together.
    assert!(
        (covered - widths).abs() < 0.6 * f32::from(u16::try_from(rects.len() + 1).unwrap()),
        "{text:?} {bytes:?}: {covered} of {widths}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn places_and_bytes_belong_together(
        text in hostile(),
        width in prop_oneof![Just(None), (20.0_f32..300.0).prop_map(Some)],
        align in prop_oneof![Just(Align::Start), Just(Align::Center), Just(Align::End)],
        ends in (0.0_f64..1.0, 0.0_f64..1.0),
    ) {
        let block = laid(&text, width.map_or(Break::Never, Break::At), align);
        check_carets(&text, &block);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a part of a short text")]
        let at = |part: f64| text_boundary(&text, (text.len() as f64 * part) as usize);
        let (a, b) = (at(ends.0), at(ends.1));
        check_rects(&text, &block, &(a.min(b)..a.max(b)));
        check_rects(&text, &block, &(0..text.len()));
    }
}

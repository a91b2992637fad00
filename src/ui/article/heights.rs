//! How high the blocks of an article are, and where each begins.
//! Heights are guessed until a block is laid out, so that opening a long article costs nothing.

use eframe::egui::Context;

use super::blocks::Block;
use crate::base::theme::size;
use crate::text::egui::fonts_generation;
use crate::ui::state::Document;

/// The distance between two blocks in points.
const GAP: f32 = size::GRID * 3.0;

/// What heights depend on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Measure {
    /// In points.
    pub(super) width: f32,
    pub(super) pixels_per_point: f32,
    pub(super) fonts_generation: u64,
}

impl Measure {
    /// Where so wide a text is shown.
    pub(super) fn of(ctx: &Context, width: f32) -> Self {
        Self { width, pixels_per_point: ctx.pixels_per_point(), fonts_generation: fonts_generation(ctx) }
    }
}

/// How high the blocks are at one width.
#[derive(Debug, Default)]
pub(super) struct Heights {
    /// What they were measured for.
    measure: Measure,
    /// For each block its height, or what it is guessed to be, and the distance to the next.
    heights: Vec<(f32, f32)>,
    is_known: Vec<bool>,
    sums: Sums,
    /// Blocks before this one have been measured.
    measured_until: usize,
}

impl Heights {
    /// Begins anew where the blocks, or what their heights depend on, changed.
    pub(super) fn fit(&mut self, document: &Document, blocks: &[Block], measure: Measure) {
        if self.heights.len() == blocks.len() && self.measure == measure {
            return;
        }
        // What was measured before is nearer than a guess.
        let stretch = if self.heights.len() == blocks.len() { self.measure.width / measure.width } else { 0.0 };
        let before = |index: usize| self.heights.get(index).filter(|_| stretch > 0.0 && self.is_known[index]);
        let height = |(index, block): (usize, &Block)| {
            let guess = || guess(block.text(document).len(), measure.width);
            let height = before(index).map_or_else(guess, |(height, _)| height * stretch);
            (height, if block.continues { 0.0 } else { GAP })
        };
        let heights: Vec<(f32, f32)> = blocks.iter().enumerate().map(height).collect();
        let sums = Sums::of(&heights);
        *self = Self { measure, is_known: vec![false; heights.len()], heights, sums, measured_until: 0 };
    }

    /// Forgets all heights: another article.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Notes the height of a block that was laid out.
    pub(super) fn set(&mut self, index: usize, height: f32) {
        let (Some((before, _)), Some(is_known)) = (self.heights.get_mut(index), self.is_known.get_mut(index)) else { return };
        *is_known = true;
        if *before != height {
            self.sums.add(index, f64::from(height) - f64::from(*before));
            *before = height;
        }
    }

    /// The next block, in order, that was not measured.
    pub(super) fn next_unmeasured(&mut self) -> Option<usize> {
        while *self.is_known.get(self.measured_until)? {
            self.measured_until += 1;
        }
        Some(self.measured_until)
    }

    /// Where a block begins, in points below the first.
    #[must_use]
    pub(super) fn top(&self, index: usize) -> f32 {
        self.sums.before(index)
    }

    /// The height of all blocks.
    #[must_use]
    pub(super) fn total(&self) -> f32 {
        self.sums.before(self.heights.len())
    }

    /// The blocks between two depths.
    #[must_use]
    pub(super) fn between(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let count = self.heights.len();
        let first = self.sums.find(from).min(count);
        let end = (first..count).find(|&index| self.top(index) >= to).unwrap_or(count);
        first..end
    }
}

/// A letter is about half as wide as high, and an Arabic one takes two bytes.
fn guess(bytes: usize, width: f32) -> f32 {
    let letters = f32::from(u16::try_from(bytes / 2).unwrap_or(u16::MAX));
    let a_line = (width / (size::TEXT_ARTICLE * 0.45)).max(1.0);
    (letters / a_line).ceil().max(1.0) * size::TEXT_ARTICLE * size::LINE_HEIGHT_ARTICLE
}

/// The sums of heights: a Fenwick tree, so that neither a change nor a question looks at all blocks.
#[derive(Debug, Default)]
struct Sums(Vec<f64>);

impl Sums {
    fn of(heights: &[(f32, f32)]) -> Self {
        let mut sums: Vec<f64> = heights.iter().map(|&(height, gap)| f64::from(height) + f64::from(gap)).collect();
        for index in 0..sums.len() {
            let parent = index | (index + 1);
            let own = sums[index];
            if let Some(sum) = sums.get_mut(parent) {
                *sum += own;
            }
        }
        Self(sums)
    }

    fn add(&mut self, mut index: usize, change: f64) {
        while let Some(sum) = self.0.get_mut(index) {
            *sum += change;
            index |= index + 1;
        }
    }

    /// What all before a block are high.
    #[expect(clippy::cast_possible_truncation, reason = "points of a screen")]
    fn before(&self, index: usize) -> f32 {
        let mut sum = 0.0;
        let mut rest = index.min(self.0.len());
        while rest > 0 {
            sum += self.0[rest - 1];
            rest &= rest - 1;
        }
        sum as f32
    }

    /// The last block that begins at a depth or above it.
    fn find(&self, depth: f32) -> usize {
        let (mut index, mut left) = (0, f64::from(depth));
        let mut step = self.0.len().checked_next_power_of_two().unwrap_or(0);
        while step > 0 {
            if let Some(&sum) = self.0.get(index + step - 1)
                && sum <= left
            {
                index += step;
                left -= sum;
            }
            step /= 2;
        }
        index.min(self.0.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::blocks::blocks;
    use super::*;
    use crate::ui::testing;

    #[test]
    fn the_visible_blocks_are_those_that_the_window_cuts() {
        let document = testing::document();
        let blocks = blocks(&document);
        let mut heights = Heights::default();
        heights.fit(&document, &blocks, Measure { width: 400.0, ..Measure::default() });
        for index in 0..blocks.len() {
            heights.set(index, 88.0);
        }
        assert_eq!(heights.total(), 100.0 * f32::from(u8::try_from(blocks.len()).expect("few blocks")));
        assert_eq!(heights.between(0.0, 50.0), 0..1);
        assert_eq!(heights.between(150.0, 210.0), 1..3);
        assert_eq!(heights.next_unmeasured(), None);
    }

    #[test]
    fn another_width_scale_or_font_is_measured_again() {
        let document = testing::document();
        let blocks = blocks(&document);
        let mut heights = Heights::default();
        let first = Measure { width: 400.0, pixels_per_point: 1.0, fonts_generation: 0 };
        let wider = Measure { width: 500.0, ..first };
        for measure in [first, wider, Measure { pixels_per_point: 1.5, ..wider }, Measure { fonts_generation: 1, ..wider }] {
            heights.fit(&document, &blocks, measure);
            assert_eq!(heights.next_unmeasured(), Some(0));
            heights.set(0, 88.0);
            heights.fit(&document, &blocks, measure);
            assert_eq!(heights.next_unmeasured(), Some(1));
        }
    }

    proptest! {
        #[test]
        fn sums_are_sums(heights in prop::collection::vec(1_u8..99, 0..40), changes in prop::collection::vec((0_usize..40, 1_u8..99), 0..9)) {
            let mut plain: Vec<(f32, f32)> = heights.into_iter().map(|height| (f32::from(height), 3.0)).collect();
            let mut sums = Sums::of(&plain);
            for (index, height) in changes {
                let Some(before) = plain.get_mut(index) else { continue };
                sums.add(index, f64::from(height) - f64::from(before.0));
                before.0 = f32::from(height);
            }
            let mut top = 0.0;
            for (index, (height, gap)) in plain.iter().enumerate() {
                prop_assert_eq!(sums.before(index), top);
                prop_assert_eq!(sums.find(top), index);
                prop_assert_eq!(sums.find(top + height + gap - 0.5), index);
                top += height + gap;
            }
            prop_assert_eq!(sums.before(plain.len()), top);
            prop_assert_eq!(sums.find(top + 7.0), plain.len().saturating_sub(1));
            prop_assert_eq!(sums.find(-7.0), 0);
        }
    }
}

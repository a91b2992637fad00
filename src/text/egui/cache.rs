//! Texts that were laid out lately. What is shown again costs one hash of its text.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use eframe::egui::{Color32, Galley};

use super::spec::{TextSpec, TextStyle, Wrap};
use super::{StyledRange, TextLayout};
use crate::base::Direction;
use crate::text::Align;
use crate::text::block::Block;

/// Beyond these, what was not used in the last two passes is dropped.
const SOFT_ENTRIES: usize = 2048;
const SOFT_BYTES: usize = 1024 * 1024;

/// Beyond these, the half that was used longest ago is dropped, whatever it is used for.
const HARD_ENTRIES: usize = 16 * 1024;
const HARD_BYTES: usize = 32 * 1024 * 1024;

/// What besides the text decides a layout.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    style: TextStyle,
    ranges: Vec<StyledRange>,
    direction: Option<Direction>,
    wrap: Wrap,
    align: Align,
    scale: f32,
    fallback: Direction,
}

struct Entry {
    key: Key,
    block: Arc<Block>,
    /// Its job holds the text.
    galley: Arc<Galley>,
    /// The atlas in which its glyphs are.
    epoch: u64,
    used: u64,
    pass: u64,
}

/// The texts, by the hash of all that decides them.
#[derive(Default)]
pub(super) struct LayoutCache {
    entries: HashMap<u64, Entry>,
    bytes: usize,
    /// Counts uses, to tell what was used longest ago.
    clock: u64,
    /// Counts passes.
    pass: u64,
}

/// What the cache knows of a text.
pub(super) enum Found {
    /// All.
    Layout(TextLayout),
    /// Its lines, but its glyphs were in an atlas that is gone.
    Lines(Arc<Block>),
    /// Nothing.
    Nothing,
}

impl LayoutCache {
    /// Begins a pass: drops what is too much.
    pub(super) fn begin_pass(&mut self) {
        self.pass += 1;
        if self.entries.len() > SOFT_ENTRIES || self.bytes > SOFT_BYTES {
            let oldest = self.pass.saturating_sub(2);
            self.retain(|entry| entry.pass >= oldest);
        }
    }

    /// Looks a text up, under the key that [`key_of`] gave.
    pub(super) fn find(&mut self, hash: u64, spec: &TextSpec<'_>, scale: f32, fallback: Direction, epoch: u64) -> Found {
        let Some(entry) = self.entries.get_mut(&hash) else { return Found::Nothing };
        if !entry.key.is_of(spec, scale, fallback) || entry.galley.job.text != spec.text {
            return Found::Nothing;
        }
        self.clock += 1;
        (entry.used, entry.pass) = (self.clock, self.pass);
        if entry.epoch == epoch {
            Found::Layout(TextLayout { galley: entry.galley.clone(), block: entry.block.clone() })
        } else {
            Found::Lines(entry.block.clone())
        }
    }

    /// Keeps a text.
    pub(super) fn keep(
        &mut self,
        hash: u64,
        spec: &TextSpec<'_>,
        scale: f32,
        fallback: Direction,
        epoch: u64,
        layout: &TextLayout,
    ) {
        self.clock += 1;
        let entry = Entry {
            key: Key::new(spec, scale, fallback),
            block: layout.block.clone(),
            galley: layout.galley.clone(),
            epoch,
            used: self.clock,
            pass: self.pass,
        };
        self.bytes += spec.text.len();
        if let Some(replaced) = self.entries.insert(hash, entry) {
            self.bytes -= replaced.galley.job.text.len();
        }
        if self.entries.len() > HARD_ENTRIES || self.bytes > HARD_BYTES {
            let mut uses: Vec<u64> = self.entries.values().map(|entry| entry.used).collect();
            uses.sort_unstable();
            let middle = uses.get(uses.len() / 2).copied().unwrap_or_default();
            self.retain(|entry| entry.used > middle);
        }
    }

    fn retain(&mut self, is_kept: impl Fn(&Entry) -> bool) {
        self.entries.retain(|_, entry| is_kept(entry));
        self.bytes = self.entries.values().map(|entry| entry.galley.job.text.len()).sum();
    }

    /// Drops all: there are other fonts.
    pub(super) fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
    }

    /// How many texts there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }
}

impl Key {
    fn new(spec: &TextSpec<'_>, scale: f32, fallback: Direction) -> Self {
        let TextSpec { text: _, style, ranges, direction, wrap, align } = spec.clone();
        Self { style, ranges, direction, wrap, align, scale, fallback }
    }

    /// Compares by bits: a size that is not a number would never be found again.
    fn is_of(&self, spec: &TextSpec<'_>, scale: f32, fallback: Direction) -> bool {
        style_bits(&self.style) == style_bits(&spec.style)
            && self.ranges == spec.ranges
            && (self.direction, self.align, self.fallback) == (spec.direction, spec.align, fallback)
            && wrap_bits(self.wrap) == wrap_bits(spec.wrap)
            && self.scale.to_bits() == scale.to_bits()
    }
}

fn style_bits(style: &TextStyle) -> (super::Face, u32, bool, Color32, u32) {
    (style.face, style.size.to_bits(), style.bold, style.color, style.line_height.to_bits())
}

fn wrap_bits(wrap: Wrap) -> (u8, u32, usize) {
    match wrap {
        Wrap::None => (0, 0, 0),
        Wrap::At(width) => (1, width.to_bits(), 0),
        Wrap::Elide(width, lines) => (2, width.to_bits(), lines),
    }
}

/// The hash of all that decides a layout.
pub(super) fn key_of(spec: &TextSpec<'_>, scale: f32, fallback: Direction) -> u64 {
    let mut hasher = DefaultHasher::new();
    spec.text.hash(&mut hasher);
    style_bits(&spec.style).hash(&mut hasher);
    for styled in &spec.ranges {
        (&styled.range, styled.color, styled.bold).hash(&mut hasher);
    }
    (spec.direction, spec.align, wrap_bits(spec.wrap), scale.to_bits(), fallback).hash(&mut hasher);
    hasher.finish()
}

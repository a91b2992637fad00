//! The largest of each sixteen keys, of each sixteen of those, and so on: finds what is large without looking at the rest.
//! Knows no events: keys are numbers that whoever asks keeps.
//! Source: the implicit segment forest of trace viewers; sixteen keys fill two cache lines.

use std::ops::Range;

/// How many keys stand under one of the level above.
const FAN_OUT: usize = 16;

/// What is large in a row of keys. Takes a fifteenth of the memory of the keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct MaxTree {
    /// `levels[0][i]` is the largest of the keys from `16 i` on, `levels[1][i]` of those of level 0, …
    levels: Vec<Vec<i64>>,
}

/// The large keys of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Large {
    /// Where they stand, in order.
    pub(super) found: Vec<usize>,
    /// Whether there were more than were asked for.
    pub(super) is_cut: bool,
    /// How many keys and nodes were looked at.
    pub(super) visited: usize,
}

impl MaxTree {
    pub(super) fn new(keys: impl ExactSizeIterator<Item = i64>) -> Self {
        let mut levels = Vec::new();
        let mut below = reduced(keys);
        while below.len() > 1 {
            let next = reduced(below.iter().copied());
            levels.push(std::mem::replace(&mut below, next));
        }
        levels.push(below);
        Self { levels }
    }

    /// The keys of a range that are at least `least`, in order, no more than `most` of them.
    /// Looks at no more than 16 nodes a level for each that it finds.
    pub(super) fn at_least(&self, range: Range<usize>, least: i64, most: usize, key: impl Fn(usize) -> i64) -> Large {
        let mut large = Large { found: Vec::new(), is_cut: false, visited: 0 };
        let top = self.levels.len();
        let mut stack: Vec<(usize, usize)> = Vec::new();
        let n_top = self.levels.last().map_or(0, Vec::len);
        stack.extend((0..n_top).rev().map(|at| (top, at)));
        while let Some((level, at)) = stack.pop() {
            let width = FAN_OUT.saturating_pow(u32::try_from(level).unwrap_or(u32::MAX));
            let first = at.saturating_mul(width);
            if first >= range.end || first.saturating_add(width) <= range.start {
                continue;
            }
            large.visited += 1;
            let value = if level == 0 { key(at) } else { self.levels[level - 1][at] };
            if value < least {
                continue;
            }
            if level > 0 {
                let below = if level == 1 { range.end } else { self.levels[level - 2].len() };
                let children = at * FAN_OUT..((at + 1) * FAN_OUT).min(below);
                stack.extend(children.rev().map(|child| (level - 1, child)));
            } else if large.found.len() == most {
                large.is_cut = true;
                return large;
            } else {
                large.found.push(at);
            }
        }
        large
    }
}

/// The largest of each run of keys.
fn reduced(keys: impl ExactSizeIterator<Item = i64>) -> Vec<i64> {
    let mut largest = Vec::with_capacity(keys.len().div_ceil(FAN_OUT));
    for (at, key) in keys.enumerate() {
        match largest.last_mut() {
            Some(last) if !at.is_multiple_of(FAN_OUT) => *last = key.max(*last),
            _ => largest.push(key),
        }
    }
    largest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> impl Strategy<Value = Vec<i64>> {
        prop::collection::vec(-50_i64..50, 0..900)
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_a_look_at_all_finds(keys in keys(), a in 0_usize..900, b in 0_usize..900, least in -60_i64..60) {
            let range = a.min(b).min(keys.len())..a.max(b).min(keys.len());
            let tree = MaxTree::new(keys.iter().copied());
            let all: Vec<usize> = range.clone().filter(|at| keys[*at] >= least).collect();
            let large = tree.at_least(range.clone(), least, 1_000, |at| keys[at]);
            prop_assert_eq!(&large.found, &all);
            prop_assert!(!large.is_cut);
            let cut = tree.at_least(range.clone(), least, 3, |at| keys[at]);
            prop_assert_eq!(cut.is_cut, all.len() > 3);
            prop_assert_eq!(&cut.found[..], &all[..all.len().min(3)]);
        }
    }

    #[test]
    fn a_single_large_key_among_a_million_is_found_at_once() {
        let key = |at: usize| i64::from(at == 654_321);
        let tree = MaxTree::new((0..1_000_000).map(key));
        let large = tree.at_least(0..1_000_000, 1, 10, key);
        assert_eq!(large.found, [654_321]);
        assert!(large.visited < 120, "{} visited", large.visited);
    }
}

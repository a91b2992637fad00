//! Reading as it looks from another thread: how far it is, and whether it shall go on.
//! Knows no format and no window.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::ReadCause;

/// A hold on a reading that is under way. Clones are the same hold.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<State>);

#[derive(Debug, Default)]
struct State {
    is_cancelled: AtomicBool,
    /// In parts of [`WHOLE`].
    done: AtomicU32,
}

const WHOLE: u32 = 1000;

/// How much of the way it is to get the bytes of a file; the rest is to understand them.
const BYTES: f32 = 0.1;

impl Watch {
    /// Reading shall stop, and end with [`ReadCause::Cancelled`].
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it has been told to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// The part that is done, in 0 to 1; it never falls. `None` before anything is known of it.
    #[must_use]
    pub fn progress(&self) -> Option<f32> {
        match self.0.done.load(Ordering::Relaxed) {
            0 => None,
            done => Some(part(u64::from(done), u64::from(WHOLE))),
        }
    }

    /// # Errors
    /// Where reading shall stop.
    pub(super) fn go_on(&self) -> Result<(), ReadCause> {
        if self.is_cancelled() { Err(ReadCause::Cancelled) } else { Ok(()) }
    }

    /// So many bytes of a file are there.
    pub(super) fn fetched(&self, done: u64, of: u64) -> Result<(), ReadCause> {
        self.at(BYTES * part(done, of))
    }

    /// So much of a file is understood.
    pub(super) fn understood(&self, done: usize, of: usize) -> Result<(), ReadCause> {
        let count = |value: usize| u64::try_from(value).unwrap_or(u64::MAX);
        self.at(BYTES + (1.0 - BYTES) * part(count(done), count(of)))
    }

    fn at(&self, part: f32) -> Result<(), ReadCause> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a whole is from 0 to 1")]
        let done = (part * 1000.0) as u32;
        self.0.done.fetch_max(done.min(WHOLE), Ordering::Relaxed);
        self.go_on()
    }
}

/// What `done` is of `of`, in 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a thousandth is enough")]
fn part(done: u64, of: u64) -> f32 {
    (done as f32 / of.max(1) as f32).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_never_falls_and_ends_with_the_whole() {
        let watch = Watch::default();
        assert_eq!(watch.progress(), None);
        let mut seen = Vec::new();
        for step in
            [watch.fetched(1, 2), watch.fetched(2, 2), watch.understood(1, 3), watch.understood(0, 5), watch.understood(3, 3)]
        {
            assert_eq!(step, Ok(()));
            seen.push(watch.progress().expect("a part"));
        }
        assert!(seen.is_sorted() && seen.iter().all(|part| (0.0..=1.0).contains(part)), "{seen:?}");
        assert_eq!(seen.last(), Some(&1.0));
    }

    #[test]
    fn every_clone_stops_the_same_reading() {
        let watch = Watch::default();
        assert_eq!(watch.go_on(), Ok(()));
        watch.clone().cancel();
        assert_eq!((watch.is_cancelled(), watch.understood(1, 2)), (true, Err(ReadCause::Cancelled)));
    }
}

//! How a view moves by itself: on its way to another one, or on after a hand that let go.
//! Knows no clock: whoever calls it says how much time went by. Knows no screen.

use super::time_scale::TimeScale;

/// So long a view takes to another one, in seconds.
const TRANSITION: f64 = 0.22;
/// After so many seconds a glide has lost most of its speed (all but 1/e).
const GLIDE: f64 = 0.18;
/// A hand that lets go at less than this moved it to its place, in points a second.
const LEAST_THROW: f64 = 120.0;
/// A glide slower than this has come to rest.
const REST: f64 = 12.0;
/// No throw is faster, in points a second.
const MOST_THROW: f64 = 6_000.0;

/// A movement under way.
#[derive(Debug, Clone, PartialEq)]
pub enum Motion {
    /// From one view to another.
    Transition(Box<Transition>),
    /// On after a hand that let go.
    Glide(Glide),
}

/// The way from one view to another of the same times.
#[derive(Debug, Clone, PartialEq)]
pub struct Transition {
    from: TimeScale,
    to: TimeScale,
    /// Seconds since it began.
    elapsed: f64,
}

/// What the hand gave the view, in points a second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glide {
    x: f64,
    y: f64,
}

impl Transition {
    /// `None` where there is no way between the two, or none to go.
    #[must_use]
    pub fn new(from: &TimeScale, to: &TimeScale) -> Option<Self> {
        if from == to {
            return None;
        }
        from.blended(to, 0.5)?;
        Some(Self { from: from.clone(), to: to.clone(), elapsed: 0.0 })
    }

    /// Where it leads.
    #[must_use]
    pub fn target(&self) -> &TimeScale {
        &self.to
    }

    /// The view after so many more seconds, and whether it has arrived.
    pub fn step(&mut self, secs: f64) -> (TimeScale, bool) {
        self.elapsed += secs.max(0.0);
        let along = self.elapsed / TRANSITION;
        if along >= 1.0 {
            return (self.to.clone(), true);
        }
        match self.from.blended(&self.to, eased(along)) {
            Some(view) => (view, false),
            None => (self.to.clone(), true),
        }
    }
}

impl Glide {
    /// `None` where the hand stood nearly still.
    #[must_use]
    pub fn thrown(x: f64, y: f64) -> Option<Self> {
        let speed = x.hypot(y);
        if !speed.is_finite() || speed < LEAST_THROW {
            return None;
        }
        let share = (MOST_THROW / speed).min(1.0);
        Some(Self { x: x * share, y: y * share })
    }

    /// How far it went in so many seconds, across and downwards, and whether it came to rest.
    pub fn step(&mut self, secs: f64) -> (f64, f64, bool) {
        let secs = secs.max(0.0);
        let left = (-secs / GLIDE).exp();
        // The way is the integral of the speed: the same however the time is cut into frames.
        let way = GLIDE * (1.0 - left);
        let (dx, dy) = (self.x * way, self.y * way);
        (self.x, self.y) = (self.x * left, self.y * left);
        (dx, dy, self.x.hypot(self.y) < REST)
    }
}

/// Fast at first, slow at the end.
fn eased(along: f64) -> f64 {
    1.0 - (1.0 - along.clamp(0.0, 1.0)).powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_throw_comes_to_rest_at_the_same_place_in_any_number_of_frames() {
        let way = |frame: f64| {
            let mut glide = Glide::thrown(900.0, -300.0).expect("a throw");
            let (mut x, mut frames) = (0.0, 0);
            loop {
                let (dx, dy, rests) = glide.step(frame);
                assert!(dx > 0.0 && dy < 0.0);
                (x, frames) = (x + dx, frames + 1);
                if rests {
                    return (x, frames);
                }
                assert!(frames < 1_000, "it never rests");
            }
        };
        let (fine, coarse) = (way(1.0 / 240.0), way(1.0 / 30.0));
        assert!((fine.0 - coarse.0).abs() < 3.0, "{fine:?} {coarse:?}");
        assert!((100.0..900.0 * GLIDE).contains(&fine.0));
    }

    #[test]
    fn a_hand_that_stands_still_throws_nothing() {
        assert_eq!(Glide::thrown(50.0, 20.0), None);
        assert_eq!(Glide::thrown(f64::NAN, 0.0), None);
        let fast = Glide::thrown(1e9, 0.0).expect("a throw");
        assert!(fast.x <= MOST_THROW);
    }
}

//! How the timeline is shown: what a person chose, which is kept, else what language and system say.

use super::core::Core;
use super::event::AppEvent;
use super::store::Change;
use crate::base::{Direction, Language};

impl Core {
    /// Keeps a choice and shows what follows from it.
    pub(super) fn choose(&mut self, choice: Change) {
        self.keep(choice);
        self.dress_timeline();
    }

    /// Lets time run the other way.
    pub(super) fn reverse_time(&mut self) {
        self.choose(Change::TimeDirection(self.state.time_direction.reversed()));
    }

    /// Has looked up whether the system asks that nothing moves by itself.
    pub(super) fn ask_system_for_motion(&self) {
        // Without a thread, or a system that answers, things move.
        let _ = self.jobs.aside(|| AppEvent::MotionWanted(super::motion::is_reduced()));
    }

    /// Shows the timeline as it was chosen.
    pub(super) fn dress_timeline(&mut self) {
        let (settings, i18n) = (&self.settings, &self.state.i18n);
        self.state.time_direction = match settings.time_runs_leftwards {
            Some(true) => Direction::RightToLeft,
            Some(false) => Direction::LeftToRight,
            None => i18n.direction(),
        };
        self.state.has_hijri = settings.hijri.unwrap_or(i18n.language() == Language::Arabic);
        self.state.is_motion_reduced = settings.reduce_motion.unwrap_or(self.system_reduces_motion);
    }
}

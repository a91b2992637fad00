//! Words to the person at the window: what went wrong, what went well, what can be done about it.

use super::core::Core;
use crate::base::Message;
use crate::ui::command::Command;
use crate::ui::state::Notice;

/// More notices than this would leave no room for the work.
const MOST_NOTICES: usize = 3;

impl Core {
    /// Puts a notice on the screen; the oldest that waits for no answer makes room, and nothing is said twice.
    pub(super) fn notify(&mut self, message: Message) {
        self.put_notice(Notice { message, offers: Vec::new(), is_alarm: true });
    }

    /// The same of what went well.
    pub(super) fn tell(&mut self, message: Message) {
        self.put_notice(Notice { message, offers: Vec::new(), is_alarm: false });
    }

    /// The same with what can be done about it.
    pub(super) fn put_notice(&mut self, notice: Notice) {
        self.state.notices.retain(|other| *other != notice);
        self.state.notices.push(notice);
        let notices = &mut self.state.notices;
        while notices.len() > MOST_NOTICES {
            // What offers something waits for an answer; a word that was read does not.
            let others = notices.iter().take(MOST_NOTICES);
            let answered = others.enumerate().find(|(_, notice)| notice.offers.is_empty()).map_or(0, |(at, _)| at);
            notices.remove(answered);
        }
    }

    /// Puts a notice on the screen with what can be done about it.
    pub(super) fn offer(&mut self, message: Message, offers: Vec<(&'static str, Command)>) {
        self.put_notice(Notice { message, offers, is_alarm: false });
    }
}

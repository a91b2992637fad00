//! What the window is called, in its frame and in lists of windows.

use eframe::egui::{Context, ViewportCommand};

use super::core::Core;
use crate::base::Message;
use crate::i18n::without_isolates;
use crate::ui::state::AppState;
use crate::ui::tabs::Tab;

impl Core {
    /// «وقائع – the article's title», where that changed.
    pub(super) fn name_window(&mut self, ctx: &Context) {
        let title = window_title(&self.state);
        if self.title.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = Some(title);
        }
    }
}

/// What the window is called.
pub(super) fn window_title(state: &AppState) -> String {
    let is_unsaved = state.tabs.active().is_some_and(|tab| tab.work.is_unsaved());
    let key = if is_unsaved { "window-title-unsaved" } else { "window-title" };
    let name = match state.tabs.active().map(Tab::title) {
        Some(title) => state.i18n.message(&Message::new(key).with_text("title", title)),
        None => state.i18n.text("app-name"),
    };
    // Window lists of the desktop show or search the isolates as if they were letters.
    without_isolates(&name)
}

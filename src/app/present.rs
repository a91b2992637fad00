//! Presenting: the whole screen, and what the keys mean meanwhile.

use eframe::egui::{Context, ViewportCommand};

use super::core::Core;
use crate::ui::command::{Command, UiCommand};
use crate::ui::present::{Presenting, Step};

/// The whole screen is asked for once, and given back.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    /// The window is as the person made it.
    #[default]
    Own,
    /// It was made to fill the screen.
    Filled,
    /// It filled the screen before.
    Kept,
}

impl Core {
    /// Begins to present, or ends it.
    pub(super) fn toggle_presenting(&mut self) {
        self.state.presenting = match self.state.presenting {
            Some(_) => None,
            None if self.state.allows(UiCommand::Present) => Presenting::begin(&self.state),
            None => None,
        };
        self.present(None);
    }

    /// Goes to another event, which is the selected one from then on.
    pub(super) fn present(&mut self, step: Option<Step>) {
        let Some(presenting) = &mut self.state.presenting else { return };
        step.into_iter().for_each(|step| presenting.step(step));
        let event = presenting.event();
        self.state.select(event);
    }

    /// What a command means while events are presented; `None`: nothing.
    pub(super) fn while_presenting(&self, command: Command) -> Option<Command> {
        if self.state.presenting.is_none() {
            return Some(command);
        }
        let Command::Ui(command) = command else { return Some(command) };
        let is_rtl = self.state.i18n.direction().is_rtl();
        let step = match command {
            UiCommand::SelectLeft if is_rtl => Step::Next,
            UiCommand::SelectLeft => Step::Previous,
            UiCommand::SelectRight if is_rtl => Step::Previous,
            UiCommand::SelectRight | UiCommand::SelectDown => Step::Next,
            UiCommand::SelectUp => Step::Previous,
            UiCommand::SelectFirst => Step::First,
            UiCommand::SelectLast => Step::Last,
            UiCommand::Escape => return Some(Command::Ui(UiCommand::Present)),
            UiCommand::Present
            | UiCommand::Save
            | UiCommand::SwitchTheme
            | UiCommand::SwitchLanguage
            | UiCommand::ToggleMotion
            | UiCommand::CopyEvent
            | UiCommand::CopyQuote => return Some(Command::Ui(command)),
            // What else there is would happen behind what is shown.
            _ => return None,
        };
        Some(Command::Present(step))
    }

    /// Fills the screen while events are presented, and ends that where they are of another document by now.
    pub(super) fn fill_screen(&mut self, ctx: &Context) {
        let document = self.state.document();
        let is_over = self.state.presenting.as_ref().is_some_and(|presenting| !document.is_some_and(|own| presenting.is_of(own)));
        if is_over {
            self.state.presenting = None;
        }
        match (self.state.presenting.is_some(), self.screen) {
            (true, Screen::Own) if ctx.input(|input| input.viewport().fullscreen) == Some(true) => self.screen = Screen::Kept,
            (true, Screen::Own) => {
                self.screen = Screen::Filled;
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            }
            (false, Screen::Filled) => {
                self.screen = Screen::Own;
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            }
            (false, Screen::Kept) => self.screen = Screen::Own,
            _ => {}
        }
    }
}

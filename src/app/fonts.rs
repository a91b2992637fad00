//! Fonts of the system, where the bundled ones lack letters: when they are looked for, and when they are put to use.

use eframe::egui::Context;

use super::core::Core;
use crate::text::{self, FontFile};

/// Looking for fonts that have letters which the others lack.
#[derive(Debug)]
pub(super) enum FontSearch {
    /// Nothing is lacking, as far as is known.
    Idle,
    /// A worker is looking.
    Running,
    /// These were found, and are not in use yet.
    Done(Vec<FontFile>),
}

impl Core {
    /// Has fonts looked for where letters are lacking, and puts those to use that were found.
    pub(super) fn search_fonts(&mut self, ctx: &Context) {
        match std::mem::replace(&mut self.fonts, FontSearch::Idle) {
            FontSearch::Running => self.fonts = FontSearch::Running,
            FontSearch::Done(fonts) => {
                text::egui::add_fonts(ctx, &fonts);
                self.found_fonts.extend(fonts);
            }
            FontSearch::Idle => {
                let missing = text::egui::take_missing_letters(ctx);
                // Without a thread the boxes stay: a font is no reason to stop.
                if !missing.is_empty() && self.jobs.find_fonts(&self.system_fonts, missing).is_ok() {
                    self.fonts = FontSearch::Running;
                }
            }
        }
    }
}

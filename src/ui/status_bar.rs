//! The bar at the bottom: how many events, how sure, what to beware of, which way time runs.

use eframe::egui::{PopupCloseBehavior, Ui};

use super::button::Button;
use super::command::{CommandSender, UiCommand};
use super::direction::{popup_under, row_start_to_end, stable_id};
use super::label;
use super::look::{Look, popup_frame};
use super::reading_menu::{self, reading_menu_ui, reading_text};
use super::state::{AppState, Document};
use crate::base::theme::size;
use crate::base::{Arg, Direction, Message};
use crate::event::{Certainty, Extraction};

/// Its height in points.
pub const HEIGHT: f32 = 28.0;

/// How many events there are of each degree of certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All events.
    pub events: i64,
    /// Exact, bounded and one-sided ones.
    pub dated: i64,
    /// Still going on at publication.
    pub ongoing: i64,
    /// Known by their neighbours only.
    pub ordered: i64,
    /// Told without a date.
    pub undated: i64,
}

impl Counts {
    /// Counts what was found.
    #[must_use]
    pub fn of(extraction: &Extraction) -> Self {
        let mut counts = Self::default();
        for event in &extraction.events {
            counts.events += 1;
            match event.when.certainty {
                Certainty::Exact | Certainty::Bounded | Certainty::OneSided => counts.dated += 1,
                Certainty::Ongoing => counts.ongoing += 1,
                Certainty::Ordered => counts.ordered += 1,
                Certainty::Undated => counts.undated += 1,
            }
        }
        counts
    }

    /// Of a table, whose rows all have a time.
    #[must_use]
    fn of_rows(n_rows: usize) -> Self {
        let events = i64::try_from(n_rows).unwrap_or(i64::MAX);
        Self { events, dated: events, ..Self::default() }
    }

    /// The keys and numbers to be shown: of the degrees only those that occur.
    fn messages(self, published: bool) -> Vec<Message> {
        let undated = if published { "status-undated-before" } else { "status-undated" };
        let degrees = [
            ("status-dated", self.dated),
            ("status-ongoing", self.ongoing),
            ("status-ordered", self.ordered),
            (undated, self.undated),
        ];
        std::iter::once(("status-events", self.events))
            .chain(degrees.into_iter().filter(|(_, count)| *count > 0))
            .map(|(key, count)| Message::new(key).with("count", Arg::Number(count)))
            .collect()
    }
}

/// Shows the bar in one row.
/// `reading_wanted` opens the ways to read the file.
pub fn status_bar_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, reading_wanted: bool) {
    let look = Look::of(state);
    ui.with_layout(row_start_to_end(look.direction), |ui| {
        ui.spacing_mut().item_spacing.x = size::GRID * 4.0;
        let Some(document) = state.document() else {
            label::line(ui, &state.i18n.text("status-empty"), look.small_muted());
            return;
        };
        if document.is_pending {
            label::line(ui, &state.i18n.text("card-pending"), look.small_muted());
        } else {
            counts_ui(ui, state, document);
        }
        warnings_ui(ui, state, document);
        ui.with_layout(row_start_to_end(look.direction.reversed()), |ui| {
            ui.spacing_mut().item_spacing.x = size::GRID * 4.0;
            direction_ui(ui, state, commands);
            reading_ui(ui, state, commands, reading_wanted);
            // Of what its file knew already nothing was looked for.
            if !document.is_pending && !document.elapsed.is_zero() {
                label::line(ui, &elapsed_text(state, document), look.small_muted());
            }
        });
    });
}

fn counts_ui(ui: &mut Ui, state: &AppState, document: &Document) {
    let look = Look::of(state);
    let published = document.extraction.published.is_some();
    let rows = document.table.as_ref().map(|table| Counts::of_rows(table.rows().len()));
    let counts = rows.unwrap_or_else(|| Counts::of(&document.extraction));
    for message in counts.messages(published) {
        label::line(ui, &state.i18n.message(&message), look.small_muted());
    }
    if let Some(sifted) = state.browse.sifted() {
        let text = state.i18n.message(&Message::new("status-filtered").with_count("count", sifted.n_passed));
        label::line(ui, &text, look.text(size::TEXT_SMALL, look.palette.accent));
    }
}

fn elapsed_text(state: &AppState, document: &Document) -> String {
    let elapsed = i64::try_from(document.elapsed.as_millis()).unwrap_or(i64::MAX);
    let message = if elapsed == 0 {
        Message::new("status-elapsed-less")
    } else {
        Message::new("status-elapsed").with("count", Arg::Number(elapsed))
    };
    state.i18n.message(&message)
}

/// How the file was read; a click shows the other ways.
fn reading_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, wanted: bool) {
    let Some(tab) = state.tabs.active() else { return };
    let Some(says) = reading_text(state, tab) else { return };
    let look = Look::of(state);
    if !reading_menu::can_change(tab) {
        label::line(ui, &says, look.small_muted());
        return;
    }
    let name = format!("{says}, {}", state.i18n.text(UiCommand::ShowReading.message_key()));
    let text = format!("{says} ▾");
    let muted = super::theme::color(look.palette.muted);
    let button = Button::link(&text).small().colored(muted).named(&name).with_id(stable_id("reading")).show(ui, look);
    reading_menu_ui(ui, state, tab, commands, &button, wanted);
}

/// Says which way time runs; a click turns it round.
fn direction_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender) {
    let look = Look::of(state);
    let (key, arrow) = match state.time_direction {
        Direction::LeftToRight => ("status-time-left-to-right", "→"),
        Direction::RightToLeft => ("status-time-right-to-left", "←"),
    };
    let text = format!("{} {arrow}", state.i18n.text(key));
    let button =
        Button::link(&text).small().colored(super::theme::color(look.palette.muted)).with_id(stable_id("time-direction"));
    if button.show(ui, look).clicked() {
        commands.send_ui(UiCommand::ReverseTime);
    }
}

/// How many warnings there are; a click lists them with the words they are about.
fn warnings_ui(ui: &mut Ui, state: &AppState, document: &Document) {
    let warnings = &document.extraction.warnings;
    let Ok(count) = i64::try_from(warnings.len()) else { return };
    if count == 0 {
        return;
    }
    let look = Look::of(state);
    let text = state.i18n.message(&Message::new("status-warnings").with("count", Arg::Number(count)));
    let text = format!("⚠ {text}");
    let button = Button::link(&text).small().with_id(stable_id("warnings")).show(ui, look);
    let popup = popup_under(&button, look.direction)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(360.0)
        .frame(popup_frame(ui.style()));
    popup.show(|ui| {
        ui.set_width(360.0);
        eframe::egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            for warning in warnings {
                label::wrapped(ui, &state.i18n.message(&warning.message), look.body(), look);
                for words in warning.spans.iter().map(|span| span.of(&document.article.text)).filter(|words| !words.is_empty()) {
                    label::quotation(ui, words, look, 340.0);
                }
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing;

    #[test]
    fn every_event_is_counted_once() {
        let document = testing::document();
        let counts = Counts::of(&document.extraction);
        assert_eq!(counts, Counts { events: 5, dated: 2, ongoing: 1, ordered: 1, undated: 1 });
    }

    #[test]
    fn degrees_that_do_not_occur_are_not_named() {
        let counts = Counts { events: 1, undated: 1, ..Counts::default() };
        let keys: Vec<_> = counts.messages(false).into_iter().map(|message| message.key).collect();
        assert_eq!(keys, ["status-events", "status-undated"]);
    }
}

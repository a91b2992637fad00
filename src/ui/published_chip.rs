//! The publication date as a chip: a click opens a popup in which it can be changed.
//! Everything is resolved again by whoever gets the command.

use chrono::{Datelike, Days, Months, NaiveDate};
use eframe::egui::{Key, PopupCloseBehavior, Ui};

use super::button::Button;
use super::command::{Command, CommandSender};
use super::direction::{popup_under, row_in_column, stable_id};
use super::label;
use super::look::{Look, popup_frame};
use super::state::{AppState, Document};
use super::theme::color;
use crate::article::PublishedOrigin;
use crate::base::fold::fold;
use crate::base::theme::size;
use crate::base::{Arg, Message, Moment};
use crate::text::egui::{FieldLook, TextField};

const WIDTH: f32 = 392.0;
const FIELD_WIDTH: f32 = 112.0;

/// The date that is being chosen.
#[derive(Debug, Default)]
pub struct PublishedView {
    draft: Option<Draft>,
}

#[derive(Debug)]
struct Draft {
    day: NaiveDate,
    field: TextField,
}

impl Draft {
    fn new(day: NaiveDate) -> Self {
        Self { day, field: TextField::new(&Moment::on(day).to_string()) }
    }

    fn step(&mut self, unit: Unit, forward: bool) {
        if let Some(day) = unit.step(self.day, forward) {
            self.day = day;
            self.field.set_text(&Moment::on(day).to_string());
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
}

impl Unit {
    const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    fn step(self, day: NaiveDate, forward: bool) -> Option<NaiveDate> {
        let months = |n| if forward { day.checked_add_months(Months::new(n)) } else { day.checked_sub_months(Months::new(n)) };
        match self {
            Self::Year => months(12),
            Self::Month => months(1),
            Self::Day if forward => day.checked_add_days(Days::new(1)),
            Self::Day => day.checked_sub_days(Days::new(1)),
        }
    }

    fn later_key(self) -> &'static str {
        match self {
            Self::Year => "published-year-later",
            Self::Month => "published-month-later",
            Self::Day => "published-day-later",
        }
    }

    fn earlier_key(self) -> &'static str {
        match self {
            Self::Year => "published-year-earlier",
            Self::Month => "published-month-earlier",
            Self::Day => "published-day-earlier",
        }
    }
}

/// What the chip says.
fn chip_text(state: &AppState, document: &Document) -> String {
    match document.extraction.published {
        Some(published) => state.i18n.message(&Message::new("published-chip").with("date", Arg::Moment(published.value))),
        None => state.i18n.text("published-ask"),
    }
}

/// The chip's width in points, before it is shown.
#[must_use]
pub fn width(ui: &Ui, state: &AppState, document: &Document) -> f32 {
    Button::chip(&with_arrow(&chip_text(state, document))).width(ui, Look::of(state))
}

fn with_arrow(text: &str) -> String {
    format!("{text} ▾")
}

/// Shows the chip and, where it is open, its popup.
pub fn published_chip_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, view: &mut PublishedView) {
    let look = Look::of(state);
    let says = chip_text(state, document);
    let name = format!("{says} {}", state.i18n.text("published-change"));
    let text = with_arrow(&says);
    let chip = Button::chip(&text).named(&name).with_id(stable_id("published-chip")).show(ui, look);
    let popup = popup_under(&chip, look.direction)
        .frame(popup_frame(ui.style()))
        .width(WIDTH)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let mut done = false;
    let shown = popup.show(|ui| {
        ui.set_width(WIDTH);
        let draft = view.draft.get_or_insert_with(|| Draft::new(first_day(document)));
        done = popup_ui(ui, state, document, commands, draft);
        if done {
            ui.close();
        }
    });
    if shown.is_none() || done {
        view.draft = None;
    }
}

/// The day that the popup opens with: what is known best, and an ordinary day where nothing is.
fn first_day(document: &Document) -> NaiveDate {
    let known = document.extraction.published.map(|published| published.value).or(document.file_date);
    let latest = document.extraction.timexes.iter().filter_map(|timex| timex.bounds.latest).max();
    known.or(latest).map_or_else(|| NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default(), Moment::day)
}

/// The contents of the popup; `true` when a choice was made.
fn popup_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, draft: &mut Draft) -> bool {
    let look = Look::of(state);
    label::line(ui, &state.i18n.text("published-title"), look.strong());
    if let Some(published) = document.extraction.published {
        label::wrapped(ui, &state.i18n.text(origin_key(published.origin)), look.small_muted(), look);
    }
    let typed = field_ui(ui, state, draft);
    steppers_ui(ui, state, draft);
    ui.add_space(size::GRID);
    let mut choice = None;
    let accepted = parse_day(&draft.field.text());
    row_in_column(ui, look.direction, size::GRID * 8.0, |ui| {
        let set = Button::primary(&state.i18n.text("published-set")).enabled(accepted.is_some()).show(ui, look).clicked();
        if (set || typed)
            && let Some(day) = accepted
        {
            choice = Some(Some(Moment::on(day)));
        }
        let known = document.extraction.published.is_some();
        if known && Button::outlined(&state.i18n.text("published-unknown-choice")).show(ui, look).clicked() {
            choice = Some(None);
        }
    });
    if let Some(date) = document.file_date {
        let offer = state.i18n.message(&Message::new("published-file-date").with("date", Arg::Moment(date)));
        if Button::link(&offer).show(ui, look).clicked() {
            choice = Some(Some(Moment::on(date.day())));
        }
    }
    let Some(choice) = choice else { return false };
    commands.send(Command::SetPublished(choice));
    true
}

/// The field for `YYYY-MM-DD`; `true` when Enter was pressed in it.
fn field_ui(ui: &mut Ui, state: &AppState, draft: &mut Draft) -> bool {
    let look = Look::of(state);
    let mut entered = false;
    row_in_column(ui, look.direction, size::GRID * 8.0, |ui| {
        let name = state.i18n.text("published-field");
        let style = look.body();
        let field_look =
            FieldLook { name: &name, placeholder: "", style, placeholder_color: color(look.palette.muted), width: FIELD_WIDTH };
        let response = draft.field.show(ui, &field_look);
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        match parse_day(&draft.field.text()) {
            Some(day) => {
                draft.day = day;
                label::line(ui, &state.i18n.moment(Moment::on(day)), look.small_muted());
            }
            None => {
                let style = look.text(size::TEXT_SMALL, look.palette.error);
                label::line(ui, &state.i18n.text("published-not-a-date"), style);
            }
        }
    });
    entered
}

/// Day, month and year, each with a button for earlier and for later.
fn steppers_ui(ui: &mut Ui, state: &AppState, draft: &mut Draft) {
    let look = Look::of(state);
    row_in_column(ui, look.direction, size::GRID * 8.0, |ui| {
        for (index, unit) in Unit::ALL.into_iter().enumerate() {
            if index > 0 {
                ui.add_space(size::GRID * 2.0);
            }
            if Button::outlined("−").named(&state.i18n.text(unit.earlier_key())).show(ui, look).clicked() {
                draft.step(unit, false);
            }
            label::line(ui, &unit_text(state, draft.day, unit), look.body());
            if Button::outlined("+").named(&state.i18n.text(unit.later_key())).show(ui, look).clicked() {
                draft.step(unit, true);
            }
        }
    });
}

fn unit_text(state: &AppState, day: NaiveDate, unit: Unit) -> String {
    match unit {
        Unit::Year => state.i18n.year(day.year()),
        Unit::Month => state.i18n.month_name(day.month()),
        Unit::Day => state.i18n.number(i64::from(day.day())),
    }
}

/// Reads `YYYY-MM-DD`, in whatever digits it was typed.
fn parse_day(text: &str) -> Option<NaiveDate> {
    Moment::parse(fold(text).trim()).filter(|moment| moment.clock().is_none()).map(Moment::day)
}

fn origin_key(origin: PublishedOrigin) -> &'static str {
    match origin {
        PublishedOrigin::Given => "published-origin-given",
        PublishedOrigin::Metadata => "published-origin-metadata",
        PublishedOrigin::Dateline => "published-origin-dateline",
        PublishedOrigin::Text => "published-origin-text",
        PublishedOrigin::FileName => "published-origin-file-name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        Moment::parse(text).map(Moment::day).expect("a day")
    }

    #[test]
    fn dates_are_read_in_all_digits_and_nothing_else_is() {
        assert_eq!(parse_day(" ٢٠٢٥-١١-٠١ "), Some(day("2025-11-01")));
        for text in ["", "2025", "2025-02-30", "2025-11-01T10:00", "أمس"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_step_of_a_month_stays_in_the_month() {
        assert_eq!(Unit::Month.step(day("2025-01-31"), true), Some(day("2025-02-28")));
        assert_eq!(Unit::Year.step(day("2024-02-29"), false), Some(day("2023-02-28")));
        assert_eq!(Unit::Day.step(day("2025-03-01"), false), Some(day("2025-02-28")));
        assert_eq!(Unit::Day.step(NaiveDate::MAX, true), None);
    }
    #[test]
    fn a_typed_date_is_taken_with_return() {
        use crate::base::Language;
        use crate::ui::testing::{self, Window};
        use eframe::egui::{Key, Modifiers};
        use egui_kittest::kittest::Queryable as _;

        let mut harness = Window::harness(testing::state(Language::Arabic));
        harness.run();
        let change = harness.state().state.i18n.text("published-change");
        harness.get_by_label_contains(&change).click();
        harness.run();
        let name = harness.state().state.i18n.text("published-field");
        harness.get_by_label(&name).focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.get_by_label(&name).type_text("٢٠٢٤-٠٥-٠٧");
        harness.run();
        assert_eq!(harness.get_by_label(&name).value().as_deref(), Some("٢٠٢٤-٠٥-٠٧"));
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().sent().contains(&Command::SetPublished(Moment::ymd(2024, 5, 7))));
        assert!(harness.query_by_label(&name).is_none(), "the popup closes");
    }
}

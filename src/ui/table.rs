//! A file of events without an article: what it is, and the card of one of its events.
//! Knows no format: a table has rows.

use eframe::egui::{Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::card::fact;
use super::direction::column;
use super::label;
use super::look::Look;
use super::state::{AppState, Document};
use crate::base::Message;
use crate::base::theme::size;
use crate::event::EventTable;
use crate::text::egui::TextStyle;

const MARGIN: f32 = 24.0;

/// Says what the file holds, where an article would be.
pub fn table_ui(ui: &mut Ui, state: &AppState, document: &Document, table: &EventTable) {
    let look = Look::of(state);
    let name = document.title().or(document.article.file_name.as_deref()).unwrap_or_default();
    ui.add_space(MARGIN);
    let room = ui.available_rect_before_wrap().shrink2(vec2(MARGIN, 0.0));
    ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(room).layout(column(look.direction)), |ui| {
        ui.spacing_mut().item_spacing.y = size::GRID * 2.0;
        let title = label::wrapped(ui, name, look.heading(), look);
        title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
        let counts = [("table-events", table.rows().len()), ("table-lanes", table.lane_names().len())];
        for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            label::wrapped(ui, &state.i18n.message(&Message::new(key).with_count("count", count)), look.muted(), look);
        }
        label::wrapped(ui, &state.i18n.text("table-hint"), look.muted(), look);
        label::wrapped(ui, &state.i18n.text("table-not-edited"), look.muted(), look);
    });
}

/// The card of the selected row, or how to select one.
pub fn row_card_ui(ui: &mut Ui, state: &AppState, document: &Document, table: &EventTable) {
    let look = Look::of(state);
    let selected = state.selected().map(crate::event::EventId::index);
    let Some((at, row)) = selected.and_then(|at| Some((at, table.rows().get(at)?))) else {
        ui.with_layout(column(look.direction), |ui| {
            label::wrapped(ui, &state.i18n.text("card-empty"), look.heading(), look);
            label::wrapped(ui, &state.i18n.text("table-card-hint"), look.muted(), look);
        });
        return;
    };
    ScrollArea::vertical().id_salt(("row", document.generation, at)).auto_shrink(false).show(ui, |ui| {
        ui.with_layout(column(look.direction), |ui| {
            ui.spacing_mut().item_spacing = vec2(size::GRID * 2.0, size::GRID * 1.5);
            let name = table.titles().get(at);
            let title = label::wrapped_words(ui, name, look.heading(), look);
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
            ui.add_space(size::GRID);
            let text = look.text(size::TEXT, look.palette.ink);
            fact(ui, state, "card-when", |ui| {
                answer_ui(ui, &state.i18n.time_range(row.time), text, look);
                if row.is_vague {
                    label::line(ui, &state.i18n.text("certainty-bounded"), look.small_muted());
                }
            });
            if let Some(lane) = table.lane_name(at) {
                fact(ui, state, "table-lane", |ui| answer_ui(ui, lane, text, look));
            }
            if !table.details(at).is_empty() {
                ui.add_space(size::GRID);
                label::wrapped_words(ui, table.details(at), text, look);
            }
        });
    });
}

/// On one line, or on several where there is no room for it.
fn answer_ui(ui: &mut Ui, text: &str, style: TextStyle, look: Look) {
    if label::width(ui, text, style) <= ui.available_width() {
        label::line(ui, text, style);
    } else {
        label::wrapped(ui, text, style, look);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::article::Article;
    use crate::base::{Language, WrittenTime};
    use crate::event::{EventId, Extraction, TableRow};
    use crate::ui::command::Command;
    use crate::ui::testing::{self, Window};

    fn document() -> Document {
        let mut table = EventTable::default();
        let lane = table.add_lane("بيروت".to_owned());
        for (title, day) in [("قمة طارئة", "2024-05-01"), ("توقيع اتفاق", "2024-05-20")] {
            let time = WrittenTime::parse(day).expect("a day").range;
            table.push_detailed(title, "تفاصيل", TableRow { time, is_vague: false, lane });
        }
        let article = Article { file_name: Some("أحداث.csv".to_owned()), ..Article::default() };
        let known = testing::document().extraction;
        let nothing = Extraction { title: None, published: None, events: Vec::new(), tlinks: Vec::new(), ..known };
        Document { table: Some(Arc::new(table)), ..Document::new(77, article, nothing) }
    }

    #[test]
    fn rows_are_shown_and_selected_and_nobody_asks_when_they_were_told() {
        for language in [Language::Arabic, Language::English] {
            let mut state = testing::empty_state(language);
            testing::show(&mut state, Arc::new(document()));
            let mut harness = Window::harness(state);
            harness.run();
            harness.get_by_role_and_label(Role::Heading, "أحداث.csv");
            assert!(harness.query_by_label(&harness.state().state.i18n.text("published-ask")).is_none());
            harness.get_by_label_contains("توقيع اتفاق").click();
            harness.run();
            assert!(harness.state().sent().contains(&Command::Select(Some(EventId(1)))));
            harness.state_mut().state.select(Some(EventId(1)));
            harness.run();
            harness.get_by_role_and_label(Role::Heading, "توقيع اتفاق");
            harness.get_by_label("تفاصيل");
        }
    }

    #[test]
    fn what_is_longer_than_a_line_is_wrapped() {
        let mut table = EventTable::default();
        let lane = table.add_lane("مسار له اسم طويل ".repeat(12));
        let time = WrittenTime::parse("2024-05-01T08:30").expect("a minute").range;
        table.push("قمة", TableRow { time, is_vague: false, lane });
        let mut state = testing::empty_state(Language::English);
        testing::show(&mut state, Arc::new(Document { table: Some(Arc::new(table)), ..document() }));
        state.select(Some(EventId(0)));
        let mut harness = Window::harness(state);
        harness.run();
        let lane = harness.get_by_label(&"مسار له اسم طويل ".repeat(12)).rect();
        assert!(lane.right() <= 1280.0 && lane.height() > 30.0, "{lane:?}");
    }
}

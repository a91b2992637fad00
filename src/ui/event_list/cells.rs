//! What stands in the cells of the table, and where.

use eframe::egui::{Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::MARGIN;
use crate::base::theme::size;
use crate::base::{Direction, TextSpan};
use crate::event::{Event, EventId};
use crate::text::egui::{StyledRange, TextLayout, TextSpec, TextStyle, Wrap, layout};
use crate::timeline::table::Column;
use crate::ui::direction::rect_from_start;
use crate::ui::look::Look;
use crate::ui::state::AppState;
use crate::ui::theme::{color, faded, kind_color};

/// How strong the rows are that were not asked for.
const DIMMED: f32 = 0.45;
/// Free at the end of a cell, in points.
const GAP: f32 = 12.0;

/// The share of the width that a column takes.
fn share(column: Column) -> f32 {
    match column {
        Column::When => 0.19,
        Column::Title => 0.33,
        Column::Kind => 0.1,
        Column::Actors => 0.17,
        Column::Places => 0.1,
        Column::Certainty => 0.11,
    }
}

/// The cells of a row, from its start.
pub(super) fn widths(row: Rect, direction: Direction) -> [(Column, Rect); 6] {
    let width = row.width() - 2.0 * MARGIN;
    let mut along = MARGIN;
    Column::ALL.map(|column| {
        let cell = width * share(column);
        let rect = rect_from_start(row, direction, along, 0.0, cell - GAP, row.height());
        along += cell;
        (column, rect)
    })
}

/// The key of the name of a column.
pub(super) fn column_key(column: Column) -> &'static str {
    match column {
        Column::When => "card-when",
        Column::Title => "event-list-title",
        Column::Kind => "card-kind",
        Column::Actors => "card-actors",
        Column::Places => "card-places",
        Column::Certainty => "event-list-certainty",
    }
}

/// What a cell says.
pub(super) fn cell_text(state: &AppState, event: &Event, column: Column) -> String {
    let joined = |names: Vec<&str>| names.join(&state.i18n.text("timeline-separator"));
    match column {
        Column::When => state.i18n.message(&event.when.message()),
        Column::Title => event.title.clone(),
        Column::Kind => format!("{} {}", event.kind.glyph(), state.i18n.text(event.kind.message_key())),
        Column::Actors => joined(event.actors.iter().map(|actor| actor.name.as_str()).collect()),
        Column::Places => joined(event.places.iter().map(|place| place.name.as_str()).collect()),
        Column::Certainty => state.i18n.text(event.when.certainty.message_key()),
    }
}

/// Paints a row with its ground.
pub(super) fn paint_row(ui: &Ui, state: &AppState, event: &Event, id: EventId, rect: Rect, at: usize, is_pointed_at: bool) {
    let look = Look::of(state);
    let palette = look.palette;
    let selected = state.selected() == Some(id);
    if selected {
        ui.painter().rect_filled(rect, 0.0, color(palette.highlight));
        let stroke = Stroke::new(2.0, color(palette.accent));
        ui.painter().rect_stroke(rect, size::CORNER, stroke, StrokeKind::Inside);
    } else if is_pointed_at || state.hovered() == Some(id) {
        ui.painter().rect_filled(rect, 0.0, color(palette.hover));
    } else if at % 2 == 1 {
        ui.painter().rect_filled(rect, 0.0, faded(palette.soft, 0.55));
    }
    let strength = if selected || state.browse.passes(id) { 1.0 } else { DIMMED };
    for (column, cell) in widths(rect, look.direction) {
        let text = cell_text(state, event, column);
        let rgb = if column == Column::Certainty { palette.muted } else { palette.ink };
        let mut style = TextStyle { color: faded(rgb, strength), ..look.small() };
        style.bold = selected && column == Column::Title;
        let of_article = matches!(column, Column::Title | Column::Actors | Column::Places);
        let mut spec = TextSpec::line(&text, style);
        if of_article {
            spec = spec.within(look.article_direction);
        }
        if column == Column::Kind {
            let hue = kind_color(palette, event.kind).gamma_multiply(strength);
            spec.ranges.push(StyledRange { range: 0..event.kind.glyph().len_utf8(), color: Some(hue), bold: None });
        }
        let text = layout(ui.ctx(), &spec.wrapped(Wrap::Elide(cell.width().max(1.0), 1)));
        paint_cell(ui, state, look, cell, &text, of_article);
    }
}

/// Paints a text at the start of its cell, and behind it what was looked for.
fn paint_cell(ui: &Ui, state: &AppState, look: Look, cell: Rect, text: &TextLayout, is_searched: bool) {
    let place = rect_from_start(cell, look.direction, 0.0, 0.0, text.size().x, cell.height());
    let pos = pos2(place.left(), place.center().y - text.size().y / 2.0).round();
    let pattern = state.browse.search().pattern().filter(|_| is_searched);
    let words: Vec<TextSpan> = pattern.map_or_else(Vec::new, |pattern| pattern.find_all(text.galley().text()));
    for rect in words.into_iter().flat_map(|words| text.rects_of(words.start..words.end)) {
        ui.painter().rect_filled(rect.translate(pos.to_vec2()), 3.0, color(look.palette.found));
    }
    ui.painter().galley(pos, text.galley().clone(), color(look.palette.ink));
}

/// Paints a text of the interface at the start of a rectangle.
pub(super) fn paint_text(ui: &Ui, look: Look, cell: Rect, text: &str, style: TextStyle) {
    let spec = TextSpec::line(text, style).directed(look.direction).wrapped(Wrap::Elide(cell.width().max(1.0), 1));
    let text = layout(ui.ctx(), &spec);
    let place = rect_from_start(cell, look.direction, 0.0, 0.0, text.size().x, cell.height());
    let pos = place.min + vec2(0.0, (cell.height() - text.size().y) / 2.0);
    ui.painter().galley(pos.round(), text.galley().clone(), style.color);
}

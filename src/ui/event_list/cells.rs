//! What stands in the cells of the table, and where.

use eframe::egui::{Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::MARGIN;
use crate::base::theme::size;
use crate::base::{Direction, TextSpan};
use crate::event::{Event, EventId, EventTable};
use crate::text::egui::{StyledRange, TextLayout, TextSpec, TextStyle, Wrap, layout};
use crate::timeline::table::Column;
use crate::ui::direction::rect_from_start;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::{color, faded, kind_color};

/// How strong the rows are that were not asked for.
const DIMMED: f32 = 0.45;
/// Free at the end of a cell, in points.
const GAP: f32 = 12.0;

/// A row of the table.
pub(super) struct Row<'a> {
    pub(super) document: &'a Document,
    /// Which event.
    pub(super) id: EventId,
    /// Its place among all rows.
    pub(super) at: usize,
    /// All of it.
    pub(super) rect: Rect,
}

/// What the rows say.
pub(super) fn columns(document: &Document) -> &'static [Column] {
    if document.table.is_some() { &Column::OF_FILE } else { &Column::OF_ARTICLE }
}

/// How much of the width a column takes, beside the others.
fn share(column: Column) -> f32 {
    match column {
        Column::When => 0.19,
        Column::Title => 0.33,
        Column::Kind => 0.1,
        Column::Actors | Column::Lane => 0.17,
        Column::Places => 0.1,
        Column::Certainty => 0.11,
    }
}

/// The cells of a row, from its start.
pub(super) fn widths(columns: &[Column], row: Rect, direction: Direction) -> Vec<(Column, Rect)> {
    let all: f32 = columns.iter().map(|column| share(*column)).sum();
    let width = (row.width() - 2.0 * MARGIN) / all;
    let mut along = MARGIN;
    let cells = columns.iter().map(|&column| {
        let cell = width * share(column);
        let rect = rect_from_start(row, direction, along, 0.0, cell - GAP, row.height());
        along += cell;
        (column, rect)
    });
    cells.collect()
}

/// The key of the name of a column.
pub(super) fn column_key(column: Column) -> &'static str {
    match column {
        Column::When => "card-when",
        Column::Title => "event-list-title",
        Column::Kind => "card-kind",
        Column::Actors => "card-actors",
        Column::Places => "card-places",
        Column::Lane => "table-lane",
        Column::Certainty => "event-list-certainty",
    }
}

/// What a cell says.
pub(super) fn cell_text(state: &AppState, document: &Document, id: EventId, column: Column) -> String {
    match &document.table {
        Some(table) => text_of_row(state, table, id.index(), column),
        None => document.extraction.event(id).map(|event| text_of_event(state, event, column)).unwrap_or_default(),
    }
}

fn text_of_event(state: &AppState, event: &Event, column: Column) -> String {
    let joined = |names: Vec<&str>| names.join(&state.i18n.text("timeline-separator"));
    match column {
        Column::When => state.i18n.message(&event.when.message()),
        Column::Title => event.title.clone(),
        Column::Kind => format!("{} {}", event.kind.glyph(), state.i18n.text(event.kind.message_key())),
        Column::Actors => joined(event.actors.iter().map(|actor| actor.name.as_str()).collect()),
        Column::Places => joined(event.places.iter().map(|place| place.name.as_str()).collect()),
        Column::Certainty => state.i18n.text(event.when.certainty.message_key()),
        Column::Lane => String::new(),
    }
}

fn text_of_row(state: &AppState, table: &EventTable, at: usize, column: Column) -> String {
    let Some(row) = table.rows().get(at) else { return String::new() };
    match column {
        Column::When => state.i18n.time_range(row.time),
        Column::Title => table.titles().get(at).to_owned(),
        Column::Lane => table.lane_name(at).unwrap_or_default().to_owned(),
        Column::Certainty => state.i18n.text(row.certainty().message_key()),
        Column::Kind | Column::Actors | Column::Places => String::new(),
    }
}

/// Paints a row with its ground.
pub(super) fn paint_row(ui: &Ui, state: &AppState, row: &Row<'_>, is_pointed_at: bool) {
    let look = Look::of(state);
    let (palette, rect) = (look.palette, row.rect);
    let selected = state.selected() == Some(row.id);
    if selected {
        ui.painter().rect_filled(rect, 0.0, color(palette.highlight));
        let stroke = Stroke::new(2.0, color(palette.accent));
        ui.painter().rect_stroke(rect, size::CORNER, stroke, StrokeKind::Inside);
    } else if is_pointed_at || state.hovered() == Some(row.id) {
        ui.painter().rect_filled(rect, 0.0, color(palette.hover));
    } else if row.at % 2 == 1 {
        ui.painter().rect_filled(rect, 0.0, faded(palette.soft, 0.55));
    }
    let strength = if selected || state.browse.passes(row.id) { 1.0 } else { DIMMED };
    let kind = row.document.extraction.event(row.id).map(|event| event.kind);
    for (column, cell) in widths(columns(row.document), rect, look.direction) {
        let text = cell_text(state, row.document, row.id, column);
        let rgb = if column == Column::Certainty { palette.muted } else { palette.ink };
        let mut style = TextStyle { color: faded(rgb, strength), ..look.small() };
        style.bold = selected && column == Column::Title;
        let of_article = matches!(column, Column::Title | Column::Actors | Column::Places | Column::Lane);
        let mut spec = TextSpec::line(&text, style);
        if of_article {
            spec = spec.within(look.article_direction);
        }
        if let (Column::Kind, Some(kind)) = (column, kind) {
            let hue = kind_color(palette, kind).gamma_multiply(strength);
            spec.ranges.push(StyledRange { range: 0..kind.glyph().len_utf8(), color: Some(hue), bold: None });
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

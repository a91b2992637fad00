//! From egui's keys, pointer and input methods to an editor.

use eframe::egui::{Context, Event, ImeEvent, Key, Modifiers, Pos2, Response, Ui};
use parley::{PlainEditor, PlainEditorDriver};

use super::system;
use super::undo::History;
use crate::text::block::text_boundary;

/// The keys that a field takes, and does not leave to the focus.
pub(super) const KEYS: eframe::egui::EventFilter =
    eframe::egui::EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };

/// Applies what was typed since the last frame.
pub(super) fn apply_keys(ui: &Ui, editor: &mut PlainEditor<()>, history: &mut History) {
    let events = ui.input(|input| input.filtered_events(&KEYS));
    let system = system::of(ui.ctx());
    let mut system = system.lock();
    let (fonts, layouts) = system.contexts();
    let mut driver = editor.driver(fonts, layouts);
    for event in events {
        apply(ui.ctx(), &mut driver, history, event);
    }
}

fn apply(ctx: &Context, driver: &mut PlainEditorDriver<'_, ()>, history: &mut History, event: Event) {
    match event {
        Event::Text(text) | Event::Paste(text) => insert(driver, &text),
        Event::Copy => copy(ctx, driver),
        Event::Cut => {
            copy(ctx, driver);
            if driver.editor.selected_text().is_some() {
                driver.delete_selection();
            }
        }
        Event::Ime(ime) => apply_ime(driver, ime),
        Event::Key { key, pressed: true, modifiers, .. } if !driver.editor.is_composing() => {
            press(driver, history, key, modifiers)
        }
        _ => {}
    }
}

/// Replaces the selection by a text on one line.
pub(super) fn insert(driver: &mut PlainEditorDriver<'_, ()>, text: &str) {
    let line = one_line(text);
    if !line.is_empty() && !driver.editor.is_composing() {
        driver.insert_or_replace_selection(&line);
    }
}

/// The most bytes that are put into a field at once: it lays all of its text out with every letter.
const MOST_BYTES: usize = 4 * 1024;

/// A text with spaces for what would end a line, and without what surrounds it on a line of its own. What is too long is
/// cut.
pub(super) fn one_line(text: &str) -> String {
    let text = text.trim_matches(['\n', '\r']);
    text[..text_boundary(text, MOST_BYTES)]
        .chars()
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect()
}

fn copy(ctx: &Context, driver: &PlainEditorDriver<'_, ()>) {
    if let Some(text) = driver.editor.selected_text() {
        ctx.copy_text(text.to_owned());
    }
}

fn apply_ime(driver: &mut PlainEditorDriver<'_, ()>, event: ImeEvent) {
    match event {
        ImeEvent::Preedit { text, active_range_chars } if !text.is_empty() => {
            let byte = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(byte, _)| byte);
            let cursor = active_range_chars.map(|range| (byte(range.start), byte(range.end)));
            driver.set_compose(&text, cursor);
        }
        ImeEvent::Preedit { .. } => driver.clear_compose(),
        ImeEvent::Commit(text) => {
            driver.clear_compose();
            insert(driver, &text);
        }
        _ => {}
    }
}

fn press(driver: &mut PlainEditorDriver<'_, ()>, history: &mut History, key: Key, modifiers: Modifiers) {
    let by_word = modifiers.ctrl || modifiers.alt;
    match (key, modifiers.shift, by_word) {
        (Key::ArrowLeft, false, false) => driver.move_left(),
        (Key::ArrowLeft, false, true) => driver.move_word_left(),
        (Key::ArrowLeft, true, false) => driver.select_left(),
        (Key::ArrowLeft, true, true) => driver.select_word_left(),
        (Key::ArrowRight, false, false) => driver.move_right(),
        (Key::ArrowRight, false, true) => driver.move_word_right(),
        (Key::ArrowRight, true, false) => driver.select_right(),
        (Key::ArrowRight, true, true) => driver.select_word_right(),
        (Key::Home, false, _) => driver.move_to_text_start(),
        (Key::Home, true, _) => driver.select_to_text_start(),
        (Key::End, false, _) => driver.move_to_text_end(),
        (Key::End, true, _) => driver.select_to_text_end(),
        (Key::Backspace, _, false) => driver.backdelete(),
        (Key::Backspace, _, true) => driver.backdelete_word(),
        (Key::Delete, _, false) => driver.delete(),
        (Key::Delete, _, true) => driver.delete_word(),
        (Key::A, false, _) if modifiers.command => driver.select_all(),
        (Key::Z, false, _) if modifiers.command => history.undo(driver),
        (Key::Z, true, _) | (Key::Y, false, _) if modifiers.command => history.redo(driver),
        _ => {}
    }
}

/// Applies a press, a drag or a double click. `origin` is the left top corner of the text on the screen, `scale` the
/// pixels per point.
pub(super) fn apply_pointer(ui: &Ui, editor: &mut PlainEditor<()>, response: &Response, origin: Pos2, scale: f32) {
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let (x, y) = ((pointer.x - origin.x) * scale, 0.0);
    let shift = ui.input(|input| input.modifiers.shift);
    let system = system::of(ui.ctx());
    let mut system = system.lock();
    let (fonts, layouts) = system.contexts();
    let mut driver = editor.driver(fonts, layouts);
    if response.triple_clicked() {
        driver.select_all();
    } else if response.double_clicked() {
        driver.select_word_at_point(x, y);
    } else if ui.input(|input| input.pointer.primary_pressed()) || response.clicked() {
        if shift { driver.shift_click_extension(x, y) } else { driver.move_to_point(x, y) }
    } else if response.dragged() {
        driver.extend_selection_to_point(x, y);
    }
}

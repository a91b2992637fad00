//! A field as assistive technology reads and changes it: its value, its letters, its selection.

use eframe::egui::{Id, Pos2, Ui, accesskit};

use super::spec::TextStyle;
use super::{Caret, TextField, TextLayout, asked_selection, system, tell_selection};

impl TextField {
    /// Takes a value that assistive technology sets.
    pub(super) fn accept_value(&mut self, ui: &Ui, id: Id) {
        let value = ui.input(|input| {
            let requests = input.accesskit_action_requests(id, accesskit::Action::SetValue);
            let values = requests.filter_map(|request| match &request.data {
                Some(accesskit::ActionData::Value(value)) => Some(value.to_string()),
                _ => None,
            });
            values.last()
        });
        if let Some(value) = value {
            self.set_text(&value);
        }
    }

    /// Tells the letters and the selection.
    pub(super) fn tell_letters(&self, ui: &mut Ui, field: Id, line: &TextLayout, origin: Pos2) {
        line.tell_letters(ui, field, origin, "");
        let selection = self.editor.raw_selection();
        let position = |offset: usize| line.position_of(field, Caret::before(offset));
        tell_selection(ui, field, position(selection.anchor().index()), position(selection.focus().index()));
        ui.ctx().accesskit_node_builder(field, |node| node.add_action(accesskit::Action::SetValue));
    }

    /// Selects what assistive technology asks for.
    pub(super) fn accept_selection(&mut self, ui: &Ui, field: Id, style: TextStyle) {
        let Some(asked) = asked_selection(ui, field) else { return };
        let line = self.line(ui, style);
        let offset = |position| line.caret_at_position(field, position).map(|caret| caret.offset);
        let (Some(anchor), Some(focus)) = (offset(asked.anchor), offset(asked.focus)) else { return };
        let system = system::of(ui.ctx());
        let mut system = system.lock();
        let (fonts, layouts) = system.contexts();
        let mut driver = self.editor.driver(fonts, layouts);
        driver.move_to_byte(anchor);
        driver.extend_selection_to_byte(focus);
    }
}

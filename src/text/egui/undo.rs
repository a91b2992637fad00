//! Undo and redo of a field. What is typed without a pause is undone at once.

use eframe::egui::util::undoer::Undoer;
use parley::{PlainEditor, PlainEditorDriver};

/// A text and where its selection was. Two are the same if their texts are: to move a caret is nothing to be undone.
#[derive(Debug, Clone, Default)]
struct Version {
    text: String,
    anchor: usize,
    focus: usize,
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Version {
    fn of(editor: &PlainEditor<()>) -> Self {
        let selection = editor.raw_selection();
        Self { text: editor.text().chars().collect(), anchor: selection.anchor().index(), focus: selection.focus().index() }
    }

    fn restore(&self, driver: &mut PlainEditorDriver<'_, ()>) {
        driver.editor.set_text(&self.text);
        driver.refresh_layout();
        driver.move_to_byte(self.anchor);
        driver.extend_selection_to_byte(self.focus);
    }
}

/// The versions of a field's text.
#[derive(Default)]
pub(super) struct History(Undoer<Version>);

impl History {
    /// Looks at the text as it is at a time, in seconds. To be called in every frame.
    pub(super) fn watch(&mut self, time: f64, editor: &PlainEditor<()>) {
        if !editor.is_composing() {
            self.0.feed_state(time, &Version::of(editor));
        }
    }

    /// Brings the version before back.
    pub(super) fn undo(&mut self, driver: &mut PlainEditorDriver<'_, ()>) {
        if let Some(version) = self.0.undo(&Version::of(driver.editor)) {
            version.restore(driver);
        }
    }

    /// Brings back what was undone last.
    pub(super) fn redo(&mut self, driver: &mut PlainEditorDriver<'_, ()>) {
        if let Some(version) = self.0.redo(&Version::of(driver.editor)) {
            version.restore(driver);
        }
    }
}

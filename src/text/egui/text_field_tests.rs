//! Typing into a field of a context without a window.

use eframe::egui::{Color32, Context, Event, ImeEvent, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, pos2};

use super::tests::{context, frame_with, style};
use super::{FieldLook, TextField};

struct Typist {
    ctx: Context,
    field: TextField,
    rect: Rect,
    /// Whether the last frame changed the text.
    changed: bool,
    copied: Vec<String>,
}

impl Typist {
    /// A field that has the focus.
    fn new(text: &str) -> Self {
        let mut typist =
            Self { ctx: context(), field: TextField::new(text), rect: Rect::NOTHING, changed: false, copied: Vec::new() };
        typist.frame(Vec::new(), true);
        typist.frame(Vec::new(), false);
        typist
    }

    fn frame(&mut self, events: Vec<Event>, focus: bool) {
        let look = FieldLook {
            name: "تاريخ النشر",
            placeholder: "سنة-شهر-يوم",
            style: style(),
            placeholder_color: Color32::GRAY,
            width: 120.0,
        };
        let (field, mut rect, mut changed) = (&mut self.field, self.rect, false);
        let commands = frame_with(&self.ctx, 1.0, events, |ui| {
            let response = field.show(ui, &look);
            if focus {
                response.request_focus();
            }
            rect = response.rect;
            changed |= response.changed();
        });
        (self.rect, self.changed) = (rect, changed);
        self.copied.extend(commands.into_iter().filter_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        }));
    }

    fn send(&mut self, events: impl IntoIterator<Item = Event>) -> &mut Self {
        self.frame(events.into_iter().collect(), false);
        self
    }

    fn press(&mut self, key: Key, modifiers: Modifiers) -> &mut Self {
        self.send([Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }])
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.send([Event::Text(text.to_owned())])
    }

    fn pointer(&mut self, pos: Pos2, pressed: bool) -> &mut Self {
        let button = Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.send([Event::PointerMoved(pos), button])
    }
}

#[test]
fn what_is_typed_appears_and_is_reported() {
    let mut typist = Typist::new("");
    typist.text("2025").text("-");
    assert!(typist.changed);
    typist.send([]);
    assert!(!typist.changed);
    typist.press(Key::Backspace, Modifiers::NONE);
    assert_eq!(typist.field.text(), "2025");
}

#[test]
fn arrows_move_as_they_point() {
    let mut typist = Typist::new("سلام");
    // The caret is at the end, which is on the left: to the right is back in the text.
    typist.press(Key::ArrowRight, Modifiers::NONE).text("X");
    assert_eq!(typist.field.text(), "سلاXم");
    let mut typist = Typist::new("abcd");
    typist.press(Key::ArrowLeft, Modifiers::NONE).text("X");
    assert_eq!(typist.field.text(), "abcXd");
    typist.press(Key::Home, Modifiers::NONE).press(Key::Delete, Modifiers::NONE);
    assert_eq!(typist.field.text(), "bcXd");
}

#[test]
fn a_selection_is_copied_cut_and_replaced() {
    let mut typist = Typist::new("سلام عليكم");
    typist.press(Key::A, Modifiers::COMMAND).send([Event::Copy]);
    assert_eq!(typist.copied, ["سلام عليكم"]);
    typist.press(Key::End, Modifiers::NONE).press(Key::ArrowRight, Modifiers::SHIFT).send([Event::Cut]);
    assert_eq!(typist.copied.last().unwrap(), "م");
    assert_eq!(typist.field.text(), "سلام عليك");
    typist.press(Key::A, Modifiers::COMMAND).send([Event::Paste("سطر\nوسطر\n".to_owned())]);
    assert_eq!(typist.field.text(), "سطر وسطر");
}

#[test]
fn the_pointer_puts_the_caret_and_selects() {
    let mut typist = Typist::new("سلام");
    let (left, right, y) = (typist.rect.left() + 9.0, typist.rect.right() - 9.0, typist.rect.center().y);
    typist.pointer(pos2(right, y), true).pointer(pos2(right, y), false).text("و");
    assert_eq!(typist.field.text(), "وسلام");
    typist.pointer(pos2(right, y), true).send([Event::PointerMoved(pos2(left, y))]).pointer(pos2(left, y), false);
    typist.send([Event::Copy]);
    assert_eq!(typist.copied.last().map(String::as_str), Some("وسلام"));
}

#[test]
fn a_quick_click_gives_the_focus() {
    let mut typist = Typist::new("سلام");
    typist.press(Key::Enter, Modifiers::NONE);
    let pos = typist.rect.center();
    let button = |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    typist.send([Event::PointerMoved(pos)]);
    typist.send([button(true), button(false)]).press(Key::Home, Modifiers::NONE).text("و");
    assert_eq!(typist.field.text(), "وسلام");
}

#[test]
fn what_is_composed_is_text_only_when_it_is_committed() {
    let mut typist = Typist::new("أ");
    typist.send([Event::Ime(ImeEvent::Preedit { text: "سل".to_owned(), active_range_chars: Some(0..2) })]);
    assert_eq!(typist.field.text(), "أ");
    typist.send([Event::Ime(ImeEvent::Commit("سلام".to_owned()))]);
    assert_eq!(typist.field.text(), "أسلام");
}

#[test]
fn what_was_typed_is_undone_and_done_again() {
    let mut typist = Typist::new("سلام");
    typist.text("X").text("Y");
    typist.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(typist.field.text(), "سلام");
    assert!(typist.changed);
    typist.press(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT);
    assert_eq!(typist.field.text(), "سلامXY");
    typist.press(Key::Z, Modifiers::COMMAND).press(Key::Y, Modifiers::COMMAND);
    assert_eq!(typist.field.text(), "سلامXY");
    // The caret is where it was: at the end.
    typist.text("Z");
    assert_eq!(typist.field.text(), "سلامXYZ");
    typist.press(Key::Z, Modifiers::COMMAND).press(Key::Z, Modifiers::COMMAND).press(Key::Z, Modifiers::COMMAND);
    assert_eq!(typist.field.text(), "سلام");
}

#[test]
fn what_is_too_long_is_cut() {
    let mut typist = Typist::new("");
    typist.send([Event::Paste("ولد ".repeat(300_000))]);
    let len = typist.field.text().len();
    assert!((4_000..=4_096).contains(&len), "{len}");
    typist.field.set_text(&"و".repeat(1_000_000));
    typist.send([]);
    assert!(typist.field.text().len() <= 4_096);
}

#[test]
fn assistive_technology_selects_letters() {
    use eframe::egui::accesskit::{Action, ActionData, ActionRequest, TextPosition, TextSelection, TreeId};
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    let mut field = TextField::new("سلام USS 25");
    let mut harness = Harness::new_ui(|ui| {
        super::install(ui.ctx());
        let placeholder_color = Color32::GRAY;
        field.show(ui, &FieldLook { name: "بحث", placeholder: "", style: style(), placeholder_color, width: 160.0 });
    });
    harness.run();
    let (target_node, run) = {
        let node = harness.get_by_label("بحث");
        let node = node.accesskit_node();
        (node.locate().0, node.children().next().expect("the letters").locate().0)
    };
    let at = |character_index| TextPosition { node: run, character_index };
    harness.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::SetTextSelection,
        target_tree: TreeId::ROOT,
        target_node,
        data: Some(ActionData::SetTextSelection(TextSelection { anchor: at(2), focus: at(8) })),
    }));
    harness.run();
    let node = harness.get_by_label("بحث");
    let selected = node.accesskit_node().text_selection().map(|selection| selection.text());
    assert_eq!(selected.as_deref(), Some("ام USS"));
}

#[test]
fn egui_knows_that_somebody_is_typing() {
    let mut typist = Typist::new("سلام");
    assert!(typist.ctx.text_edit_focused());
    typist.press(Key::Enter, Modifiers::NONE);
    assert!(!typist.ctx.text_edit_focused());
}

#[test]
fn a_screen_reader_learns_the_letters_and_the_selection() {
    use eframe::egui::Role;
    use eframe::egui::accesskit::TextDirection;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    let mut field = TextField::new("سلام 25");
    let mut harness = Harness::new_ui(|ui| {
        super::install(ui.ctx());
        let placeholder_color = Color32::GRAY;
        field.show(ui, &FieldLook { name: "بحث", placeholder: "", style: style(), placeholder_color, width: 90.0 });
    });
    harness.run();
    harness.get_by_label("بحث").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    let node = harness.get_by_label("بحث");
    let node = node.accesskit_node();
    assert_eq!(node.role(), Role::TextInput);
    let selection = node.text_selection().expect("a selection");
    assert_eq!((selection.start().to_global_utf16_index(), selection.end().to_global_utf16_index()), (0, 7));
    assert_eq!(selection.text(), "سلام 25");
    let run = node.children().next().expect("the letters");
    assert_eq!((run.role(), run.text_direction()), (Role::TextRun, Some(TextDirection::RightToLeft)));
}

#[test]
fn return_gives_the_focus_away() {
    let mut typist = Typist::new("2025");
    assert!(typist.ctx.memory(|memory| memory.focused().is_some()));
    typist.press(Key::Enter, Modifiers::NONE);
    assert!(typist.ctx.memory(|memory| memory.focused().is_none()));
    typist.text("x");
    assert_eq!(typist.field.text(), "2025");
}

#[test]
fn hostile_texts_do_no_harm() {
    for text in ["", "\u{202E}\u{2067}", "\u{64B}\u{64B}", "a\u{0}b\r\nc", &"طويل جدًا ".repeat(500)] {
        let mut typist = Typist::new(text);
        for key in [Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End, Key::Backspace, Key::Delete] {
            for modifiers in [Modifiers::NONE, Modifiers::SHIFT, Modifiers::CTRL, Modifiers::CTRL | Modifiers::SHIFT] {
                typist.press(key, modifiers);
            }
        }
        typist.text("\u{202E}").text("آ\u{64B}");
        assert!(!typist.field.text().contains('\n'));
    }
}

//! Editing in the card: the sign that opens a field, and what marks a field that the reader set.
//! Nothing is changed here: what is chosen is sent as a command.

use eframe::egui::{Key, Ui};

use super::edit_names::{NamesDraft, names_editor_ui};
use super::edit_when::when_editor_ui;
use crate::base::theme::size;
use crate::base::{Arg, Message};
use crate::event::edit::Value;
use crate::event::{Event, EventId, EventKind, Field, Modality};
use crate::text::egui::{FieldLook, TextField};
use crate::ui::button::Button;
use crate::ui::command::{Command, CommandSender};
use crate::ui::direction::{menu_under, row_in_column, stable_id};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::color;
use crate::ui::work::Change;

const MENU_WIDTH: f32 = 240.0;

/// What is being edited.
#[derive(Debug, Default)]
pub struct CardView {
    open: Option<Open>,
    /// The field that a key asked for.
    pub(crate) wanted: Option<Field>,
}

#[derive(Debug)]
struct Open {
    event: EventId,
    draft: Draft,
    /// Whether it has not been shown yet: then it takes the keyboard.
    is_new: bool,
}

#[derive(Debug)]
enum Draft {
    Title(TextField),
    When(TextField),
    Names(Field, NamesDraft),
}

impl Draft {
    fn of(event: &Event, field: Field) -> Option<Self> {
        match field {
            Field::Title => Some(Self::Title(TextField::new(&event.title))),
            Field::When => Some(Self::When(TextField::new(""))),
            Field::Actors => Some(Self::Names(field, NamesDraft::of_actors(&event.actors))),
            Field::Places => Some(Self::Names(field, NamesDraft::of_places(&event.places))),
            Field::Kind | Field::Modality | Field::Event => None,
        }
    }

    fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::When(_) => Field::When,
            Self::Names(field, _) => *field,
        }
    }
}

/// How an editor ended in this frame.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    /// It goes on.
    Open,
    /// With a value.
    Set(Value),
    /// Without one.
    Cancelled,
}

impl CardView {
    /// Takes over which event is shown, and opens what a key asked for.
    pub(super) fn follow(&mut self, event: EventId, noun: &Event) {
        if self.open.as_ref().is_some_and(|open| open.event != event) {
            self.open = None;
        }
        if let Some(field) = self.wanted.take() {
            self.begin(event, noun, field);
        }
    }

    fn begin(&mut self, event: EventId, noun: &Event, field: Field) {
        self.open = Draft::of(noun, field).map(|draft| Open { event, draft, is_new: true });
    }

    /// Whether the editor of a field is open.
    pub(super) fn edits(&self, field: Field) -> bool {
        self.open.as_ref().is_some_and(|open| open.draft.field() == field)
    }
}

/// What the parts of the card are shown with.
pub(super) struct Shown<'a> {
    pub(super) state: &'a AppState,
    pub(super) document: &'a Document,
    pub(super) commands: &'a CommandSender,
    pub(super) id: EventId,
    pub(super) event: &'a Event,
}

impl Shown<'_> {
    pub(super) fn look(&self) -> Look {
        Look::of(self.state)
    }

    pub(super) fn set(&self, value: Value) {
        self.commands.send(Command::Edit(Change::Set(self.id, value)));
    }
}

/// Behind the answer of a field: whether the reader set it, the way back, and the sign that opens its editor.
pub(super) fn edit_sign_ui(ui: &mut Ui, shown: &Shown<'_>, view: &mut CardView, field: Field) {
    by_hand_ui(ui, shown, field);
    pencil_ui(ui, shown, view, field);
}

/// Whether the reader set a field, and the way back.
pub(super) fn by_hand_ui(ui: &mut Ui, shown: &Shown<'_>, field: Field) {
    if !shown.event.by_hand.has(field) {
        return;
    }
    let look = shown.look();
    label::line(ui, &shown.state.i18n.text("by-hand"), look.small_muted());
    let name = named(shown.state, "edit-restore-field", field);
    let back = Button::link("↺").named(&name).with_id(stable_id("restore").with(field.as_str()));
    if shown.state.can_edit() && back.show(ui, look).clicked() {
        shown.commands.send(Command::Edit(Change::Restore(shown.id, field)));
    }
}

/// The sign that opens the editor of a field.
pub(super) fn pencil_ui(ui: &mut Ui, shown: &Shown<'_>, view: &mut CardView, field: Field) {
    if !shown.state.can_edit() {
        return;
    }
    let name = named(shown.state, "edit-field", field);
    let sign = Button::link("✎").named(&name).with_id(stable_id("edit").with(field.as_str())).show(ui, shown.look());
    match field {
        Field::Kind => choices_ui(shown, &sign, &EventKind::ALL, shown.event.kind, EventKind::message_key, Value::Kind),
        Field::Modality => {
            choices_ui(shown, &sign, &Modality::ALL, shown.event.modality, Modality::message_key, Value::Modality);
        }
        _ if sign.clicked() => view.begin(shown.id, shown.event, field),
        _ => {}
    }
}

fn named(state: &AppState, key: &'static str, field: Field) -> String {
    let name = Message::new(field.message_key());
    state.i18n.message(&Message::new(key).with("field", Arg::Message(Box::new(name))))
}

/// A menu of a fixed list.
fn choices_ui<T: Copy + PartialEq>(
    shown: &Shown<'_>,
    sign: &eframe::egui::Response,
    all: &[T],
    now: T,
    key: fn(T) -> &'static str,
    value: fn(T) -> Value,
) {
    let look = shown.look();
    menu_under(sign, look.direction).width(MENU_WIDTH).show(|ui| {
        ui.set_width(MENU_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for one in all {
            let text = shown.state.i18n.text(key(*one));
            if Button::entry(&text).selected(*one == now).show(ui, look).clicked() {
                shown.set(value(*one));
                ui.close();
            }
        }
    });
}

/// The editor of a field, where it is open.
pub(super) fn editor_ui(ui: &mut Ui, shown: &Shown<'_>, view: &mut CardView) {
    let Some(open) = &mut view.open else { return };
    let is_new = std::mem::take(&mut open.is_new);
    let outcome = match &mut open.draft {
        Draft::Title(field) => title_editor_ui(ui, shown, field, is_new),
        Draft::When(field) => when_editor_ui(ui, shown, field, is_new),
        Draft::Names(field, draft) => names_editor_ui(ui, shown, *field, draft, is_new),
    };
    match outcome {
        Outcome::Open => return,
        Outcome::Set(value) => shown.set(value),
        Outcome::Cancelled => {}
    }
    view.open = None;
}

fn title_editor_ui(ui: &mut Ui, shown: &Shown<'_>, field: &mut TextField, is_new: bool) -> Outcome {
    let name = shown.state.i18n.text(Field::Title.message_key());
    let width = ui.available_width();
    let entered = field_ui(ui, shown, field, &name, width, is_new);
    let title = field.text().trim().to_owned();
    ending_ui(ui, shown, entered, (!title.is_empty()).then_some(Value::Title(title)))
}

/// A field that takes the keyboard when it is new.
pub(super) fn field_ui(ui: &mut Ui, shown: &Shown<'_>, field: &mut TextField, name: &str, width: f32, is_new: bool) -> Entered {
    let look = shown.look();
    let placeholder_color = color(look.palette.muted);
    let response = field.show(ui, &FieldLook { name, placeholder: "", style: look.body(), placeholder_color, width });
    if is_new {
        response.request_focus();
    }
    let left = response.lost_focus();
    let pressed = |key| left && ui.input(|input| input.key_pressed(key));
    Entered { changed: response.changed(), accepted: pressed(Key::Enter), cancelled: pressed(Key::Escape) }
}

/// What happened in a field.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entered {
    pub(super) changed: bool,
    pub(super) accepted: bool,
    pub(super) cancelled: bool,
}

/// The buttons that end an editor; `value` is what would be set, where it is one.
pub(super) fn ending_ui(ui: &mut Ui, shown: &Shown<'_>, entered: Entered, value: Option<Value>) -> Outcome {
    let look = shown.look();
    let text = |key| shown.state.i18n.text(key);
    let mut outcome = if entered.cancelled { Outcome::Cancelled } else { Outcome::Open };
    row_in_column(ui, look.direction, size::GRID * 8.0, |ui| {
        let button = Button::primary(&text("edit-set")).enabled(value.is_some()).with_id(stable_id("edit-set")).show(ui, look);
        let cancel = Button::outlined(&text("edit-cancel")).with_id(stable_id("edit-cancel")).show(ui, look);
        if cancel.clicked() {
            outcome = Outcome::Cancelled;
        }
        if (button.clicked() || entered.accepted)
            && let Some(value) = value
        {
            outcome = Outcome::Set(value);
        }
    });
    outcome
}

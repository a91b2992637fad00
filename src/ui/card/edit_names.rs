//! Who took part and where: a line for each name, with the part that it plays.

use eframe::egui::Ui;

use super::edit::{Entered, Outcome, Shown, ending_ui, field_ui};
use crate::base::theme::size;
use crate::base::{Message, TextSpan};
use crate::event::edit::Value;
use crate::event::{Actor, ActorRole, Field, Place};
use crate::text::egui::TextField;
use crate::ui::button::Button;
use crate::ui::direction::{row_in_column, stable_id};

/// The room for the part and for the sign that takes a name away.
const BESIDE: f32 = 128.0;

/// The names as they are being written.
#[derive(Debug)]
pub(super) struct NamesDraft(Vec<Row>);

#[derive(Debug)]
struct Row {
    /// As it was; what is known of it stays as long as the name does.
    known: Option<(String, Option<String>, TextSpan)>,
    role: ActorRole,
    field: TextField,
}

impl Row {
    fn new(name: &str, role: ActorRole, known: Option<(Option<String>, TextSpan)>) -> Self {
        let known = known.map(|(id, span)| (name.to_owned(), id, span));
        Self { known, role, field: TextField::new(name) }
    }
}

impl NamesDraft {
    pub(super) fn of_actors(actors: &[Actor]) -> Self {
        let row = |actor: &Actor| Row::new(&actor.name, actor.role, Some((actor.id.clone(), actor.span)));
        Self::with_one(actors.iter().map(row).collect())
    }

    pub(super) fn of_places(places: &[Place]) -> Self {
        let row = |place: &Place| Row::new(&place.name, ActorRole::Participant, Some((place.id.clone(), place.span)));
        Self::with_one(places.iter().map(row).collect())
    }

    /// There is always a line to write in.
    fn with_one(mut rows: Vec<Row>) -> Self {
        if rows.is_empty() {
            rows.push(Row::new("", ActorRole::Source, None));
        }
        Self(rows)
    }
}

pub(super) fn names_editor_ui(ui: &mut Ui, shown: &Shown<'_>, of: Field, draft: &mut NamesDraft, is_new: bool) -> Outcome {
    let look = shown.look();
    let text = |key| shown.state.i18n.text(key);
    let mut entered = Entered::default();
    let mut removed = None;
    let n_rows = draft.0.len();
    for (number, row) in draft.0.iter_mut().enumerate() {
        row_in_column(ui, look.direction, size::GRID * 8.0, |ui| {
            let name = text(of.message_key());
            let width = ui.available_width() - BESIDE;
            let in_field = field_ui(ui, shown, &mut row.field, &name, width, is_new && number + 1 == n_rows);
            entered.accepted |= in_field.accepted;
            entered.cancelled |= in_field.cancelled;
            if of == Field::Actors {
                role_ui(ui, shown, row, number);
            }
            let remove = Message::new("edit-name-remove").with_text("name", row.field.text());
            let remove = shown.state.i18n.message(&remove);
            let id = stable_id("edit-name-remove").with(number);
            if Button::link("✕").named(&remove).with_id(id).show(ui, look).clicked() {
                removed = Some(number);
            }
        });
    }
    if let Some(number) = removed {
        draft.0.remove(number);
    }
    if Button::link(&text("edit-name-add")).with_id(stable_id("edit-name-add")).show(ui, look).clicked() {
        draft.0.push(Row::new("", ActorRole::Participant, None));
    }
    let value = value(shown, of, draft);
    ending_ui(ui, shown, entered, Some(value))
}

/// The part that somebody plays; a click gives the next one.
fn role_ui(ui: &mut Ui, shown: &Shown<'_>, row: &mut Row, number: usize) {
    let role = shown.state.i18n.text(row.role.message_key());
    let name = shown.state.i18n.message(&Message::new("edit-role").with_text("role", role.as_str()));
    let chip = Button::chip(&role).named(&name).with_id(stable_id("edit-role").with(number));
    if chip.show(ui, shown.look()).clicked() {
        let at = ActorRole::ALL.iter().position(|role| *role == row.role).unwrap_or(0);
        row.role = ActorRole::ALL[(at + 1) % ActorRole::ALL.len()];
    }
}

fn value(shown: &Shown<'_>, of: Field, draft: &NamesDraft) -> Value {
    let named = |row: &Row| {
        let name = row.field.text().trim().to_owned();
        let known = row.known.clone().filter(|(known, ..)| *known == name);
        let (id, span) = known.map_or_else(|| (None, place_of(shown, &name)), |(_, id, span)| (id, span));
        (!name.is_empty()).then_some((name, id, span))
    };
    if of == Field::Actors {
        let actor = |row: &Row| named(row).map(|(name, id, span)| Actor { role: row.role, name, id, span });
        Value::Actors(draft.0.iter().filter_map(actor).collect())
    } else {
        let place = |row: &Row| named(row).map(|(name, id, span)| Place { name, id, span });
        Value::Places(draft.0.iter().filter_map(place).collect())
    }
}

/// Where a name stands: in the sentence, else anywhere; an empty span where it stands nowhere.
fn place_of(shown: &Shown<'_>, name: &str) -> TextSpan {
    let text = &shown.document.article.text;
    let sentence = shown.event.mention.sentence;
    let within = sentence.of(text).find(name).map(|at| at + sentence.start);
    let start = within.or_else(|| text.find(name)).filter(|_| !name.is_empty());
    start.map_or(TextSpan::new(sentence.start, sentence.start), |start| TextSpan::new(start, start + name.len()))
}

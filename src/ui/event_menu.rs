//! What can be done with an event: the menu of a right click, of the menu key and of a long press, and the texts it copies.
//! Its lines are commands of the one list; they act on the selected event.

use eframe::egui::{Response, Ui};

use super::browse::Change;
use super::button::Button;
use super::command::{Command, CommandSender, Needs, UiCommand};
use super::direction::{context_menu, menu_under, stable_id};
use super::filter::condition_name;
use super::look::Look;
use super::shortcut::keys_text;
use super::state::{AppState, Document};
use crate::base::{Arg, Message, TextSpan};
use crate::event::{Actor, ActorRole, Event, EventId};
use crate::timeline::filter::{Condition, Who};

const WIDTH: f32 = 320.0;
/// The room for the longest key.
const KEY_WIDTH: f32 = 64.0;

/// Selects an event where its menu is asked for, and shows the menu while it is open. `by_key`: it was asked for by a key.
pub fn event_menu_ui(response: &Response, state: &AppState, commands: &CommandSender, event: EventId, by_key: bool) {
    if response.secondary_clicked() {
        commands.send(Command::Select(Some(event)));
    }
    let Some(noun) = state.document().and_then(|document| document.extraction.event(event)) else { return };
    context_menu(response, Look::of(state).direction, by_key).width(WIDTH).show(|ui| {
        entries_ui(ui, state, commands, noun, by_key);
    });
}

/// A button that opens the same menu: for those who look for it.
pub fn event_menu_button_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, event: &Event) {
    let look = Look::of(state);
    let name = state.i18n.text("event-menu");
    let button = Button::outlined("⋯").named(&name).small().with_id(stable_id("event-menu")).show(ui, look);
    menu_under(&button, look.direction).width(WIDTH).show(|ui| entries_ui(ui, state, commands, event, false));
}

fn entries_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, event: &Event, take_focus: bool) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut take_focus = take_focus;
    for command in UiCommand::OF_EVENT {
        let Some(text) = entry_text(state, event, command) else { continue };
        let keys = keys_text(command);
        let entry = Button::entry(&text).with_aside(&keys).at_most(WIDTH - KEY_WIDTH).show(ui, Look::of(state));
        if std::mem::take(&mut take_focus) {
            entry.request_focus();
        }
        if entry.clicked() {
            commands.send_ui(command);
            ui.close();
        }
    }
}

/// What a line says; `None` where the event has nothing for it.
fn entry_text(state: &AppState, event: &Event, command: UiCommand) -> Option<String> {
    match condition_of(event, command) {
        Some(condition) => Some(condition_name(&state.i18n, &condition, state.browse.filter().has(&condition))),
        None if command == UiCommand::FilterActor => None,
        None if command.needs() == Needs::EditableEvent && !state.can_edit() => None,
        None => Some(state.i18n.text(command.message_key())),
    }
}

/// What a command filters by.
fn condition_of(event: &Event, command: UiCommand) -> Option<Condition> {
    match command {
        UiCommand::FilterKind => Some(Condition::Kind(event.kind)),
        UiCommand::FilterActor => main_actor(event).map(|actor| Condition::Actor(Who::of(actor))),
        _ => None,
    }
}

/// Who does it, else who is named first.
fn main_actor(event: &Event) -> Option<&Actor> {
    event.actors.iter().find(|actor| actor.role == ActorRole::Source).or(event.actors.first())
}

/// Does what a command asks of the selected event, where it is of those that need no panel; whether it was.
pub fn apply(command: UiCommand, state: &AppState, commands: &CommandSender) -> bool {
    let selected = state.document().zip(state.selected());
    let Some((document, event)) = selected.and_then(|(document, id)| Some((document, document.extraction.event(id)?))) else {
        return false;
    };
    match command {
        UiCommand::CopyEvent => commands.send(Command::Copy(event_text(state, document, event))),
        UiCommand::CopyQuote => commands.send(Command::Copy(quote_text(state, document, event))),
        UiCommand::FilterKind | UiCommand::FilterActor => {
            let condition = condition_of(event, command);
            condition.into_iter().for_each(|condition| commands.send(Command::Browse(Change::Toggle(condition))));
        }
        _ => return false,
    }
    true
}

/// The event in words, with the sentence that tells it and where that stands.
fn event_text(state: &AppState, document: &Document, event: &Event) -> String {
    let mut lines = vec![event.title.clone()];
    let bounds = event.when.bounds;
    let certainty = state.i18n.text(event.when.certainty.message_key());
    let when = if bounds.earliest.is_some() || bounds.latest.is_some() { Some(state.i18n.bounds(bounds)) } else { None };
    lines.push(when.into_iter().chain(Some(certainty)).collect::<Vec<_>>().join(&state.i18n.text("timeline-separator")));
    lines.push(quotation(state, document, event.mention.sentence));
    lines.push(source(state, document));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// The sentence as it stands in the article, with its place: code points from the beginning, end exclusive.
fn quote_text(state: &AppState, document: &Document, event: &Event) -> String {
    let text = &document.article.text;
    let sentence = event.mention.sentence;
    let code_points = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    let number = |byte: usize| Arg::Text(code_points(byte).to_string());
    let place = Message::new("copy-place").with("start", number(sentence.start)).with("end", number(sentence.end));
    let lines = [quotation(state, document, sentence), source(state, document), state.i18n.message(&place)];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn quotation(state: &AppState, document: &Document, sentence: TextSpan) -> String {
    let words = sentence.of(&document.article.text).trim();
    state.i18n.message(&Message::new("copy-quotation").with_text("words", words))
}

/// Title, source and day of publication of the article, as far as they are known.
fn source(state: &AppState, document: &Document) -> String {
    let title = document.title().map(str::to_owned);
    let published = document.extraction.published.map(|published| state.i18n.moment(published.value));
    let parts = [title, document.article.source.clone(), published];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&state.i18n.text("timeline-separator"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::i18n::without_isolates;
    use crate::ui::testing;

    fn sent(command: UiCommand) -> Vec<Command> {
        let mut state = testing::state(Language::English);
        state.select(Some(EventId(0)));
        let (sender, receiver) = CommandSender::pair();
        assert!(apply(command, &state, &sender), "{command:?}");
        receiver.try_iter().collect()
    }

    #[test]
    fn an_event_is_copied_with_its_sentence_and_its_source() {
        let [Command::Copy(text)] = &sent(UiCommand::CopyEvent)[..] else { panic!("one text") };
        let document = testing::document();
        let lines: Vec<String> = text.lines().map(without_isolates).collect();
        let sentence = document.extraction.events[0].mention.sentence.of(&document.article.text).trim().to_owned();
        assert_eq!(lines[0], document.extraction.events[0].title);
        assert!(lines[1].starts_with("March 14, 2024"), "{lines:?}");
        assert!(lines[2].contains(&sentence) && lines[3].contains("صحيفة المرفأ"), "{lines:?}");
    }

    #[test]
    fn a_quotation_is_copied_with_its_place_in_code_points() {
        let [Command::Copy(text)] = &sent(UiCommand::CopyQuote)[..] else { panic!("one text") };
        let document = testing::document();
        let span = document.extraction.events[0].mention.sentence;
        let start = document.article.text[..span.start].chars().count();
        let end = start + span.of(&document.article.text).chars().count();
        let last = without_isolates(text.lines().last().expect("a line"));
        assert!(last.contains(&start.to_string()) && last.contains(&end.to_string()), "{last}");
    }

    #[test]
    fn kind_and_actor_filter() {
        let event = testing::document().extraction.events[0].clone();
        let kind = Condition::Kind(event.kind);
        assert_eq!(sent(UiCommand::FilterKind), [Command::Browse(Change::Toggle(kind))]);
        let actor = Condition::Actor(Who::of(&event.actors[0]));
        assert_eq!(sent(UiCommand::FilterActor), [Command::Browse(Change::Toggle(actor))]);
        assert!(
            !apply(UiCommand::CopyEvent, &testing::state(Language::English), &CommandSender::pair().0),
            "nothing is selected"
        );
    }
}

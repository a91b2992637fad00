//! The search as a reader meets it, and what it finds.

use std::sync::Arc;

use eframe::egui::accesskit::Live;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::event_at;
use crate::base::{Arg, Language, Message, TimePoint, TimeRange};
use crate::event::{EventId, EventTable, TableRow};
use crate::i18n::without_isolates;
use crate::ui::browse::{Browse, Change};
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::Document;
use crate::ui::testing::{self, Window};

fn browse(document: Document, words: &str) -> Browse {
    let document = Arc::new(document);
    let mut browse = Browse::default();
    browse.update(Some(&document));
    browse.apply(Change::LookFor(words.to_owned()));
    finish(&mut browse, &document);
    browse
}

fn finish(browse: &mut Browse, document: &Arc<Document>) {
    let mut steps = 0;
    while browse.update(Some(document)) {
        steps += 1;
        assert!(steps < 10_000, "the search ends");
    }
}

/// The words at which each step arrives, and the event that it selects.
fn walk(browse: &mut Browse, n: usize, forward: bool) -> Vec<(String, Option<EventId>)> {
    let text = testing::document().article.text;
    let step = |browse: &mut Browse| {
        let event = browse.apply(Change::Find(forward));
        (browse.visited().words.expect("a place").of(&text).to_owned(), event)
    };
    (0..n).map(|_| step(browse)).collect()
}

#[test]
fn the_article_is_searched_as_readers_do_and_in_a_circle() {
    let mut browse = browse(testing::document(), "الارصفه");
    assert_eq!((browse.search().n_hits(), browse.search().current()), (1, Some(0)));
    assert_eq!(walk(&mut browse, 2, true)[1], ("الأرصفة".to_owned(), Some(EventId(1))));
    browse.apply(Change::LookFor("الاضراب".to_owned()));
    let document = Arc::new(testing::document());
    browse.update(Some(&document));
    finish(&mut browse, &document);
    assert!(walk(&mut browse, 3, false).iter().all(|(words, _)| words == "الإضراب"));
}

#[test]
fn an_event_is_found_by_its_title_and_by_its_actors_where_its_sentence_has_other_words() {
    let mut document = testing::document();
    document.extraction.events[4].title = "لجنة السلامة تراجع الجداول".to_owned();
    let mut by_title = browse(document, "السلامه");
    let place = testing::document().extraction.events[4].mention.sentence.of(&testing::document().article.text).to_owned();
    assert_eq!(walk(&mut by_title, 1, true), [(place, Some(EventId(4)))]);
    let mut document = testing::document();
    document.extraction.events[2].actors = document.extraction.events[0].actors.clone();
    document.extraction.events[2].actors[0].name = "اتحاد الموانئ".to_owned();
    let by_actor = browse(document, "اتحاد الموانئ");
    assert_eq!(by_actor.search().n_hits(), 1);
    // What the sentence says itself is one place, not two.
    assert_eq!(browse(testing::document(), "استئناف").search().n_hits(), 1);
}

#[test]
fn a_long_article_is_searched_piece_by_piece() {
    let mut document = testing::document();
    document.article.text.push_str(&"سطر من الأسطر\n".repeat(60_000));
    let document = Arc::new(document);
    let mut browse = Browse::default();
    browse.update(Some(&document));
    browse.apply(Change::LookFor("الاسطر".to_owned()));
    assert!(browse.update(Some(&document)), "one frame is not enough");
    assert!(!browse.search().is_done());
    finish(&mut browse, &document);
    assert_eq!(browse.search().n_hits(), 60_000);
}

/// A file of events: every third is a visit, the later rows are the earlier ones, every row with a seven is of Beirut.
fn table(n: i64) -> Document {
    let mut table = EventTable::default();
    let lanes = ["أخرى", "بيروت"].map(|name| table.add_lane(name.to_owned()));
    for at in 0..n {
        let time = TimeRange { start: TimePoint((n - at) * 86_400), end: TimePoint((n - at + 1) * 86_400) };
        let title = if at % 3 == 0 { format!("زيارة رقم {at}") } else { format!("حدث رقم {at}") };
        table.push_detailed(
            &title,
            if at == 4 { "مكالمة" } else { "" },
            TableRow { time, is_vague: false, lane: lanes[usize::from(at == 7)] },
        );
    }
    let mut document = testing::document();
    document.article = crate::article::Article::default();
    document.extraction.events.clear();
    document.extraction.timexes.clear();
    document.extraction.tlinks.clear();
    document.table = Some(Arc::new(table));
    document
}

#[test]
fn the_rows_of_a_table_are_searched_in_order_of_time() {
    let rows = |words: &str, n: usize| {
        let mut browse = browse(table(10), words);
        assert_eq!(browse.search().n_hits(), n, "{words}");
        (0..n).map(|_| browse.apply(Change::Find(true)).map(EventId::index)).collect::<Vec<_>>()
    };
    assert_eq!(rows("زياره", 4), [Some(9), Some(6), Some(3), Some(0)]);
    assert_eq!(rows("بيروت", 1), [Some(7)], "by its lane");
    assert_eq!(rows("مكالمة", 1), [Some(4)], "by what the file says of it besides");
    assert_eq!(rows("غير موجود", 0), []);
    let found = browse(table(10), "زيارة");
    let is_found = |row| found.search().is_in_event(&table(10), EventId(row));
    assert_eq!([is_found(0), is_found(1)], [true, false]);
}

#[test]
fn many_rows_are_searched_piece_by_piece() {
    let document = Arc::new(table(30_000));
    let mut browse = Browse::default();
    browse.update(Some(&document));
    browse.apply(Change::LookFor("زيارة".to_owned()));
    assert!(browse.update(Some(&document)), "one frame is not enough");
    finish(&mut browse, &document);
    assert_eq!(browse.search().n_hits(), 10_000);
}

#[test]
fn the_event_of_a_place_is_the_nearest_of_its_sentence() {
    let document = testing::document();
    for (at, event) in document.extraction.events.iter().enumerate() {
        assert_eq!(event_at(&document.extraction, event.mention.trigger).map(EventId::index), Some(at));
    }
}

fn window(language: Language) -> Harness<'static, Window> {
    let mut state = testing::state(language);
    state.update_browse();
    let mut harness = Window::harness(state);
    harness.run();
    harness
}

/// Does what was sent, as the application would.
fn act(harness: &mut Harness<'static, Window>) -> Vec<Command> {
    let sent = harness.state().sent();
    for command in sent.clone() {
        let state = &mut harness.state_mut().state;
        match command {
            Command::Browse(change) => drop(state.browse.apply(change)),
            Command::Ui(UiCommand::FindNext) => drop(state.browse.apply(Change::Find(true))),
            Command::Ui(UiCommand::Search) => drop(state.browse.apply(Change::OpenSearch)),
            _ => {}
        }
    }
    let state = &mut harness.state_mut().state;
    let document = state.document().cloned().expect("a document");
    finish(&mut state.browse, &document);
    harness.run();
    sent
}

fn count(harness: &Harness<'static, Window>, place: i64, count: i64) -> String {
    let message = Message::new("search-place").with("place", Arg::Number(place)).with("count", Arg::Number(count));
    harness.state().state.i18n.message(&message)
}

#[test]
fn the_field_finds_while_one_types_and_enter_goes_on() {
    for language in Language::ALL {
        let mut harness = window(language);
        harness.state_mut().state.browse.apply(Change::OpenSearch);
        harness.run();
        let name = harness.state().state.i18n.text("search-field");
        assert!(harness.get_by_label(&name).is_focused());
        harness.get_by_label(&name).type_text("العمل");
        harness.run();
        assert!(act(&mut harness).contains(&Command::Browse(Change::LookFor("العمل".to_owned()))));
        let said = count(&harness, 1, 2);
        harness.get_by_label(&said);
        harness.key_press(Key::Enter);
        harness.run();
        assert!(act(&mut harness).contains(&Command::Ui(UiCommand::FindNext)));
        let said = count(&harness, 2, 2);
        let live = harness.get_by_label(&said).accesskit_node().live();
        assert_eq!(live, Live::Polite, "a screen reader says where one is");
        assert!(harness.get_by_label(&name).is_focused(), "one may go on at once");
        harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
        harness.run();
        assert!(act(&mut harness).contains(&Command::Ui(UiCommand::FindPrevious)));
        harness.key_press(Key::Escape);
        harness.run();
        assert!(act(&mut harness).contains(&Command::Ui(UiCommand::CloseSearch)));
    }
}

#[test]
fn buttons_go_from_place_to_place_and_close() {
    let mut harness = window(Language::Arabic);
    harness.state_mut().state.browse.apply(Change::LookFor("العمل".to_owned()));
    act(&mut harness);
    for command in [UiCommand::FindNext, UiCommand::FindPrevious, UiCommand::CloseSearch] {
        let name = harness.state().state.i18n.text(command.message_key());
        harness.get_by_label(&name).click();
        harness.run();
        assert!(act(&mut harness).contains(&Command::Ui(command)), "{command:?}");
    }
}

#[test]
fn a_narrow_bar_has_a_button_for_the_field() {
    let mut harness = window(Language::Arabic);
    harness.set_size(eframe::egui::vec2(900.0, 600.0));
    harness.run();
    let field = harness.state().state.i18n.text("search-field");
    assert!(harness.query_by_label(&field).is_none());
    let open = harness.state().state.i18n.text(UiCommand::Search.message_key());
    harness.get_by_label(&open).click();
    harness.run();
    assert!(act(&mut harness).contains(&Command::Ui(UiCommand::Search)));
    assert!(harness.get_by_label(&field).is_focused());
}

#[test]
fn the_count_is_said_in_the_forms_of_the_language() {
    let say = |language, count: i64| {
        let i18n = crate::i18n::I18n::new(language, None);
        without_isolates(&i18n.message(&Message::new("search-count").with("count", Arg::Number(count))))
    };
    assert_eq!(
        [0, 1, 2, 3, 12].map(|count| say(Language::Arabic, count)),
        ["لا نتائج", "نتيجة واحدة", "نتيجتان", "3 نتائج", "12 نتيجة"]
    );
    assert_eq!([0, 1, 2].map(|count| say(Language::English, count)), ["0 results", "1 result", "2 results"]);
}

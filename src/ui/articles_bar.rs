//! Of a file with several articles: which one is shown, the way to its neighbours, and a list of all.
//! Of the list only what is in view is laid out: there may be thousands.

use eframe::egui::{PopupCloseBehavior, ScrollArea, Ui};

use super::button::Button;
use super::command::{Command, CommandSender, UiCommand};
use super::direction::{popup_under, row_start_to_end, stable_id};
use super::label;
use super::look::Look;
use super::state::AppState;
use super::tabs::Tab;
use crate::article::{Article, paragraphs};
use crate::base::Message;
use crate::base::theme::size;

/// Its height in points.
pub const HEIGHT: f32 = size::GRID * 9.0;

const LIST_WIDTH: f32 = 480.0;
const LIST_HEIGHT: f32 = 360.0;
const ROW: f32 = size::GRID * 8.0;
/// As much of a text as may stand for a title, in bytes.
const MOST_TITLE: usize = 400;

/// Shows the bar in one row.
pub fn articles_bar_ui(ui: &mut Ui, state: &AppState, tab: &Tab, commands: &CommandSender) {
    let look = Look::of(state);
    let (before, after) = if look.direction.is_rtl() { ("→", "←") } else { ("←", "→") };
    ui.with_layout(row_start_to_end(look.direction), |ui| {
        ui.add_space(size::GRID * 4.0);
        let is_first = tab.article == 0;
        let is_last = tab.article + 1 >= tab.articles.len();
        step_ui(ui, state, commands, before, UiCommand::PreviousArticle, !is_first);
        list_ui(ui, state, tab, commands);
        step_ui(ui, state, commands, after, UiCommand::NextArticle, !is_last);
        let room = ui.available_width() - size::GRID * 4.0;
        label::elided(ui, &tab.name, look.small_muted(), room.max(size::GRID * 4.0));
    });
}

fn step_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, sign: &str, command: UiCommand, enabled: bool) {
    let name = state.i18n.text(command.message_key());
    let button = Button::chip(sign).named(&name).with_id(stable_id(command.message_key())).enabled(enabled);
    if button.show(ui, Look::of(state)).clicked() {
        commands.send_ui(command);
    }
}

fn list_ui(ui: &mut Ui, state: &AppState, tab: &Tab, commands: &CommandSender) {
    let look = Look::of(state);
    let place = Message::new("articles-place").with_count("number", tab.article + 1).with_count("count", tab.articles.len());
    let text = format!("{} ▾", state.i18n.message(&place));
    let button = Button::chip(&text).with_id(stable_id("articles")).show(ui, look);
    let popup = popup_under(&button, look.direction).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(LIST_WIDTH);
    popup.show(|ui| {
        ui.set_width(LIST_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().max_height(LIST_HEIGHT).auto_shrink([false, true]);
        area.show_rows(ui, ROW, tab.articles.len(), |ui, rows| {
            for index in rows {
                let Some(known) = tab.articles.get(index) else { continue };
                let text = format!("{}. {}", state.i18n.count(index + 1), title_of(&known.article));
                let entry = Button::entry(&text).at_most(LIST_WIDTH - size::GRID * 4.0).selected(index == tab.article);
                if entry.show(ui, look).clicked() {
                    commands.send(Command::ShowArticle(index));
                    ui.close();
                }
            }
        });
    });
}

/// The title of an article that was not looked at: as it is given, else its first line.
fn title_of(article: &Article) -> &str {
    let given = article.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    given.unwrap_or_else(|| {
        let mut end = article.text.len().min(MOST_TITLE);
        while !article.text.is_char_boundary(end) {
            end -= 1;
        }
        let head = &article.text[..end];
        paragraphs(head).first().map_or("", |line| line.of(head))
    })
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::base::Language;
    use crate::ui::testing::{self, Window};

    #[test]
    fn an_article_without_a_title_is_called_by_its_first_line() {
        let article = |title: Option<&str>, text: &str| Article {
            title: title.map(str::to_owned),
            text: text.to_owned(),
            ..Article::default()
        };
        assert_eq!(title_of(&article(Some(" عنوان "), "نص")), "عنوان");
        assert_eq!(title_of(&article(Some(" "), "\n أول سطر \nثانٍ")), "أول سطر");
        assert_eq!(title_of(&article(None, "")), "");
        assert!(title_of(&article(None, &"ش".repeat(1000))).len() <= MOST_TITLE);
    }

    #[test]
    fn of_thousands_of_articles_any_is_reached() {
        for language in Language::ALL {
            let mut state = testing::state(language);
            let tab = state.tabs.active_mut().expect("a tab");
            tab.articles =
                (0..3000).map(|index| Article { title: Some(format!("خبر {index}")), ..Article::default() }.into()).collect();
            let mut harness = Window::harness(state);
            harness.run();
            let place = Message::new("articles-place").with_count("number", 1).with_count("count", 3000);
            let place = harness.state().state.i18n.message(&place);
            harness.get_by_label_contains(&place).click();
            harness.run();
            assert!(harness.query_all_by_label_contains("خبر").count() < 60, "what is out of view is not laid out");
            harness.get_by_label_contains("خبر 3").click();
            harness.run();
            assert_eq!(harness.state().sent(), [Command::ShowArticle(3)]);
            let next = harness.state().state.i18n.text("command-next-article");
            harness.get_by_label(&next).click();
            harness.run();
            assert_eq!(harness.state().sent(), [Command::Ui(UiCommand::NextArticle)]);
            assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        }
    }
}

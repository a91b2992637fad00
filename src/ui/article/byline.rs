//! The line above an article: where it comes from, who wrote it, when it was published; and the way to what was left out of it.

use eframe::egui::{Rect, Role, Ui, UiBuilder, WidgetInfo};

use crate::base::theme::size;
use crate::base::{Arg, Message};
use crate::i18n::isolated;
use crate::ui::button::Button;
use crate::ui::command::{CommandSender, UiCommand};
use crate::ui::direction::{row_start_to_end, stable_id};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};

const HEIGHT: f32 = size::GRID * 7.0;

/// How much room it takes above the article, in points: none where there is nothing to say.
#[must_use]
pub(super) fn height(state: &AppState, document: &Document) -> f32 {
    if parts(state, document).is_empty() && !has_more(document) { 0.0 } else { HEIGHT }
}

/// Shows the line in `rect`.
pub(super) fn byline_ui(ui: &mut Ui, state: &AppState, document: &Document, commands: &CommandSender, rect: Rect) {
    let look = Look::of(state);
    let layout = row_start_to_end(look.article_direction);
    let mut row = ui.new_child(UiBuilder::new().id_salt("byline").max_rect(rect.with_max_y(rect.top() + HEIGHT)).layout(layout));
    let text = parts(state, document).join(" · ");
    let link = has_more(document).then(|| state.i18n.text(more_key(state)));
    let link = link.as_deref().map(|text| Button::link(text).small().with_id(stable_id("everything")));
    let link_room = link.as_ref().map_or(0.0, |link| link.width(&row, look) + size::GRID * 4.0);
    let room = (row.available_width() - link_room).max(size::GRID * 10.0);
    if !text.is_empty() {
        let response = label::elided_in_interface(&mut row, &text, look.muted(), look, room);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    }
    let Some(link) = link else { return };
    row.with_layout(row_start_to_end(look.article_direction.reversed()), |ui| {
        if link.show(ui, look).clicked() {
            commands.send_ui(UiCommand::ShowEverything);
        }
    });
}

/// Whether something of the file is left out, or would be.
fn has_more(document: &Document) -> bool {
    document.read_as.is_some_and(|read_as| read_as.has_more)
}

fn more_key(state: &AppState) -> &'static str {
    let shows_everything = state.tabs.active().is_some_and(|tab| tab.reading.everything);
    if shows_everything { "byline-article-only" } else { "byline-everything" }
}

/// What is known of where the article comes from.
fn parts(state: &AppState, document: &Document) -> Vec<String> {
    let article = &document.article;
    let source = article.source.as_deref().map(|source| Message::new("byline-source").with_text("name", source));
    let author = article.author.as_deref().map(|author| Message::new("byline-author").with_text("name", author));
    let published = document.extraction.published.map(|published| published.value);
    let date = published.map(|value| Message::new("byline-date").with("date", Arg::Moment(value)));
    // A date alone stands in the bar above.
    let date = date.filter(|_| source.is_some() || author.is_some());
    [source, author, date].into_iter().flatten().map(|message| isolated(&state.i18n.message(&message))).collect()
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::base::Language;
    use crate::ui::command::Command;
    use crate::ui::state::ReadAs;
    use crate::ui::testing::{self, Window};

    #[test]
    fn what_is_known_stands_above_the_article_and_what_was_left_out_is_one_click_away() {
        for language in Language::ALL {
            let mut document = testing::document();
            document.article.author = Some("سالم الهادي".to_owned());
            document.read_as = Some(ReadAs { format: "format-html", encoding: Some("UTF-8"), has_more: true });
            let mut state = testing::empty_state(language);
            testing::show(&mut state, std::sync::Arc::new(document));
            let mut harness = Window::harness(state);
            harness.run();
            harness.get_by_label_contains("سالم الهادي");
            let title = testing::document().extraction.title.expect("a title");
            let line = harness.get_by_label_contains("سالم الهادي").rect();
            let heading = harness.get_all_by_label(&title).map(|node| node.rect()).find(|rect| rect.top() > 400.0);
            assert!(heading.is_some_and(|heading| heading.top() >= line.bottom()), "{line:?} {heading:?}");
            let everything = harness.state().state.i18n.text("byline-everything");
            harness.get_by_role_and_label(Role::Link, &everything).click();
            harness.run();
            assert_eq!(harness.state().sent(), [Command::Ui(UiCommand::ShowEverything)]);
            harness.state_mut().state.tabs.active_mut().expect("a tab").reading.everything = true;
            harness.run();
            let only = harness.state().state.i18n.text("byline-article-only");
            harness.get_by_role_and_label(Role::Link, &only);
        }
    }
}

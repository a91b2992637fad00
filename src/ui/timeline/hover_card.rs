//! The small card beside an event on which the pointer rests: what, when, how sure, who, and the sentence that tells it.
//! It stands above or below the event, never on it.

use eframe::egui::{Rect, Response, Tooltip, Ui, vec2};

use super::nodes::Nodes;
use crate::base::Message;
use crate::base::theme::size;
use crate::event::{Certainty, Event};
use crate::text::egui::{StyledRange, TextSpec, TextStyle, Wrap, layout};
use crate::ui::card::hijri_words;
use crate::ui::direction::{aligned, column};
use crate::ui::label;
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::{color, kind_color};

const WIDTH: f32 = 320.0;
/// The sentence takes at most so many lines.
const SENTENCE_LINES: usize = 3;
/// Between the event and its card.
const GAP: f32 = 6.0;
/// Half the width of the place beside which the card is put.
const BESIDE: f32 = 16.0;

impl Nodes<'_> {
    /// Shows the card while the pointer rests on `response`, whose event it is.
    pub(super) fn hover_card(&self, response: &Response, document: &Document, event: &Event) {
        let Some(anchor) = anchor(response) else { return };
        let look = Look::of(self.state);
        self.card(Tooltip::for_enabled(response), anchor, look, document, event);
    }

    /// The same as long as a hand is at work on the event.
    pub(super) fn card_while_held(&self, response: &Response, anchor: Rect, document: &Document, event: &Event) {
        let tooltip = Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id, anchor);
        self.card(tooltip, anchor, Look::of(self.state), document, event);
    }

    fn card(&self, tooltip: Tooltip<'_>, anchor: Rect, look: Look, document: &Document, event: &Event) {
        let mut tooltip = tooltip.width(WIDTH);
        tooltip.popup = aligned(tooltip.popup.anchor(anchor), look.direction).gap(GAP);
        tooltip.show(|ui| {
            ui.set_width(WIDTH);
            ui.with_layout(column(look.direction), |ui| card_ui(ui, self.state, look, document, event));
        });
    }
}

/// The part of the event that is under the pointer: of a long bar the card must not stand far away. It stays while the card is
/// shown, so that the card does not run after the pointer.
fn anchor(response: &Response) -> Option<Rect> {
    let id = response.id.with("hover-card");
    if !Tooltip::was_tooltip_open_last_frame(&response.ctx, response.id) {
        let x = response.hover_pos()?.x;
        let rect = Rect::from_x_y_ranges(x - BESIDE..=x + BESIDE, response.rect.y_range());
        response.ctx.data_mut(|data| data.insert_temp(id, rect));
    }
    response.ctx.data(|data| data.get_temp(id))
}

fn card_ui(ui: &mut Ui, state: &AppState, look: Look, document: &Document, event: &Event) {
    ui.spacing_mut().item_spacing = vec2(0.0, size::GRID);
    title_ui(ui, look, event);
    let when = state.i18n.message(&event.when.message());
    let certainty = state.i18n.text(event.when.certainty.message_key());
    // What goes on says so by itself.
    let both = match event.when.certainty {
        Certainty::Ongoing => when,
        _ => state.i18n.message(&Message::new("hover-when").with_text("when", when).with_text("certainty", certainty)),
    };
    label::wrapped(ui, &both, look.small(), look);
    if let Some(words) = hijri_words(state, event) {
        label::wrapped(ui, &words, look.small_muted(), look);
    }
    label::wrapped(ui, &who(state, event), look.small_muted(), look);
    let sentence = event.mention.sentence.of(&document.article.text).trim();
    if !sentence.is_empty() {
        sentence_ui(ui, look, sentence);
    }
}

fn title_ui(ui: &mut Ui, look: Look, event: &Event) {
    let text = format!("{} {}", event.kind.glyph(), event.title);
    let mut spec = TextSpec::line(&text, look.strong()).within(look.article_direction).wrapped(Wrap::At(WIDTH));
    let hue = kind_color(look.palette, event.kind);
    spec.ranges.push(StyledRange { range: 0..event.kind.glyph().len_utf8(), color: Some(hue), bold: None });
    paint(ui, look, &spec);
}

/// The kind in words, and all who take part.
fn who(state: &AppState, event: &Event) -> String {
    let mut parts = vec![state.i18n.text(event.kind.message_key())];
    parts.extend(event.actors.iter().map(|actor| actor.name.clone()));
    parts.dedup();
    parts.join(&state.i18n.text("timeline-separator"))
}

fn sentence_ui(ui: &mut Ui, look: Look, sentence: &str) {
    let style = TextStyle { line_height: size::LINE_HEIGHT, ..look.article(size::TEXT) };
    let spec = TextSpec::line(sentence, style).within(look.article_direction).wrapped(Wrap::Elide(WIDTH, SENTENCE_LINES));
    ui.add_space(size::GRID);
    paint(ui, look, &spec);
}

fn paint(ui: &mut Ui, look: Look, spec: &TextSpec<'_>) {
    let text = layout(ui.ctx(), spec);
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, text.size().y), eframe::egui::Sense::hover());
    let x = if look.article_direction.is_rtl() { rect.right() - text.size().x } else { rect.left() };
    ui.painter().galley(eframe::egui::pos2(x, rect.top()), text.galley().clone(), color(look.palette.ink));
}

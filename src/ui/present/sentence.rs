//! The sentence that tells the event that is presented, with the words that tell it and date it.

use eframe::egui::{CornerRadius, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::base::theme::size;
use crate::base::{Message, TextSpan};
use crate::event::Event;
use crate::text::egui::{self, StyledRange, TextSpec, Wrap};
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::color;

/// The sizes of the sentence, the first that has room counts.
const SENTENCE: [f32; 4] = [34.0, 28.0, 24.0, 20.0];

/// The sentence, with the words that tell the event on a ground of their own and those that date it underlined.
pub(super) fn sentence_ui(ui: &mut Ui, state: &AppState, document: &Document, event: &Event, height: f32) -> Response {
    let look = Look::of(state);
    let sentence = Sentence::of(document, event);
    let bar = size::GRID * 4.0;
    let width = ui.available_width() - bar;
    let bold = |span: &TextSpan| StyledRange { range: span.start..span.end, color: None, bold: Some(true) };
    let spec = |points: f32| {
        let spec = TextSpec::line(sentence.text, look.article(points)).within(look.article_direction);
        spec.with_ranges(sentence.telling.iter().map(bold).collect()).wrapped(Wrap::At(width))
    };
    let fits = |points: &f32| egui::measure(ui.ctx(), &spec(*points)).y <= height;
    let [.., smallest] = SENTENCE;
    let points = SENTENCE.into_iter().find(fits).unwrap_or(smallest);
    let layout = egui::layout(ui.ctx(), &spec(points));
    let (rect, response) = ui.allocate_exact_size(vec2(width + bar, layout.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, sentence.text));
    let marked = sentence.words();
    if !marked.is_empty() {
        let marked = state.i18n.message(&Message::new("present-marked").with_text("words", marked));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(marked));
    }
    // A bar at the start of the article's lines, as beside a quotation.
    let is_rtl = look.article_direction.is_rtl();
    let bar_x = if is_rtl { rect.right() - 2.0 } else { rect.left() + 2.0 };
    ui.painter().vline(bar_x, rect.y_range(), Stroke::new(4.0, color(look.palette.line)));
    let origin = if is_rtl { rect.min } else { rect.min + vec2(bar, 0.0) };
    let rects = |span: &TextSpan| layout.rects_of(span.start..span.end).into_iter().map(|rect| rect.translate(origin.to_vec2()));
    for rect in sentence.telling.iter().flat_map(rects) {
        // Lines are higher than their letters: the ground of one word must not touch that of another below it.
        let ground = rect.shrink2(vec2(-3.0, rect.height() * 0.1));
        ui.painter().rect_filled(ground, CornerRadius::same(4), color(look.palette.highlight));
    }
    for rect in sentence.dating.iter().flat_map(rects) {
        let y = (rect.center().y + points * 0.62).min(rect.bottom()).round();
        ui.painter().hline(rect.x_range(), y, Stroke::new(3.0, color(look.palette.accent)));
    }
    ui.painter().galley(origin, layout.galley().clone(), color(look.palette.ink));
    response
}

/// A sentence, and which of its words matter; spans count from its beginning.
struct Sentence<'a> {
    text: &'a str,
    telling: Vec<TextSpan>,
    dating: Vec<TextSpan>,
}

impl<'a> Sentence<'a> {
    fn of(document: &'a Document, event: &Event) -> Self {
        let whole = event.mention.sentence.of(&document.article.text);
        let text = whole.trim();
        let start = event.mention.sentence.start + (whole.len() - whole.trim_start().len());
        let all = TextSpan::new(start, start + text.len());
        let within = |span: &TextSpan| all.covers(*span).then(|| TextSpan::new(span.start - start, span.end - start));
        let timex = event.when.timex.and_then(|id| document.extraction.timexes.get(id.index())).map(|timex| timex.span);
        let telling: Vec<TextSpan> = within(&event.mention.trigger).into_iter().collect();
        let steps = event.when.explanation.iter().flat_map(|step| &step.spans);
        let mut dating: Vec<TextSpan> =
            steps.chain(timex.iter()).filter_map(within).filter(|span| !telling.contains(span)).collect();
        dating.sort_by_key(|span| (span.start, span.end));
        dating.dedup();
        Self { text, telling, dating }
    }

    /// The words that are marked, for those who do not see the marks.
    fn words(&self) -> String {
        let words = self.telling.iter().chain(&self.dating).map(|span| span.of(self.text));
        words.collect::<Vec<_>>().join(" · ")
    }
}

//! Paints a paragraph: what lies behind its words, and under them.

use std::ops::Range;

use eframe::egui::{Color32, Context, CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

use super::blocks::{Block, BlockRole};
use super::sentences::Sentences;
use crate::base::TextSpan;
use crate::base::theme::{SELECTION_OPACITY, size};
use crate::event::{Event, EventId};
use crate::text::egui::{self, StyledRange, TextLayout, TextSpec, TextStyle, Wrap};
use crate::ui::look::Look;
use crate::ui::state::{AppState, Document};
use crate::ui::theme::{color, faded};

/// Lays a block out.
pub(super) fn layout_of(ctx: &Context, look: Look, document: &Document, block: &Block, width: f32) -> TextLayout {
    egui::layout(ctx, &spec_of(look, document, block, width))
}

/// The same with the ink of plain words where they are selected: what is faint would be lost under the selection.
pub(super) fn selected_layout_of(
    ctx: &Context,
    look: Look,
    document: &Document,
    block: &Block,
    width: f32,
    selected: Range<usize>,
) -> TextLayout {
    let ink = StyledRange { range: selected, color: Some(color(look.palette.ink)), bold: None };
    egui::layout(ctx, &spec_of(look, document, block, width).with_ranges(vec![ink]))
}

/// The height of a block in points, without what it takes to paint it.
pub(super) fn height_of(ctx: &Context, look: Look, document: &Document, block: &Block, width: f32) -> f32 {
    egui::measure(ctx, &spec_of(look, document, block, width)).y
}

fn spec_of<'a>(look: Look, document: &'a Document, block: &Block, width: f32) -> TextSpec<'a> {
    let plain = look.article(size::TEXT_ARTICLE);
    let style = match block.role {
        BlockRole::Title => TextStyle { bold: true, line_height: 1.5, ..look.article(size::TEXT_TITLE) },
        BlockRole::Heading => TextStyle { bold: true, ..plain },
        BlockRole::Paragraph => plain,
        BlockRole::Page => TextStyle { color: color(look.palette.muted), ..look.article(size::TEXT) },
    };
    TextSpec::line(block.text(document), style).wrapped(Wrap::At(width)).directed(block.direction)
}

/// The part of `inner` that lies in `outer`, counted from the start of `outer`.
pub(super) fn within(outer: TextSpan, inner: TextSpan) -> Range<usize> {
    let start = inner.start.clamp(outer.start, outer.end);
    let end = inner.end.clamp(start, outer.end);
    start - outer.start..end - outer.start
}

/// A paragraph on the screen.
struct Page<'a> {
    ui: &'a Ui,
    layout: &'a TextLayout,
    origin: Rect,
    span: TextSpan,
}

impl Page<'_> {
    fn rects(&self, span: TextSpan) -> Vec<Rect> {
        if !self.span.overlaps(span) {
            return Vec::new();
        }
        let rects = self.layout.rects_of(within(self.span, span));
        rects.into_iter().map(|rect| rect.translate(self.origin.min.to_vec2())).collect()
    }

    fn fill(&self, span: TextSpan, fill: Color32) {
        for rect in self.rects(span) {
            self.ui.painter().rect_filled(rect, CornerRadius::same(3), fill);
        }
    }

    fn frame(&self, span: TextSpan, stroke: Stroke) {
        for rect in self.rects(span) {
            self.ui.painter().rect_stroke(rect.expand(1.0), CornerRadius::same(3), stroke, StrokeKind::Inside);
        }
    }

    fn underline(&self, span: TextSpan, stroke: Stroke) {
        for rect in self.rects(span) {
            let y = underline_y(rect);
            self.ui.painter().hline(rect.x_range(), y, stroke);
        }
    }

    fn dots(&self, span: TextSpan, dots: Color32) {
        for rect in self.rects(span) {
            let y = underline_y(rect);
            let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
            self.ui.painter().extend(Shape::dotted_line(&line, dots, 4.0, 0.75));
        }
    }
}

/// Below the letters that hang lowest, above the next line.
fn underline_y(line: Rect) -> f32 {
    (line.center().y + size::TEXT_ARTICLE * 0.66).min(line.bottom() - 1.0).round()
}

/// Paints a block of the article; `span` is where its words stand in the text. `below` paints what lies on the
/// highlights and under the letters.
#[expect(clippy::too_many_arguments, reason = "all that can be seen of a block")]
pub(super) fn paint_block(
    ui: &Ui,
    state: &AppState,
    document: &Document,
    sentences: &Sentences,
    span: Option<TextSpan>,
    rect: Rect,
    layout: &TextLayout,
    below: impl FnOnce(&Ui),
) {
    let look = Look::of(state);
    if let Some(span) = span {
        let page = Page { ui, layout, origin: rect, span };
        let event = |id: Option<EventId>| id.and_then(|id| document.extraction.event(id));
        if state.hovered() != state.selected() {
            paint_sentences(&page, event(state.hovered()), color(look.palette.hover));
        }
        paint_sentences(&page, event(state.selected()), color(look.palette.highlight));
        paint_found(&page, state, look);
        paint_triggers(&page, sentences, state.selected(), look);
        paint_timex(&page, document, event(state.selected()), look);
    }
    below(ui);
    ui.painter().galley(rect.min, layout.galley().clone(), color(look.palette.ink));
}

/// Paints the selected bytes of a block.
pub(super) fn paint_selection(ui: &Ui, look: Look, rect: Rect, layout: &TextLayout, selected: Range<usize>) {
    let fill = faded(look.palette.accent, SELECTION_OPACITY);
    for part in layout.rects_of(selected) {
        ui.painter().rect_filled(part.translate(rect.min.to_vec2()), CornerRadius::ZERO, fill);
    }
}

fn paint_sentences(page: &Page<'_>, event: Option<&Event>, fill: Color32) {
    let Some(event) = event else { return };
    for mention in std::iter::once(&event.mention).chain(&event.other_mentions) {
        page.fill(mention.sentence, fill);
    }
}

/// Every word that names an event is dotted underneath; that of the selected event more strongly.
fn paint_triggers(page: &Page<'_>, sentences: &Sentences, selected: Option<EventId>, look: Look) {
    for sentence in sentences.overlapping(page.span) {
        for (trigger, id) in &sentence.triggers {
            let dots = if Some(*id) == selected { look.palette.accent } else { look.palette.muted };
            page.dots(*trigger, color(dots));
        }
    }
}

/// What was looked for; the place that was gone to in a frame.
fn paint_found(page: &Page<'_>, state: &AppState, look: Look) {
    for (words, is_current) in state.browse.search().within(page.span) {
        page.fill(words, color(look.palette.found));
        if is_current {
            page.frame(words, Stroke::new(1.5, color(look.palette.accent)));
        }
    }
}

fn paint_timex(page: &Page<'_>, document: &Document, selected: Option<&Event>, look: Look) {
    let timex = selected.and_then(|event| event.when.timex).and_then(|id| document.extraction.timex(id));
    if let Some(timex) = timex {
        page.underline(timex.span, Stroke::new(2.0, color(look.palette.accent)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_cut_at_the_paragraph() {
        let paragraph = TextSpan::new(100, 200);
        assert_eq!(within(paragraph, TextSpan::new(110, 120)), 10..20);
        assert_eq!(within(paragraph, TextSpan::new(50, 120)), 0..20);
        assert_eq!(within(paragraph, TextSpan::new(150, 300)), 50..100);
        assert_eq!(within(paragraph, TextSpan::new(10, 20)), 0..0);
    }
}

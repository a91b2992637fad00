//! The words of the timeline, and how wide they are: titles, ticks, folds, accessible names.
//! Knows no place on the screen.

use std::sync::Arc;

use eframe::egui::{Color32, Context, Galley};

use crate::base::theme::{Palette, size};
use crate::base::{Arg, Direction, HijriDay, Message, Moment, TimePoint, TimeRange};
use crate::event::{Certainty, Event, EventKind, EventTable};
use crate::i18n::I18n;
use crate::text::egui::{Align, Face, StyledRange, TextLayout, TextSpec, TextStyle, Wrap, layout};
use crate::timeline::folds::fold_message;
use crate::timeline::{Calendar, LabelWidths, LaneTitle, Tick, TickLabels, TickUnit};
use crate::ui::state::LaneGrouping;
use crate::ui::theme::{faded, kind_color};

/// Words in the interface's language, laid out with its faces.
pub(super) struct Words<'a> {
    pub(super) ctx: &'a Context,
    pub(super) i18n: &'a I18n,
    pub(super) published: Option<Moment>,
    /// The direction of the article, in which titles and names of it are shown.
    pub(super) article_direction: Direction,
    /// Whether the events are rows of a table.
    pub(super) in_table: bool,
}

/// The style of a text of the interface.
pub(super) fn style(size: f32, bold: bool, color: Color32) -> TextStyle {
    TextStyle { face: Face::Interface, size, bold, color, line_height: size::LINE_HEIGHT }
}

/// A title with its glyph in the hue of its kind, in a width, on at most so many lines.
pub(super) struct Title<'a> {
    pub(super) kind: EventKind,
    pub(super) text: &'a str,
    pub(super) bold: bool,
    /// From 0, invisible, to 1.
    pub(super) strength: f32,
    pub(super) wrap: Wrap,
    pub(super) align: Align,
}

/// The name of a lane.
#[must_use]
pub fn lane_text(i18n: &I18n, title: &LaneTitle, grouping: LaneGrouping) -> String {
    match title {
        LaneTitle::Name(name) => name.clone(),
        LaneTitle::Kind(kind) => i18n.text(kind.message_key()),
        LaneTitle::Others if grouping == LaneGrouping::Place => i18n.text("timeline-lane-no-place"),
        LaneTitle::Others => i18n.text("timeline-lane-no-actor"),
        LaneTitle::Rest => i18n.text("timeline-lane-rest"),
        LaneTitle::All => i18n.text("timeline-lane-all"),
    }
}

impl Words<'_> {
    pub(super) fn small(&self, text: &str, bold: bool, color: Color32) -> TextLayout {
        layout(self.ctx, &TextSpec::line(text, style(size::TEXT_SMALL, bold, color)))
    }

    pub(super) fn elided(&self, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
        layout(self.ctx, &TextSpec::line(text, style).wrapped(Wrap::Elide(width.max(1.0), 1))).galley().clone()
    }

    /// Words of the article on one line.
    pub(super) fn elided_words(&self, text: &str, style: TextStyle, width: f32) -> TextLayout {
        let spec = TextSpec::line(text, style).within(self.article_direction);
        layout(self.ctx, &spec.wrapped(Wrap::Elide(width.max(1.0), 1)))
    }

    pub(super) fn title(&self, title: &Title<'_>, palette: &Palette) -> TextLayout {
        let sign = self.sign(title.kind);
        let text = format!("{sign}{}", title.text);
        let style = style(size::TEXT_SMALL, title.bold, faded(palette.ink, title.strength));
        let mut spec = TextSpec::line(&text, style).within(self.article_direction);
        let hue = kind_color(palette, title.kind).gamma_multiply(title.strength);
        spec.ranges.push(StyledRange { range: 0..sign.trim_end().len(), color: Some(hue), bold: None });
        spec.wrap = title.wrap;
        spec.align = title.align;
        layout(self.ctx, &spec)
    }

    /// What stands before the title of an event: the glyph of its kind, but of a table's rows nobody says a kind.
    pub(super) fn sign(&self, kind: EventKind) -> String {
        if self.in_table { String::new() } else { format!("{} ", kind.glyph()) }
    }

    pub(super) fn publication_text(&self) -> String {
        let date = self.published.map(Arg::Moment);
        let message = Message::new("timeline-published");
        self.i18n.message(&date.map_or(message.clone(), |date| message.with("date", date)))
    }

    pub(super) fn fold_text(&self, hidden: TimeRange) -> String {
        self.i18n.message(&fold_message(hidden))
    }

    /// A range of time in words, as fine as it is long: days, or minutes where it lasts no longer than some days.
    pub(super) fn range_text(&self, range: TimeRange) -> String {
        let coarse = if range.duration_secs() > 4 * 86_400 { super::range::whole_days(range.start, range.end) } else { range };
        self.i18n.time_range(coarse)
    }

    pub(super) fn more_text(&self, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.i18n.message(&Message::new("timeline-column-more").with("count", Arg::Number(count)))
    }

    pub(super) fn lanes_below_text(&self, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.i18n.message(&Message::new("timeline-lanes-below").with("count", Arg::Number(count)))
    }

    pub(super) fn cluster_text(&self, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.i18n.message(&Message::new("timeline-cluster").with("count", Arg::Number(count)))
    }

    pub(super) fn count_text(&self, count: usize) -> String {
        self.i18n.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// What a screen reader says of an event: title, when, how sure; a number where it stands in the column; whether it
    /// was asked for.
    pub(super) fn accessible_name(&self, event: &Event, number: Option<usize>, passes: bool) -> String {
        let mut parts = Vec::new();
        parts.extend(number.and_then(|number| i64::try_from(number).ok()).map(|number| self.i18n.number(number)));
        parts.push(event.title.clone());
        let bounds = event.when.bounds;
        if bounds.earliest.is_some() || bounds.latest.is_some() {
            parts.push(self.i18n.bounds(bounds));
        }
        parts.push(self.i18n.text(event.when.certainty.message_key()));
        parts.extend((!passes).then(|| self.i18n.text("filter-not-passed")));
        parts.join(&self.i18n.text("timeline-separator"))
    }

    /// What a screen reader says of the event of a table's row: title, when, and how vague that is.
    pub(super) fn row_name(&self, table: &EventTable, row: usize) -> String {
        let mut parts = vec![table.titles().get(row).to_owned()];
        if let Some(row) = table.rows().get(row) {
            parts.push(self.i18n.time_range(row.time));
            parts.extend(row.is_vague.then(|| self.i18n.text(Certainty::Bounded.message_key())));
        }
        parts.join(&self.i18n.text("timeline-separator"))
    }

    /// The year with its era says which calendar it is.
    fn hijri_label(&self, day: HijriDay, tick: &Tick) -> String {
        match (tick.unit, tick.with_context) {
            (TickUnit::Year, _) => self.i18n.hijri_year(day.year()),
            (TickUnit::Month, true) => self.i18n.hijri_month(day),
            (TickUnit::Month, false) => self.i18n.hijri_month_name(day.month()),
            (_, true) => self.i18n.hijri_day(day),
            (_, false) => self.i18n.number(i64::from(day.day())),
        }
    }

    fn width(&self, text: &str, bold: bool) -> f64 {
        f64::from(self.small(text, bold, Color32::BLACK).size().x.ceil())
    }

    /// Hours and minutes, and seconds where they are asked for, in the region's digits.
    fn clock(&self, at: TimePoint, with_seconds: bool) -> String {
        let second_of_day = at.0.rem_euclid(86_400);
        let pair = |value: i64| format!("{}{}", self.i18n.number(value / 10), self.i18n.number(value % 10));
        let minutes = format!("{}:{}", pair(second_of_day / 3_600), pair(second_of_day / 60 % 60));
        if with_seconds { format!("{minutes}:{}", pair(second_of_day % 60)) } else { minutes }
    }
}

impl LabelWidths for Words<'_> {
    /// Bold, as a selected title is: no row changes when an event is selected.
    fn title(&self, kind: EventKind, title: &str) -> f64 {
        self.width(&format!("{}{title}", self.sign(kind)), true)
    }

    fn fold(&self, hidden: TimeRange) -> f64 {
        self.width(&self.fold_text(hidden), false)
    }

    fn publication(&self) -> f64 {
        self.width(&self.publication_text(), true)
    }
}

impl TickLabels for Words<'_> {
    fn label(&self, tick: &Tick) -> String {
        use chrono::Datelike;
        if tick.calendar == Calendar::Hijri {
            return HijriDay::at(tick.at).map(|day| self.hijri_label(day, tick)).unwrap_or_default();
        }
        let Some(day) = tick.at.day() else { return self.i18n.far_year(tick.at) };
        match (tick.unit, tick.with_context) {
            (TickUnit::Year, _) => self.i18n.year(day.year()),
            (TickUnit::Month, true) => self.i18n.month(day.year(), day.month()),
            (TickUnit::Month, false) => self.i18n.month_name(day.month()),
            (TickUnit::Day, true) => self.i18n.moment(Moment::on(day)),
            (TickUnit::Day, false) => self.i18n.number(i64::from(day.day())),
            // The first of a day names it; those after it need no more than their clock.
            (TickUnit::Minute | TickUnit::Second, true) => {
                let moment = Moment::on(day).with_clock_of(tick.at);
                self.i18n.moment(if tick.at == Moment::on(day).start() { Moment::on(day) } else { moment })
            }
            (TickUnit::Minute, false) => self.clock(tick.at, false),
            (TickUnit::Second, false) => self.clock(tick.at, true),
        }
    }

    fn width(&self, label: &str) -> f64 {
        self.width(label, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::base::theme::LIGHT;

    #[test]
    fn a_title_runs_in_the_direction_of_the_article() {
        let ctx = Context::default();
        crate::text::egui::install(&ctx);
        let i18n = I18n::new(Language::English, None);
        let run = |ui: &mut eframe::egui::Ui| {
            let place = |article_direction: Direction| {
                let words = Words { ctx: ui.ctx(), i18n: &i18n, published: None, article_direction, in_table: false };
                let (kind, text) = (EventKind::Other, "USS Ford تصل");
                let title = Title { kind, text, bold: false, strength: 1.0, wrap: Wrap::None, align: Align::Start };
                let title = words.title(&title, &LIGHT);
                let latin = kind.glyph().len_utf8() + 1;
                let arabic = latin + "USS Ford ".len();
                title.rects_of(latin..latin + 1)[0].left() - title.rects_of(arabic..arabic + 2)[0].left()
            };
            assert!(place(Direction::RightToLeft) > 0.0 && place(Direction::LeftToRight) < 0.0);
        };
        ctx.run_ui(eframe::egui::RawInput::default(), run).textures_delta.clear();
    }
}

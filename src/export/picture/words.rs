//! The words of a picture, and how wide they are.

use std::cell::RefCell;

use super::drawing::{Item, Role, Tint, Words};
use crate::base::theme::size;
use crate::base::{Direction, Message, Moment, TimeRange};
use crate::event::EventKind;
use crate::i18n::I18n;
use crate::text::{Align, Fit, Setting, Typeset, Typesetter, direction_within};
use crate::timeline::folds::fold_message;
use crate::timeline::said::{publication_message, sign};
use crate::timeline::{LabelWidths, Point, Rect, Tick, TickLabels};

/// Sets words, in the interface's language and in the article's.
pub(super) struct Wording<'a> {
    pub(super) typesetter: RefCell<&'a mut Typesetter>,
    pub(super) i18n: &'a I18n,
    pub(super) published: Option<Moment>,
    /// The direction of the article, in which titles and names of it are shown.
    pub(super) article: Direction,
    /// Whether the events are rows of a table, which have no kinds.
    pub(super) in_table: bool,
}

/// How words look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) tint: Tint,
}

impl Style {
    pub(super) fn small(role: Role) -> Self {
        Self { size: size::TEXT_SMALL, bold: false, tint: Tint::full(role) }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }
}

impl Wording<'_> {
    /// Sets words on one line, cut where they are wider.
    pub(super) fn set(&self, text: &str, style: Style, width: Option<f64>) -> Typeset {
        let line = Setting::line(text, style.size, style.bold, self.i18n.direction());
        let fit = width.map_or(Fit::Free, |width| Fit::Elided(points(width.max(1.0)), 1));
        // A name of the article at its beginning does not turn a sentence of the interface.
        let direction = Some(self.i18n.direction());
        self.typesetter.borrow_mut().set(&Setting { fit, direction, ..line })
    }

    /// The same for words of the article.
    pub(super) fn set_of_article(&self, text: &str, style: Style, width: f64, lines: usize, align: Align) -> Typeset {
        let line = Setting::line(text, style.size, style.bold, self.article);
        let direction = Some(direction_within(text, self.article));
        let fit = Fit::Elided(points(width.max(1.0)), lines);
        self.typesetter.borrow_mut().set(&Setting { fit, direction, align, ..line })
    }

    /// Words in the middle of a room.
    pub(super) fn centered(&self, text: &str, style: Style, room: Rect) -> Item {
        let set = self.set(text, style, Some(room.width() + 1.0));
        let at = Point { x: room.center().x - f64::from(set.width) / 2.0, y: room.center().y - f64::from(set.height) / 2.0 };
        Item::Words(Words { at, set, tint: style.tint, accent: None })
    }

    pub(super) fn sign(&self, kind: EventKind) -> String {
        sign(kind, self.in_table)
    }

    pub(super) fn publication_text(&self) -> String {
        self.i18n.message(&publication_message(self.published))
    }

    pub(super) fn fold_text(&self, hidden: TimeRange) -> String {
        self.i18n.message(&fold_message(hidden))
    }

    /// A text with a number of things in it.
    pub(super) fn counted(&self, key: &'static str, count: usize) -> String {
        self.i18n.message(&Message::new(key).with_count("count", count))
    }

    fn width_of(&self, text: &str, bold: bool) -> f64 {
        let setting = Setting::line(text, size::TEXT_SMALL, bold, self.i18n.direction());
        f64::from(self.typesetter.borrow_mut().width(&setting).ceil())
    }
}

impl LabelWidths for Wording<'_> {
    fn title(&self, kind: EventKind, title: &str) -> f64 {
        self.width_of(&format!("{}{title}", self.sign(kind)), false)
    }

    fn fold(&self, hidden: TimeRange) -> f64 {
        self.width_of(&self.fold_text(hidden), false)
    }

    fn publication(&self) -> f64 {
        self.width_of(&self.publication_text(), true)
    }
}

impl TickLabels for Wording<'_> {
    fn label(&self, tick: &Tick) -> String {
        self.i18n.axis_label(tick.at, tick.unit, tick.with_context)
    }

    fn width(&self, label: &str) -> f64 {
        self.width_of(label, false)
    }
}

/// A length for the text engine.
#[expect(clippy::cast_possible_truncation, reason = "lengths of a picture; a cast of floats saturates")]
pub(in crate::export) fn points(value: f64) -> f32 {
    value as f32
}

//! The events in words on sheets of paper, behind the picture: when, how sure, what, who and where, and the sentence that says so.
//! An event stays on one sheet where it can.

use super::chronology::{Chronology, Entry};
use super::picture::drawing::{Drawing, Item, Role, Tint, Words};
use super::picture::points;
use super::{Subject, Work};
use crate::base::theme::size;
use crate::base::{Arg, Direction, Message};
use crate::i18n::{I18n, without_isolates};
use crate::text::{Align, Face, Fit, SetLine, Setting, Typeset, Typesetter, direction_within};
use crate::timeline::said::sign;
use crate::timeline::{Point, Rect};

/// A4 at 96 points to the inch, as the screen counts them.
const WIDTH: f64 = 793.7;
const HEIGHT: f64 = 1122.5;
const MARGIN: f64 = 72.0;
/// The foot of a sheet, with its number.
const FOOT: f64 = 32.0;
/// The quotation stands so far in, behind a bar.
const INSET: f64 = 16.0;
const BAR: f64 = 3.0;
const TITLE: f32 = 15.0;
const QUOTATION: f32 = 15.0;

/// Words of a sheet.
struct Text {
    set: Typeset,
    tint: Tint,
    accent: Option<(std::ops::Range<usize>, Tint)>,
    is_quotation: bool,
    /// Above them.
    space: f64,
}

/// What is written, and with what.
struct Writer<'a> {
    subject: &'a Subject<'a>,
    i18n: &'a I18n,
    typesetter: &'a mut Typesetter,
}

/// How words are set.
#[derive(Clone, Copy)]
struct Style {
    size: f32,
    bold: bool,
    role: Role,
    space: f64,
}

/// The sheets with all events that are chosen; `before` pages come first in the same file.
pub(super) fn sheets(work: &Work<'_>, typesetter: &mut Typesetter, before: usize) -> (Vec<Drawing>, usize) {
    let Work { subject, choice, i18n, .. } = work;
    let chronology = Chronology::new(subject, choice);
    let mut writer = Writer { subject, i18n, typesetter };
    let mut paper = Paper::new(i18n.direction());
    paper.put(writer.head());
    for (key, entries) in chronology.parts() {
        let mut part =
            Some(writer.line(&i18n.text(key), Style { size: size::TEXT_HEADING, bold: true, role: Role::Ink, space: 28.0 }));
        for entry in entries {
            // The name of a part never stands alone at the foot of a sheet.
            paper.put(part.take().into_iter().chain(writer.entry(entry)).collect());
        }
    }
    paper.put(vec![writer.line(&i18n.text("export-made"), Style { role: Role::Muted, space: 32.0, ..Style::SMALL })]);
    let title = without_isolates(&subject.name(i18n));
    (paper.finish(&mut writer, &title, before), chronology.len())
}

impl Style {
    const SMALL: Self = Self { size: size::TEXT_SMALL, bold: false, role: Role::Ink, space: 2.0 };
}

impl Writer<'_> {
    fn head(&mut self) -> Vec<Text> {
        let name = self.i18n.text("export-words");
        let byline = self.subject.byline(self.i18n).join(&self.i18n.text("timeline-separator"));
        let mut head = vec![self.line(&name, Style { size: size::TEXT_TITLE, bold: true, role: Role::Ink, space: 0.0 })];
        head.push(self.of_article(&self.subject.name(self.i18n), Style { size: TITLE, space: 4.0, ..Style::SMALL }));
        if !byline.is_empty() {
            head.push(self.line(&byline, Style { role: Role::Muted, ..Style::SMALL }));
        }
        head
    }

    fn entry(&mut self, entry: &Entry<'_>) -> Vec<Text> {
        let dating = entry.dating(self.i18n);
        let mut texts = vec![self.line(&dating, Style { bold: true, role: Role::Accent, space: 18.0, ..Style::SMALL })];
        let sign = entry.event.map(|event| (sign(event.kind, false), Role::of(event.kind)));
        let signed = format!("{}{}", sign.as_ref().map_or("", |(sign, _)| sign.as_str()), entry.title);
        let mut title = self.of_article(&signed, Style { size: TITLE, bold: true, ..Style::SMALL });
        title.accent = sign.map(|(sign, role)| (0..sign.trim_end().len(), Tint::full(role)));
        texts.push(title);
        let facts = entry.facts(self.i18n);
        let facts: Vec<String> = facts.into_iter().map(|(name, answer)| format!("{}: {answer}", self.i18n.text(name))).collect();
        if !facts.is_empty() {
            let facts = facts.join(&self.i18n.text("timeline-separator"));
            texts.push(self.line(&facts, Style { role: Role::Muted, ..Style::SMALL }));
        }
        let quotation = self.subject.quotation(entry);
        if !quotation.is_empty() {
            texts.push(self.quotation(quotation));
        }
        texts
    }

    /// Words of the interface.
    fn line(&mut self, text: &str, style: Style) -> Text {
        let Style { size, bold, role, space } = style;
        let line = Setting::line(text, size, bold, self.i18n.direction());
        let (direction, fit) = (Some(self.i18n.direction()), Fit::Within(points(WIDTH - 2.0 * MARGIN)));
        let set = self.typesetter.set(&Setting { direction, fit, ..line });
        Text { set, tint: Tint::full(role), accent: None, is_quotation: false, space }
    }

    /// Words of the article, beginning on the side where those of the interface do.
    fn of_article(&mut self, text: &str, style: Style) -> Text {
        let Style { size, bold, role, space } = style;
        let line = Setting::line(text, size, bold, self.subject.direction());
        let set = self.set_of_article(line, WIDTH - 2.0 * MARGIN);
        Text { set, tint: Tint::full(role), accent: None, is_quotation: false, space }
    }

    fn quotation(&mut self, text: &str) -> Text {
        let line = Setting::line(text, QUOTATION, false, self.subject.direction());
        let line = Setting { face: Face::Article, line_height: size::LINE_HEIGHT_ARTICLE, ..line };
        let set = self.set_of_article(line, WIDTH - 2.0 * MARGIN - INSET);
        Text { set, tint: Tint::full(Role::Ink), accent: None, is_quotation: true, space: 6.0 }
    }

    fn set_of_article(&mut self, setting: Setting<'_>, width: f64) -> Typeset {
        let direction = direction_within(setting.text, self.subject.direction());
        let align = if direction == self.i18n.direction() { Align::Start } else { Align::End };
        let fit = Fit::Within(points(width));
        self.typesetter.set(&Setting { direction: Some(direction), fit, align, ..setting })
    }
}

/// Sheets that fill from top to bottom.
struct Paper {
    direction: Direction,
    full: Vec<Vec<Item>>,
    items: Vec<Item>,
    y: f64,
}

impl Paper {
    fn new(direction: Direction) -> Self {
        Self { direction, full: Vec::new(), items: Vec::new(), y: MARGIN }
    }

    fn bottom() -> f64 {
        HEIGHT - MARGIN - FOOT
    }

    /// Puts texts below one another, on one sheet where they fit on one.
    fn put(&mut self, texts: Vec<Text>) {
        let height: f64 = texts.iter().map(|text| text.space + f64::from(text.set.height)).sum();
        let is_whole = height <= Self::bottom() - MARGIN;
        if is_whole && self.y + height > Self::bottom() {
            self.turn();
        }
        for text in texts {
            // At the top of a sheet there is nothing to keep away from.
            self.y += if self.items.is_empty() { 0.0 } else { text.space };
            if self.y + f64::from(text.set.height) <= Self::bottom() {
                self.place(text);
            } else {
                self.place_by_lines(&text);
            }
        }
    }

    fn place_by_lines(&mut self, text: &Text) {
        for (at, line) in text.set.lines.iter().enumerate() {
            let next = text.set.lines.get(at + 1).map_or(text.set.height, |next| next.top);
            let height = next - line.top;
            if self.y + f64::from(height) > Self::bottom() {
                self.turn();
            }
            let line = SetLine { top: 0.0, baseline: line.baseline - line.top, glyphs: line.glyphs.clone() };
            let set = Typeset { height, lines: vec![line], text: text.set.text.clone(), ..text.set };
            self.place(Text { set, accent: text.accent.clone(), ..*text });
        }
    }

    fn place(&mut self, text: Text) {
        let Text { set, tint, accent, is_quotation, .. } = text;
        let is_rtl = self.direction.is_rtl();
        let height = f64::from(set.height);
        if is_quotation {
            let x = if is_rtl { WIDTH - MARGIN - BAR } else { MARGIN };
            let bar = Rect::new((x, x + BAR), (self.y, self.y + height));
            self.items.push(Item::filled(bar, 0.0, Tint::full(Role::Line)));
        }
        let x = MARGIN + if is_quotation && !is_rtl { INSET } else { 0.0 };
        self.items.push(Item::Words(Words { at: Point { x, y: self.y }, set, tint, accent }));
        self.y += height;
    }

    fn turn(&mut self) {
        if !self.items.is_empty() {
            self.full.push(std::mem::take(&mut self.items));
        }
        self.y = MARGIN;
    }

    /// The sheets with their grounds and numbers.
    fn finish(mut self, writer: &mut Writer<'_>, title: &str, before: usize) -> Vec<Drawing> {
        self.turn();
        let count = self.full.len() + before;
        let sheet = |(at, items): (usize, Vec<Item>)| {
            let ground = Rect::new((0.0, WIDTH), (0.0, HEIGHT));
            let mut all = vec![Item::filled(ground, 0.0, Tint::full(Role::Panel))];
            all.extend(items);
            all.push(number(writer, at + before + 1, count));
            Drawing { width: WIDTH, height: HEIGHT, title: title.to_owned(), items: all }
        };
        self.full.into_iter().enumerate().map(sheet).collect()
    }
}

/// The number of a sheet, in the middle of its foot.
fn number(writer: &mut Writer<'_>, at: usize, count: usize) -> Item {
    let words = Message::new("export-sheet").with("at", Arg::count(at)).with("count", Arg::count(count));
    let line = writer.i18n.message(&words);
    let setting = Setting::line(&line, size::TEXT_SMALL, false, writer.i18n.direction());
    let set = writer.typesetter.set(&Setting { direction: Some(writer.i18n.direction()), ..setting });
    let at = Point { x: (WIDTH - f64::from(set.width)) / 2.0, y: HEIGHT - MARGIN };
    Item::Words(Words { at, set, tint: Tint::full(Role::Muted), accent: None })
}

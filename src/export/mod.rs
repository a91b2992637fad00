//! What was found, written for other programs and for people: one file a form.
//! Knows no windows and reads no files.

mod calendar;
mod chronology;
mod format;
mod markdown;
mod markup;
mod page;
mod pdf;
mod picture;
mod pixels;
pub mod plain;
pub mod record;
mod sheets;
mod spelling;
mod stamp;
mod svg;
mod table;
mod timeline_js;

use std::sync::Arc;

pub use self::format::Format;
use self::picture::drawing::Drawing;
use self::picture::{Picture, picture};
pub use self::pixels::Pixels;
use crate::article::Article;
use crate::base::theme::{self, Palette};
use crate::base::{Direction, Message, TimeRange};
use crate::event::{EventTable, Extraction};
use crate::i18n::I18n;
use crate::text::{FontFile, Typesetter};
use crate::timeline::{Arrangement, LaneGrouping, Sifted};

/// What is written: an article and what it says, or the rows of a table.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The article; of a table, no more than its title.
    pub article: &'a Article,
    /// What the article says.
    pub extraction: &'a Extraction,
    /// The rows, where there is no article.
    pub table: Option<&'a EventTable>,
}

/// Which of its events are written, and in which lanes.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The time of the axis; `None`: all of it. Events without a place on the axis are written all the same.
    pub window: Option<TimeRange>,
    /// Those that pass; `None`: all.
    pub shown: Option<Arc<Sifted>>,
    /// What the lanes stand for.
    pub lanes: LaneGrouping,
    /// Their order, and those that are hidden.
    pub arrangement: Arrangement,
}

/// How pictures look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Light ink on a dark ground.
    pub is_dark: bool,
    /// In points.
    pub width: u16,
    /// Pixels to a point, in [`Self::SCALES`].
    pub scale: f32,
    /// Which way time runs.
    pub time: Direction,
}

/// All that is needed to write a file.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// What is written.
    pub subject: Subject<'a>,
    /// What of it.
    pub choice: &'a Choice,
    /// How pictures look.
    pub look: &'a Look,
    /// The language in which the program speaks in it.
    pub i18n: &'a I18n,
    /// Fonts for letters that the bundled ones lack.
    pub fonts: &'a [FontFile],
}

/// What comes of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many events are in it.
    pub n_events: usize,
    /// What it cannot hold, each in a sentence.
    pub left_out: Vec<Message>,
}

impl Choice {
    /// Everything, in lanes of a kind.
    #[must_use]
    pub fn everything(lanes: LaneGrouping) -> Self {
        Self { window: None, shown: None, lanes, arrangement: Arrangement::default() }
    }
}

impl Look {
    fn palette(&self) -> &'static Palette {
        if self.is_dark { &theme::DARK } else { &theme::LIGHT }
    }

    /// The width that pictures have where nobody says another one.
    pub const WIDTH: u16 = 1280;
    /// Narrower ones have no room for an axis.
    pub const LEAST_WIDTH: u16 = 480;
    /// The scale where nobody says another one: sharp on the screens of today, and in print at half its size.
    pub const SCALE: f32 = 2.0;
    /// The scales that there are.
    pub const SCALES: std::ops::RangeInclusive<f32> = 0.25..=16.0;
}

impl Exported {
    fn whole(text: String, n_events: usize) -> Self {
        Self { bytes: text.into_bytes(), n_events, left_out: Vec::new() }
    }
}

/// Writes a subject in a form.
///
/// # Errors
/// Where the form cannot hold it, in a sentence.
pub fn export(work: &Work<'_>, format: Format) -> Result<Exported, Message> {
    let Work { subject, choice, i18n, .. } = work;
    match format {
        Format::Png => in_pixels(work),
        Format::Svg => Ok(in_outlines(work)),
        Format::Pdf => on_paper(work),
        Format::Html => Ok(page::file(work)),
        Format::ICalendar => Ok(calendar::file(subject, choice, i18n)),
        Format::TimelineJs => timeline_js::file(subject, choice, i18n),
        Format::Csv => table::file(subject, choice, i18n),
        Format::Markdown => Ok(markdown::page(subject, choice, i18n)),
        Format::Json => record::file(subject, choice, i18n),
    }
}

/// The picture in the memory, for the clipboard.
///
/// # Errors
/// Where it would be too large for the memory.
pub fn pixels(work: &Work<'_>) -> Result<Pixels, Message> {
    let mut typesetter = Typesetter::new(work.fonts);
    let Picture { drawing, .. } = picture(work, &mut typesetter);
    pixels::drawn(&drawing, work.look.palette(), work.look.scale, &mut typesetter)
}

fn in_pixels(work: &Work<'_>) -> Result<Exported, Message> {
    let mut typesetter = Typesetter::new(work.fonts);
    let drawn = picture(work, &mut typesetter);
    let bytes = pixels::file(&drawn.drawing, work.look.palette(), work.look.scale, &mut typesetter)?;
    Ok(drawn.exported(bytes))
}

fn on_paper(work: &Work<'_>) -> Result<Exported, Message> {
    let mut typesetter = Typesetter::new(work.fonts);
    let drawn = picture(work, &mut typesetter);
    // Rows of a table have no sentence that could stand below them.
    if work.subject.table.is_some() {
        let bytes = pdf::file(&[&drawn.drawing], work.look.palette(), work.i18n.language(), &typesetter)?;
        return Ok(drawn.exported(bytes));
    }
    let (sheets, n_events) = sheets::sheets(work, &mut typesetter, 1);
    let pages: Vec<&Drawing> = std::iter::once(&drawn.drawing).chain(&sheets).collect();
    let bytes = pdf::file(&pages, work.look.palette(), work.i18n.language(), &typesetter)?;
    // What has no room in the picture stands among the words.
    Ok(Exported { bytes, n_events, left_out: Vec::new() })
}

fn in_outlines(work: &Work<'_>) -> Exported {
    let mut typesetter = Typesetter::new(work.fonts);
    let drawn = picture(work, &mut typesetter);
    let svg = svg::element(&drawn.drawing, work.look.palette(), &mut typesetter);
    drawn.exported(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n").into_bytes())
}

/// That something could not be made, in the words of what made it.
fn failed(detail: impl std::fmt::Display) -> Message {
    Message::new("export-failed").with_text("detail", detail.to_string())
}

#[cfg(test)]
mod tests;

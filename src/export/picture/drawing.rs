//! A picture as plain shapes, in points, y downwards: what SVG, PNG and PDF are made from.
//! Knows no events and no format of a file.

use std::ops::Range;

use crate::base::theme::{Palette, Rgb};
use crate::event::{EventKind, Quadrant};
use crate::text::Typeset;
use crate::timeline::{Point, Rect};

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) struct Drawing {
    pub(in crate::export) width: f64,
    pub(in crate::export) height: f64,
    /// What it shows, in a sentence.
    pub(in crate::export) title: String,
    /// From the ground up.
    pub(in crate::export) items: Vec<Item>,
}

/// The part that a colour plays; which colour that is, the palette says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Role {
    Paper,
    Panel,
    Ink,
    Muted,
    Line,
    Soft,
    Accent,
    Kind(Quadrant),
}

/// A colour and how strong it is, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::export) struct Tint {
    pub(in crate::export) role: Role,
    pub(in crate::export) strength: f64,
}

/// A line and how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::export) struct Stroke {
    pub(in crate::export) tint: Tint,
    pub(in crate::export) width: f64,
    /// The lengths of dashes and gaps.
    pub(in crate::export) dash: Option<(f64, f64)>,
}

/// How an area is filled.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) enum Fill {
    Plain(Tint),
    /// Along x: how strong it is at each x, from one end to the other; at least two.
    Fade {
        role: Role,
        stops: Vec<(f64, f64)>,
    },
}

/// Words of one colour but for some of their bytes.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) struct Words {
    /// The top left corner.
    pub(in crate::export) at: Point,
    pub(in crate::export) set: Typeset,
    pub(in crate::export) tint: Tint,
    pub(in crate::export) accent: Option<(Range<usize>, Tint)>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) enum Item {
    Rect { rect: Rect, corner: f64, fill: Option<Fill>, stroke: Option<Stroke> },
    Circle { center: Point, radius: f64, fill: Option<Tint>, stroke: Option<Stroke> },
    Path { points: Vec<Point>, is_closed: bool, fill: Option<Tint>, stroke: Option<Stroke> },
    Words(Words),
    Group(Group),
}

/// Shapes that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::export) struct Group {
    /// What of them is seen.
    pub(in crate::export) clip: Option<Rect>,
    /// What they stand for, where it is something of its own.
    pub(in crate::export) about: Option<About>,
    pub(in crate::export) items: Vec<Item>,
}

/// What a group stands for.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) struct About {
    /// What is read aloud.
    pub(in crate::export) label: String,
}

impl Role {
    /// The colour of an event.
    pub(in crate::export) fn of(kind: EventKind) -> Self {
        Self::Kind(kind.quadrant())
    }

    /// Its colour.
    pub(in crate::export) fn color(self, palette: &Palette) -> Rgb {
        match self {
            Self::Paper => palette.paper,
            Self::Panel => palette.panel,
            Self::Ink => palette.ink,
            Self::Muted => palette.muted,
            Self::Line => palette.line,
            Self::Soft => palette.soft,
            Self::Accent => palette.accent,
            Self::Kind(Quadrant::VerbalCooperation) => palette.verbal_cooperation,
            Self::Kind(Quadrant::MaterialCooperation) => palette.material_cooperation,
            Self::Kind(Quadrant::VerbalConflict) => palette.verbal_conflict,
            Self::Kind(Quadrant::MaterialConflict) => palette.material_conflict,
            Self::Kind(Quadrant::Other) => palette.other,
        }
    }
}

impl Tint {
    /// The whole colour.
    pub(in crate::export) fn full(role: Role) -> Self {
        Self { role, strength: 1.0 }
    }

    /// Some of it.
    pub(in crate::export) fn faint(role: Role, strength: f64) -> Self {
        Self { role, strength }
    }
}

impl Stroke {
    /// A line without gaps.
    pub(in crate::export) fn plain(role: Role, width: f64) -> Self {
        Self { tint: Tint::full(role), width, dash: None }
    }
}

impl Item {
    /// A filled rectangle.
    pub(in crate::export) fn filled(rect: Rect, corner: f64, tint: Tint) -> Self {
        Self::Rect { rect, corner, fill: Some(Fill::Plain(tint)), stroke: None }
    }

    /// A line from one point to another.
    pub(in crate::export) fn line(from: Point, to: Point, stroke: Stroke) -> Self {
        Self::Path { points: vec![from, to], is_closed: false, fill: None, stroke: Some(stroke) }
    }
}

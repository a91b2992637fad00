//! The timeline as a picture: what the window shows of it, all of it at once, with its title and what its signs mean.

mod axis;
mod column;
pub(super) mod drawing;
mod legend;
mod marks;
mod words;

use std::cell::RefCell;

use self::drawing::{Drawing, Item, Role, Tint, Words};
pub(super) use self::words::points;
use self::words::{Style, Wording};
use super::{Exported, Subject, Work};
use crate::base::Message;
use crate::base::theme::size;
use crate::i18n::without_isolates;
use crate::text::{Align, Typesetter};
use crate::timeline::column::ENTRY_HEIGHT;
use crate::timeline::fit::fitted_scale;
use crate::timeline::time_scale::axis_time;
use crate::timeline::{Frames, Model, Point, Rect, Scene, TimeScale, Viewport, layout};

/// Around everything.
const MARGIN: f64 = 24.0;
/// Between the parts.
const GAP: f64 = 16.0;
/// No picture is higher; what stands below is said to be missing.
const MOST_HEIGHT: f64 = 16_000.0;
/// High enough for any lane to have the room it likes.
const ROOMY: f64 = 1e6;

/// A picture, and how many events have no room in it.
pub(super) struct Picture {
    pub(super) drawing: Drawing,
    pub(super) n_missing: usize,
    pub(super) n_events: usize,
}

impl Picture {
    /// A file made of it.
    pub(super) fn exported(self, bytes: Vec<u8>) -> Exported {
        let missing = (self.n_missing > 0).then(|| Message::new("export-no-room").with_count("count", self.n_missing));
        Exported { bytes, n_events: self.n_events, left_out: missing.into_iter().collect() }
    }
}

/// All that painting needs.
struct Paint<'a> {
    subject: &'a Subject<'a>,
    model: &'a Model,
    scale: &'a TimeScale,
    scene: &'a Scene,
    wording: &'a Wording<'a>,
    lanes: crate::timeline::LaneGrouping,
}

/// Draws the timeline.
pub(super) fn picture(work: &Work<'_>, typesetter: &mut Typesetter) -> Picture {
    let Work { subject, choice, look, i18n, .. } = work;
    let wording = Wording {
        typesetter: RefCell::new(typesetter),
        i18n,
        published: subject.extraction.published.map(|published| published.value),
        article: subject.direction(),
        in_table: subject.table.is_some(),
    };
    let width = f64::from(look.width) - 2.0 * MARGIN;
    let model = choice.model(subject);
    let (scale, scene) = laid_out(work, &model, &wording, width);
    let paint = Paint { subject, model: &model, scale: &scale, scene: &scene, wording: &wording, lanes: choice.lanes };
    let (head, head_height) = head(subject, &wording, width);
    let timeline_height = scene.frames.ruler.max_y;
    let (legend, legend_height) = legend::legend(&paint, width);
    let height = MARGIN * 2.0 + head_height + GAP + timeline_height + GAP + legend_height;
    let mut items = vec![Item::filled(Rect::new((0.0, width + 2.0 * MARGIN), (0.0, height)), 0.0, Tint::full(Role::Panel))];
    let mut y = MARGIN;
    for (part, part_height) in [(head, head_height), (paint.all(), timeline_height), (legend, legend_height)] {
        items.extend(part.into_iter().map(|item| item.moved(MARGIN, y)));
        y += part_height + GAP;
    }
    let n_missing = scene.column.as_ref().and_then(|column| column.more).map_or(0, |(_, count)| count);
    let n_events = model.axis().len() + model.column().len() - n_missing;
    let title = without_isolates(&i18n.message(&Message::new("export-picture").with_text("title", subject.name(i18n))));
    Picture { drawing: Drawing { width: width + 2.0 * MARGIN, height, title, items }, n_missing, n_events }
}

impl Subject<'_> {
    /// The direction of the article.
    pub(super) fn direction(&self) -> crate::base::Direction {
        self.extraction.language.direction()
    }
}

/// Lays the timeline out, as high as its lanes and its column would like to be.
fn laid_out(work: &Work<'_>, model: &Model, wording: &Wording<'_>, width: f64) -> (TimeScale, Scene) {
    let viewport = |height| Viewport {
        width,
        height,
        reading: work.i18n.direction(),
        lane_scroll: 0.0,
        column_scroll: 0.0,
        selected: None,
        has_hijri: false,
    };
    let time = work.look.time;
    let frames = |height| -> Frames { viewport(height).frames(time, !model.column().is_empty()) };
    let mut scale = fitted_scale(model, &frames(ROOMY), time, &[]);
    if let Some(window) = work.choice.window {
        // Of an open range nothing beyond the events is shown.
        let domain = model.domain().unwrap_or(window);
        let (start, end) = (window.start.max(domain.start), window.end.min(domain.end));
        if start < end && (start, end) != (domain.start, domain.end) {
            scale.show(axis_time(start), axis_time(end));
        }
    }
    let lay_out = |height: f64| layout(model, &viewport(height), &scale, wording, wording, None);
    let trial = lay_out(ROOMY);
    let around = ROOMY - trial.frames.lanes.height();
    let below = ROOMY - trial.frames.ruler.max_y;
    let column = trial.column.as_ref().map_or(0.0, |column| {
        let n = f64::from(u32::try_from(model.column().len()).unwrap_or(u32::MAX));
        column.title.height() + n * ENTRY_HEIGHT + below
    });
    let height = (trial.lanes_height + around).max(column).min(MOST_HEIGHT);
    let scene = lay_out(height);
    (scale, scene)
}

/// The title and who published it.
fn head(subject: &Subject<'_>, wording: &Wording<'_>, width: f64) -> (Vec<Item>, f64) {
    let title_style = Style::small(Role::Ink).bold().sized(size::TEXT_TITLE);
    let title = wording.set_of_article(&subject.name(wording.i18n), title_style, width, 2, Align::Start);
    let byline = subject.byline(wording.i18n).join(" · ");
    let style = Style::small(Role::Muted).sized(size::TEXT);
    let byline = (!byline.is_empty()).then(|| wording.set(&byline, style, Some(width)));
    let rtl = wording.i18n.direction().is_rtl();
    let mut items = Vec::new();
    let mut y = 0.0;
    for (set, tint) in [(Some(title), title_style.tint), (byline, style.tint)] {
        let Some(set) = set else { continue };
        let x = if rtl { width - f64::from(set.width) } else { 0.0 };
        let height = f64::from(set.height);
        items.push(Item::Words(Words { at: Point { x, y }, set, tint, accent: None }));
        y += height + 4.0;
    }
    (items, y - 4.0)
}

impl Item {
    /// The same, somewhere else.
    fn moved(self, dx: f64, dy: f64) -> Self {
        let point = |point: Point| Point { x: point.x + dx, y: point.y + dy };
        let moved = |rect: Rect| Rect::new((rect.min_x + dx, rect.max_x + dx), (rect.min_y + dy, rect.max_y + dy));
        match self {
            Self::Rect { rect, corner, fill, stroke } => {
                let fill = fill.map(|fill| match fill {
                    drawing::Fill::Fade { role, stops } => {
                        drawing::Fill::Fade { role, stops: stops.into_iter().map(|(x, strength)| (x + dx, strength)).collect() }
                    }
                    plain @ drawing::Fill::Plain(_) => plain,
                });
                Self::Rect { rect: moved(rect), corner, fill, stroke }
            }
            Self::Circle { center, radius, fill, stroke } => Self::Circle { center: point(center), radius, fill, stroke },
            Self::Path { points, is_closed, fill, stroke } => {
                Self::Path { points: points.into_iter().map(point).collect(), is_closed, fill, stroke }
            }
            Self::Words(words) => Self::Words(Words { at: point(words.at), ..words }),
            Self::Group(group) => Self::Group(drawing::Group {
                clip: group.clip.map(moved),
                items: group.items.into_iter().map(|item| item.moved(dx, dy)).collect(),
                ..group
            }),
        }
    }
}

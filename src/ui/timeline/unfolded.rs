//! Spans whose fold was opened: above the lanes stands what closes it again.

use eframe::egui::{Role, Ui, WidgetInfo};

use super::nodes::Nodes;
use super::open::Open;
use super::words::Words;
use crate::base::theme::size;
use crate::base::{Arg, Message, TimeRange};
use crate::timeline::folds::{folded_length, is_counted_in_years};
use crate::timeline::layout::LINE;
use crate::timeline::{Rect, Scene};
use crate::ui::theme::{color, palette};

/// Free around a word above the lanes, in points.
const GAP: f64 = 4.0;

/// What closes a fold says.
pub(super) fn fold_again_message(hidden: TimeRange) -> Message {
    let key = if is_counted_in_years(hidden) { "timeline-fold-years" } else { "timeline-fold-months" };
    Message::new(key).with("count", Arg::Number(folded_length(hidden)))
}

impl Nodes<'_> {
    /// The words that close open folds, where the banner has room for them.
    pub(super) fn unfolded(&self, ui: &Ui, open: &mut Open, scene: &Scene, words: &Words<'_>) {
        let mut taken: Vec<Rect> = scene.folds.iter().filter_map(|fold| fold.label).collect();
        taken.extend(scene.publication.map(|line| line.label));
        let open_folds: Vec<TimeRange> = open.unfolded.iter().copied().filter(|fold| open.model.folds().contains(fold)).collect();
        for hidden in open_folds {
            let text = words.i18n.message(&fold_again_message(hidden));
            let (a, b) = (open.scale.x_of(hidden.start), open.scale.x_of(hidden.end));
            let accent = color(palette(self.state.appearance).accent);
            let galley = words.small(&text, false, accent);
            let Some(room) = room(scene, (a, b), f64::from(galley.size().x), &taken) else { continue };
            taken.push(room);
            let id = ui.scope_id().with(("timeline-unfolded", hidden.start.0));
            let response = self.node(ui, id, room, || WidgetInfo::labeled(Role::Button, true, &text));
            let pos = response.rect.center() - galley.size() / 2.0;
            ui.painter().galley(pos.round(), galley.galley().clone(), accent);
            if response.hovered() || response.has_focus() {
                ui.painter().hline(response.rect.x_range(), response.rect.bottom(), eframe::egui::Stroke::new(1.0, accent));
            }
            if response.has_focus() {
                self.frame(response.rect.expand(size::GRID / 2.0));
            }
            if response.clicked() {
                open.fold(hidden, room.center().x);
            }
        }
    }
}

/// In the middle of what is in view of a span, where nothing else stands.
fn room(scene: &Scene, x: (f64, f64), width: f64, taken: &[Rect]) -> Option<Rect> {
    let banner = scene.frames.banner;
    let (min, max) = (x.0.min(x.1).max(banner.min_x), x.0.max(x.1).min(banner.max_x));
    if max - min < width {
        return None;
    }
    let middle = f64::midpoint(min, max);
    let room = Rect::new((middle - width / 2.0, middle + width / 2.0), (GAP, GAP + LINE));
    let free = |room: &Rect| !taken.iter().any(|other| other.grown(GAP).overlaps(*room));
    let moved = |towards: f64| Rect { min_x: towards - width / 2.0, max_x: towards + width / 2.0, ..room };
    // Beside the publication line, say, there is room further off.
    [room, moved(min + (max - min) * 0.25), moved(min + (max - min) * 0.75)]
        .into_iter()
        .find(|room| room.min_x >= min && room.max_x <= max && free(room))
}

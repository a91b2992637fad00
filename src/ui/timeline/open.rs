//! The view of one document: its model, the scale, scrolling, the last scene; and how it follows the document through edits.
//! Paints nothing.

use std::sync::Arc;

use super::words::Words;
use crate::base::theme::size;
use crate::base::{Direction, Language, TimeRange};
use crate::event::EventId;
use crate::text::egui::fonts_generation;
use crate::timeline::column::scroll_to;
use crate::timeline::fit::{fitted_scale, spans};
use crate::timeline::layout::lane_scroll_to;
use crate::timeline::model::Place;
use crate::timeline::{Frames, Item, Model, Motion, Rect, Scene, TimeScale, Viewport, layout};
use crate::ui::picture::Pictured;
use crate::ui::state::{AppState, Document};

/// The view of one document.
pub(super) struct Open {
    document: Arc<Document>,
    pub(super) model: Arc<Model>,
    pub(super) scale: TimeScale,
    /// Those of the model's folds that stay open.
    pub(super) unfolded: Vec<TimeRange>,
    /// What moves the scale by itself.
    pub(super) motion: Option<Motion>,
    /// Whether it moves to bring the selected event into view.
    pub(super) is_revealing: bool,
    /// Whether nothing may move by itself.
    pub(super) is_motion_reduced: bool,
    pub(super) lane_scroll: f64,
    pub(super) column_scroll: f64,
    scene: Option<(SceneKey, Arc<Scene>)>,
    /// Counts the layouts that were made.
    pub(super) n_layouts: u64,
}

/// All that a scene depends on but the model.
#[derive(Debug, Clone, PartialEq)]
struct SceneKey {
    viewport: Viewport,
    scale: TimeScale,
    language: Language,
    pixels_per_point: f32,
    fonts_generation: u64,
}

/// The times that the axis has a place for.
fn ranges(model: &Model, unfolded: &[TimeRange]) -> Vec<TimeRange> {
    spans(model, unfolded).into_iter().map(|span| span.range).collect()
}

pub(super) fn viewport(state: &AppState, width: f64, height: f64) -> Viewport {
    let reading = state.i18n.direction();
    let (selected, has_hijri) = (state.selected(), state.has_hijri);
    Viewport { width, height, reading, lane_scroll: 0.0, column_scroll: 0.0, selected, has_hijri }
}

impl Open {
    pub(super) fn new(pictured: &Pictured, viewport: &Viewport, time: Direction, unfolded: Vec<TimeRange>) -> Self {
        let Pictured { document, picture } = pictured.clone();
        let model = picture.model.clone();
        let frames = viewport.frames(time, !model.column().is_empty());
        let scale = fitted_scale(&model, &frames, time, &unfolded);
        Self {
            document,
            model,
            scale,
            unfolded,
            motion: None,
            is_revealing: false,
            is_motion_reduced: false,
            lane_scroll: 0.0,
            column_scroll: 0.0,
            scene: None,
            n_layouts: 0,
        }
    }

    /// The same document again: keeps the view where it can.
    pub(super) fn follow(&mut self, pictured: &Pictured, viewport: &Viewport, time: Direction) {
        let is_other = !Arc::ptr_eq(&self.document, &pictured.document);
        // An edit leaves the view where it is; only events that were still being found are new to it.
        let changed = is_other && self.document.is_pending;
        let spans_before = is_other.then(|| ranges(&self.model, &self.unfolded));
        if is_other || !Arc::ptr_eq(&self.model, &pictured.picture.model) {
            self.document = pictured.document.clone();
            self.model = pictured.picture.model.clone();
            self.scene = None;
        }
        let frames = viewport.frames(time, !self.model.column().is_empty());
        let x = (frames.lanes.min_x, frames.lanes.max_x);
        if changed || self.scale.direction() != time || self.scale.x_range() != x {
            self.hold();
        }
        if changed {
            self.scale = fitted_scale(&self.model, &frames, time, &self.unfolded);
        }
        if self.scale.direction() != time {
            self.scale.set_direction(time);
        }
        if self.scale.x_range() != x {
            self.scale.resize(x);
        }
        if !changed && spans_before.is_some_and(|before| before != ranges(&self.model, &self.unfolded)) {
            self.respan(&frames, time);
        }
    }

    /// An edit put an event where the axis had no place for it, or left such a place empty.
    fn respan(&mut self, frames: &Frames, time: Direction) {
        let fitted = fitted_scale(&self.model, frames, time, &self.unfolded);
        if self.scale.is_fitted() {
            return self.aim(|scale| *scale = fitted);
        }
        let spans = spans(&self.model, &self.unfolded);
        let x = frames.lanes.center().x;
        self.aim(|scale| scale.refold(&spans, x));
    }

    pub(super) fn viewport(&self, state: &AppState, width: f64, height: f64) -> Viewport {
        let (lane_scroll, column_scroll) = (self.lane_scroll, self.column_scroll);
        Viewport { lane_scroll, column_scroll, ..viewport(state, width, height) }
    }

    pub(super) fn scene(&mut self, viewport: Viewport, words: &Words<'_>) -> Arc<Scene> {
        let key = SceneKey {
            viewport,
            scale: self.scale.clone(),
            language: words.i18n.language(),
            pixels_per_point: words.ctx.pixels_per_point(),
            fonts_generation: fonts_generation(words.ctx),
        };
        if let Some((known, scene)) = &self.scene
            && *known == key
        {
            return scene.clone();
        }
        let before = self.scene.take();
        let before = before.as_ref().map(|(_, scene)| scene.as_ref());
        let scene = Arc::new(layout(&self.model, &viewport, &self.scale, words, words, before));
        self.n_layouts += 1;
        self.scene = Some((key, scene.clone()));
        scene
    }

    /// The scene that was laid out last.
    #[cfg(test)]
    pub(super) fn last_scene(&self) -> Option<Arc<Scene>> {
        self.scene.as_ref().map(|(_, scene)| scene.clone())
    }

    pub(super) fn document(&self) -> &Arc<Document> {
        &self.document
    }

    pub(super) fn item(&self, event: EventId) -> Option<&Item> {
        self.model.item_of(event)
    }

    pub(super) fn reveal_in_column(&mut self, event: EventId, viewport: &Viewport) {
        let Some(Place::Column(index)) = self.model.place_of(event) else { return };
        let frames: Frames = viewport.frames(self.scale.direction(), true);
        let Some(rect) = frames.column else { return };
        self.column_scroll = scroll_to(&self.model, rect, self.column_scroll, index);
    }

    /// Scrolls the lanes so that what stands at a place of them is all in view.
    pub(super) fn show_row(&mut self, rect: Rect, scene: &Scene) {
        self.lane_scroll = lane_scroll_to(scene, rect, self.lane_scroll);
    }

    /// Moves the lanes by so many points, downwards where positive.
    pub(super) fn scroll_lanes(&mut self, dy: f64) {
        self.lane_scroll -= dy;
    }

    /// Moves the column by so many points, downwards where positive.
    pub(super) fn scroll_column(&mut self, dy: f64) {
        self.column_scroll = (self.column_scroll - dy).max(0.0);
    }

    /// Moves the column by so many entries.
    pub(super) fn page_column(&mut self, entries: usize) {
        let entries = f64::from(u32::try_from(entries.max(1)).unwrap_or(u32::MAX));
        self.column_scroll += entries * f64::from(size::LANE_ROW);
    }
}

//! The pointer on the timeline: wheel, drag, pinch, hover.
//! Clicks are the affair of `nodes`: what can be clicked can be reached by keyboard, too.

use eframe::egui::{CursorIcon, Event, MouseWheelUnit, Response, Ui, Vec2, pos2};

use super::open::Open;
use super::range::Range;
use super::screen::Screen;
use super::view::{Drag, TimelineView};
use crate::event::EventId;
use crate::timeline::{Hit, Point, Scene, hit_test};
use crate::ui::command::{Command, CommandSender};

/// One notch of a wheel is about 50 points: it zooms by a quarter.
const ZOOM_PER_POINT: f64 = 1.0 / 220.0;

/// What the pointer did since the last frame.
#[derive(Debug, Clone, Copy)]
struct Wheel {
    /// Across, in points; with Shift all of it.
    x: f64,
    /// Downwards, in points.
    y: f64,
    /// Downwards while Ctrl is held, in points.
    with_ctrl: f64,
    /// Of two fingers, a factor.
    pinch: f64,
    /// The middle of two fingers on a screen, across.
    fingers: Option<f32>,
}

impl Wheel {
    fn is_still(self) -> bool {
        self.x == 0.0 && self.y == 0.0 && self.with_ctrl == 0.0 && self.pinch == 1.0
    }
}

/// Moves the view as the pointer asks. `background` covers the whole panel, below all events.
pub(super) fn pointer(
    ui: &Ui,
    background: &Response,
    scene: &Scene,
    screen: Screen,
    view: &mut TimelineView,
    commands: &CommandSender,
) {
    drag(background, scene, screen, view, commands);
    let Some(pos) = ui.ctx().pointer_hover_pos().filter(|_| ui.rect_contains_pointer(background.rect)) else { return };
    let point = screen.scene_point(pos);
    let hit = hit_test(scene, point);
    if let (Some(open), Some(hit)) = (view.open(), hit) {
        let wheel = wheel(ui, open.is_motion_reduced);
        if !wheel.is_still() {
            open.hold();
            // What two fingers held between them stays between them: all of it grows around where they were, and then goes along.
            let x = wheel.fingers.map_or(point.x, |x| screen.scene_point(pos2(x, pos.y)).x - wheel.x);
            scroll(open, hit, wheel, x);
        }
        cursor(ui, hit, scene.frames.ruler.contains(point));
    }
}

/// Says which event the pointer is on, where that changed.
pub(super) fn hover(
    ui: &Ui,
    background: &Response,
    scene: &Scene,
    screen: Screen,
    view: &mut TimelineView,
    commands: &CommandSender,
) {
    let pos = ui.ctx().pointer_hover_pos().filter(|_| ui.rect_contains_pointer(background.rect));
    let on = pos.and_then(|pos| event_of(hit_test(scene, screen.scene_point(pos))?));
    if on != view.hovering {
        view.hovering = on;
        commands.send(Command::Hover(on));
    }
}

fn event_of(hit: Hit) -> Option<EventId> {
    match hit {
        Hit::Event(event) | Hit::ColumnEntry(event) => Some(event),
        _ => None,
    }
}

fn drag(background: &Response, scene: &Scene, screen: Screen, view: &mut TimelineView, commands: &CommandSender) {
    let point = background.interact_pointer_pos().map(|pos| screen.scene_point(pos));
    let pressed = background.is_pointer_button_down_on();
    if !pressed {
        let drag = view.drag.take();
        match (drag, view.open()) {
            (Some(Drag::Range(range)), Some(open)) => range.finish(open, commands),
            (Some(Drag::Content), Some(open)) if background.drag_stopped() => {
                let speed = background.ctx.input(|input| input.pointer.velocity());
                open.throw(f64::from(speed.x), f64::from(speed.y));
            }
            _ => {}
        }
        return;
    }
    // Two fingers pan and zoom together, as the wheel does.
    let with_fingers = background.ctx.input(|input| input.multi_touch().is_some());
    if view.drag.is_none() {
        let shift = background.ctx.input(|input| input.modifiers.shift);
        view.drag = point.and_then(|point| begin(scene, point, shift));
    }
    if let (Some(Drag::Range(range)), Some(point)) = (&mut view.drag, point) {
        let axis = scene.frames.lanes;
        range.to = point.x.clamp(axis.min_x, axis.max_x);
    }
    let delta = if with_fingers { Vec2::ZERO } else { background.drag_delta() };
    let kind = view.drag;
    let Some(open) = view.open() else { return };
    open.hold();
    match kind {
        Some(Drag::Column) => open.scroll_column(f64::from(delta.y)),
        Some(Drag::Content) => {
            open.scale.pan(f64::from(delta.x));
            open.scroll_lanes(f64::from(delta.y));
        }
        Some(Drag::Range(_)) | None => {}
    }
}

/// What a press begins: on the ruler a range, with Shift one to be zoomed to.
fn begin(scene: &Scene, point: Point, shift: bool) -> Option<Drag> {
    let range = |zooms| Drag::Range(Range { from: point.x, to: point.x, zooms });
    Some(match hit_test(scene, point)? {
        Hit::Column | Hit::ColumnEntry(_) | Hit::ColumnMore => Drag::Column,
        Hit::Axis if scene.frames.ruler.contains(point) => range(false),
        Hit::Event(_) | Hit::Cluster(_) | Hit::Axis | Hit::Fold(_) if shift => range(true),
        _ => Drag::Content,
    })
}

fn scroll(open: &mut Open, hit: Hit, wheel: Wheel, x: f64) {
    match hit {
        Hit::Column | Hit::ColumnEntry(_) | Hit::ColumnMore => open.scroll_column(wheel.y + wheel.with_ctrl),
        Hit::Lane(_) => open.scroll_lanes(wheel.y + wheel.with_ctrl),
        _ => {
            // Two fingers that move up or down scroll; a wheel that does so zooms.
            let by_fingers = wheel.fingers.is_some();
            open.scroll_lanes(wheel.with_ctrl + if by_fingers { wheel.y } else { 0.0 });
            let factor = if by_fingers { wheel.pinch } else { (wheel.y * ZOOM_PER_POINT).exp() * wheel.pinch };
            if factor != 1.0 {
                open.scale.zoom_at(x, factor);
            }
            if wheel.x != 0.0 {
                open.scale.pan(wheel.x);
            }
        }
    }
}

/// The toolkit turns the wheel with Ctrl into a zoom, as two fingers do; here Ctrl scrolls.
fn wheel(ui: &Ui, at_once: bool) -> Wheel {
    let options = ui.ctx().options(|options| options.input_options);
    let speed = options.scroll_zoom_speed;
    if at_once && let Some(wheel) = unsmoothed(ui, options.line_scroll_speed) {
        return wheel;
    }
    ui.input(|input| {
        let fingers = input.multi_touch();
        let delta = fingers.map_or(input.smooth_scroll_delta(), |fingers| fingers.translation_delta);
        let zoom = f64::from(input.zoom_delta());
        let pinched = fingers.is_some() || input.events.iter().any(|event| matches!(event, Event::Zoom(_)));
        let turned = !pinched && zoom != 1.0 && speed > 0.0;
        Wheel {
            x: f64::from(delta.x),
            y: f64::from(delta.y),
            with_ctrl: if turned { zoom.ln() / f64::from(speed) } else { 0.0 },
            pinch: if turned { 1.0 } else { zoom },
            fingers: fingers.map(|fingers| fingers.center_pos.x),
        }
    })
}

/// The wheel as it was turned in this frame: the toolkit spreads a notch over several frames. `None` where fingers pinch.
fn unsmoothed(ui: &Ui, line: f32) -> Option<Wheel> {
    ui.input(|input| {
        if input.multi_touch().is_some() || input.events.iter().any(|event| matches!(event, Event::Zoom(_))) {
            return None;
        }
        let mut wheel = Wheel { x: 0.0, y: 0.0, with_ctrl: 0.0, pinch: 1.0, fingers: None };
        for event in &input.events {
            let Event::MouseWheel { unit, delta, modifiers, .. } = event else { continue };
            let points = match unit {
                MouseWheelUnit::Point => 1.0,
                MouseWheelUnit::Line => line,
                MouseWheelUnit::Page => input.viewport_rect().height(),
            };
            let (x, y) = (f64::from(delta.x * points), f64::from(delta.y * points));
            match (modifiers.ctrl || modifiers.command, modifiers.shift) {
                (true, _) => wheel.with_ctrl += x + y,
                (false, true) => wheel.x += x + y,
                (false, false) => (wheel.x, wheel.y) = (wheel.x + x, wheel.y + y),
            }
        }
        Some(wheel)
    })
}

fn cursor(ui: &Ui, hit: Hit, on_ruler: bool) {
    let icon = match hit {
        Hit::Event(_) | Hit::Cluster(_) | Hit::ColumnEntry(_) | Hit::ColumnMore | Hit::Fold(_) => CursorIcon::PointingHand,
        Hit::Axis if on_ruler => CursorIcon::ResizeHorizontal,
        _ => return,
    };
    ui.ctx().set_cursor_icon(icon);
}

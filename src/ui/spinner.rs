//! The sign that something is under way: an arc that turns.
//! It turns in steps, ten a second: whoever waits for work shall not wait longer for the sake of a sign.

use std::time::Duration;

use eframe::egui::epaint::PathShape;
use eframe::egui::{Color32, Pos2, Response, Sense, Stroke, Ui, Vec2};

/// From one step to the next.
const STEP: Duration = Duration::from_millis(100);
const STEPS: f64 = 10.0;
/// The arc is so much of the circle.
const ARC: f32 = 0.7;
const POINTS: u16 = 24;

/// Shows it, so large and so coloured; where motion is reduced it stands still.
pub fn spinner_ui(ui: &mut Ui, size: f32, color: Color32, is_still: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let step = if is_still { 0.0 } else { (ui.input(|input| input.time) / STEP.as_secs_f64()).floor() };
    let turned = share_of_turn(step);
    let width = (size / 10.0).max(1.5);
    let point = |at: u16| {
        let share = turned + ARC * f32::from(at) / f32::from(POINTS);
        rect.center() + (size / 2.0 - width) * Vec2::angled(share * std::f32::consts::TAU)
    };
    let arc: Vec<Pos2> = (0..=POINTS).map(point).collect();
    ui.painter().add(PathShape::line(arc, Stroke::new(width, color)));
    if !is_still {
        ui.ctx().request_repaint_after(STEP);
    }
    response
}

#[expect(clippy::cast_possible_truncation, reason = "from 0 to 1, for painting")]
fn share_of_turn(step: f64) -> f32 {
    (step.rem_euclid(STEPS) / STEPS) as f32
}

#[cfg(test)]
mod tests {
    use eframe::egui::{self, Context, RawInput};

    use super::*;

    /// How long it leaves the window alone.
    fn pause(is_still: bool) -> Duration {
        let ctx = Context::default();
        let mut pause = Duration::ZERO;
        // What the first frames ask for is not its doing.
        for _ in 0..3 {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                spinner_ui(ui, 16.0, Color32::WHITE, is_still);
            });
            // There is no screen to bring the atlas to.
            output.textures_delta.clear();
            pause = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        }
        pause
    }

    #[test]
    fn it_asks_for_few_frames_and_for_none_where_motion_is_reduced() {
        assert!((STEP / 2..=STEP).contains(&pause(false)), "{:?}", pause(false));
        assert_eq!(pause(true), Duration::MAX);
    }
}

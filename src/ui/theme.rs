//! The theme tokens in the toolkit's own types.
//! Knows no colour of its own: all of them stand in `base::theme`.

use eframe::egui::Color32;

use super::state::Appearance;
use crate::base::theme::{DARK, LIGHT, Palette, Rgb};
use crate::event::{EventKind, Quadrant};

/// The colours of an appearance.
#[must_use]
pub fn palette(appearance: Appearance) -> &'static Palette {
    match appearance {
        Appearance::Light => &LIGHT,
        Appearance::Dark => &DARK,
    }
}

/// A token as the toolkit's colour, opaque.
#[must_use]
pub fn color(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// A token, see-through: 0 is invisible, 1 opaque.
#[must_use]
pub fn faded(rgb: Rgb, opacity: f32) -> Color32 {
    color(rgb).gamma_multiply(opacity.clamp(0.0, 1.0))
}

/// The hue of a quadrant of PLOVER.
#[must_use]
pub fn quadrant_color(palette: &Palette, quadrant: Quadrant) -> Color32 {
    color(match quadrant {
        Quadrant::VerbalCooperation => palette.verbal_cooperation,
        Quadrant::MaterialCooperation => palette.material_cooperation,
        Quadrant::VerbalConflict => palette.verbal_conflict,
        Quadrant::MaterialConflict => palette.material_conflict,
        Quadrant::Other => palette.other,
    })
}

/// The hue of a kind of event.
#[must_use]
pub fn kind_color(palette: &Palette, kind: EventKind) -> Color32 {
    quadrant_color(palette, kind.quadrant())
}

//! Text on the screen: bidi, shaping, line breaking, carets.
//! Only `text/egui` knows egui.

pub mod egui;

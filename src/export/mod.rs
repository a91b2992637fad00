//! What was found, written for other programs.
//! Knows no windows and reads no files.

mod code_points;
pub mod record;

//! What was found, written for other programs.
//! Knows no windows and reads no files.

pub mod record;

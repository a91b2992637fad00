//! What is kept in files: how they are written.
//! Knows neither windows nor words of the interface.

mod write_whole;

pub use write_whole::write_whole;

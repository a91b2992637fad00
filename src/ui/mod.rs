//! Widgets and panels: they read the state and send commands.
//! Knows no files, no extraction and no window.

pub mod command;
pub mod state;
pub mod theme;
pub mod timeline;

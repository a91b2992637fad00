//! Widgets and panels: they read the state and send commands.
//! Knows no files, no extraction and no window.

pub mod article;
pub mod articles_bar;
pub mod browse;
pub mod button;
pub mod card;
pub mod command;
pub mod direction;
pub mod divider;
pub mod empty;
pub mod event_list;
pub mod event_menu;
pub mod filter;
pub mod keys_window;
pub mod label;
pub mod look;
pub mod notices;
pub mod palette;
pub mod pending;
pub mod picture;
pub mod present;
pub mod published_chip;
pub mod reading_menu;
pub mod recent;
pub mod search;
pub mod shortcut;
pub mod spinner;
pub mod state;
pub mod status_bar;
pub mod tab_bar;
pub mod table;
pub mod tabs;
pub mod theme;
pub mod timeline;
pub mod top_bar;
pub mod window;
pub mod work;

#[cfg(test)]
mod keyboard_tests;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

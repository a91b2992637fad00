//! What is asked for: the chips that say so, and the menu that offers more.

mod bar;
mod menu;
#[cfg(test)]
mod tests;
mod words;

pub use bar::{filter_bar_ui, is_shown};
pub use menu::{FilterMenuView, filter_menu_ui, menu_text};
pub use words::{condition_name, condition_text};

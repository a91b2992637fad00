//! The words of the interface, and how dates and numbers are written.
//! PROVISIONAL BODY: the signatures stand.

use crate::base::{Bounds, Direction, Language, Message, Moment};

/// Words and formats of one language and region.
pub struct I18n {
    language: Language,
}

impl I18n {
    /// Of a language, with the conventions of a region (ISO 3166-1 alpha-2), where one is known.
    #[must_use]
    pub fn new(language: Language, _region: Option<&str>) -> Self {
        Self { language }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The direction of the interface.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(&self, key: &'static str) -> String {
        key.to_owned()
    }

    /// A text with its arguments.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        message.key.to_owned()
    }

    /// A whole number, in the region's digits.
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        value.to_string()
    }

    /// A day, with its time where it has one: «1 نوفمبر 2025».
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        moment.to_string()
    }

    /// A month of a year (month 1–12): «سبتمبر 2025».
    #[must_use]
    pub fn month(&self, year: i32, month: u32) -> String {
        format!("{year}-{month:02}")
    }

    /// The name of a month alone: «سبتمبر».
    #[must_use]
    pub fn month_name(&self, month: u32) -> String {
        format!("{month:02}")
    }

    /// A year, in the region's digits, without grouping.
    #[must_use]
    pub fn year(&self, year: i32) -> String {
        year.to_string()
    }

    /// Bounds in words: «بين 1 سبتمبر و1 نوفمبر 2025», «قبل 1 نوفمبر 2025», a whole month or year by its name.
    #[must_use]
    pub fn bounds(&self, bounds: Bounds) -> String {
        format!("{bounds:?}")
    }
}

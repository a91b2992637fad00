//! What the window starts with: language, region, appearance, the way time runs.

use eframe::egui::Theme;

use crate::base::Language;
use crate::i18n::Preference;
use crate::ui::state::Appearance;

/// The language and region of the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Region {
    /// Arabic unless English was asked for.
    pub(super) language: Language,
    /// ISO 3166-1 alpha-2.
    pub(super) region: Option<String>,
}

impl Region {
    /// From the environment's locale.
    pub(super) fn of_system() -> Self {
        Self::of(Preference::from_environment())
    }

    fn of(preference: Preference) -> Self {
        Self { language: preference.language.unwrap_or(Language::Arabic), region: preference.region }
    }
}

/// The other language of the interface.
pub(super) fn other(language: Language) -> Language {
    match language {
        Language::Arabic => Language::English,
        Language::English => Language::Arabic,
    }
}

/// The system's appearance; light where it says nothing.
pub(super) fn appearance_of(theme: Option<Theme>) -> Appearance {
    match theme {
        Some(Theme::Dark) => Appearance::Dark,
        Some(Theme::Light) | None => Appearance::Light,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_unless_english_was_asked_for() {
        for (tag, language, region) in [
            ("ar-EG", Language::Arabic, Some("EG")),
            ("en-GB", Language::English, Some("GB")),
            ("C", Language::Arabic, None),
            ("fr-MA", Language::Arabic, Some("MA")),
        ] {
            let found = Region::of(Preference::from_tags([tag]));
            assert_eq!(found, Region { language, region: region.map(str::to_owned) }, "{tag}");
        }
    }
}

//! What the window starts with: language, region, appearance, the way time runs.

use eframe::egui::Theme;

use crate::base::Language;
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
        Self::of(sys_locale::get_locale().as_deref())
    }

    /// From a tag such as `ar-EG`, `en_US.UTF-8`, `C`.
    fn of(tag: Option<&str>) -> Self {
        let tag = tag.unwrap_or_default();
        let mut parts = tag.split(['.', '@']).next().unwrap_or_default().split(['-', '_']);
        let language = parts.next().and_then(Language::from_code).unwrap_or(Language::Arabic);
        let region = parts.find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
        Self { language, region: region.map(str::to_ascii_uppercase) }
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
            ("ar_JO.UTF-8", Language::Arabic, Some("JO")),
            ("en-Latn-GB", Language::English, Some("GB")),
            ("en", Language::English, None),
            ("C", Language::Arabic, None),
            ("POSIX", Language::Arabic, None),
            ("fr_MA.UTF-8", Language::Arabic, Some("MA")),
            ("", Language::Arabic, None),
        ] {
            assert_eq!(Region::of(Some(tag)), Region { language, region: region.map(str::to_owned) }, "{tag}");
        }
        assert_eq!(Region::of(None).language, Language::Arabic);
    }
}

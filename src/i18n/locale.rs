//! Which language and region somebody wants, from the environment.

use icu::locale::Locale;
use unic_langid::LanguageIdentifier;

use crate::base::Language;

/// The wanted language and region, as far as the environment names them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preference {
    /// The first language asked for that the program speaks.
    pub language: Option<Language>,
    /// ISO 3166-1 alpha-2, of the first tag that names a region.
    pub region: Option<String>,
}

impl Preference {
    /// From the environment of the process: the language by `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG`, the region first
    /// by `LC_ALL` and `LC_TIME`, as POSIX has it for dates; on other systems what they offer instead.
    #[must_use]
    pub fn from_environment() -> Self {
        let words = Self::from_tags(sys_locale::get_locales());
        let dates = ["LC_ALL", "LC_TIME"].into_iter().filter_map(|name| std::env::var(name).ok()).filter(|tag| !tag.is_empty());
        Self { region: Self::from_tags(dates).region.or(words.region), language: words.language }
    }

    /// From BCP 47 or POSIX tags (`ar-JO`, `ar_JO.UTF-8`), the most wanted first. `C` and `POSIX` want nothing, and
    /// nothing after them counts.
    #[must_use]
    pub fn from_tags<T: AsRef<str>>(tags: impl IntoIterator<Item = T>) -> Self {
        let mut preference = Self::default();
        for tag in tags {
            let tag = tag.as_ref().split(['.', '@']).next().unwrap_or_default().replace('_', "-");
            if tag == "C" || tag == "POSIX" {
                break;
            }
            let Ok(locale) = tag.parse::<Locale>() else { continue };
            preference.language = preference.language.or(Language::from_code(locale.id.language.as_str()));
            if preference.region.is_none() {
                preference.region = locale.id.region.map(|region| region.to_string());
            }
        }
        preference
    }
}

/// The locale of a language in a region. A region that is none is left out: CLDR's root of the language decides, which for
/// Arabic has European digits and the months يناير، فبراير.
pub(super) fn locale(language: Language, region: Option<&str>) -> Locale {
    let tagged = region.and_then(|region| format!("{}-{region}", language.code()).parse::<Locale>().ok());
    // The code of a language is a tag by itself.
    tagged.or_else(|| language.code().parse().ok()).unwrap_or(Locale::UNKNOWN)
}

/// The same locale for Fluent.
pub(super) fn fluent_locale(locale: &Locale) -> LanguageIdentifier {
    locale.id.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_spoken_language_and_the_first_region_count() {
        let of = |tags: &[&str]| {
            let preference = Preference::from_tags(tags);
            (preference.language, preference.region)
        };
        let region = |code: &str| Some(code.to_owned());
        assert_eq!(of(&["ar_JO.UTF-8"]), (Some(Language::Arabic), region("JO")));
        assert_eq!(of(&["fr-FR", "ar-TN"]), (Some(Language::Arabic), region("FR")));
        assert_eq!(of(&["ar", "en_GB.UTF-8@euro"]), (Some(Language::Arabic), region("GB")));
        assert_eq!(of(&["en-US"]), (Some(Language::English), region("US")));
        assert_eq!(of(&["C.UTF-8", "ar_EG"]), (None, None));
        assert_eq!(of(&["", "!!", "POSIX"]), (None, None));
    }

    #[test]
    fn a_region_that_is_none_is_left_out() {
        assert_eq!(locale(Language::Arabic, Some("EG")).to_string(), "ar-EG");
        assert_eq!(locale(Language::Arabic, Some("!")).to_string(), "ar");
        assert_eq!(locale(Language::English, None).to_string(), "en");
    }
}

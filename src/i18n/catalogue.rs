//! The Fluent texts, compiled in.
//! Knows which files there are and how a text is filled in; the words themselves are data.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use icu::locale::Locale;

use super::{locale, numbers};
use crate::base::Language;

/// A Fluent file: its name in `data/i18n/<language>/` and what it holds.
type Source = (&'static str, &'static str);

macro_rules! sources {
    ($language:literal, $($name:literal),+) => {
        &[$(($name, include_str!(concat!("../../data/i18n/", $language, "/", $name)))),+]
    };
}

const ARABIC: &[Source] = sources!(
    "ar",
    "main.ftl",
    "kinds.ftl",
    "errors.ftl",
    "rules.ftl",
    "cli.ftl",
    "window.ftl",
    "timeline.ftl",
    "filter.ftl",
    "search.ftl",
    "edit.ftl"
);
const ENGLISH: &[Source] = sources!(
    "en",
    "main.ftl",
    "kinds.ftl",
    "errors.ftl",
    "rules.ftl",
    "cli.ftl",
    "window.ftl",
    "timeline.ftl",
    "filter.ftl",
    "search.ftl",
    "edit.ftl"
);

/// The texts of one language.
pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

/// The Fluent files of a language, compiled in.
pub(super) fn sources(language: Language) -> &'static [Source] {
    match language {
        Language::Arabic => ARABIC,
        Language::English => ENGLISH,
    }
}

impl Catalogue {
    /// The texts of `language`, with the numbers of `locale`.
    ///
    /// A text that does not parse, or that stands twice, is left out: the tests of the catalogue see to it that none does.
    pub(super) fn new(language: Language, locale: &Locale) -> Self {
        let mut bundle = FluentBundle::new(vec![locale::fluent_locale(locale)]);
        bundle.set_use_isolating(true);
        bundle.set_formatter(Some(numbers::format_fluent));
        let plurals = locale.clone();
        // Fails only where a function of that name is there already.
        let _ = bundle.add_function("PLURAL", move |values, _| numbers::plural_form(&plurals, values.first()));
        for (_, source) in sources(language) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
            // Fails only where a key stands twice; the first one stays.
            let _ = bundle.add_resource(resource);
        }
        Self { bundle }
    }

    /// The text of a key, filled in; the key in brackets where there is none.
    pub(super) fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else { return format!("[{key}]") };
        // An argument that is missing shows its name in braces.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }

    /// Whether there is a text for a key.
    pub(super) fn contains(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }
}

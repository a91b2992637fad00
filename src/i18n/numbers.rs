//! Numbers in the digits of a region, and the plural form that goes with one, from ICU4X.
//! Knows no words.

use fluent_bundle::FluentValue;
use icu::decimal::input::Decimal;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu::decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

/// Writes whole numbers, with and without grouping. Without ICU4X's data for the locale: ASCII digits.
pub(super) struct Numbers {
    grouped: Option<DecimalFormatter>,
    plain: Option<DecimalFormatter>,
}

impl Numbers {
    /// Of a locale.
    pub(super) fn new(locale: &Locale) -> Self {
        let with = |grouping| formatter(locale.into(), grouping);
        Self { grouped: with(GroupingStrategy::Auto), plain: with(GroupingStrategy::Never) }
    }

    /// A number with grouping: «1,948».
    pub(super) fn grouped(&self, value: i64) -> String {
        write(self.grouped.as_ref(), value)
    }

    /// A number without grouping: «1948».
    pub(super) fn plain(&self, value: i64) -> String {
        write(self.plain.as_ref(), value)
    }
}

fn write(formatter: Option<&DecimalFormatter>, value: i64) -> String {
    match formatter {
        Some(formatter) => formatter.format(&Decimal::from(value)).to_string(),
        None => value.to_string(),
    }
}

fn formatter(preferences: DecimalFormatterPreferences, grouping: GroupingStrategy) -> Option<DecimalFormatter> {
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(grouping);
    DecimalFormatter::try_new(preferences, options).ok()
}

/// The formatter of numbers inside Fluent texts, kept by the bundle.
struct InText(DecimalFormatter);

impl Memoizable for InText {
    type Args = ();
    type Error = ();

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = lang.to_string().parse().map_err(|_| ())?;
        formatter((&locale).into(), GroupingStrategy::Auto).map(Self).ok_or(())
    }
}

/// Writes a number of a Fluent text; leaves all other values to Fluent.
pub(super) fn format_fluent(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    memoizer.with_try_get::<InText, _, _>((), |formatter| formatter.0.format(&decimal).to_string()).ok()
}

/// The Fluent function `PLURAL`: the plural form of a number (`zero`, `one`, `two`, `few`, `many`, `other`).
///
/// Fluent would choose by itself, but its rules for Arabic (`intl_pluralrules` 7.0) look at the number where CLDR looks at its
/// last two digits: 103 and 111 come out wrong. The rules are made anew for each call, for they cannot be shared between threads.
pub(super) fn plural_form(locale: &Locale, value: Option<&FluentValue>) -> FluentValue<'static> {
    let Some(FluentValue::Number(number)) = value else { return FluentValue::Error };
    let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default());
    let (Ok(rules), Ok(decimal)) = (rules, number.as_string().parse::<Decimal>()) else { return FluentValue::Error };
    FluentValue::from(category_name(rules.category_for(&decimal)))
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

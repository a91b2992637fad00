//! The catalogue as a whole: both languages say the same things, and what is said is what the program asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use waqai::base::Language;
use waqai::event::{ActorRole, Basis, Certainty, EventKind, Field, Modality, Precision};
use waqai::i18n::{DurationUnit, I18n};

const PLURAL_FORMS: [&str; 5] = ["[zero]", "[one]", "[two]", "[few]", "[many]"];

/// The texts of a language by key.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for path in files(&root().join("data/i18n").join(language.code()), "ftl") {
        let source = fs::read_to_string(&path).expect("a Fluent file");
        let mut key = None;
        for line in source.lines() {
            match line.split_once(" =") {
                Some((start, rest)) if is_key(start) => {
                    key = Some(start.to_owned());
                    let before = texts.insert(start.to_owned(), rest.to_owned());
                    assert_eq!(before, None, "{start} stands twice ({})", path.display());
                }
                _ if line.starts_with([' ', '}']) => {
                    let key = key.as_ref().unwrap_or_else(|| panic!("no key before «{line}»"));
                    let text = texts.get_mut(key).expect("the key was put there");
                    text.push('\n');
                    text.push_str(line);
                }
                _ => assert!(line.is_empty() || line.starts_with('#'), "{}: «{line}»", path.display()),
            }
        }
    }
    texts
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with an ending, in a fixed order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The words that follow `mark`, as long as they are made of the characters of names.
fn words_after<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let name_end = |rest: &'a str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    text.split(mark).skip(1).map(|rest| &rest[..name_end(rest)]).collect()
}

/// The sources of the program without their tests.
fn sources() -> String {
    let is_test =
        |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == "tests" || stem == "testing" || stem == "text_field_tests");
    let mut all = String::new();
    for path in files(&root().join("src"), "rs").into_iter().filter(|path| !is_test(path)) {
        let source = fs::read_to_string(path).expect("a source file");
        all.push_str(source.split("#[cfg(test)]\nmod ").next().unwrap_or_default());
    }
    all
}

/// The literals that the program hands to the catalogue.
fn asked_for(sources: &str) -> BTreeSet<&str> {
    let mut asked = BTreeSet::new();
    for call in [".text(", "Message::new("] {
        asked.extend(sources.split(call).skip(1).filter_map(|rest| literal(rest.trim_start())));
    }
    for body in sources.split("fn message_key(").skip(1) {
        let body = body.split("\n    }\n").next().unwrap_or_default();
        asked.extend(body.split("=> ").skip(1).filter_map(literal));
    }
    asked
}

fn literal(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').next().filter(|word| is_key(word))
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let [first, second] = Language::ALL.map(texts);
    assert!(first.len() > 50, "the catalogue was not read");
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (key, text) in &first {
        let other = second.get(key).expect("both have the same keys");
        assert_eq!(words_after(text, "$"), words_after(other, "$"), "the variables of {key}");
    }
}

#[test]
fn every_key_is_used() {
    let (sources, texts) = (sources(), texts(Language::Arabic));
    let referred: BTreeSet<&str> = texts.values().flat_map(|text| words_after(text, "{ ")).collect();
    let unused: Vec<_> =
        texts.keys().filter(|key| !sources.contains(&format!("\"{key}\"")) && !referred.contains(key.as_str())).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let (sources, texts) = (sources(), texts(Language::Arabic));
    let asked = asked_for(&sources);
    assert!(asked.contains("kind-agree") && asked.contains("bounds-unknown") && asked.contains("read-error"), "{asked:?}");
    let missing: Vec<_> = asked.into_iter().filter(|key| !texts.contains_key(*key)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn numbers_choose_their_form_by_plural() {
    for (key, text) in Language::ALL.into_iter().flat_map(texts) {
        for variable in words_after(&text, "{ $") {
            let chosen = text.split_once(&format!("{{ ${variable} ->")).map(|(_, variants)| variants);
            let by_itself = chosen.is_some_and(|variants| PLURAL_FORMS.iter().any(|form| variants.contains(form)));
            assert!(!by_itself, "{key}: write PLURAL(${variable}) ->, Fluent's own rules for Arabic are wrong");
        }
    }
}

#[test]
fn no_invisible_characters_stand_in_the_texts() {
    for (key, text) in Language::ALL.into_iter().flat_map(texts) {
        let invisible =
            |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        assert!(!text.contains(invisible), "{key}");
    }
}

#[test]
fn every_noun_has_a_name_in_every_language() {
    let mut keys: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.message_key()).collect();
    keys.extend(Certainty::ALL.iter().map(|certainty| certainty.message_key()));
    keys.extend(DurationUnit::ALL.iter().map(|unit| unit.message_key()));
    let roles = [ActorRole::Source, ActorRole::Target, ActorRole::Participant];
    keys.extend(roles.map(ActorRole::message_key));
    let modalities = [Modality::Asserted, Modality::Reported, Modality::Denied, Modality::Planned, Modality::Cancelled];
    keys.extend(modalities.map(Modality::message_key));
    keys.extend(Basis::ALL.map(Basis::message_key));
    keys.extend(Field::ALL.map(Field::message_key));
    let units = [Precision::Day, Precision::Month, Precision::Quarter, Precision::Year, Precision::Decade, Precision::Century];
    keys.extend(units.map(Precision::message_key));
    for language in Language::ALL {
        let i18n = I18n::new(language, None);
        for key in &keys {
            assert!(i18n.has(key), "{key} in {}", language.code());
        }
    }
}

//! The sheets of words behind the picture.

use super::*;
use crate::export::picture::drawing::{Drawing, Item, Words};
use crate::export::sheets::sheets;

fn drawn(titles: &[String], language: Language) -> (Vec<Drawing>, usize) {
    let (article, extraction) = article(titles);
    let subject = Subject { article: &article, extraction: &extraction, table: None };
    let (i18n, choice) = (I18n::new(language, None), all());
    let look = Look { is_dark: false, width: 900, scale: 1.0, time: i18n.direction() };
    let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
    sheets(&work, &mut Typesetter::new(&[]), 1)
}

fn words(sheet: &Drawing) -> impl Iterator<Item = &Words> {
    sheet.items.iter().filter_map(|item| match item {
        Item::Words(words) => Some(words),
        _ => None,
    })
}

#[test]
fn every_event_is_on_a_sheet_and_nothing_is_beyond_its_edges() {
    for language in Language::ALL {
        let long = "كلمة ".repeat(4000);
        let titles: Vec<String> =
            (0..40).map(|at| if at == 20 { long.clone() } else { format!("وقع الحدث {at} في بيروت") }).collect();
        let (sheets, n_events) = drawn(&titles, language);
        assert!(n_events == 40 && sheets.len() > 4, "{}", sheets.len());
        let texts: Vec<&str> = sheets.iter().flat_map(words).map(|words| words.set.text.as_str()).collect();
        for title in titles.iter().filter(|title| **title != long) {
            assert!(texts.iter().any(|text| text.ends_with(title.as_str())), "{title}");
        }
        let n_long: usize =
            sheets.iter().flat_map(words).filter(|words| words.set.text == long.trim()).map(|words| words.set.lines.len()).sum();
        assert!(n_long > 100, "all lines of a sentence that fills sheets: {n_long}");
        for (at, sheet) in sheets.iter().enumerate() {
            for words in words(sheet) {
                let (x, y) = (words.at.x + f64::from(words.set.width), words.at.y + f64::from(words.set.height));
                assert!(words.at.x >= 0.0 && words.at.y >= 0.0 && x <= sheet.width && y <= sheet.height, "{words:?}");
            }
            let number = words(sheet).last().expect("a number").set.text.clone();
            assert!(crate::i18n::without_isolates(&number).contains(&format!("{}", at + 2)), "{number}");
        }
    }
}

#[test]
fn the_name_of_a_part_never_stands_alone_and_no_event_is_torn() {
    let titles: Vec<String> = (0..60).map(|at| format!("وقع الحدث {at}")).collect();
    let (sheets, _) = drawn(&titles, Language::Arabic);
    let i18n = I18n::new(Language::Arabic, None);
    let parts = ["export-part-dated", "export-part-ordered", "export-part-undated"].map(|key| i18n.text(key));
    for sheet in &sheets {
        let texts: Vec<&str> = words(sheet).map(|words| words.set.text.as_str()).collect();
        // Behind the last one comes the number of the sheet.
        let last = texts[texts.len() - 2];
        assert!(!parts.iter().any(|part| part == last), "{last}");
        let is_quotation = titles.iter().any(|title| title == last) || last == i18n.text("export-made");
        assert!(is_quotation, "a sheet ends with the sentence of its last event: {last}");
    }
}

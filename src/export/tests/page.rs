//! The web page.

use std::collections::BTreeSet;

use dom_query::Document;

use super::*;

fn page(article: &Article, extraction: &Extraction) -> Document {
    Document::from(text_of(article, extraction, Format::Html))
}

fn attributes(page: &Document, selector: &str, name: &str) -> Vec<String> {
    page.select(selector).iter().filter_map(|node| node.attr(name).map(|value| value.to_string())).collect()
}

/// Nothing runs, nothing is fetched, every link inside leads somewhere, and each event has its place.
pub(super) fn check(article: &Article, extraction: &Extraction) {
    let page = page(article, extraction);
    assert_eq!(page.select("script, iframe, object, embed, link, img, form, base").length(), 0);
    assert_eq!(page.select("[onload], [onerror], [onclick], [srcset], [src]").length(), 0);
    let ids = attributes(&page, "[id]", "id");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "every name once");
    for link in attributes(&page, "a", "href") {
        let inside = link.strip_prefix('#').is_some_and(|id| unique.contains(&id.to_owned()));
        assert!(inside || link.starts_with("https://") || link.starts_with("http://"), "{link}");
    }
    assert_eq!(page.select("ol.events > li").length(), extraction.events.len());
    for event in &extraction.events {
        let words =
            |text: &str| one_line(&text.chars().filter(|c| !markup::is_hidden(*c) || c.is_whitespace()).collect::<String>());
        let titles: Vec<String> = page.select("ol.events > li > h3").iter().map(|title| one_line(&title.text())).collect();
        assert!(titles.contains(&words(&event.title)), "{:?} in {titles:?}", event.title);
    }
}

#[test]
fn a_page_asks_for_nothing_and_leads_from_each_event_to_its_words_and_back() {
    let sentences = ["وصل الوفد يوم الجمعة.", "قصفت القوات المدينة.", "استقال الوزير."].map(str::to_owned);
    let (article, extraction) = article(&sentences);
    check(&article, &extraction);
    let page = page(&article, &extraction);
    assert_eq!(attributes(&page, "html", "dir"), ["rtl"]);
    assert_eq!(attributes(&page, "meta[http-equiv]", "content"), [crate::export::page::POLICY]);
    for (at, sentence) in sentences.iter().enumerate() {
        let place = attributes(&page, &format!("li#e{} p.to a", at + 1), "href");
        let told = page.select(&format!("article {}", place.first().expect("a link")));
        assert!(told.text().starts_with(sentence.as_str()), "{}", told.text());
        assert_eq!(told.select("a").attr("href").as_deref(), Some(format!("#e{}", at + 1).as_str()));
    }
    assert!(page.select("svg [role=img]").length() > 0);
}

#[test]
fn an_event_in_words_that_another_one_shares_is_marked_once() {
    let (mut article, mut extraction) = article(&["أعلن الوزير زيارة المدينة.", "وصل."].map(str::to_owned));
    article.text.push_str("خاتمة بلا حدث.\n");
    extraction.events[1].mention.sentence = extraction.events[0].mention.sentence;
    let page = page(&article, &extraction);
    assert_eq!(page.select("article .told").length(), 1);
    assert_eq!(page.select("article .told a").length(), 2);
    assert_eq!(page.select("article p").last().text().trim(), "خاتمة بلا حدث.");
}

#[test]
fn no_words_become_markup_of_the_page() {
    let (article, extraction) = hostile();
    check(&article, &extraction);
}

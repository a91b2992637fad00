//! What a page says about its article: JSON-LD first, then Open Graph and other `meta`, then its marks, then its headline.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::{blocks, dates, json_ld};
use crate::article::{Article, Published, PublishedOrigin};
use crate::reader::office::filled;

/// Browsers write where a page was saved from into a comment at its head; so far into the page, in bytes.
const HEAD: usize = 2048;

/// What stands between the title of an article and the name of the site.
const SEPARATORS: [char; 6] = ['|', '-', '–', '—', '»', '·'];

/// The article without its text; `shown` is what the page shows.
pub(super) fn article(document: &Document, html: &str, shown: &str) -> Article {
    let page = Page::new(document);
    let said = page.said();
    let source = said.source.clone().or_else(|| page.meta(&["og:site_name", "application-name", "dc.publisher"]));
    let source = source.or_else(|| page.source_in_title());
    let url = page.address(&said, html);
    let published = said.published.as_deref().and_then(dates::moment);
    let published = published
        .or_else(|| dates::marked(document, |name| page.meta(&[name])))
        .map(|value| Published { value, origin: PublishedOrigin::Metadata });
    let mut bylines = Vec::new();
    if published.is_none() {
        let headline = page.headline(&page.window_title().unwrap_or_default());
        bylines.extend(dates::lines(document, headline.as_deref()));
        bylines.extend(headline.iter().flat_map(|headline| dates::lines_behind(headline, shown)));
        bylines.dedup();
        // Last, for some addresses are of a series.
        bylines.extend(url.as_deref().and_then(dates::in_address).map(|day| day.to_string()));
    }
    Article {
        title: page.title(&said, source.as_deref()),
        author: page.author(&said).filter(|author| !names_site(author, source.as_deref(), url.as_deref())),
        source,
        url,
        published,
        bylines,
        ..Article::default()
    }
}

/// The name of a site is no longer, in characters.
const MAX_SITE: usize = 40;

/// A page and its `meta` by name.
struct Page<'a> {
    document: &'a Document,
    metas: HashMap<String, String>,
}

impl<'a> Page<'a> {
    fn new(document: &'a Document) -> Self {
        let mut metas = HashMap::new();
        for node in document.select("meta[content]").nodes() {
            let Some(content) = node.attr("content").and_then(|content| filled(&content)) else { continue };
            for name in ["property", "name", "itemprop"].iter().filter_map(|attribute| node.attr(attribute)) {
                metas.entry(name.trim().to_ascii_lowercase()).or_insert_with(|| content.clone());
            }
        }
        Self { document, metas }
    }

    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.get(*name).cloned())
    }

    /// The words of the first element that a selector finds and that has words.
    fn words(&self, selector: &str) -> Option<String> {
        let words = |node: &NodeRef<'_>| filled(&blocks::text(node).replace('\n', " "));
        self.document.select(selector).nodes().iter().find_map(words)
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.document.select_single(selector).attr(name).and_then(|value| filled(&value))
    }

    fn said(&self) -> json_ld::Said {
        let scripts = self.document.select("script[type='application/ld+json']");
        let texts: Vec<_> = scripts.nodes().iter().map(NodeRef::text).collect();
        let said = json_ld::said(texts.iter().map(|text| &**text));
        // Programs that fear for the markup of their page write entities into JSON as well.
        let plain = |text: Option<String>| text.map(|text| without_entities(&text));
        json_ld::Said { title: plain(said.title), author: plain(said.author), source: plain(said.source), ..said }
    }

    fn title(&self, said: &json_ld::Said, source: Option<&str>) -> Option<String> {
        let named = said.title.clone().or_else(|| self.meta(&["og:title", "twitter:title", "dc.title"]));
        let named = named.or_else(|| self.window_title());
        let headline = self.headline(named.as_deref().unwrap_or_default());
        match (named, headline) {
            // The page's own headline, where the name is that and more.
            (Some(named), Some(headline)) if named.contains(&headline) && headline.contains(' ') => Some(headline),
            (Some(named), _) => Some(without_site(&named, source).to_owned()),
            (None, headline) => headline,
        }
    }

    fn window_title(&self) -> Option<String> {
        filled(&self.document.select_single("head > title").text())
    }

    /// The first heading whose words are in `title`, or that has several: that of many pages is the name of the site.
    fn headline(&self, title: &str) -> Option<String> {
        let headings = self.document.select("h1");
        let words = headings.nodes().iter().filter_map(|node| filled(&blocks::text(node).replace('\n', " ")));
        let words: Vec<String> = words.collect();
        let has_blank = |words: &&String| words.contains(' ');
        let in_title = words.iter().filter(has_blank).find(|words| title.contains(words.as_str()));
        in_title.or_else(|| words.iter().find(has_blank)).or(words.first()).cloned()
    }

    /// What stands behind the headline in the title of the window.
    fn source_in_title(&self) -> Option<String> {
        let title = self.window_title()?;
        let headline = self.headline(&title).filter(|headline| headline.contains(' '))?;
        let rest = title.strip_prefix(headline.as_str())?.trim();
        let site =
            rest.strip_prefix(SEPARATORS).map(|rest| rest.trim_start_matches(|c: char| SEPARATORS.contains(&c) || c == ' '))?;
        filled(site).filter(|site| site.chars().count() <= MAX_SITE)
    }

    fn author(&self, said: &json_ld::Said) -> Option<String> {
        let is_name = |text: &String| !text.contains("://") && text.chars().count() <= 120;
        let named = || self.meta(&["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"]);
        let marked = || {
            self.words("[itemprop=author] [itemprop=name], [itemprop=author], a[rel=author], [property='schema:author'], .author")
        };
        said.author.clone().filter(is_name).or_else(|| named().filter(is_name)).or_else(|| marked().filter(is_name))
    }

    fn address(&self, said: &json_ld::Said, html: &str) -> Option<String> {
        let is_address = |url: &String| url.starts_with("http://") || url.starts_with("https://");
        let canonical = self.attribute("link[rel=canonical]", "href").filter(is_address);
        let named = || self.meta(&["og:url", "twitter:url"]).filter(is_address);
        canonical.or_else(named).or_else(|| said.url.clone().filter(is_address)).or_else(|| saved_from(html))
    }
}

/// Whether who is named as author is the site: by its name, or by that of its address, as programs of newspapers fill the field.
fn names_site(author: &str, source: Option<&str>, url: Option<&str>) -> bool {
    let host = url.and_then(|url| url.split_once("://")?.1.split(['/', ':']).next());
    let in_host = host.is_some_and(|host| host.split('.').any(|label| label.eq_ignore_ascii_case(author)));
    in_host || source == Some(author)
}

/// `<!-- saved from url=(0025)https://example.org/1 -->`
fn saved_from(html: &str) -> Option<String> {
    let mut end = html.len().min(HEAD);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let url = html[..end].split_once("saved from url=(")?.1.split_once(')')?.1;
    let url = url.split([' ', '\n', '\r']).next()?.trim_end_matches("-->");
    (url.starts_with("http://") || url.starts_with("https://")).then(|| url.to_owned())
}

/// A title without the name of the site behind it.
fn without_site<'a>(title: &'a str, source: Option<&str>) -> &'a str {
    let parts = title.trim().rsplit_once(SEPARATORS);
    match (parts, source) {
        (Some((start, end)), Some(source)) if end.trim() == source.trim() && !start.trim().is_empty() => {
            start.trim_end_matches(|c: char| SEPARATORS.contains(&c) || c.is_whitespace())
        }
        _ => title.trim(),
    }
}

fn without_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    Document::fragment(text).root().text().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_page_was_saved_from_is_written_at_its_head() {
        let html = "<!DOCTYPE html>\n<!-- saved from url=(0025)https://example.org/news/1 -->\n<html>";
        assert_eq!(saved_from(html).as_deref(), Some("https://example.org/news/1"));
        assert_eq!(saved_from("<!-- saved from url=(0014)about:internet -->"), None);
        assert_eq!(saved_from("<html>"), None);
    }

    #[test]
    fn a_site_is_nobody() {
        let url = Some("https://www.Almarfa.example/news/1");
        assert!(names_site("almarfa", None, url) && names_site("المرفأ", Some("المرفأ"), url));
        assert!(!names_site("سالم", Some("المرفأ"), url) && !names_site("news", None, None));
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        assert_eq!(without_site("وصول الوفد - المرفأ", Some("المرفأ")), "وصول الوفد");
        assert_eq!(without_site("وصول الوفد | المرفأ", Some("غيرها")), "وصول الوفد | المرفأ");
        assert_eq!(without_site("وصول الوفد", None), "وصول الوفد");
    }
}

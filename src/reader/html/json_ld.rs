//! What a page says of its article in JSON-LD, by the words of schema.org.

use serde_json::{Map, Value};

/// What is said; each field may be missing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) source: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<String>,
}

/// Objects inside objects deeper than this say nothing about the page.
const MAX_DEPTH: usize = 6;

/// Kinds of thing that are the article of a page, beside all that end with `Article`.
const ARTICLES: [&str; 6] =
    ["BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "DiscussionForumPosting", "Review"];

/// What the scripts of a page say about its article, or failing that about the page.
pub(super) fn said<'a>(scripts: impl Iterator<Item = &'a str>) -> Said {
    let values: Vec<Value> = scripts.filter_map(parse).collect();
    let find = |is_kind: fn(&str) -> bool| values.iter().find_map(|value| object(value, is_kind, 0));
    match find(is_article).or_else(|| find(|kind| kind == "WebPage")) {
        Some(object) => of(object),
        None => Said::default(),
    }
}

/// Many pages put line breaks into strings, which JSON does not allow.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        let cleaned: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&cleaned).ok()
    })
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || ARTICLES.contains(&kind)
}

/// The first object of a kind, from the outside in.
fn object(value: &Value, is_kind: fn(&str) -> bool, depth: usize) -> Option<&Map<String, Value>> {
    if depth > MAX_DEPTH {
        return None;
    }
    match value {
        Value::Array(items) => items.iter().find_map(|item| object(item, is_kind, depth + 1)),
        Value::Object(fields) => {
            let is_it = strings(fields.get("@type")).any(|kind| is_kind(kind.rsplit(['/', ':']).next().unwrap_or(kind)));
            if is_it {
                return Some(fields);
            }
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|key| object(fields.get(*key)?, is_kind, depth + 1))
        }
        _ => None,
    }
}

fn of(fields: &Map<String, Value>) -> Said {
    let first = |keys: &[&str]| keys.iter().find_map(|key| name(fields.get(*key)?));
    Said {
        title: first(&["headline", "name"]),
        author: first(&["author", "creator"]),
        source: first(&["publisher", "sourceOrganization"]),
        url: first(&["url"]).or_else(|| strings(fields.get("mainEntityOfPage")).next().map(str::to_owned)),
        published: first(&["datePublished", "dateCreated"]),
    }
}

/// A text, the name of a thing, or those of several with commas between.
fn name(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Object(fields) => fields.get("name")?.as_str()?.trim().to_owned(),
        Value::Array(items) => {
            let names = items.iter().filter(|item| !item.is_array()).filter_map(name);
            names.collect::<Vec<_>>().join("، ")
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A string, each string of an array, or what names a thing by its address.
fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let items = match value {
        Some(Value::Array(items)) => items.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    items.iter().filter_map(|item| item.as_str().or_else(|| item.get("@id")?.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_wherever_it_stands() {
        let article = r#"{"@type": ["Thing", "NewsArticle"], "headline": " عنوان ", "datePublished": "2024-03-03T08:30:00+03:00",
            "author": [{"@type": "Person", "name": "سالم"}, "نور"], "publisher": {"name": "المرفأ"},
            "mainEntityOfPage": {"@id": "https://example.org/1"}}"#;
        let graph =
            format!(r#"{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "x"}}, {article}]}}"#);
        for script in [article.to_owned(), format!("[{article}]"), graph] {
            let said = said(["not json", script.as_str()].into_iter());
            let text = |value: &str| Some(value.to_owned());
            assert_eq!((said.title, said.author, said.source), (text("عنوان"), text("سالم، نور"), text("المرفأ")));
            assert_eq!((said.url, said.published), (text("https://example.org/1"), text("2024-03-03T08:30:00+03:00")));
        }
    }

    #[test]
    fn what_is_no_article_and_no_json_says_nothing() {
        let deep = format!("{}1{}", "[".repeat(50_000), "]".repeat(50_000));
        for script in [r#"{"@type": "Organization", "name": "x"}"#, "", "[]", "{", deep.as_str()] {
            assert_eq!(said([script].into_iter()), Said::default());
        }
        let broken_line = "{\"@type\": \"NewsArticle\", \"headline\": \"a\nb\"}";
        assert_eq!(said([broken_line].into_iter()).title.as_deref(), Some("a b"));
    }
}

//! What stands in and around a page's article and is none of it: lists of other articles, rows of buttons, tags, hidden labels, who
//! wrote it, what is under its pictures.
//! Known by the names that pages give to such elements, and by how much of them is links. Knows no words that people read.

use dom_query::{Document, NodeId, NodeRef};

use super::blocks;

/// Parts of classes and identifiers. What is called so and is mostly links, or very short, is no text of an article.
const CHROME: [&str; 50] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "also",
    "author",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comment",
    "comments",
    "copyright",
    "credit",
    "follow",
    "image",
    "mostread",
    "newsletter",
    "next",
    "pager",
    "pagination",
    "photo",
    "popular",
    "prev",
    "previous",
    "print",
    "promo",
    "rating",
    "read",
    "readalso",
    "readmore",
    "recommend",
    "recommended",
    "refs",
    "rel",
    "related",
    "reporter",
    "see",
    "share",
    "sharing",
    "shorturl",
    "sidebar",
    "social",
    "sponsored",
    "subscribe",
    "tag",
    "tags",
    "toolbar",
    "topics",
    "trending",
    "widget",
];

/// Parts of names of what is there, but not to be seen.
const UNSEEN: [&str; 6] = ["d-none", "hidden", "sr-only", "visually-hidden", "screen-reader-text", "hide"];

/// What is longer than this, in characters or in nodes, is not left out.
const MAX_LETTERS: usize = 2000;
const MAX_NODES: usize = 4000;

/// What is shorter than this is left out without links.
const SHORT: usize = 100;

/// What stands under pictures; what is longer than this, in characters, is something else.
const CAPTIONS: &str = "figcaption, [class*=caption]";
const MAX_CAPTION: usize = 400;

/// Elements that hold a line of the article, or a link to another one and little else.
const LINES: &str = "p, h2, h3, h4, h5, h6";
const MAX_LINKED_LINE: usize = 250;

/// Takes such elements away.
pub(super) fn remove(document: &Document) {
    let is_short = |node: &NodeRef<'_>, most: usize| size(node).is_some_and(|size| size.letters < most);
    let mut lines = Lines::default();
    let mut is_short_line = |node: &NodeRef<'_>, most: usize| lines.size(node).is_some_and(|size| size.letters < most);
    remove_where(document, CAPTIONS, |node| is_short(node, MAX_CAPTION) && is_short_line(node, MAX_CAPTION));
    remove_where(document, LINES, |node| is_short(node, MAX_LINKED_LINE) && leads_away(node));
    for node in document.select("[class], [id]").nodes() {
        // One that went with another above it has no text to be looked at either.
        if is_chrome(node, &mut lines) {
            node.remove_from_parent();
        }
    }
}

fn remove_where(document: &Document, selector: &str, mut is_to_go: impl FnMut(&NodeRef<'_>) -> bool) {
    for node in document.select(selector).nodes() {
        if is_to_go(node) {
            node.remove_from_parent();
        }
    }
}

/// Whether most of a line that is no sentence is a link to another page.
fn leads_away(node: &NodeRef<'_>) -> bool {
    let is_link = |inner: &NodeRef<'_>| inner.attr("href").is_some_and(|href| !href.starts_with('#'));
    let is_linked = size(node).is_some_and(|size| size.letters > 0 && size.linked * 3 >= size.letters * 2);
    is_linked && !node.text().trim_end().ends_with('.') && node.descendants_it().any(|inner| is_link(&inner))
}

fn is_chrome(node: &NodeRef<'_>, lines: &mut Lines) -> bool {
    let names = [node.attr("class"), node.attr("id")].into_iter().flatten().fold(String::new(), |all, name| all + " " + &name);
    let is_unseen = names.split_ascii_whitespace().any(|name| UNSEEN.contains(&name));
    let is_called_so = is_unseen || parts(&names).any(|part| CHROME.contains(&part.to_ascii_lowercase().as_str()));
    let is_none_of_it = |size: Size| size.letters < SHORT || (!is_unseen && size.is_linked());
    is_called_so && size(node).is_some_and(is_none_of_it) && (is_unseen || lines.size(node).is_some_and(is_none_of_it))
}

/// The size of lines. The one that was asked for last is known: many elements of a line ask one after the other.
#[derive(Default)]
struct Lines {
    last: Option<(NodeId, Option<Size>)>,
}

impl Lines {
    /// The size of the line that `node` stands in.
    fn size(&mut self, node: &NodeRef<'_>) -> Option<Size> {
        let line = line_of(node);
        match self.last {
            Some((known, size)) if known == line.id => size,
            _ => {
                let size = size(&line);
                self.last = Some((line.id, size));
                size
            }
        }
    }
}

/// The element whose line `node` stands in: a linked word of a sentence is a part of it, whatever it is called.
fn line_of<'a>(node: &NodeRef<'a>) -> NodeRef<'a> {
    let mut outer = *node;
    while outer.node_name().is_some_and(|name| blocks::gap(&name).is_none()) {
        match outer.parent() {
            Some(parent) if parent.is_element() => outer = parent,
            _ => break,
        }
    }
    outer
}

/// The words of names such as `post-tags`, `post_tags` and `postTags`.
fn parts(names: &str) -> impl Iterator<Item = &str> {
    let of_word = |word: &'_ str| -> Vec<usize> {
        let bytes = word.as_bytes();
        (1..bytes.len()).filter(|&at| bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase()).collect()
    };
    names.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).flat_map(move |word| {
        let mut cuts = of_word(word);
        cuts.push(word.len());
        let starts = std::iter::once(0).chain(cuts.clone());
        starts.zip(cuts).filter_map(|(start, end)| word.get(start..end)).collect::<Vec<_>>()
    })
}

/// How many characters stand below a node, and how many of them in links.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Size {
    letters: usize,
    linked: usize,
}

impl Size {
    fn is_linked(self) -> bool {
        self.linked * 2 >= self.letters
    }
}

/// `None` where there are too many.
fn size(node: &NodeRef<'_>) -> Option<Size> {
    let mut size = Size::default();
    for (index, inner) in node.descendants_it().enumerate() {
        if index > MAX_NODES {
            return None;
        }
        let is_seen =
            inner.is_text() && !inner.parent().is_some_and(|parent| parent.has_name("script") || parent.has_name("style"));
        if !is_seen {
            continue;
        }
        let letters = inner.text().chars().filter(|c| !c.is_whitespace()).count();
        size.letters += letters;
        if size.letters > MAX_LETTERS {
            return None;
        }
        // Links are not deep inside what is looked at.
        let is_linked = inner.ancestors(Some(4)).iter().any(|outer| outer.has_name("a"));
        size.linked += if is_linked { letters } else { 0 };
    }
    Some(size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::html::shown;

    fn left(html: &str) -> String {
        let document = Document::from(html);
        remove(&document);
        shown(&document)
    }

    #[test]
    fn lists_of_links_and_short_labels_go() {
        for chrome in [
            "<div class=jnews_inline_related_post><h3>اقرأ أيضا</h3><a href=/1>وصول الوفد إلى العاصمة</a> <i>3 آذار</i></div>",
            "<p class=follow-google><a href=/2>تابعوا أخبارنا</a></p>",
            "<div id=postTags>وسوم: <a>سفر</a> <a>وفود</a></div>",
            "<span class='x d-none'>مشاهدات عالية</span>",
            "<div class=story_reporter>العريش - سالم</div>",
            "<div class=article_image><img src=1.jpg><div class=red>الوفد في المعبر</div></div>",
            "<figure><img src=1.jpg><figcaption>الوفد في المعبر</figcaption></figure>",
            "<div class=caption-full>الوفد في المعبر بعد أن فتح أمام المسافرين يوم الأحد إثر اتفاق في جنيف، وكان قد أغلق أشهرا طويلة بعد هجوم على قافلة (أرشيف)</div>",
            "<p><strong>اقرأ أيضا: <a href=/5>وصول الوفد إلى العاصمة</a></strong></p>",
            "<h3><a href=/6>وصول الوفد إلى العاصمة</a></h3>",
            "<div><span class=time_to_read>2<sup>min</sup></span></div>",
        ] {
            assert_eq!(left(&format!("<p>وصل الوفد.</p>{chrome}<p>ثم غادر.</p>")), "وصل الوفد.\n\nثم غادر.", "{chrome}");
        }
    }

    #[test]
    fn what_reads_like_an_article_stays_whatever_it_is_called() {
        let text = "أعلنت وزارة النقل يوم الأحد إعادة فتح المعبر أمام المسافرين بعد أن توصل الوفدان إلى اتفاق في جنيف، وقالت إن القافلة عبرت.";
        for name in ["post tag-corona", "related", "hidden", "share"] {
            assert_eq!(left(&format!("<div class='{name}'><p>{text}</p></div>")), text, "{name}");
        }
        let sentence = format!("<p>{text} ثم عاد إلى <a class=post-tag href=/1>دمشق</a> مع <span class=author>سالم</span>.</p>");
        assert_eq!(left(&sentence), format!("{text} ثم عاد إلى دمشق مع سالم."));
        for line in ["<h2><a href='#1'>خلفية</a></h2>", "<h2><a name=1>خلفية</a></h2>", "<p><a href=/1>وصل الوفد</a> أمس.</p>"]
        {
            assert!(!left(line).is_empty(), "{line}");
        }
        assert_eq!(left("<p class=shared><a>رابط</a>"), "رابط");
        let long = format!("<div class=related>{}</div>", "<a>وصول الوفد</a> ".repeat(MAX_LETTERS));
        assert!(!left(&long).is_empty());
    }

    #[test]
    fn names_fall_into_their_words() {
        let found: Vec<&str> = parts(" post-tags relatedPosts b__refs-list  ").collect();
        assert_eq!(found, ["post", "tags", "related", "Posts", "b", "refs", "list"]);
    }
}

//! RSS and Atom: each entry is an article, with as much of its text as the feed holds.
//! Sources: RSS 2.0 with its module for content, RSS 1.0, Dublin Core, RFC 4287.

use super::html;
use super::office::filled;
use super::paragraphs::under_headline;
use super::xml::{self, Node, Tag};
use super::{ReadCause, Watch};
use crate::article::{Article, Published, PublishedOrigin};

/// More entries than this are no feed that a person reads.
const MAX_ENTRIES: usize = 10_000;

/// The articles of a feed, in its order; entries without words are passed over.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Vec<Article>, ReadCause> {
    let mut reading = Reading::default();
    xml::walk(bytes, watch, |node| {
        match node {
            Node::Open(tag) => reading.open(&tag),
            Node::Text(text) => reading.text.push_str(text),
            Node::Close(name) => reading.close(name)?,
        }
        Ok(())
    })?;
    let source = filled(&reading.source);
    let mut articles: Vec<Article> = reading.articles;
    articles.iter_mut().for_each(|article| article.source = article.source.take().or(source.clone()));
    if articles.is_empty() { Err(ReadCause::Empty) } else { Ok(articles) }
}

/// An entry as it is being read.
#[derive(Default)]
struct Entry {
    article: Article,
    /// Both in HTML.
    content: String,
    summary: String,
    /// Of Atom, where it does not say when it was published.
    updated: String,
}

#[derive(Default)]
struct Reading {
    articles: Vec<Article>,
    entry: Option<Entry>,
    /// The title of the feed.
    source: String,
    /// The words of the element that is open.
    text: String,
    /// How many elements of the text are open that the feed writes as XML.
    n_inner: usize,
    in_author: bool,
}

impl Reading {
    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        if self.n_inner > 0 {
            // The text as XML: what a browser would break into lines is broken here.
            self.n_inner += 1;
            self.text.push_str(if matches!(name, "p" | "div" | "br" | "li" | "h1" | "h2" | "h3") { "<p>" } else { " " });
            return;
        }
        self.text.clear();
        match name {
            "item" | "entry" => self.entry = Some(Entry::default()),
            "author" => self.in_author = true,
            "content" | "summary" if tag.attribute("type").as_deref() == Some("xhtml") => self.n_inner = 1,
            "link" => {
                let is_page = tag.attribute("rel").is_none_or(|rel| rel == "alternate");
                if let Some(entry) = self.entry.as_mut().filter(|_| is_page) {
                    entry.article.url = entry.article.url.take().or(tag.attribute("href"));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), ReadCause> {
        if self.n_inner > 0 {
            self.n_inner -= 1;
            if self.n_inner > 0 {
                return Ok(());
            }
        }
        let text = std::mem::take(&mut self.text);
        if name == "author" {
            self.in_author = false;
        }
        match (&mut self.entry, name) {
            (Some(_), "item" | "entry") => self.finish()?,
            (Some(entry), _) => entry.take(name, text, self.in_author),
            (None, "title") if self.source.is_empty() => self.source = text,
            _ => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), ReadCause> {
        if self.articles.len() >= MAX_ENTRIES {
            return Err(ReadCause::TooMuchPacked);
        }
        let article = self.entry.take().map(Entry::article).transpose()?;
        self.articles.extend(article.filter(|article| !article.text.is_empty()));
        Ok(())
    }
}

impl Entry {
    fn take(&mut self, name: &str, text: String, in_author: bool) {
        match name {
            "encoded" | "content" => self.content = text,
            "description" | "summary" => self.summary = text,
            "title" => self.article.title = self.article.title.take().or(plain(&text)),
            "guid" | "id" => self.article.id = filled(&text),
            "link" => self.article.url = self.article.url.take().or(filled(&text)),
            "creator" => self.article.author = filled(&text),
            "name" if in_author => self.article.author = self.article.author.take().or(filled(&text)),
            "author" => self.article.author = self.article.author.take().or(filled(&text)),
            "pubDate" | "published" | "date" | "issued" => self.published(&text),
            "updated" => self.updated = text,
            _ => {}
        }
    }

    fn published(&mut self, text: &str) {
        match html::moment(text) {
            Some(value) => self.article.published = Some(Published { value, origin: PublishedOrigin::Metadata }),
            None => self.article.bylines.extend(filled(text)),
        }
    }

    fn article(mut self) -> Result<Article, ReadCause> {
        if self.article.published.is_none() && self.article.bylines.is_empty() {
            let updated = std::mem::take(&mut self.updated);
            self.published(&updated);
        }
        let longer = if self.content.trim().is_empty() { &self.summary } else { &self.content };
        let text = html::all_text(longer)?;
        self.article.text = under_headline(self.article.title.as_deref(), text);
        Ok(self.article)
    }
}

/// Titles may be HTML too.
fn plain(text: &str) -> Option<String> {
    if text.contains(['<', '&']) { html::all_text(text).ok().and_then(|text| filled(&text)) } else { filled(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_rss_are_articles() {
        let rss = "<?xml version='1.0'?><rss><channel><title>المرفأ</title><link>https://example.org</link>
            <item><title>وصل &amp;quot;الوفد&amp;quot;</title><link>https://example.org/1</link><pubDate>Sun, 03 Mar 2024 08:30:00 +0300</pubDate>
            <description>موجز</description><content:encoded><![CDATA[<p>وصل الوفد أمس.</p><p>ثم غادر.</p>]]></content:encoded></item>
            <item><title>ثان</title><dc:creator>سالم</dc:creator><description>&lt;b&gt;غادر&lt;/b&gt; الوفد.</description></item><item/></channel></rss>";
        let articles = read(rss.as_bytes().to_vec(), &Watch::default()).expect("a feed");
        assert_eq!(articles.len(), 2);
        assert_eq!(articles[0].text, "وصل \"الوفد\"\n\nوصل الوفد أمس.\n\nثم غادر.");
        assert_eq!((articles[0].source.as_deref(), articles[0].url.as_deref()), (Some("المرفأ"), Some("https://example.org/1")));
        assert_eq!(articles[0].published.map(|published| published.value.to_string()).as_deref(), Some("2024-03-03T08:30"));
        assert_eq!((articles[1].text.as_str(), articles[1].author.as_deref()), ("ثان\n\nغادر الوفد.", Some("سالم")));
    }

    #[test]
    fn entries_of_atom_are_articles() {
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>المرفأ</title><entry><title>أول</title><id>a1</id>
            <link rel='self' href='https://example.org/feed'/><link href='https://example.org/1'/><updated>2024-03-04T10:00:00Z</updated>
            <author><name>سالم</name></author><content type='xhtml'><div><p>وصل <b>الوفد</b></p><p>أمس.</p></div></content></entry></feed>";
        let articles = read(atom.as_bytes().to_vec(), &Watch::default()).expect("a feed");
        let article = &articles[0];
        assert_eq!((article.text.as_str(), article.id.as_deref()), ("أول\n\nوصل الوفد\n\nأمس.", Some("a1")));
        assert_eq!((article.author.as_deref(), article.url.as_deref()), (Some("سالم"), Some("https://example.org/1")));
        assert_eq!(article.published.map(|published| published.value.to_string()).as_deref(), Some("2024-03-04T10:00"));
    }

    #[test]
    fn a_feed_without_entries_is_empty() {
        let cause = |feed: &str| read(feed.as_bytes().to_vec(), &Watch::default()).map(|_| ());
        assert_eq!(cause("<rss><channel><title>a</title></channel></rss>"), Err(ReadCause::Empty));
        assert_eq!(cause("<rss><channel>"), Err(ReadCause::Damaged));
    }
}

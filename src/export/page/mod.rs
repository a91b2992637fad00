//! One web page that needs nothing else: the picture of the timeline, the chronology in words, and the article with each event's
//! sentence marked. It runs no script and asks no other machine for anything, and says so to whoever shows it.

mod text;

use self::text::Told;
use super::chronology::{Chronology, Entry};
use super::markup::{escaped, put};
use super::picture::picture;
use super::{Exported, Work, svg};
use crate::base::theme::{Palette, Rgb};
use crate::base::{Direction, Message};
use crate::text::Typesetter;

const STYLE: &str = include_str!("page.css");

/// Nothing is fetched and nothing runs, whatever the words of an article look like.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page.
pub(super) fn file(work: &Work<'_>) -> Exported {
    let chronology = Chronology::new(&work.subject, work.choice);
    let told = Told::new(&work.subject, &chronology);
    let writer = Writer { work, told };
    let mut page = writer.head();
    page.push_str("<body>\n");
    writer.header(&mut page, chronology.len());
    writer.picture(&mut page);
    page.push_str("<main class=\"column\">\n");
    for (key, entries) in chronology.parts() {
        writer.part(&mut page, key, entries);
    }
    writer.article(&mut page);
    let made = writer.said("export-made");
    put(&mut page, format_args!("</main>\n<footer class=\"column muted\"><p>{made}</p></footer>\n</body>\n</html>\n"));
    Exported::whole(page, chronology.len())
}

/// The attribute of a direction.
fn dir(direction: Direction) -> &'static str {
    if direction.is_rtl() { "rtl" } else { "ltr" }
}

struct Writer<'a> {
    work: &'a Work<'a>,
    told: Told,
}

impl Writer<'_> {
    /// What the interface calls something.
    fn said(&self, key: &'static str) -> String {
        escaped(&self.work.i18n.text(key))
    }

    /// The attributes of words of the article.
    fn in_article(&self) -> String {
        let language = self.work.subject.extraction.language;
        format!("lang=\"{}\" dir=\"{}\"", language.code(), dir(language.direction()))
    }

    fn head(&self) -> String {
        let Work { subject, look, i18n, .. } = self.work;
        let (language, direction) = (i18n.language().code(), dir(i18n.direction()));
        let (title, colors) = (escaped(&subject.name(i18n)), colors(look.palette()));
        let scheme = if look.is_dark { "dark" } else { "light" };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"{scheme}\">\n<meta name=\"generator\" content=\"Waqai\">\n\
             <title>{title}</title>\n<style>\n:root {{ {colors} }}\n{STYLE}</style>\n</head>\n"
        )
    }

    fn header(&self, page: &mut String, n_events: usize) {
        let Work { subject, i18n, .. } = self.work;
        let (title, article) = (escaped(&subject.name(i18n)), self.in_article());
        let byline = escaped(&subject.byline(i18n).join(&i18n.text("timeline-separator")));
        let count = escaped(&i18n.message(&Message::new("status-events").with_count("count", n_events)));
        put(page, format_args!("<header class=\"column\">\n<h1 {article}>{title}</h1>\n"));
        if !byline.is_empty() {
            put(page, format_args!("<p class=\"muted\">{byline}</p>\n"));
        }
        if let Some(url) = subject.url() {
            // Whoever is asked for the article need not know where from.
            put(page, format_args!("<p dir=\"ltr\"><a href=\"{0}\" rel=\"noreferrer\">{0}</a></p>\n", escaped(url)));
        }
        put(page, format_args!("<p>{count}</p>\n</header>\n"));
    }

    fn picture(&self, page: &mut String) {
        let mut typesetter = Typesetter::new(self.work.fonts);
        let drawn = picture(self.work, &mut typesetter);
        let svg = svg::element(&drawn.drawing, self.work.look.palette(), &mut typesetter);
        let (label, direction) = (self.said("export-picture-scroll"), dir(self.work.look.time));
        // It begins where time begins.
        put(
            page,
            format_args!(
                "<div class=\"picture\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\" dir=\"{direction}\">{svg}</div>\n"
            ),
        );
    }

    fn part(&self, page: &mut String, key: &'static str, entries: &[Entry<'_>]) {
        put(
            page,
            format_args!(
                "<section aria-labelledby=\"{key}\">\n<h2 id=\"{key}\">{}</h2>\n<ol class=\"events\">\n",
                self.said(key)
            ),
        );
        for entry in entries {
            self.entry(page, entry);
        }
        page.push_str("</ol>\n</section>\n");
    }

    fn entry(&self, page: &mut String, entry: &Entry<'_>) {
        let Work { subject, i18n, .. } = self.work;
        let (name, article) = (entry.name(), self.in_article());
        let (title, dating) = (escaped(entry.title), escaped(&entry.dating(i18n)));
        put(page, format_args!("<li id=\"{name}\">\n<h3 {article}>{title}</h3>\n<p class=\"when\">{dating}</p>\n"));
        let facts: String = entry.facts(i18n).into_iter().map(|(name, answer)| self.fact(name, &answer)).collect();
        if !facts.is_empty() {
            put(page, format_args!("<dl>{facts}</dl>\n"));
        }
        let quotation = subject.quotation(entry);
        if !quotation.is_empty() {
            put(page, format_args!("<blockquote {article}>{}</blockquote>\n", escaped(quotation)));
        }
        if let Some(place) = self.told.place_of(entry) {
            let label = self.said("export-to-text");
            put(page, format_args!("<p class=\"to\"><a href=\"#t{place}\" aria-describedby=\"{name}\">{label}</a></p>\n"));
        }
        if !entry.details.is_empty() {
            put(page, format_args!("<p dir=\"auto\">{}</p>\n", escaped(entry.details)));
        }
        page.push_str("</li>\n");
    }

    fn fact(&self, name: &'static str, answer: &str) -> String {
        format!("<dt>{}</dt><dd dir=\"auto\">{}</dd>", self.said(name), escaped(answer))
    }

    fn article(&self, page: &mut String) {
        let Work { subject, i18n, .. } = self.work;
        if subject.table.is_some() || subject.article.text.trim().is_empty() {
            return;
        }
        let (heading, attributes) = (self.said("export-article"), self.in_article());
        put(page, format_args!("<article aria-labelledby=\"article\">\n<h2 id=\"article\">{heading}</h2>\n<div {attributes}>\n"));
        self.told.write(page, subject, i18n);
        page.push_str("</div>\n</article>\n");
    }
}

fn colors(palette: &Palette) -> String {
    let named = [
        ("paper", palette.paper),
        ("panel", palette.panel),
        ("ink", palette.ink),
        ("muted", palette.muted),
        ("line", palette.line),
        ("soft", palette.soft),
        ("accent", palette.accent),
        ("highlight", palette.highlight),
    ];
    let color = |(name, Rgb(red, green, blue))| format!("--{name}: #{red:02x}{green:02x}{blue:02x};");
    named.map(color).join(" ")
}

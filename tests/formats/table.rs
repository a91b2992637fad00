//! The table of formats in the README, made of a run over the fixtures.

use std::fmt::Write;

use waqai::article::PublishedOrigin;
use waqai::extract::{Options, extract};
use waqai::reader::{self, Format, Opened, ReadOptions};

use crate::{TITLE, found_in, open, original, words};

/// A row: what it is called, its fixtures by who wrote them, and the day that they give.
struct Row {
    name: &'static str,
    format: Format,
    fixtures: &'static [(&'static str, &'static str)],
    /// Whether the old encoding has no Arabic-Indic digits and no guillemets.
    western: bool,
}

const fn row(name: &'static str, format: Format, fixtures: &'static [(&'static str, &'static str)]) -> Row {
    Row { name, format, fixtures, western: false }
}

const ROWS: [Row; 16] = [
    row("text, UTF-8", Format::Text, &[("iconv", "article.txt")]),
    row(
        "text, UTF-16",
        Format::Text,
        &[("iconv", "article.utf-16-bom.txt"), ("iconv", "article.utf-16le.txt"), ("iconv", "article.utf-16be.txt")],
    ),
    Row {
        western: true,
        ..row(
            "text, windows-1256, ISO 8859-6",
            Format::Text,
            &[("iconv", "article.windows-1256.txt"), ("iconv", "article.iso-8859-6.txt")],
        )
    },
    row("Markdown", Format::Markdown, &[("by hand", "article.md")]),
    row(
        "HTML",
        Format::Html,
        &[
            ("LibreOffice", "article.libreoffice.html"),
            ("by hand", "page.json-ld.html"),
            ("by hand", "page.open-graph.html"),
            ("by hand", "page.words.html"),
        ],
    ),
    Row { western: true, ..row("HTML, windows-1256", Format::Html, &[("iconv", "page.windows-1256.html")]) },
    row("MHTML", Format::Mhtml, &[("Chromium", "page.chromium.mhtml")]),
    row(
        "PDF",
        Format::Pdf,
        &[
            ("LibreOffice", "libreoffice.dejavu.pdf"),
            ("LibreOffice", "libreoffice.amiri.pdf"),
            ("LibreOffice", "libreoffice.noto.pdf"),
            ("Chromium", "chromium.dejavu.pdf"),
            ("Chromium", "chromium.amiri.pdf"),
            ("Chromium", "chromium.noto.pdf"),
        ],
    ),
    row("docx", Format::Docx, &[("LibreOffice", "article.libreoffice.docx"), ("pandoc", "article.pandoc.docx")]),
    row("odt", Format::Odt, &[("LibreOffice", "article.libreoffice.odt"), ("pandoc", "article.pandoc.odt")]),
    row("RTF", Format::Rtf, &[("LibreOffice", "article.libreoffice.rtf")]),
    row("EPUB", Format::Epub, &[("pandoc", "article.epub")]),
    row("e-mail", Format::Mail, &[("Python", "article.html.eml")]),
    row("RSS, Atom", Format::Feed, &[("by hand", "feed.rss"), ("by hand", "feed.atom")]),
    row("WARC", Format::Warc, &[("wget", "page.warc")]),
    row("JSON", Format::Json, &[("Python", "article.json"), ("Python", "article.jsonl")]),
];

/// The table as Markdown.
pub(crate) fn table() -> String {
    let mut table = "| format | written by | opens | title | day of publication | text | events | damaged copies |\n".to_owned();
    table += "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for row in &ROWS {
        let opened: Vec<Opened> =
            row.fixtures.iter().filter_map(|(_, file)| open(file).ok()).filter(|opened| is_of(row, opened)).collect();
        let n_all = row.fixtures.len();
        let count = |is_right: &dyn Fn(&Opened) -> bool| of(opened.iter().filter(|opened| is_right(opened)).count(), n_all);
        let mut producers: Vec<&str> = row.fixtures.iter().map(|(producer, _)| *producer).collect();
        producers.dedup();
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            row.name,
            producers.join(", "),
            of(opened.len(), n_all),
            count(&|opened| extract(&opened.article, &Options::default()).title.as_deref() == Some(TITLE)),
            days(&opened),
            text(row, &opened),
            count(&|opened| row.western || found_in(&opened.article.text) == found_in(&original())),
            damaged(row),
        );
    }
    table
}

fn is_of(row: &Row, opened: &Opened) -> bool {
    opened.format == row.format || (row.format == Format::Json && opened.format == Format::JsonLines)
}

fn of(count: usize, all: usize) -> String {
    match (count, all) {
        (1, 1) => "yes".to_owned(),
        (0, 1) => "no".to_owned(),
        _ if count == all => format!("all {all}"),
        _ => format!("{count} of {all}"),
    }
}

/// Where the day was found, in how many.
fn days(opened: &[Opened]) -> String {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for opened in opened {
        let published = extract(&opened.article, &Options::default()).published;
        let is_right = published.is_none_or(|published| published.value.to_string().starts_with("2024-03-03"));
        let origin = match published.map(|published| published.origin) {
            _ if !is_right => "wrong",
            Some(PublishedOrigin::Metadata) => "metadata",
            Some(PublishedOrigin::Dateline) => "words of the page",
            Some(_) => "the text",
            None => "none given",
        };
        match found.iter_mut().find(|(known, _)| *known == origin) {
            Some((_, count)) => *count += 1,
            None => found.push((origin, 1)),
        }
    }
    let said =
        |(origin, count): &(&str, usize)| if found.len() == 1 { (*origin).to_owned() } else { format!("{count} {origin}") };
    found.iter().map(said).collect::<Vec<_>>().join(", ")
}

/// How far the texts are from the original, in characters, after whitespace is folded.
fn text(row: &Row, opened: &[Opened]) -> String {
    let western =
        |text: &str| if row.western { text.replace("١٩٩٨", "1998").replace(['«', '»'], "\"") } else { text.to_owned() };
    let expected = words(&western(&original()));
    let worst = opened.iter().map(|opened| error_rate(&expected, &words(&western(&opened.article.text)))).fold(0.0, f64::max);
    if worst == 0.0 { "equal".to_owned() } else { format!("error rate {worst:.4}") }
}

/// The edits that make one text of the other, by characters of the first.
#[expect(clippy::cast_precision_loss, reason = "both are counts of characters")]
pub(crate) fn error_rate(expected: &str, found: &str) -> f64 {
    let (expected, found): (Vec<char>, Vec<char>) = (expected.chars().collect(), found.chars().collect());
    let mut row: Vec<usize> = (0..=found.len()).collect();
    for (index, wanted) in expected.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], index + 1);
        for (column, character) in found.iter().enumerate() {
            let changed = diagonal + usize::from(wanted != character);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[found.len()] as f64 / expected.len().max(1) as f64
}

/// What becomes of copies that are cut off or changed in places, of the first fixture: each is read or refused with a reason.
fn damaged(row: &Row) -> String {
    let name = row.fixtures[0].1;
    let bytes = std::fs::read(crate::folder().join(name)).expect("a fixture");
    let cut = (1..=10).map(|tenth| bytes[..bytes.len() * tenth / 11].to_vec());
    let changed = (0..10).map(|start| {
        let mut copy = bytes.clone();
        (start * 37..copy.len()).step_by(copy.len() / 8 + 1).for_each(|at| copy[at] ^= 0x55);
        copy
    });
    let (mut n_read, mut n_refused) = (0, 0);
    for copy in cut.chain(changed) {
        match reader::read_bytes(copy, Some(std::path::Path::new(name)), &ReadOptions::default()) {
            Ok(_) => n_read += 1,
            Err(_) => n_refused += 1,
        }
    }
    format!("{n_read} read, {n_refused} refused")
}

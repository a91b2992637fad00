//! One article in every format, as real programs write it: the same text, the same expressions of time, the same events.
//! `scripts/fixtures.sh` makes the files.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::{any, proptest};
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::Moment;
use waqai::event::Extraction;
use waqai::extract::{Options, extract};
use waqai::reader::{self, Format, Opened, ReadCause, ReadOptions};

mod formats {
    pub(crate) mod table;
}

const TITLE: &str = "اتفاق على إعادة فتح معبر الوادي بعد تسعة أشهر من إغلاقه";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats")
}

fn open(name: &str) -> Result<Opened, ReadCause> {
    reader::read_path(&folder().join(name), &ReadOptions::default()).map_err(|error| error.cause)
}

fn opened(name: &str) -> Opened {
    open(name).unwrap_or_else(|cause| panic!("{name}: {cause:?}"))
}

/// Everything between words is one blank.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn original() -> String {
    fs::read_to_string(folder().join("article.txt")).expect("the article")
}

/// What is found in a text.
fn found_in(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    found(&Article { text: text.to_owned(), ..Article::default() })
}

/// What is found, told by the words it stands on rather than by offsets.
fn found(article: &Article) -> (Vec<(String, String)>, Vec<String>) {
    let published = Published { value: Moment::ymd(2024, 3, 3).expect("a day"), origin: PublishedOrigin::Given };
    let Extraction { timexes, events, .. } = extract(article, &Options { published: Some(published), ..Options::default() });
    let timexes = timexes.iter().map(|timex| (words(timex.span.of(&article.text)), timex.value.clone())).collect();
    let events = events.iter().map(|event| format!("{} {:?} {:?}", event.title, event.kind, event.when.bounds)).collect();
    (timexes, events)
}

#[test]
fn the_same_article_comes_out_of_every_format() {
    let original = original();
    let expected = found_in(&original);
    assert!(expected.0.len() > 10 && expected.1.len() > 10, "{expected:?}");
    for (name, format) in [
        ("article.txt", Format::Text),
        ("article.utf-16-bom.txt", Format::Text),
        ("article.utf-16le.txt", Format::Text),
        ("article.utf-16be.txt", Format::Text),
        ("article.md", Format::Markdown),
        ("article.json", Format::Json),
        ("article.jsonl", Format::JsonLines),
        ("article.libreoffice.html", Format::Html),
        ("page.json-ld.html", Format::Html),
        ("page.open-graph.html", Format::Html),
        ("page.words.html", Format::Html),
        ("page.maghreb.html", Format::Html),
        ("article.libreoffice.docx", Format::Docx),
        ("article.pandoc.docx", Format::Docx),
        ("article.libreoffice.odt", Format::Odt),
        ("article.pandoc.odt", Format::Odt),
        ("article.epub", Format::Epub),
        ("libreoffice.dejavu.pdf", Format::Pdf),
        ("libreoffice.amiri.pdf", Format::Pdf),
        ("libreoffice.noto.pdf", Format::Pdf),
        ("chromium.dejavu.pdf", Format::Pdf),
        ("chromium.amiri.pdf", Format::Pdf),
        ("chromium.noto.pdf", Format::Pdf),
        ("article.libreoffice.rtf", Format::Rtf),
        ("article.html.eml", Format::Mail),
        ("page.chromium.mhtml", Format::Mhtml),
        ("page.warc", Format::Warc),
        ("feed.rss", Format::Feed),
        ("feed.atom", Format::Feed),
    ] {
        let opened = opened(name);
        assert_eq!(opened.format, format, "{name}");
        assert_eq!(words(&opened.article.text), words(&original), "{name}");
        assert_eq!(found(&opened.article), expected, "{name}");
    }
}

/// The marks of the table in the README.
const TABLE: [&str; 2] = ["<!-- formats: made by tests/formats.rs -->\n", "<!-- end of formats -->"];

#[test]
fn the_readme_shows_what_a_run_finds() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("README.md");
    let (before, rest) = readme.split_once(TABLE[0]).expect("the start of the table");
    let (table, behind) = rest.split_once(TABLE[1]).expect("the end of the table");
    let found = formats::table::table();
    if table == found {
        return;
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, [before, TABLE[0], &found, TABLE[1], behind].concat()).expect("README.md can be written");
        return;
    }
    panic!("README.md shows\n{table}and a run finds\n{found}UPDATE_SNAPSHOTS=1 writes it: look at what has changed");
}

#[test]
fn newspaper_columns_are_read_one_after_the_other() {
    let lines = |text: &str| text.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    let expected = lines(&fs::read_to_string(folder().join("newsprint.txt")).expect("the newspaper"));
    for name in ["chromium.columns-2.pdf", "chromium.columns-3.pdf", "libreoffice.columns-2.pdf", "libreoffice.columns-3.pdf"] {
        let article = opened(name).article;
        assert_eq!(lines(&article.text), expected, "{name}");
        let everything = article.everything.expect("heads and numbers of pages");
        assert!(everything.contains("المرفأ · يومية سياسية") && everything.len() > article.text.len(), "{name}");
    }
}

#[test]
fn rows_of_a_table_are_lines() {
    for name in ["chromium.table.pdf", "libreoffice.table.pdf"] {
        let text = opened(name).article.text;
        let rows: Vec<String> = text.lines().map(words).filter(|line| line.contains('%')).collect();
        assert_eq!(rows, ["2021 12.5% حلب", "2022 9.25% حمص", "2023 14% دمشق"], "{name}: {text}");
        assert!(text.contains("وفق الجدول التالي") && text.contains("أُعلنت الأرقام"), "{name}: {text}");
    }
}

#[test]
fn old_encodings_are_found_out() {
    // They have no Arabic-Indic digits, and ISO 8859-6 no guillemets.
    let western = original().replace("١٩٩٨", "1998");
    for (name, encoding, expected) in [
        ("article.windows-1256.txt", "windows-1256", western.clone()),
        ("article.iso-8859-6.txt", "ISO-8859-6", western.replace(['«', '»'], "\"")),
        ("page.windows-1256.html", "windows-1256", western.clone()),
        ("article.windows-1256.eml", "", western),
    ] {
        let opened = opened(name);
        assert_eq!(opened.encoding.map_or("", reader::Encoding::name), encoding, "{name}");
        assert_eq!(words(&opened.article.text), words(&expected), "{name}");
    }
}

#[test]
fn what_is_said_about_the_article_is_read() {
    let metadata = Some((PublishedOrigin::Metadata, "2024-03-03T14:05"));
    let author = Some("ليلى الحداد");
    let site = (Some("المرفأ"), Some("https://example.org/news/1403"));
    for (name, author, (source, url), published) in [
        ("page.json-ld.html", author, site, metadata),
        ("page.open-graph.html", author, site, metadata),
        ("page.words.html", author, site, Some((PublishedOrigin::Dateline, "2024-03-03"))),
        ("page.maghreb.html", None, (site.0, None), Some((PublishedOrigin::Dateline, "2019-02-08T10:30"))),
        ("article.md", author, site, Some((PublishedOrigin::Metadata, "2024-03-03"))),
        ("article.html.eml", author, (None, None), Some((PublishedOrigin::Metadata, "2024-03-03T14:05"))),
        ("page.chromium.mhtml", author, site, metadata),
        ("page.warc", author, site, metadata),
        ("feed.rss", author, site, metadata),
        ("feed.atom", author, site, metadata),
        ("article.epub", author, (None, None), Some((PublishedOrigin::Metadata, "2024-03-03"))),
        ("article.pandoc.docx", None, (None, None), None),
        ("article.libreoffice.odt", None, (None, None), None),
    ] {
        let article = opened(name).article;
        let extraction = extract(&article, &Options::default());
        let when = extraction.published.map(|published| (published.origin, published.value.to_string()));
        assert_eq!(when.as_ref().map(|(origin, value)| (*origin, value.as_str())), published, "{name}");
        assert_eq!(
            (article.author.as_deref(), article.source.as_deref(), article.url.as_deref()),
            (author, source, url),
            "{name}"
        );
        assert_eq!(extraction.title.as_deref(), Some(TITLE), "{name}");
    }
}

#[test]
fn feeds_hold_several_articles() {
    let bytes = fs::read(folder().join("feed.rss")).expect("the feed");
    let all = reader::read_all_articles(bytes, None, &ReadOptions::default()).expect("articles");
    let texts: Vec<&str> = all.iter().map(|opened| opened.article.text.as_str()).collect();
    assert_eq!((texts.len(), texts[1]), (2, "خبر آخر\n\nوصل الوفد أمس."));
}

#[test]
fn what_cannot_be_read_says_why() {
    for (name, cause) in [
        ("encrypted.docx", ReadCause::Encrypted),
        ("encrypted.odt", ReadCause::Encrypted),
        ("encrypted.pdf", ReadCause::Encrypted),
        ("scanned.pdf", ReadCause::OnlyPictures),
        ("old.doc", ReadCause::OldOffice),
        ("slides.pptx", ReadCause::UnknownFormat),
    ] {
        assert_eq!(open(name).map(|opened| opened.format), Err(cause), "{name}");
    }
}

#[test]
fn a_pdf_that_is_locked_against_printing_alone_is_read() {
    assert_eq!(opened("locked.pdf").article.text, opened("chromium.dejavu.pdf").article.text);
}

#[test]
fn what_is_left_out_of_an_article_can_be_had() {
    for name in ["article.libreoffice.odt", "article.pandoc.docx", "article.libreoffice.html"] {
        let article = opened(name).article;
        assert_eq!(article.everything, None, "{name} holds nothing else");
    }
    let book = opened("article.epub").article;
    let everything = book.everything.expect("a title page and a table of contents");
    assert!(everything.len() > book.text.len() && !everything.contains('<'), "{everything}");
}

#[test]
fn content_counts_more_than_the_name() {
    for (name, called) in
        [("article.libreoffice.docx", "a.txt"), ("article.libreoffice.odt", "a.docx"), ("page.words.html", "a.txt")]
    {
        let bytes = fs::read(folder().join(name)).expect("a fixture");
        let renamed = reader::read_bytes(bytes, Some(Path::new(called)), &ReadOptions::default()).expect("an article");
        assert_eq!(renamed.article.text, opened(name).article.text, "{name}");
    }
    let text = b"no document".to_vec();
    let named = reader::read_bytes(text, Some(Path::new("a.docx")), &ReadOptions::default());
    assert_eq!(named.map(|opened| opened.format), Err(ReadCause::OtherThanNamed));
}

/// The fixtures that are opened damaged.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).expect("the fixtures").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        fs::read(path).map(|bytes| (name, bytes)).expect("a fixture")
    };
    files.into_iter().map(read).collect()
}

proptest! {
    #[test]
    fn damaged_files_are_read_or_refused(
        file in any::<proptest::sample::Index>(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..12),
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        thread_local!(static FIXTURES: Vec<(String, Vec<u8>)> = fixtures());
        FIXTURES.with(|fixtures| {
            let (name, bytes) = file.get(fixtures);
            let mut bytes = bytes.clone();
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if let Some(cut) = &cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Ok(opened) = reader::read_bytes(bytes, Some(Path::new(name)), &ReadOptions::default()) {
                assert!(!opened.article.text.trim().is_empty(), "{name}");
            }
        });
    }
}

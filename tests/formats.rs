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
    let expected = found(&Article { text: original.clone(), ..Article::default() });
    assert!(expected.0.len() > 10 && expected.1.len() > 10, "{expected:?}");
    for (name, format) in [
        ("article.txt", Format::Text),
        ("article.utf-16-bom.txt", Format::Text),
        ("article.utf-16le.txt", Format::Text),
        ("article.utf-16be.txt", Format::Text),
        ("article.md", Format::Markdown),
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

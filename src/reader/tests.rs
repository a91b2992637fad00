//! Formats and bytes; what a file can be is tried out by the tests of the command line.

use proptest::prelude::{any, prop_assert_eq, proptest};

use super::*;
use crate::base::Moment;

fn read(bytes: &[u8], name: &str) -> Result<Article, ReadCause> {
    read_bytes(bytes.to_vec(), Some(Path::new(name)), &ReadOptions::default()).map(|opened| opened.article)
}

#[test]
fn a_text_is_kept_byte_for_byte() {
    for text in ["وصل الوفد أمس.", "\u{FEFF}وصل\r\n\r\nأمس", " a \n", "{ليس سجلًا}", "{\"text\": \"لم يُغلق"]
    {
        let article = read(text.as_bytes(), "/a/مقال.txt").expect("a text");
        assert_eq!((article.text.as_str(), article.file_name.as_deref()), (text, Some("مقال.txt")));
        assert_eq!((article.title, article.published), (None, None));
    }
}

#[test]
fn content_counts_more_than_the_name() {
    for (content, name, format) in [
        ("{\"text\": \"a\"}", "a.txt", Format::Json),
        ("\u{FEFF} {\"text\": \"a\"}", "a", Format::Json),
        ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "a.txt", Format::JsonLines),
        ("{\"text\": \"a\"}", "a.jsonl", Format::JsonLines),
        ("{\"text\": ", "a.json", Format::Json),
        ("{\"text\": \"a\"} وبقية", "a.txt", Format::Text),
        ("وصل", "a.TXT", Format::Text),
        ("وصل", "a", Format::Text),
        ("وصل", "a.md", Format::Markdown),
        ("<p>وصل", "a.htm", Format::Html),
        ("\u{FEFF}<?xml version='1.0'?>\n<!-- a --> <!DOCTYPE HTML PUBLIC>", "a.txt", Format::Html),
        ("%PDF-1.7", "a.txt", Format::Pdf),
    ] {
        assert_eq!(detect(content.as_bytes(), Some(Path::new(name))), Ok(format), "{content} in {name}");
    }
}

#[test]
fn what_has_no_reader_or_is_another_kind_than_named_is_turned_away() {
    for (content, name, cause) in [
        (&b"x"[..], "a.docx", ReadCause::OtherThanNamed),
        (b"text", "a.pdf", ReadCause::OtherThanNamed),
        (b"PK\x03\x04", "a.txt", ReadCause::Damaged),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc", ReadCause::OldOffice),
    ] {
        assert_eq!(read(content, name), Err(cause), "{name}");
    }
}

#[test]
fn what_is_no_text_says_where() {
    assert_eq!(read(b"ab\0cd", "a.txt"), Err(ReadCause::Binary(2)));
    assert_eq!(read(b"ab\x01\xFFcd", "a.txt"), Err(ReadCause::Binary(2)));
    for blank in ["", " \n\t", "\u{FEFF}", "\u{FEFF}\n"] {
        for name in ["a.txt", "a.json", "a.md", "a.html"] {
            assert_eq!(read(blank.as_bytes(), name), Err(ReadCause::Empty), "{blank:?} in {name}");
        }
    }
}

#[test]
fn how_it_was_read_is_said() {
    let opened = |bytes: &[u8], name: &str, options: &ReadOptions| {
        let opened = read_bytes(bytes.to_vec(), Some(Path::new(name)), options).expect("an article");
        (opened.format, opened.encoding.map(Encoding::name), opened.article.text)
    };
    let none = ReadOptions::default();
    let arabic = "\u{648}\u{635}\u{644}".to_owned();
    assert_eq!(opened("وصل".as_bytes(), "a.txt", &none), (Format::Text, Some("UTF-8"), arabic.clone()));
    let given = ReadOptions { encoding: Encoding::from_label("windows-1256"), ..none.clone() };
    assert_eq!(opened(b"\xE6\xD5\xE1", "a.md", &given), (Format::Markdown, Some("windows-1256"), arabic.clone()));
    let page = b"<html><meta charset=windows-1256><p>\xE6\xD5\xE1";
    assert_eq!(opened(page, "a", &none), (Format::Html, Some("windows-1256"), arabic));
}

#[test]
fn json_lines_open_with_their_first_article() {
    let article = read(b"\n{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "a.jsonl").expect("an article");
    assert_eq!(article.text, "a");
}

#[test]
fn input_without_end_is_cut_off() {
    assert_eq!(read_all(std::io::repeat(b'a'), &ReadOptions::default()), Err(ReadCause::TooLarge(MAX_FILE_BYTES)));
}

#[test]
fn the_bundled_article_is_there() {
    let article = bundled();
    assert_eq!((article.text.len(), article.text.chars().count()), (4925, 2720));
    assert!(article.text.ends_with("0 تعليق"));
    assert_eq!(article.published.map(|published| published.value.to_string()).as_deref(), Some("2025-11-01"));
    assert_eq!(article.source.as_deref(), Some("الدستور"));
}

#[test]
fn a_file_has_the_day_of_its_last_change() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    assert!(file_date(&manifest).is_some_and(|date| date >= Moment::ymd(2020, 1, 1).expect("a day")));
    assert_eq!(file_date(Path::new("/no/such/file")), None);
}

#[test]
fn paths_are_said_on_one_line() {
    let error = ReadError::new(Path::new("a\nb"), ReadCause::Missing);
    assert_eq!(error.path, "a\u{FFFD}b");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), name in "[a-z]{0,3}(\\.(txt|json|html|md))?") {
        if let Ok(article) = read(&bytes, &name) {
            proptest::prop_assert!(!text::is_blank(&article.text));
        }
        let as_format = |format| read_bytes(bytes.clone(), None, &ReadOptions { format: Some(format), ..ReadOptions::default() });
        if let Ok(opened) = as_format(Format::Text) && std::str::from_utf8(&bytes).is_ok() && !bytes.contains(&0) {
            prop_assert_eq!(opened.article.text.into_bytes(), bytes.clone());
        }
        // Random bytes are no record: anything but an error would be made up.
        for format in [Format::Json, Format::JsonLines, Format::Docx, Format::Odt, Format::Pdf] {
            proptest::prop_assert!(as_format(format).is_err());
        }
    }

    #[test]
    fn any_start_of_a_record_is_read_or_refused(length in 0usize..=37) {
        let record = "{\"id\": \"a\", \"text\": \"\u{0646}\u{0635}\", \"x\": [1]}".as_bytes();
        let start = &record[..length.min(record.len())];
        let read = read_bytes(start.to_vec(), None, &ReadOptions { format: Some(Format::Json), ..ReadOptions::default() });
        prop_assert_eq!(read.is_ok(), start.len() == record.len());
    }

    #[test]
    fn any_text_comes_through_a_record(text in any::<String>()) {
        let json = serde_json::json!({ "text": text }).to_string();
        prop_assert_eq!(read_record(&json).map(|known| known.article.text), Ok(text));
    }
}

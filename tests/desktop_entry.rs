//! The entry by which desktops offer the program for a file: its keys, and a type for each format that is read.

use std::collections::BTreeMap;

use waqai::reader::Format;

fn entry() -> BTreeMap<&'static str, &'static str> {
    let text = include_str!("../packaging/waqai.desktop");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("[Desktop Entry]"));
    let mut keys = BTreeMap::new();
    for line in lines {
        let (key, value) = line.split_once('=').expect("a key and a value");
        assert_eq!(keys.insert(key, value), None, "{key} stands twice");
    }
    keys
}

/// A type that the shared database of types knows files of a format by.
fn media_type(format: Format) -> &'static str {
    match format {
        Format::Text => "text/plain",
        Format::Markdown => "text/markdown",
        Format::Html => "text/html",
        Format::Json => "application/json",
        Format::JsonLines => "application/x-ndjson",
        Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Format::Odt => "application/vnd.oasis.opendocument.text",
        Format::Pdf => "application/pdf",
        Format::Epub => "application/epub+zip",
        Format::Rtf => "application/rtf",
        Format::Mail => "message/rfc822",
        Format::Mhtml => "application/x-mimearchive",
        Format::Feed => "application/rss+xml",
        Format::Warc => "application/warc",
        Format::Csv => "text/csv",
        // It has no type of its own.
        Format::TimelineJs => "application/json",
    }
}

#[test]
fn every_format_has_a_type() {
    let entry = entry();
    let types: Vec<&str> = entry["MimeType"].split_terminator(';').collect();
    for format in Format::ALL {
        assert!(types.contains(&media_type(format)), "{format:?}");
    }
}

#[test]
fn several_files_come_at_once_and_both_languages_are_there() {
    let entry = entry();
    assert_eq!((entry["Type"], entry["Exec"], entry["Icon"]), ("Application", "waqai %F", "waqai"));
    for key in ["Name", "GenericName", "Comment", "Keywords"] {
        assert!(entry.contains_key(format!("{key}[ar]").as_str()) && entry.contains_key(key), "{key}");
    }
    for key in ["MimeType", "Categories", "Keywords", "Keywords[ar]"] {
        assert!(entry[key].ends_with(';'), "{key} is a list");
    }
}

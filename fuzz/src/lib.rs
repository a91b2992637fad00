//! What all fuzz targets of the readers hold: any bytes are read or refused, twice alike, and what is read is something.

use std::io::{Cursor, Write};

use waqai::reader::{Format, ReadOptions, read_all_articles};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Reads `bytes` as a format, or as what they look like.
pub fn read(format: Option<Format>, bytes: &[u8]) {
    let options = ReadOptions { format, ..ReadOptions::default() };
    let once = read_all_articles(bytes.to_vec(), None, &options);
    assert!(once == read_all_articles(bytes.to_vec(), None, &options), "the same bytes give the same articles");
    for opened in once.iter().flatten() {
        let article = &opened.article;
        let may_be_blank = matches!(opened.format, Format::Json | Format::JsonLines);
        assert!(may_be_blank || !article.text.trim().is_empty(), "an article has a text");
        assert!(article.everything.as_ref() != Some(&article.text), "the rest of a file is more than its article");
    }
}

/// Reads `bytes` as an archive of a format, or as a part of one around it.
pub fn read_part(format: Format, parts: &[(&str, &[u8])], bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return read(Some(format), bytes);
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        let content = if content.is_empty() { bytes } else { content };
        let written = archive.start_file(*name, stored).is_ok() && archive.write_all(content).is_ok();
        assert!(written, "memory can be written");
    }
    let archive = archive.finish().map(Cursor::into_inner).unwrap_or_default();
    read(Some(format), &archive);
}

//! WARC, as archives of the web keep it: each answer of a server that holds a page is an article.
//! Source: ISO 28500, WARC 1.1.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::file::MAX_FILE_BYTES;
use super::html;
use super::{ReadCause, Watch};
use crate::article::Article;

/// The first bytes of a record.
pub(super) const START: &[u8] = b"WARC/1.";

/// The first bytes of a file that is packed by gzip.
pub(super) const GZIP: &[u8] = b"\x1F\x8B";

/// The most articles of one archive.
const MAX_PAGES: usize = 10_000;

/// The articles of an archive, in its order.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Vec<Article>, ReadCause> {
    let bytes = if bytes.starts_with(GZIP) { unpacked(&bytes, MAX_FILE_BYTES)? } else { bytes };
    let mut articles = Vec::new();
    let mut rest = bytes.as_slice();
    while let Some(record) = Record::first(rest)? {
        watch.understood(bytes.len() - record.rest.len(), bytes.len())?;
        // A page that cannot be read does not spoil the others.
        articles.extend(page(&record, watch).ok().flatten());
        if articles.len() > MAX_PAGES {
            return Err(ReadCause::TooMuchPacked);
        }
        rest = record.rest;
    }
    if articles.is_empty() { Err(ReadCause::Empty) } else { Ok(articles) }
}

/// Whether what gzip packed is such an archive.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    let mut start = [0; START.len()];
    bytes.starts_with(GZIP) && MultiGzDecoder::new(bytes).read_exact(&mut start).is_ok() && start == START
}

fn unpacked(bytes: &[u8], limit: u64) -> Result<Vec<u8>, ReadCause> {
    let mut out = Vec::new();
    MultiGzDecoder::new(bytes).take(limit + 1).read_to_end(&mut out).map_err(|_| ReadCause::Damaged)?;
    if u64::try_from(out.len()).is_ok_and(|length| length <= limit) { Ok(out) } else { Err(ReadCause::TooMuchPacked) }
}

/// Headers and content of one record, and what follows it.
struct Record<'a> {
    headers: &'a str,
    content: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Record<'a> {
    fn first(bytes: &'a [u8]) -> Result<Option<Self>, ReadCause> {
        let bytes = bytes.trim_ascii_start();
        if bytes.is_empty() {
            return Ok(None);
        }
        if !bytes.starts_with(START) {
            return Err(ReadCause::Damaged);
        }
        let (headers, behind) = divided(bytes).ok_or(ReadCause::Damaged)?;
        let length = header(headers, "Content-Length").and_then(|length| length.parse().ok()).ok_or(ReadCause::Damaged)?;
        let (content, rest) = behind.split_at_checked(length).ok_or(ReadCause::Damaged)?;
        Ok(Some(Self { headers, content, rest }))
    }
}

/// The article of a record, where it is the answer of a server with a page.
fn page(record: &Record<'_>, watch: &Watch) -> Result<Option<Article>, ReadCause> {
    if header(record.headers, "WARC-Type") != Some("response") {
        return Ok(None);
    }
    let Some((headers, body)) = divided(record.content) else { return Ok(None) };
    let is_good = headers.split(' ').nth(1) == Some("200");
    let is_page = header(headers, "Content-Type").is_some_and(|kind| kind.starts_with("text/html") || kind.contains("xhtml"));
    if !is_good || !is_page {
        return Ok(None);
    }
    let body = dechunked(body, header(headers, "Transfer-Encoding"));
    let packed = header(headers, "Content-Encoding").is_some_and(|encoding| encoding.contains("gzip"));
    let body = if packed && body.starts_with(GZIP) { unpacked(&body, MAX_FILE_BYTES)? } else { body };
    let mut article = html::read(html::decoded(body)?, watch)?;
    let address = header(record.headers, "WARC-Target-URI").map(|address| address.trim_matches(['<', '>']).to_owned());
    article.url = article.url.take().or(address);
    Ok(Some(article).filter(|article| !article.text.is_empty()))
}

/// Headers and what stands behind the empty line.
fn divided(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let at = memchr::memmem::find(bytes, b"\r\n\r\n")?;
    Some((std::str::from_utf8(&bytes[..at]).ok()?, &bytes[at + 4..]))
}

fn header<'a>(headers: &'a str, name: &str) -> Option<&'a str> {
    headers
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

/// A body without the lengths of its chunks; one that is not well divided is taken as it is.
fn dechunked(body: &[u8], transfer: Option<&str>) -> Vec<u8> {
    let chunks = || {
        let (mut out, mut rest) = (Vec::new(), body);
        loop {
            let end = memchr::memmem::find(rest, b"\r\n")?;
            let digits = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?;
            let length = usize::from_str_radix(digits.trim(), 16).ok()?;
            if length == 0 {
                return Some(out);
            }
            let (chunk, behind) = rest[end + 2..].split_at_checked(length)?;
            out.extend_from_slice(chunk);
            rest = behind.strip_prefix(b"\r\n").unwrap_or(behind);
        }
    };
    let is_chunked = transfer.is_some_and(|transfer| transfer.eq_ignore_ascii_case("chunked"));
    is_chunked.then(chunks).flatten().unwrap_or_else(|| body.to_vec())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn record(kind: &str, content: &str) -> String {
        let length = content.len();
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/1\r\nContent-Length: {length}\r\n\r\n{content}\r\n\r\n"
        )
    }

    fn archive() -> Vec<u8> {
        let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>وصل الوفد أمس.";
        let chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<p>abc\r\n2;x\r\nde\r\n0\r\n\r\n";
        let other = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>x";
        [record("warcinfo", "a: b"), record("response", page), record("response", other), record("response", chunked)]
            .concat()
            .into_bytes()
    }

    #[test]
    fn answers_with_pages_are_articles() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&archive()).expect("memory can be written");
        let packed = packed.finish().expect("a file");
        assert!(is_packed(&packed) && !is_packed(b"\x1F\x8B") && !is_packed(&archive()));
        for bytes in [archive(), packed] {
            let articles = read(bytes, &Watch::default()).expect("an archive");
            assert_eq!(articles.iter().map(|article| article.text.as_str()).collect::<Vec<_>>(), ["وصل الوفد أمس.", "abcde"]);
            assert_eq!(articles[0].url.as_deref(), Some("https://example.org/1"));
        }
    }

    #[test]
    fn broken_archives_are_refused() {
        let whole = archive();
        let cause = |bytes: &[u8]| read(bytes.to_vec(), &Watch::default()).map(|_| ());
        assert_eq!(cause(&whole[..whole.len() - 20]), Err(ReadCause::Damaged));
        assert_eq!(cause(b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"), Err(ReadCause::Damaged));
        assert_eq!(cause(record("warcinfo", "").as_bytes()), Err(ReadCause::Empty));
    }
}

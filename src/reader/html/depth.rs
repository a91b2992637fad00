//! How deeply the elements of a page are nested, at most: putting a very deep page together takes time by the square of its depth.
//! Counts names between angle brackets and knows no more of HTML.

/// Browsers stop at 512. Pages with unclosed elements look deeper here than they are.
const MAX_DEPTH: usize = 8000;

/// Elements that hold nothing, or that are often left open and close by themselves.
const NOT_COUNTED: [&[u8]; 33] = [
    b"area",
    b"base",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"hr",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"option",
    b"p",
    b"param",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"wbr",
    b"path",
    b"html",
    b"head",
    b"body",
    b"optgroup",
    b"circle",
    b"rect",
];

/// Whether no real page is like that.
pub(super) fn is_beyond_reason(html: &str) -> bool {
    let bytes = html.as_bytes();
    let mut depth = 0_usize;
    for open in memchr::memchr_iter(b'<', bytes) {
        let rest = &bytes[open + 1..];
        let is_end = rest.first() == Some(&b'/');
        let name = name(&rest[usize::from(is_end)..]);
        if name.is_empty() || NOT_COUNTED.iter().any(|other| name.eq_ignore_ascii_case(other)) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

/// The name of a tag; no name is long.
fn name(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().take(20).position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len().min(20));
    if bytes.first().is_some_and(u8::is_ascii_alphabetic) { &bytes[..end] } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_counted_and_long_pages_are_not_deep() {
        assert!(is_beyond_reason(&"<div>".repeat(MAX_DEPTH + 1)));
        assert!(!is_beyond_reason(&"<div><p>a<br><b>b</b></div>".repeat(MAX_DEPTH + 1)));
        assert!(!is_beyond_reason(&"<p>a < b <".repeat(MAX_DEPTH + 1)));
    }
}

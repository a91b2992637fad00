//! Whether a page is built in a way that takes time by the square of its length to put together: elements inside elements without
//! end, or one with thousands of attributes. Goes through the tags once and knows no more of HTML.

/// Browsers stop at 512. Pages with unclosed elements look deeper here than they are.
const MAX_DEPTH: usize = 2000;

/// The most attributes of an element.
const MAX_ATTRIBUTES: usize = 1000;

/// Elements that hold nothing, or that are often left open and close by themselves.
const NOT_COUNTED: [&str; 33] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr", "path", "html", "head", "body", "optgroup",
    "circle", "rect",
];

/// Elements whose content is no HTML, and what ends them.
const RAW: [(&str, &str); 2] = [("script", "</script"), ("style", "</style")];

/// What a page is like before it is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// How deeply elements lie in each other, at most.
    pub(super) depth: usize,
    /// How many tags there are.
    pub(super) n_tags: usize,
}

/// The shape of a page; `None` where no real page is like that.
pub(super) fn shape(html: &str) -> Option<Shape> {
    let bytes = html.as_bytes();
    let (mut depth, mut at) = (0_usize, 0_usize);
    let mut shape = Shape { depth: 0, n_tags: 0 };
    while let Some(open) = memchr::memchr(b'<', &bytes[at..]).map(|n| at + n) {
        at = open + 1;
        if bytes[at..].starts_with(b"!--") {
            at = end_of(bytes, at, b"-->");
            continue;
        }
        let is_end = bytes.get(at) == Some(&b'/');
        let name = name(&bytes[at + usize::from(is_end)..]);
        if name.is_empty() {
            continue;
        }
        shape.n_tags += 1;
        let (end, n_attributes) = end_of_tag(bytes, at);
        at = end;
        if let Some((_, raw_end)) = RAW.iter().find(|(raw, _)| !is_end && name.eq_ignore_ascii_case(raw.as_bytes())) {
            at = end_of(bytes, at, raw_end.as_bytes());
        } else if !NOT_COUNTED.iter().any(|other| name.eq_ignore_ascii_case(other.as_bytes())) {
            depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        }
        shape.depth = shape.depth.max(depth);
        if depth > MAX_DEPTH || n_attributes > MAX_ATTRIBUTES {
            return None;
        }
    }
    Some(shape)
}

/// The name of a tag; no name is long.
fn name(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().take(20).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.first().is_some_and(u8::is_ascii_alphabetic) { &bytes[..end] } else { &[] }
}

/// The end of the tag that `at` stands in, and how many words outside of quotation marks it has.
fn end_of_tag(bytes: &[u8], at: usize) -> (usize, usize) {
    let (mut quote, mut n_words, mut in_word) = (None, 0_usize, false);
    for (index, &byte) in bytes.iter().enumerate().skip(at) {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (index, n_words),
            None if byte.is_ascii_whitespace() => in_word = false,
            None => {
                if matches!(byte, b'"' | b'\'') {
                    quote = Some(byte);
                }
                n_words += usize::from(!in_word);
                in_word = true;
            }
        }
    }
    (bytes.len(), n_words)
}

/// Behind the next `end`, or the end of the page.
fn end_of(bytes: &[u8], at: usize, end: &[u8]) -> usize {
    memchr::memmem::find(&bytes[at..], end).map_or(bytes.len(), |n| at + n + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_reasonable(html: &str) -> bool {
        shape(html).is_some()
    }

    #[test]
    fn depth_is_counted_and_long_pages_are_not_deep() {
        assert!(!is_reasonable(&"<div>".repeat(MAX_DEPTH + 1)));
        assert!(is_reasonable(&"<div><p>a<br><b>b</b></div>".repeat(MAX_DEPTH + 1)));
        assert!(is_reasonable(&"<p>a < b <".repeat(MAX_DEPTH + 1)));
        assert!(is_reasonable(&"<script>\"<div>\"</script><!-- <div> --><style>".repeat(MAX_DEPTH + 1)));
    }

    #[test]
    fn attributes_are_counted_and_long_ones_are_not_many() {
        assert!(!is_reasonable(&format!("<p {}>", "a=1 ".repeat(MAX_ATTRIBUTES + 1))));
        assert!(is_reasonable(&format!("<p a=\"{}\">", "b c > ".repeat(MAX_ATTRIBUTES + 1))));
    }
}

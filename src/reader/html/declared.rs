//! The encoding that a page says it is in, in its first bytes. Source: HTML, section 13.2.3.2, in short.

use crate::reader::encoding::Encoding;

/// How far into a page the encoding may be named, in bytes.
const HEAD: usize = 4096;

/// By `<meta charset=…>`, the older `content="…; charset=…"`, or the declaration of XML.
pub(in crate::reader) fn declared_encoding(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let declaration = head.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    let in_declaration = declaration.and_then(|(declaration, _)| label(declaration, "encoding"));
    let in_meta = || head.split("<meta").skip(1).find_map(|meta| label(meta.split('>').next()?, "charset"));
    in_declaration.or_else(in_meta)
}

/// The encoding behind `name=`.
fn label(text: &str, name: &str) -> Option<Encoding> {
    let value = text.split_once(name)?.1.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/')).unwrap_or(value.len());
    Encoding::from_label(&value[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_named_in_three_ways() {
        for (html, name) in [
            ("<html><META charset=Windows-1256>", Some("windows-1256")),
            ("<meta name=a><meta http-equiv='Content-Type' content='text/html; charset = iso-8859-6'>", Some("ISO-8859-6")),
            ("<?xml version=\"1.0\" encoding=\"utf-8\"?><html>", Some("UTF-8")),
            ("<meta charset=nonsense><p>charset=utf-8", None),
            ("", None),
        ] {
            assert_eq!(declared_encoding(html.as_bytes()).map(Encoding::name), name, "{html}");
        }
    }
}

//! E-mail, and web pages that a browser saved as one file (MHTML), which is the same format with the page's parts attached.
//! Attachments are not read.

use mail_parser::{Message, MessageParser, MessagePart};

use super::html;
use super::office::filled;
use super::paragraphs::{Paragraphs, under_headline};
use super::{ReadCause, Watch};
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::Moment;

/// How far into a file the headers are looked at, in bytes.
const HEAD: usize = 8192;

/// Headers of which one stands in every saved page, and two in every message.
const OF_MESSAGES: [&str; 4] = ["from", "date", "subject", "message-id"];

/// A plain message is wrapped at about 76 characters: a line that is not much shorter goes on in the next.
const WRAPPED: usize = 50;

/// Whether the bytes start with the headers of a message.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut n_known = 0;
    let mut is_mime = false;
    for line in head.lines().take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return false;
        }
        is_mime |= name.eq_ignore_ascii_case("mime-version");
        n_known += usize::from(OF_MESSAGES.iter().any(|known| name.eq_ignore_ascii_case(known)));
    }
    n_known >= 2 || (is_mime && n_known >= 1)
}

/// Whether a message is a page that a browser saved.
pub(super) fn is_saved_page(bytes: &[u8]) -> bool {
    MessageParser::default().parse(bytes).is_some_and(|message| saved_page(&message).is_some())
}

/// The article of a message or a saved page.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    let message = MessageParser::default().parse(&bytes).ok_or(ReadCause::Damaged)?;
    match saved_page(&message) {
        Some(page) => read_page(page, watch),
        None => read_message(&message),
    }
}

/// The page of a file that a browser saved: it tells where it comes from, and a message does not.
fn saved_page<'a>(message: &'a Message<'_>) -> Option<&'a MessagePart<'a>> {
    let part = message.html_part(0).filter(|part| part.is_text_html())?;
    location(part).map(|_| part)
}

fn location(part: &MessagePart<'_>) -> Option<String> {
    let text = part.headers.iter().find(|header| header.name().eq_ignore_ascii_case("content-location"))?.value().as_text()?;
    text.contains("://").then(|| text.to_owned())
}

fn read_page(part: &MessagePart<'_>, watch: &Watch) -> Result<Article, ReadCause> {
    let mut article = html::read(part.text_contents().unwrap_or_default().to_owned(), watch)?;
    let is_web = |url: &String| url.starts_with("http");
    article.url = article.url.take().or_else(|| location(part).filter(is_web));
    Ok(article)
}

fn read_message(message: &Message<'_>) -> Result<Article, ReadCause> {
    let text = match message.html_part(0).filter(|part| part.is_text_html()) {
        Some(part) => html::all_text(part.text_contents().unwrap_or_default())?,
        None => unwrapped(&message.body_text(0).unwrap_or_default()),
    };
    let sender = message.from().and_then(|from| from.first());
    let named = sender.and_then(|sender| sender.name().or(sender.address()));
    let title = message.subject().and_then(filled);
    let date = message.date().and_then(|date| Moment::parse(&date.to_rfc3339()));
    Ok(Article {
        id: message.message_id().map(str::to_owned),
        text: under_headline(title.as_deref(), text),
        title,
        author: named.and_then(filled),
        published: date.map(|value| Published { value, origin: PublishedOrigin::Metadata }),
        ..Article::default()
    })
}

/// A plain text with its lines joined to paragraphs again.
fn unwrapped(text: &str) -> String {
    let mut out = Paragraphs::default();
    for line in text.lines() {
        out.words(line);
        match line.trim().chars().count() {
            0 => out.paragraph(),
            WRAPPED.. => out.blank(),
            _ => out.line(),
        }
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_known_by_their_headers() {
        assert!(is_mail(b"From: a@example.org\r\nSubject: x\r\n\r\ny"));
        assert!(is_mail(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"));
        for text in ["From: here\n\nto there", "وصل: أمس\nFrom: a\nDate: b", "", "a\nFrom: b\nDate: c", "Note: a\nDate: b\n"]
        {
            assert!(!is_mail(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_message_is_an_article() {
        let mail = "From: =?utf-8?B?2LPYp9mE2YU=?= <a@example.org>\r\nDate: Sun, 3 Mar 2024 08:30:00 +0300\r\nSubject: =?windows-1256?Q?=E6=D5=E1?=\r\n\
            Message-ID: <1@example.org>\r\nContent-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        let article = read([mail.as_bytes(), b"\xE6\xD5\xE1 \xC3\xE3\xD3.\r\n\r\n\xE6\xD5\xE1\r\n"].concat(), &Watch::default())
            .expect("a message");
        assert_eq!(article.text, "وصل أمس.\n\nوصل");
        assert_eq!((article.title.as_deref(), article.author.as_deref()), (Some("وصل"), Some("سالم")));
        assert_eq!(article.published.map(|published| published.value.to_string()).as_deref(), Some("2024-03-03T08:30"));
        assert_eq!(article.id.as_deref(), Some("1@example.org"));
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let long = "كلمة ".repeat(14);
        assert_eq!(unwrapped(&format!("{long}\nبقية\n\nأخرى\nسطر")), format!("{}بقية\n\nأخرى\nسطر", long));
    }
}

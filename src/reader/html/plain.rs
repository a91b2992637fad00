//! The text of a page that is too large or too deep to be put together as a tree: what its tags and characters say, one after the other.
//! Knows no main text. Takes memory for the text alone.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::blocks::{self, Break};
use crate::reader::paragraphs::Paragraphs;

/// How much of a page is handed on at once, in bytes.
const PIECE: usize = 64 << 10;

/// All that a page shows.
pub(super) fn text(html: &str) -> String {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, behind) = rest.split_at(rest.floor_char_boundary(PIECE));
        queue.push_back(StrTendril::from_slice(piece));
        let _ = tokenizer.feed(&queue);
        rest = behind;
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner().text.finish()
}

#[derive(Default)]
struct Sink(RefCell<State>);

#[derive(Default)]
struct State {
    text: Paragraphs,
    /// The element that is open and not to be seen, and how many of its name are open inside.
    unseen: Option<(String, usize)>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) if state.unseen.is_none() => state.text.words(&words),
            Token::TagToken(tag) => return state.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match &mut self.unseen {
            None if tag.kind == TagKind::StartTag && !tag.self_closing && blocks::is_unseen(name) => {
                self.unseen = Some((name.to_owned(), 0));
            }
            None => match blocks::gap(name) {
                Some(Break::Paragraph) => self.text.paragraph(),
                Some(Break::Line) if tag.kind == TagKind::StartTag => self.text.line(),
                _ => {}
            },
            Some((unseen, depth)) if *unseen == name => match (tag.kind, *depth) {
                (TagKind::StartTag, _) => *depth += 1,
                (TagKind::EndTag, 0) => self.unseen = None,
                (TagKind::EndTag, _) => *depth -= 1,
            },
            // A head need not be closed.
            Some((unseen, _)) if unseen == "head" && name == "body" => self.unseen = None,
            Some(_) => {}
        }
        match (tag.kind, name) {
            (TagKind::StartTag, "script" | "style" | "iframe" | "noembed" | "noframes") => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            (TagKind::StartTag, "title" | "textarea") => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;
    use crate::reader::html::shown;

    #[test]
    fn the_text_is_that_of_the_tree() {
        for html in [
            "<html><head><title>عنوان</title><style>p {}</style></head><body><h1>عنوان</h1><div>وصل <b>الوفد</b>\n  أمس<p>ثم<br>غادر</div>",
            "<body><p>أ &amp; ب &#1575;<script>if (a < b) '</p>'</script><svg><text>x</text></svg><table><tr><td>أ</td><td>ب</td></tr></table>",
            "<head><meta charset=utf-8><body>وصل<nav><nav>x</nav>y</nav> أمس",
            "",
        ] {
            assert_eq!(text(html), shown(&Document::from(html)), "{html}");
        }
    }

    #[test]
    fn pieces_may_end_anywhere() {
        let html = format!("<body>{}", "<p>وصل الوفد".repeat(20_000));
        assert_eq!(text(&html).matches("وصل الوفد").count(), 20_000);
    }
}

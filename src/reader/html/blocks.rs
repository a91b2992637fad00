//! The text below a node of a page, in paragraphs and lines as a browser would show it.
//! Goes from node to node without calling itself: how deep a page is costs nothing.

use dom_query::NodeRef;

use crate::reader::paragraphs::Paragraphs;

/// Elements that show none of their text, or text that belongs to no article.
const UNSEEN: [&str; 18] = [
    "script", "style", "noscript", "template", "head", "title", "textarea", "select", "button", "iframe", "object", "svg",
    "math", "audio", "video", "canvas", "nav", "datalist",
];

/// Elements that stand in lines of their own.
const BLOCKS: [&str; 37] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "caption",
    "tr",
    "pre",
    "hr",
    "address",
    "form",
    "fieldset",
    "details",
    "summary",
    "center",
    "hgroup",
    "body",
    "legend",
];

/// What an element puts between the words before and behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    Line,
    Paragraph,
}

/// Whether what an element holds is not shown as text.
pub(super) fn is_unseen(name: &str) -> bool {
    UNSEEN.contains(&name)
}

/// What stands around an element, by its name.
pub(super) fn gap(name: &str) -> Option<Break> {
    match name {
        "br" | "td" | "th" => Some(Break::Line),
        name => BLOCKS.contains(&name).then_some(Break::Paragraph),
    }
}

/// The text below `root`.
pub(super) fn text(root: &NodeRef<'_>) -> String {
    let mut text = Paragraphs::default();
    let mut next = root.first_child();
    while let Some(node) = next {
        let is_seen = enter(&node, &mut text);
        let child = if is_seen { node.first_child() } else { None };
        next = child.or_else(|| after(node, root, &mut text));
    }
    text.finish()
}

/// The node that follows in the order of the page once `node` is done.
fn after<'a>(mut node: NodeRef<'a>, root: &NodeRef<'a>, text: &mut Paragraphs) -> Option<NodeRef<'a>> {
    loop {
        leave(&node, text);
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent().filter(|parent| parent.id != root.id)?;
    }
}

/// Whether what stands below `node` is to be read.
fn enter(node: &NodeRef<'_>, text: &mut Paragraphs) -> bool {
    if node.is_text() {
        let is_preformatted = node.parent().is_some_and(|parent| parent.has_name("pre"));
        if is_preformatted {
            text.lines(&node.text())
        } else {
            text.words(&node.text())
        }
        return false;
    }
    let Some(name) = node.node_name() else { return !node.is_comment() && !node.is_doctype() };
    if is_unseen(&name) || node.has_attr("hidden") {
        return false;
    }
    match gap(&name) {
        Some(Break::Line) => text.line(),
        Some(Break::Paragraph) => text.paragraph(),
        None => {}
    }
    true
}

fn leave(node: &NodeRef<'_>, text: &mut Paragraphs) {
    if node.node_name().is_some_and(|name| gap(&name) == Some(Break::Paragraph)) {
        text.paragraph();
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    #[test]
    fn blocks_are_paragraphs_and_breaks_are_lines() {
        let html = "<h1>عنوان</h1><div>وصل <b>الوفد</b>\n  أمس<p>ثم<br>غادر</div><script>x()</script><!-- y -->
            <table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td></tr></table><pre>سطر\nسطر</pre><p hidden>z</p>";
        let document = Document::from(html);
        assert_eq!(text(&document.root()), "عنوان\n\nوصل الوفد أمس\n\nثم\nغادر\n\nأ\nب\n\nج\n\nسطر\nسطر");
        assert_eq!(text(&Document::from("").root()), "");
    }
}

//! Office Open XML, as Word writes it: the text of the main part, as it stands after all changes are accepted.
//! Headers, footers, notes and comments are other parts: they belong to all of the file and not to the article. Source: ECMA-376, part 1, section 17.

use super::archive::Archive;
use super::office::{article, everything};
use super::paragraphs::Paragraphs;
use super::xml::{self, Node, Tag};
use super::{ReadCause, Watch};
use crate::article::Article;

const CONTENT_TYPES: &str = "[Content_Types].xml";
const RELATIONS: &str = "_rels/.rels";

/// What the main part of every kind of text document is called among the content types.
const MAIN_PARTS: [&str; 4] = [
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
];

/// Elements whose text is not there for readers: what was taken or moved away, and the second way to say the same.
const UNSEEN: [&str; 4] = ["del", "moveFrom", "Fallback", "instrText"];

/// Whether an archive is such a document.
pub(super) fn is_docx(archive: &mut Archive<'_>) -> bool {
    archive.has(CONTENT_TYPES)
        && archive.part(CONTENT_TYPES).is_ok_and(|bytes| {
            let types = String::from_utf8_lossy(&bytes);
            MAIN_PARTS.iter().any(|main| types.contains(main))
        })
}

/// The article of a document.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    let mut archive = Archive::open(&bytes)?;
    let main = main_part(&mut archive, watch)?;
    let text = text(archive.part(&main)?, watch)?;
    let before = beside(&mut archive, &main, &BEFORE, watch)?;
    let behind = beside(&mut archive, &main, &BEHIND, watch)?;
    let everything = everything(&before, &text, &behind);
    Ok(Article { everything, ..article(&mut archive, "docProps/core.xml", text, watch)? })
}

/// Parts whose text is not the article's, by how the main part is related to them.
const BEFORE: [&str; 1] = ["/header"];
const BEHIND: [&str; 4] = ["/footnotes", "/endnotes", "/comments", "/footer"];

/// The texts of such parts. What is damaged beside the article does not spoil it.
fn beside(archive: &mut Archive<'_>, main: &str, kinds: &[&str], watch: &Watch) -> Result<Vec<String>, ReadCause> {
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
    let within = |path: &str| if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
    let mut found = Vec::new();
    let _ = xml::walk(archive.part(&within(&format!("_rels/{name}.rels"))).unwrap_or_default(), watch, |node| {
        if let Node::Open(tag) = node
            && let (Some(kind), Some(target)) = (tag.attribute("Type"), tag.attribute("Target"))
            && let Some(order) = kinds.iter().position(|name| kind.ends_with(name))
        {
            found.push((order, target.strip_prefix('/').map_or_else(|| within(&target), str::to_owned)));
        }
        Ok(())
    });
    found.sort();
    found.dedup();
    let mut texts: Vec<String> = Vec::new();
    for (_, path) in found.iter().take(MAX_BESIDE) {
        watch.go_on()?;
        let text = archive.part(path).and_then(|part| text(part, watch)).unwrap_or_default();
        // The head of the first page is often that of all pages.
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Ok(texts)
}

/// A document has no more parts beside its main one.
const MAX_BESIDE: usize = 64;

/// The name of the main part, as the relations of the document tell it.
fn main_part(archive: &mut Archive<'_>, watch: &Watch) -> Result<String, ReadCause> {
    let mut main = None;
    xml::walk(archive.part(RELATIONS)?, watch, |node| {
        if let Node::Open(tag) = node
            && tag.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            main = main.take().or(tag.attribute("Target"));
        }
        Ok(())
    })?;
    main.map(|target| target.trim_start_matches('/').to_owned()).ok_or(ReadCause::Damaged)
}

/// Where in the document the walk is.
#[derive(Default)]
struct State {
    text: Paragraphs,
    /// Inside the text of a run.
    in_text: bool,
    /// The run is hidden.
    is_hidden: bool,
}

fn text(xml: Vec<u8>, watch: &Watch) -> Result<String, ReadCause> {
    let mut state = State::default();
    xml::walk_seen(xml, watch, &UNSEEN, |node| {
        match node {
            Node::Open(tag) => state.open(&tag),
            Node::Text(text) if state.in_text && !state.is_hidden => state.text.words(text),
            Node::Text(_) => {}
            Node::Close(name) => state.close(name),
        }
        Ok(())
    })?;
    Ok(state.text.finish())
}

impl State {
    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "t" => self.in_text = true,
            "r" => self.is_hidden = false,
            "vanish" => self.is_hidden = !matches!(tag.attribute("val").as_deref(), Some("0" | "false" | "off")),
            "p" => self.text.paragraph(),
            "tab" => self.text.blank(),
            "br" | "cr" => self.text.line(),
            "noBreakHyphen" => self.text.words("\u{2011}"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => self.is_hidden = false,
            "p" => self.text.paragraph(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::archive::zipped;

    #[test]
    fn notes_and_heads_of_pages_are_a_part_of_the_file() {
        let part = |text: &str| format!("<w:x xmlns:w='w'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:x>");
        let related = |kind: &str, target: &str| format!("<Relationship Type='o/{kind}' Target='{target}'/>");
        let relations =
            [related("footnotes", "notes.xml"), related("header", "/word/head.xml"), related("comments", "no.xml")].concat();
        let document = zipped(&[
            (RELATIONS, &format!("<R>{}</R>", related("officeDocument", "word/document.xml"))),
            ("word/_rels/document.xml.rels", &format!("<R>{relations}</R>")),
            ("word/document.xml", &part("وصل الوفد")),
            ("word/notes.xml", &part("حاشية")),
            ("word/head.xml", &part("المرفأ")),
        ]);
        let article = read(document, &Watch::default()).expect("a document");
        assert_eq!(article.text, "وصل الوفد");
        assert_eq!(article.everything.as_deref(), Some("المرفأ\n\nوصل الوفد\n\nحاشية"));
    }

    #[test]
    fn what_readers_see_is_read() {
        let xml = r#"<w:document xmlns:w="w"><w:body>
            <w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">وصل </w:t></w:r><w:r><w:t>الوفد</w:t></w:r>
                <w:del><w:r><w:delText>غدا</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> أمس</w:t></w:r></w:ins></w:p>
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t></w:r><w:moveFrom><w:r><w:t>هنا</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:r><w:t>في</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>آذار</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
            <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>إطار</w:t></w:r></w:p></mc:Choice>
                <mc:Fallback><w:p><w:r><w:t>إطار</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
        </w:body></w:document>"#;
        assert_eq!(text(xml.as_bytes().to_vec(), &Watch::default()).as_deref(), Ok("وصل الوفد أمس\n\nفي 3\nآذار\n\nإطار"));
    }
}

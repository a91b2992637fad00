//! Where the words of a group go, by the control word that opens it.

/// A place for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    Body,
    Title,
    Author,
    /// The table of fonts: its words are names, but it says how letters are encoded.
    Fonts,
    /// What is said about the document: only some of its groups count.
    Information,
    Nowhere,
}

/// Groups whose words are no part of the text.
const NOWHERE: [&str; 35] = [
    "colortbl",
    "stylesheet",
    "listtable",
    "listoverridetable",
    "pict",
    "object",
    "objdata",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "atnid",
    "atnauthor",
    "fldinst",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "filetbl",
    "revtbl",
    "bkmkstart",
    "bkmkend",
    "nonshppict",
    "listtext",
    "pntext",
    "mmath",
];

/// The destination that a word opens, where it opens one.
pub(super) fn destination(word: &str) -> Option<Destination> {
    match word {
        "fonttbl" => Some(Destination::Fonts),
        "title" => Some(Destination::Title),
        "author" => Some(Destination::Author),
        "info" => Some(Destination::Information),
        _ => NOWHERE.contains(&word).then_some(Destination::Nowhere),
    }
}

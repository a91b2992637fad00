//! Words of the interface come from `data/i18n`: none may stand in `ui` and `app`.
//! Knows which calls show a text and which take a key or a name.

use crate::architecture::lexer::{Lexeme, Token, lex};
use crate::architecture::paths::in_tests;

/// Calls whose strings are read by people.
const SHOWN: [&str; 30] = [
    "label",
    "button",
    "small_button",
    "heading",
    "monospace",
    "strong",
    "weak",
    "small",
    "colored_label",
    "checkbox",
    "radio",
    "radio_value",
    "selectable_label",
    "selectable_value",
    "toggle_value",
    "link",
    "hyperlink_to",
    "menu_button",
    "collapsing",
    "hint_text",
    "on_hover_text",
    "on_disabled_hover_text",
    "on_hover_text_at_pointer",
    "with_title",
    "set_title",
    "labeled",
    "selected",
    "line",
    "widget_text",
    "drag_value",
];

/// Types whose `new` shows its strings.
const SHOWN_TYPES: [&str; 6] = ["RichText", "Button", "Label", "Window", "CollapsingHeader", "Checkbox"];

/// Macros that hand their strings on to the call around them.
const FORMATS: [&str; 3] = ["format", "concat", "format_args"];

/// What a file breaks, one line each. `file` is its path below `src`, with `/`.
pub(crate) fn violations(file: &str, source: &str) -> Vec<String> {
    if !file.starts_with("ui/") && !file.starts_with("app/") {
        return Vec::new();
    }
    let lexemes = lex(source);
    let tests = in_tests(&lexemes);
    let mut calls = Calls::default();
    let mut faults = Vec::new();
    for (at, lexeme) in lexemes.iter().enumerate() {
        calls.visit(&lexemes, at);
        let Token::Text(text) = &lexeme.token else { continue };
        if tests[at] {
            continue;
        }
        if text.chars().any(is_arabic_letter) {
            faults.push(format!("src/{file}:{}: «{text}» belongs in data/i18n", lexeme.line));
        } else if calls.shows() && has_words(text) {
            faults.push(format!("src/{file}:{}: \"{text}\" is shown without going through i18n", lexeme.line));
        }
    }
    faults
}

/// The calls that are open around a place, the innermost last.
#[derive(Default)]
struct Calls(Vec<Call>);

#[derive(Clone, Copy, PartialEq)]
enum Call {
    /// Shows its strings.
    Shown,
    /// Hands them on to the call around it.
    Handed,
    /// Takes them for itself: a key, a name, an argument of a message.
    Taken,
}

impl Calls {
    fn visit(&mut self, lexemes: &[Lexeme], at: usize) {
        if ["(", "[", "{"].iter().any(|sign| lexemes[at].is_sign(sign)) {
            self.0.push(call_of(lexemes, at));
        } else if [")", "]", "}"].iter().any(|sign| lexemes[at].is_sign(sign)) {
            self.0.pop();
        }
    }

    fn shows(&self) -> bool {
        self.0.iter().rev().find(|call| **call != Call::Handed) == Some(&Call::Shown)
    }
}

/// What the bracket at a place belongs to.
fn call_of(lexemes: &[Lexeme], at: usize) -> Call {
    let word = |back: usize| at.checked_sub(back).and_then(|at| lexemes[at].word());
    let sign = |back: usize, sign: &str| at.checked_sub(back).is_some_and(|at| lexemes[at].is_sign(sign));
    let named_type = if sign(2, "::") { word(3) } else { None };
    if lexemes[at].is_sign("{") {
        return block_of(at.checked_sub(1).map(|at| &lexemes[at]));
    }
    match (word(1), named_type) {
        (Some("new"), Some(named)) if SHOWN_TYPES.contains(&named) => Call::Shown,
        // A definition is no call.
        (Some(_), _) if word(2) == Some("fn") => Call::Taken,
        (Some(name), _) if lexemes[at].is_sign("(") && SHOWN.contains(&name) => Call::Shown,
        (Some("from"), Some("WidgetText" | "RichText")) => Call::Shown,
        (Some(_), _) => Call::Taken,
        _ if sign(1, "!") && word(2).is_some_and(|name| FORMATS.contains(&name)) => Call::Handed,
        _ if sign(1, "!") || sign(1, ">") => Call::Taken,
        // A tuple, an array: whoever stands around it decides.
        _ => Call::Handed,
    }
}

/// The branch of an `if` or `match` gives its value to the call around it; the body of a closure and the fields of a type do not.
fn block_of(before: Option<&Lexeme>) -> Call {
    let of_closure = before.is_some_and(|lexeme| lexeme.token == Token::Other);
    let of_type = before.and_then(Lexeme::word).is_some_and(|word| word.starts_with(char::is_uppercase));
    if of_closure || of_type { Call::Taken } else { Call::Handed }
}

/// Letters outside the places of a format string.
fn has_words(text: &str) -> bool {
    let mut depth = 0;
    text.chars().any(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && letter.is_alphabetic()
    })
}

fn is_arabic_letter(letter: char) -> bool {
    let arabic = matches!(letter, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    arabic && letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(source: &str) -> usize {
        violations("ui/card.rs", source).len()
    }

    #[test]
    fn words_that_reach_the_toolkit_are_found() {
        for source in [
            r#"ui.label("Open");"#,
            r#"ui.button(format!("{} events", n));"#,
            r#"ui.label(RichText::new("Open").strong());"#,
            r#"egui::Window::new("Keys").show(ctx, |ui| {});"#,
            r#"response.on_hover_text(r"zoom in");"#,
            r#"ui.checkbox(&mut on, "on");"#,
            r#"ui.label(if a { "yes" } else { b });"#,
            r#"TextSpec::line("Open", style);"#,
            r#"builder.with_title("Waqai");"#,
        ] {
            assert_eq!(faults(source), 1, "{source}");
        }
    }

    #[test]
    fn keys_names_and_signs_are_not() {
        for source in [
            r#"ui.label(i18n.text("open"));"#,
            r#"ui.label(format!("{} – {day}", n));"#,
            r#"ui.label("·"); ui.button("⇄");"#,
            r#"ui.label(look.words(&Message::new("count").with("n", 3)));"#,
            r#"egui::ScrollArea::vertical().id_salt("article").show(ui, |ui| {});"#,
            r#"ui.menu_button(title, |ui| { let id = "menu"; });"#,
            r#"ui.label(i18n.message(&Message { key: "count" }));"#,
            r#"fn label(text: &str) { log("label"); }"#,
            r#"#[cfg(test)] mod tests { fn f() { ui.label("Open"); ui.label("افتح"); } }"#,
            r#"// ui.label("Open") «افتح»"#,
        ] {
            assert_eq!(faults(source), 0, "{source}");
        }
    }

    #[test]
    fn arabic_stands_nowhere_in_the_interface() {
        assert_eq!(faults(r#"const OPEN: &str = "افتح";"#), 1);
        assert_eq!(faults(r#"const OPEN: &str = "\u{627}\u{641}";"#), 1);
        assert_eq!(faults(r#"const SIGNS: &str = "، ؛ ؟ \u{200F}";"#), 0);
        assert_eq!(violations("app/mod.rs", r#"f("وقائع")"#).len(), 1);
        assert_eq!(violations("extract/ar.rs", r#"f("وقائع")"#), [""; 0]);
    }
}

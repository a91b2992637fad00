//! The paths that a source file names: in `use`, in groups and inline, with the module they start from resolved.
//! Knows no floors.

use crate::architecture::lexer::{Lexeme, lex};

/// A path, as seen from the crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) target: Target,
    /// Counted from 1.
    pub(crate) line: usize,
    /// Whether it stands in code that only tests build.
    pub(crate) in_test: bool,
}

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Into this crate: the segments after `crate`.
    Own(Vec<String>),
    /// Anywhere else, or to something already in scope.
    Other(Vec<String>),
}

/// The paths of a file; `module` is the file's own module, without `crate`.
pub(crate) fn references(source: &str, module: &[&str]) -> Vec<Reference> {
    let lexemes = lex(source);
    let module = module.iter().map(|&segment| segment.to_owned()).collect();
    let mut walk = Walk { scopes: Scopes::new(), lexemes: &lexemes, at: 0, module, found: Vec::new() };
    while walk.at < lexemes.len() {
        walk.step();
    }
    walk.found
}

/// Which pieces of a file stand in code that only tests build.
pub(crate) fn in_tests(lexemes: &[Lexeme]) -> Vec<bool> {
    let mut scopes = Scopes::new();
    (0..lexemes.len())
        .map(|at| {
            scopes.visit(lexemes, at);
            scopes.in_test()
        })
        .collect()
}

/// The modules in files of their own that only tests build: `#[cfg(test)] mod testing;`.
pub(crate) fn test_modules(source: &str) -> Vec<String> {
    let lexemes = lex(source);
    let of_tests = in_tests(&lexemes);
    let declared = |at: usize| match &lexemes[at..] {
        [keyword, name, end, ..] if of_tests[at] && keyword.is_word("mod") && end.is_sign(";") => name.word(),
        _ => None,
    };
    (0..lexemes.len()).filter_map(declared).map(str::to_owned).collect()
}

/// The braces that are open around a place.
struct Scopes {
    open: Vec<Scope>,
    next: Scope,
}

#[derive(Clone, Default)]
struct Scope {
    module: Option<String>,
    test: bool,
}

impl Scopes {
    fn new() -> Self {
        Self { open: Vec::new(), next: Scope::default() }
    }

    fn visit(&mut self, lexemes: &[Lexeme], at: usize) {
        let lexeme = &lexemes[at];
        if lexeme.is_sign("{") {
            let scope = std::mem::take(&mut self.next);
            self.open.push(scope);
        } else if lexeme.is_sign("}") {
            self.open.pop();
        } else if lexeme.is_sign(";") {
            self.next = Scope::default();
        } else if lexeme.is_word("mod") {
            self.next.module = lexemes.get(at + 1).and_then(Lexeme::word).map(str::to_owned);
        } else if lexeme.is_sign("#") && is_test_attribute(&lexemes[at + 1..]) {
            self.next.test = true;
        }
    }

    fn in_test(&self) -> bool {
        self.next.test || self.open.iter().any(|scope| scope.test)
    }

    fn modules(&self) -> impl Iterator<Item = &String> {
        self.open.iter().filter_map(|scope| scope.module.as_ref())
    }
}

/// `[cfg(test)]`, also among other conditions, and `[test]`.
fn is_test_attribute(rest: &[Lexeme]) -> bool {
    let end = rest.iter().position(|lexeme| lexeme.is_sign("]")).unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end].iter().filter_map(Lexeme::word).collect();
    words == ["test"] || (words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not"))
}

struct Walk<'a> {
    scopes: Scopes,
    lexemes: &'a [Lexeme],
    at: usize,
    module: Vec<String>,
    found: Vec<Reference>,
}

impl Walk<'_> {
    fn step(&mut self) {
        self.scopes.visit(self.lexemes, self.at);
        let opens_tree = self.word(self.at) == Some("use") && !self.sign(self.at + 1, "<");
        if opens_tree {
            self.at += 1;
            self.tree(&[]);
        } else if self.starts_path() {
            self.inline();
        } else {
            self.at += 1;
        }
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.lexemes.get(at).and_then(Lexeme::word)
    }

    fn sign(&self, at: usize, sign: &str) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.is_sign(sign))
    }

    /// A word with `::` after it that continues nothing.
    fn starts_path(&self) -> bool {
        if self.word(self.at).is_none() || !self.sign(self.at + 1, "::") {
            return false;
        }
        let before = |n: usize| self.at.checked_sub(n);
        let after_dot = before(1).is_some_and(|at| self.sign(at, "."));
        let continues = before(1).is_some_and(|at| self.sign(at, "::"))
            && before(2).is_some_and(|at| self.word(at).is_some() || self.sign(at, ">"));
        !after_dot && !continues
    }

    fn inline(&mut self) {
        let line = self.lexemes[self.at].line;
        let mut path = Vec::new();
        while let Some(word) = self.word(self.at) {
            path.push(word.to_owned());
            self.at += 1;
            if !self.sign(self.at, "::") {
                break;
            }
            self.at += 1;
        }
        self.push(&path, line);
    }

    /// One branch of a `use`; stands after it when done.
    fn tree(&mut self, prefix: &[String]) {
        let mut path = prefix.to_vec();
        let line = self.lexemes.get(self.at).map_or(0, |lexeme| lexeme.line);
        while self.at < self.lexemes.len() {
            if self.sign(self.at, "{") {
                return self.group(&path);
            } else if self.sign(self.at, ",") || self.sign(self.at, "}") || self.sign(self.at, ";") {
                break;
            } else if self.word(self.at) == Some("as") {
                self.at += 2;
            } else {
                // `$` before `crate`, `*` and `::` add nothing to where the path leads.
                path.extend(self.word(self.at).map(str::to_owned));
                self.at += 1;
            }
        }
        if path.len() > 1 && path.last().is_some_and(|segment| segment == "self") {
            path.pop();
        }
        self.push(&path, line);
    }

    fn group(&mut self, prefix: &[String]) {
        self.at += 1;
        while self.at < self.lexemes.len() && !self.sign(self.at, "}") {
            if self.sign(self.at, ",") {
                self.at += 1;
            } else {
                self.tree(prefix);
            }
        }
        self.at += 1;
    }

    fn push(&mut self, path: &[String], line: usize) {
        if path.is_empty() {
            return;
        }
        let target = self.resolve(path);
        self.found.push(Reference { target, line, in_test: self.scopes.in_test() });
    }

    fn resolve(&self, path: &[String]) -> Target {
        let here = self.module.iter().chain(self.scopes.modules()).cloned();
        let mut own: Vec<String> = match path[0].as_str() {
            "crate" => Vec::new(),
            "self" | "super" => here.collect(),
            _ => return Target::Other(path.to_vec()),
        };
        for segment in path {
            match segment.as_str() {
                "crate" | "self" => {}
                "super" => drop(own.pop()),
                name => own.push(name.to_owned()),
            }
        }
        Target::Own(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths of a source in the module `timeline::scale`, `crate::` before those of the crate, `(test)` after those of tests.
    fn paths(source: &str) -> Vec<String> {
        let show = |reference: Reference| {
            let path = match reference.target {
                Target::Own(path) => format!("crate::{}", path.join("::")),
                Target::Other(path) => path.join("::"),
            };
            if reference.in_test { format!("{path} (test)") } else { path }
        };
        references(source, &["timeline", "scale"]).into_iter().map(show).collect()
    }

    #[test]
    fn groups_are_opened_up() {
        let source = "use crate::{base::{Span, time::*}, ui as panels, event::{self, Event}};";
        let found = ["base::Span", "base::time", "ui", "event", "event::Event"].map(|path| format!("crate::{path}"));
        assert_eq!(paths(source), found);
    }

    #[test]
    fn super_is_followed_to_where_it_leads() {
        assert_eq!(paths("use super::super::app::App;"), ["crate::app::App"]);
        assert_eq!(
            paths("fn f() { super::super::app::run(); self::x::y(); }"),
            ["crate::app::run", "crate::timeline::scale::x::y"]
        );
        assert_eq!(paths("mod inner { use super::super::ticks; }"), ["crate::timeline::ticks"]);
    }

    #[test]
    fn inline_paths_are_found_wherever_they_stand() {
        let source = "fn f(x: &crate::app::App) -> Vec<crate::ui::Panel> { m!($crate::cli::run); <crate::base::A>::b() }";
        assert_eq!(paths(source), ["crate::app::App", "crate::ui::Panel", "crate::cli::run", "crate::base::A"]);
        assert_eq!(paths("fn f() { ::eframe::run() }"), ["eframe::run"]);
        assert_eq!(paths("fn f() { Vec::<crate::ui::Panel>::new() }"), ["Vec", "crate::ui::Panel"]);
    }

    #[test]
    fn what_names_no_path_is_left_alone() {
        assert_eq!(paths("pub(crate) fn f(egui: u8) -> impl Sized + use<'_> { a.b() } // crate::app::run"), [""; 0]);
        assert_eq!(paths(r#"const A: &str = "crate::app";"#), [""; 0]);
        assert_eq!(paths("mod egui;"), [""; 0]);
    }

    #[test]
    fn code_that_only_tests_build_is_marked() {
        let source =
            "#[cfg(test)] mod tests { use std::fs; } use std::env; #[cfg(test)] use std::net; #[cfg(not(test))] use std::io;";
        assert_eq!(paths(source), ["std::fs (test)", "std::env", "std::net (test)", "std::io"]);
        assert_eq!(
            paths("#[test] fn f() { std::fs::read(a); } fn g() { std::env::args() }"),
            ["std::fs::read (test)", "std::env::args"]
        );
    }

    #[test]
    fn modules_that_only_tests_build_are_known_by_their_declaration() {
        assert_eq!(
            test_modules("mod a; #[cfg(test)] pub(crate) mod testing; mod b; #[cfg(test)] mod tests { mod c {} }"),
            ["testing"]
        );
    }
}

//! The floors, and what each may use. `ARCHITECTURE.md` shows the same table to people.

use crate::architecture::paths::{Reference, Target, references};

/// A floor of the house.
pub(crate) struct Floor {
    /// Its folder below `src`.
    pub(crate) name: &'static str,
    /// The floors it may use beside itself.
    pub(crate) may_use: &'static [&'static str],
    /// Whether it may touch files and the clock.
    pub(crate) io: bool,
    /// Whether it may read the environment.
    pub(crate) environment: bool,
    /// Whether it may know the toolkit.
    pub(crate) toolkit: bool,
}

/// From the ground up. `text/egui` is the part of `text` that knows the toolkit.
pub(crate) const FLOORS: [Floor; 14] = [
    floor("base", &[]),
    floor("article", &["base"]),
    floor("event", &["base", "article"]),
    floor("reader", &["base", "article", "event"]).with_io(),
    floor("extract", &["base", "article", "event"]),
    floor("timeline", &["base", "article", "event"]),
    floor("i18n", &["base"]).with_environment(),
    floor("text", &["base"]),
    floor("text/egui", &["base", "text"]).with_toolkit(),
    floor("project", &["base", "article", "event"]).with_io(),
    floor("export", &["base", "article", "event", "timeline", "i18n", "text", "project"]).with_io(),
    floor("ui", &["base", "article", "event", "timeline", "i18n", "text", "text/egui"]).with_toolkit(),
    floor("cli", &["base", "article", "event", "reader", "extract", "timeline", "i18n", "text", "project", "export"]).with_io(),
    floor("app", &ALL).with_io().with_toolkit(),
];

const ALL: [&str; 13] =
    ["base", "article", "event", "reader", "extract", "timeline", "i18n", "text", "text/egui", "project", "export", "ui", "cli"];

/// The crates that draw windows.
const TOOLKIT: [&str; 10] =
    ["egui", "eframe", "epaint", "emath", "ecolor", "egui_kittest", "egui_extras", "winit", "rfd", "arboard"];

/// What reaches beyond the program and does not come back the same.
const IO: [&str; 6] = ["std::fs", "std::process", "std::time::SystemTime", "std::time::Instant", "chrono::Utc", "chrono::Local"];

/// What reads the wishes of the session.
const ENVIRONMENT: [&str; 2] = ["std::env", "sys_locale"];

const fn floor(name: &'static str, may_use: &'static [&'static str]) -> Floor {
    Floor { name, may_use, io: false, environment: false, toolkit: false }
}

impl Floor {
    const fn with_io(mut self) -> Self {
        self.io = true;
        self.with_environment()
    }

    const fn with_environment(mut self) -> Self {
        self.environment = true;
        self
    }

    const fn with_toolkit(mut self) -> Self {
        self.toolkit = true;
        self
    }
}

/// What a file breaks, one line each. `file` is its path below `src`, with `/`.
pub(crate) fn violations(file: &str, source: &str) -> Vec<String> {
    if matches!(file, "lib.rs" | "main.rs") {
        return Vec::new();
    }
    let module = module_of(file);
    let Some(floor) = floor_of(&module) else {
        return vec![format!("src/{file}: belongs to no floor")];
    };
    references(source, &module)
        .iter()
        .filter_map(|reference| fault(floor, reference).map(|fault| format!("src/{file}:{}: {fault}", reference.line)))
        .collect()
}

fn fault(floor: &Floor, reference: &Reference) -> Option<String> {
    match &reference.target {
        Target::Own(path) => arrow(floor, path),
        Target::Other(path) => outside(floor, path, reference.in_test),
    }
}

fn arrow(floor: &Floor, path: &[String]) -> Option<String> {
    let segments: Vec<&str> = path.iter().map(String::as_str).collect();
    let Some(target) = floor_of(&segments) else {
        return Some(format!("`crate::{}` names no floor", segments.join("::")));
    };
    let allowed = target.name == floor.name || floor.may_use.contains(&target.name);
    (!allowed).then(|| format!("`{}` may not use `{}` (crate::{})", floor.name, target.name, segments.join("::")))
}

fn outside(floor: &Floor, path: &[String], in_test: bool) -> Option<String> {
    let joined = path.join("::");
    let leads_to = |forbidden: &&str| joined == **forbidden || joined.starts_with(&format!("{forbidden}::"));
    if !floor.toolkit && TOOLKIT.contains(&path[0].as_str()) {
        Some(format!("`{}` may not know the toolkit ({joined})", floor.name))
    } else if leads_to(&"std::net") {
        Some(format!("nothing here reaches for the network ({joined})"))
    } else if !floor.io && !in_test && IO.iter().any(leads_to) {
        Some(format!("`{}` touches neither files nor the clock ({joined})", floor.name))
    } else if !floor.environment && !in_test && ENVIRONMENT.iter().any(leads_to) {
        Some(format!("`{}` does not read the environment ({joined})", floor.name))
    } else {
        None
    }
}

/// The module of a file: `timeline/mod.rs` and `timeline.rs` are `timeline`.
fn module_of(file: &str) -> Vec<&str> {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    stem.strip_suffix("/mod").unwrap_or(stem).split('/').collect()
}

/// The floor of a module or of something in it, the innermost where floors lie in each other.
fn floor_of(path: &[&str]) -> Option<&'static Floor> {
    let joined = path.join("/");
    let holds = |floor: &&Floor| joined == floor.name || joined.starts_with(&format!("{}/", floor.name));
    FLOORS.iter().filter(holds).max_by_key(|floor| floor.name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, source: &str, faults: &[&str]) {
        let found = violations(file, source);
        assert_eq!(found.len(), faults.len(), "{file}: {source}: {found:?}");
        for (found, fault) in found.iter().zip(faults) {
            assert!(found.contains(fault), "{found}, not {fault}");
        }
    }

    #[test]
    fn arrows_down_are_allowed() {
        check("extract/temporal/ar/month.rs", "use crate::{base::TextSpan, event::Timex}; use super::super::lexicon;", &[]);
        check("ui/label.rs", "use crate::text::egui::layout; use eframe::egui::Ui;", &[]);
        check("app/mod.rs", "use crate::{ui, reader, cli, text::egui}; use std::fs;", &[]);
        check("text/egui/mod.rs", "use super::bidi::Run; use eframe::egui;", &[]);
        check("main.rs", "use waqai::app; use crate::anything;", &[]);
    }

    #[test]
    fn arrows_up_and_sideways_are_not() {
        check("base/fold.rs", "use crate::article::Article;", &["`base` may not use `article`"]);
        check("extract/mod.rs", "use super::timeline::Model;", &["`extract` may not use `timeline`"]);
        check("timeline/a.rs", "use crate::{base::Moment,\n i18n::I18n};", &["timeline/a.rs:2: `timeline` may not use `i18n`"]);
        check("ui/card.rs", "fn f(r: crate::reader::ReadError) {}", &["`ui` may not use `reader`"]);
        check("cli/mod.rs", "use crate::text::egui::layout;", &["`cli` may not use `text/egui`"]);
        check("text/mod.rs", "use crate::text::egui as painted;", &["`text` may not use `text/egui`"]);
        check("article/mod.rs", "mod inner { fn f() { super::super::ui::show() } }", &["`article` may not use `ui`"]);
        check("base/mod.rs", "#[cfg(test)] mod tests { use crate::app::App; }", &["`base` may not use `app`"]);
    }

    #[test]
    fn the_toolkit_stays_upstairs() {
        check("timeline/layout.rs", "use eframe::egui::Rect;", &["`timeline` may not know the toolkit"]);
        check("text/bidi.rs", "fn f() -> egui::Pos2 { a }", &["`text` may not know the toolkit"]);
        check("cli/mod.rs", "use {clap::Parser, eframe::egui};", &["`cli` may not know the toolkit"]);
        check("extract/mod.rs", "// eframe::egui\nconst A: &str = \"egui::Ui\";", &[]);
    }

    #[test]
    fn pure_floors_touch_nothing_outside_but_their_tests_may() {
        check("extract/mod.rs", "use std::{fmt, fs::File};", &["`extract` touches neither"]);
        check("extract/mod.rs", "fn f() { std::env::var(a); }", &["`extract` does not read the environment"]);
        check("ui/mod.rs", "fn f() { sys_locale::get_locale() }", &["`ui` does not read the environment"]);
        check("i18n/mod.rs", "fn f() { std::env::var(a); }", &[]);
        check("timeline/mod.rs", "use std::time::{Duration, Instant};", &["`timeline` touches neither"]);
        check("extract/mod.rs", "#[cfg(test)] mod tests { use std::fs; }", &[]);
        check("app/mod.rs", "use std::net::TcpStream;", &["nothing here reaches for the network"]);
    }

    #[test]
    fn what_belongs_nowhere_is_named() {
        check("utils.rs", "", &["belongs to no floor"]);
        check("event/mod.rs", "use crate::*;", &["`crate::` names no floor"]);
        check("event/mod.rs", "use crate::helpers::x;", &["`crate::helpers::x` names no floor"]);
        check("baseline/mod.rs", "", &["belongs to no floor"]);
    }

    #[test]
    fn floors_use_only_what_stands_below_them() {
        for (height, floor) in FLOORS.iter().enumerate() {
            for used in floor.may_use {
                assert!(FLOORS[..height].iter().any(|below| below.name == *used), "{} uses {used}", floor.name);
            }
        }
    }
}

//! Holds the sources to the architecture: which floor may use which, and where words of the interface may stand.
//! The checks themselves are tested on bad examples beside them.

use std::fs;
use std::path::{Path, PathBuf};

mod architecture {
    pub(crate) mod floors;
    pub(crate) mod interface_text;
    pub(crate) mod lexer;
    pub(crate) mod paths;
}

use architecture::floors::{self, FLOORS};
use architecture::{interface_text, paths};

/// The files of `src` with their paths below it, in order.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let read = |path: &PathBuf| {
        let below = path.strip_prefix(&root).expect("a path below src");
        let name = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        (name, fs::read_to_string(path).expect("a readable source"))
    };
    files.iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn assert_none_breaks(check: fn(&str, &str) -> Vec<String>, exempt: &[String]) {
    let sources = sources();
    assert!(sources.iter().any(|(name, _)| name == "lib.rs"), "src was not found");
    let faults: Vec<String> =
        sources.iter().filter(|(name, _)| !exempt.contains(name)).flat_map(|(name, source)| check(name, source)).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The files that only tests build, by the declarations in the files above them.
fn of_tests(sources: &[(String, String)]) -> Vec<String> {
    let declared = |(name, source): &(String, String)| {
        let folder = match name.strip_suffix("mod.rs") {
            Some(folder) => folder.to_owned(),
            None => name.replace(".rs", "/"),
        };
        paths::test_modules(source)
            .into_iter()
            .flat_map(move |module| [format!("{folder}{module}.rs"), format!("{folder}{module}/mod.rs")])
    };
    // A folder `tests` is below a module of tests.
    let in_folder = sources.iter().map(|(name, _)| name.clone()).filter(|name| name.contains("/tests/"));
    sources.iter().flat_map(declared).chain(in_folder).collect()
}

#[test]
fn every_arrow_is_allowed() {
    assert_none_breaks(floors::violations, &[]);
}

#[test]
fn the_interface_holds_no_words_of_its_own() {
    assert_none_breaks(interface_text::violations, &of_tests(&sources()));
}

#[test]
fn files_of_tests_are_found_by_their_declaration() {
    let source = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let sources = [source("ui/mod.rs", "#[cfg(test)] mod testing; mod card;"), source("app/core.rs", "#[cfg(test)] mod tests;")];
    let expected = ["ui/testing.rs", "ui/testing/mod.rs", "app/core/tests.rs", "app/core/tests/mod.rs"];
    assert_eq!(of_tests(&sources), expected);
}

/// The rows of the table in `ARCHITECTURE.md`: name and allowed floors, as written.
fn documented_floors(text: &str) -> Vec<(String, String)> {
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let table = text.lines().skip_while(|line| !line.starts_with("| floor |")).take_while(|line| line.starts_with('|'));
    let row = |line: &str| match cells(line).as_slice() {
        [name, .., used] => Some((name.replace('`', ""), used.replace('`', ""))),
        _ => None,
    };
    table.skip(2).filter_map(row).collect()
}

#[test]
fn the_map_shows_the_floors_as_they_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let documented = documented_floors(&fs::read_to_string(path).expect("ARCHITECTURE.md"));
    let real: Vec<(String, String)> = FLOORS.iter().map(|floor| (floor.name.to_owned(), used(floor.may_use))).collect();
    assert_eq!(documented, real);
}

fn used(floors: &[&str]) -> String {
    if floors.is_empty() { "–".to_owned() } else { floors.join(", ") }
}

#[test]
fn the_library_names_its_floors_from_the_ground_up() {
    let library = sources().into_iter().find(|(name, _)| name == "lib.rs").expect("lib.rs").1;
    let declared: Vec<&str> = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let in_order: Vec<&str> = FLOORS.iter().map(|floor| floor.name).filter(|name| declared.contains(name)).collect();
    assert_eq!(declared, in_order);
}

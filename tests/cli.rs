//! The command line from outside: what is printed, where, and with which exit status.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::Moment;
use waqai::event::edit::{Edit, EventName, Log, Value as EditValue};
use waqai::project::{Others, Project, View};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A folder for one test, empty at its start.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// The program, in an environment of its own: English, without a display.
fn waqai() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_waqai"));
    command.env_clear().env("LANG", "en_US.UTF-8").stdin(Stdio::null());
    command
}

fn extract(args: &[&str], files: &[&Path]) -> Output {
    waqai().arg("extract").args(args).args(files).output().expect("the program runs")
}

fn extract_input(args: &[&str], input: &[u8]) -> Output {
    let mut command = waqai();
    command.arg("extract").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe to standard input");
    stdin.write_all(input).expect("the program reads its input");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8 on standard output")
}

fn stderr_lines(output: &Output) -> Vec<&str> {
    std::str::from_utf8(&output.stderr).expect("UTF-8 on standard error").lines().collect()
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

fn json(output: &Output) -> Value {
    serde_json::from_str(stdout(output)).expect("JSON on standard output")
}

fn records(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

#[test]
fn a_text_is_printed_byte_for_byte() {
    for name in ["truce.ar.txt", "bom.ar.txt"] {
        let path = fixture(name);
        let output = extract(&[], &[&path]);
        assert_eq!((status(&output), stderr_lines(&output)), (0, vec![]));
        let record = json(&output);
        let text = fs::read_to_string(&path).expect("the fixture");
        assert_eq!((&record["schema"], &record["id"]), (&Value::from(1), &Value::from(name)));
        assert_eq!(record["article"]["text"], Value::from(text));
    }
}

#[test]
fn a_record_is_read_with_all_that_it_says() {
    let record = json(&extract(&[], &[&fixture("port.ar.json")]));
    assert_eq!(record["id"], "port-1");
    assert_eq!(record["article"]["title"], "افتتاح الميناء");
    assert_eq!(record["article"]["source"], "صحيفة المرفأ");
    assert_eq!(record["article"]["url"], "https://example.org/port");
    assert_eq!(record["article"]["published"]["value"], "2025-11-01T08:30");
    assert_eq!(record["article"]["published"]["origin"], "metadata");
}

#[test]
fn the_option_stands_over_the_record() {
    let output = extract(&["--published", "2024-02-29"], &[&fixture("port.ar.json")]);
    assert_eq!(json(&output)["article"]["published"], serde_json::json!({"value": "2024-02-29", "origin": "given"}));
}

/// Every object with `start`, `end` and `text`, wherever it stands.
fn quotations<'a>(value: &'a Value, found: &mut Vec<(usize, usize, &'a str)>) {
    let offset = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    if let (Some(start), Some(end), Some(text)) = (offset(&value["start"]), offset(&value["end"]), value["text"].as_str()) {
        found.push((start, end, text));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| quotations(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| quotations(field, found)),
        _ => {}
    }
}

#[test]
fn offsets_are_code_points_of_the_text() {
    let record = json(&extract(&["--published", "2025-11-03"], &[&fixture("truce.ar.txt")]));
    let text: Vec<char> = record["article"]["text"].as_str().expect("a text").chars().collect();
    let mut found = Vec::new();
    quotations(&record, &mut found);
    assert!(found.iter().any(|(_, _, words)| *words == "12 نوفمبر 2025"), "{found:?}");
    for (start, end, words) in found {
        assert_eq!(text[start..end].iter().collect::<String>(), words);
    }
}

#[test]
fn bad_lines_give_error_records_in_their_place() {
    let path = fixture("mixed.jsonl");
    let output = extract(&["--from", "jsonl", "--format", "jsonl", "--messages", "en"], &[&path]);
    assert_eq!(status(&output), 1);
    let records = records(&output);
    let ids: Vec<&Value> = records.iter().map(|record| &record["id"]).collect();
    assert_eq!(ids, [&"first".into(), &"no-text".into(), &Value::Null, &Value::Null, &Value::Null, &Value::from("last")]);
    let lines: Vec<Option<u64>> = records.iter().map(|record| record["line"].as_u64()).collect();
    assert_eq!(lines, [None, Some(2), Some(3), None, Some(6), None]);
    let errors: Vec<bool> = records.iter().map(|record| record["error"].is_string()).collect();
    assert_eq!(errors, [false, true, true, false, true, false]);
    assert_eq!(records[3]["article"]["text"], "غادر الوفد اليوم 👋.");
    let said = stderr_lines(&output);
    assert_eq!(said.len(), 3);
    assert!(said[0].contains('2') && said.iter().all(|line| line.ends_with("mixed.jsonl")), "{said:?}");
}

/// Half a surrogate pair is no character: the record is refused, those around it are not.
#[test]
fn half_a_surrogate_pair_is_an_error_of_its_record() {
    let lines = [
        r#"{"id":"whole","text":"\ud83d\ude00 وصل الوفد أمس."}"#,
        r#"{"id":"first","text":"\ud800 وصل الوفد أمس."}"#,
        r#"{"id":"second","text":"وصل \udc00 الوفد"}"#,
        r#"{"id":"twice","text":"\ud800\ud800"}"#,
        r#"{"id":"end","text":"وصل\ud83d"}"#,
        r#"{"id":"title","text":"وصل الوفد أمس.","title":"\udfff"}"#,
        r#"{"id":"after","text":"وصل الوفد أمس."}"#,
    ];
    let output = extract_input(&["--from", "jsonl", "--format", "jsonl"], lines.join("\n").as_bytes());
    assert_eq!(status(&output), 1, "{}", stderr_lines(&output).join("\n"));
    let records = records(&output);
    assert_eq!(records.len(), lines.len());
    for (idx, record) in records.iter().enumerate() {
        let is_whole = idx == 0 || idx == lines.len() - 1;
        assert_eq!(record["error"].is_null(), is_whole, "{record}");
        assert_eq!(record["article"]["text"].is_string(), is_whole, "{record}");
        let error = record["error"].as_str().unwrap_or_default();
        assert!(is_whole || error.contains("JSON"), "{error}");
    }
    assert_eq!(records[0]["article"]["text"], "😀 وصل الوفد أمس.");
}

#[test]
fn a_date_that_cannot_be_read_is_a_warning_in_the_wanted_language() {
    let warnings = |args: &[&str]| {
        let output = extract_input(args, "{\"text\": \"وصل الوفد أمس.\", \"published\": \"الخميس\"}".as_bytes());
        assert_eq!((status(&output), stderr_lines(&output)), (0, vec![]));
        let record = json(&output);
        assert_eq!(record["article"]["published"], Value::Null);
        record["warnings"].clone()
    };
    let said = |warnings: &Value| -> Vec<String> {
        let messages = warnings.as_array().expect("an array").iter().map(|warning| warning["message"].as_str());
        messages.map(|message| message.expect("a message").to_owned()).collect()
    };
    let (arabic, english) = (warnings(&[]), warnings(&["--messages", "en"]));
    assert!(arabic.as_array().is_some_and(|all| all.iter().any(|warning| warning["code"] == "published-unreadable")));
    assert!(said(&arabic).iter().any(|message| message.contains("الخميس") && message.contains("تاريخ")));
    assert!(said(&english).iter().any(|message| message.contains("الخميس") && message.contains("publication")));
}

#[test]
fn several_articles_are_an_array_and_one_is_none() {
    let (truce, port) = (fixture("truce.ar.txt"), fixture("port.ar.json"));
    assert!(json(&extract(&[], &[&truce])).is_object());
    let both = json(&extract(&[], &[&truce, &port]));
    assert_eq!(both.as_array().map(Vec::len), Some(2));
    assert_eq!(both[1]["id"], "port-1");
    assert_eq!(json(&extract(&[], &[&fixture("mixed.jsonl")])).as_array().map(Vec::len), Some(6));
    assert_eq!(records(&extract(&["--format", "jsonl"], &[&truce, &port])).len(), 2);
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_environment() {
    let files = [fixture("truce.ar.txt"), fixture("mixed.jsonl")];
    let run = |lang: &str| waqai().env("LANG", lang).arg("extract").args(&files).output().expect("the program runs").stdout;
    let first = run("en_US.UTF-8");
    assert!(!first.is_empty());
    for lang in ["en_US.UTF-8", "ar_EG.UTF-8", "C"] {
        assert_eq!(run(lang), first, "{lang}");
    }
}

#[test]
fn standard_input_is_read_by_name_and_by_default() {
    let text = "وصل الوفد أمس.";
    for args in [&["-"][..], &[], &["--from", "txt", "-"]] {
        let record = json(&extract_input(args, text.as_bytes()));
        assert_eq!((&record["article"]["text"], &record["id"]), (&Value::from(text), &Value::Null));
    }
    let record = json(&extract_input(&["-"], "{\"id\": \"a\", \"text\": \"وصل\"}".as_bytes()));
    assert_eq!((&record["id"], &record["article"]["text"]), (&Value::from("a"), &Value::from("وصل")));
    let output = extract_input(&["-"], b"");
    assert_eq!(
        (status(&output), stderr_lines(&output)),
        (1, vec!["Cannot be read, there is no text in it; open another file: -"])
    );
    assert_eq!(stdout(&output), "");
}

#[test]
fn text_from_json_is_never_taken_for_json() {
    let record = json(&extract_input(&["--from", "txt"], b"{\"text\": \"a\"}"));
    assert_eq!(record["article"]["text"], "{\"text\": \"a\"}");
}

/// One line on standard error that says `why` and ends with the path; nothing on standard output; exit status 1.
fn assert_refused(path: &Path, why: &str) {
    let output = extract(&[], &[path]);
    assert_eq!((status(&output), stdout(&output)), (1, ""), "{}", path.display());
    let lines = stderr_lines(&output);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains(why) && lines[0].ends_with(&*path.to_string_lossy()), "{lines:?}");
}

#[test]
fn every_bad_input_says_what_and_why() {
    let folder = folder("bad-inputs");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a file can be written");
        path
    };
    assert_refused(&folder.join("missing.txt"), "there is no such file");
    assert_refused(&write("a.txt", b"a").join("below"), "there is no such file");
    assert_refused(&folder, "a folder");
    assert_refused(&write("empty.txt", b""), "no text in it");
    assert_refused(&write("blank.txt", b" \n"), "no text in it");
    assert_refused(&write("zero.txt", b"ab\0c"), "a byte at offset 2 that no text has");
    assert_refused(&write("named.docx", b"text"), "not what its name says");
    assert_refused(&write("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "old format of Office");
    assert_refused(&write("cut.docx", b"PK\x03\x04"), "damaged");
    assert_refused(&write("deep.html", "<div>".repeat(10_000).as_bytes()), "nested beyond reason");
    assert_refused(&write("bad.json", b"{\n\"text\": }"), "not valid JSON, at line 2, column 9");
    assert_refused(&write("list.json", b"[1]"), "not a JSON object");
    assert_refused(&write("no-text.json", b"{\"id\": \"a\"}"), "has no text");
    assert_refused(&write("field.json", b"{\"text\": \"a\", \"title\": 1}"), "the field title");
    assert_refused(&write("a.pdf", b"%PDF-1.7"), "damaged");
    assert_refused(&write("مقال فارغ.txt", b""), "no text in it");
}

#[test]
fn an_encoding_is_found_out_unless_it_is_given() {
    let bytes = b"\xE6\xD5\xE1 \xC7\xE1\xE6\xDD\xCF \xC3\xE3\xD3 \xC5\xE1\xEC \xC7\xE1\xDA\xC7\xD5\xE3\xC9.";
    let text = |args: &[&str]| json(&extract_input(args, bytes))["article"]["text"].clone();
    assert_eq!(text(&[]), "وصل الوفد أمس إلى العاصمة.");
    assert_eq!(text(&["--encoding", "windows-1256"]), "وصل الوفد أمس إلى العاصمة.");
    assert_ne!(text(&["--encoding", "windows-1252"]), "وصل الوفد أمس إلى العاصمة.");
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let path = folder("large").join("large.txt");
    let file = fs::File::create(&path).expect("a file can be made");
    file.set_len((128 << 20) + 1).expect("the file system takes a sparse file");
    assert_refused(&path, "larger than the limit of 128 MiB");
}

#[test]
fn the_other_inputs_are_still_printed() {
    let missing = folder("others").join("missing.txt");
    let output = extract(&["--format", "jsonl"], &[&missing, &fixture("truce.ar.txt")]);
    assert_eq!((status(&output), records(&output).len(), stderr_lines(&output).len()), (1, 1, 1));
}

#[cfg(unix)]
mod unix {
    use super::*;

    #[test]
    fn pipes_and_devices_are_not_waited_for() {
        let path = folder("pipe").join("pipe");
        let made = Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
        assert!(made.success());
        assert_refused(&path, "not a regular file");
        let output = extract(&["--from", "jsonl"], &[&path]);
        assert_eq!(status(&output), 1);
        assert_refused(Path::new("/dev/zero"), "not a regular file");
    }

    #[test]
    fn a_file_without_permission_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let path = folder("permission").join("secret.txt");
        fs::write(&path, "a").expect("a file can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions can be set");
        let user = Command::new("id").arg("-u").output().expect("id runs");
        if stdout(&user).trim() == "0" {
            // Nothing is forbidden to root: the file is read all the same.
            assert_eq!(status(&extract(&[], &[&path])), 0);
        } else {
            assert_refused(&path, "permission is denied");
        }
    }

    #[test]
    fn names_that_are_no_utf8_are_read_and_said() {
        use std::os::unix::ffi::OsStrExt;
        let folder = folder("names");
        let path = folder.join(std::ffi::OsStr::from_bytes(b"a\xff\n.txt"));
        fs::write(&path, "وصل").expect("a file can be written");
        assert_eq!(json(&extract(&[], &[&path]))["article"]["text"], "وصل");
        let output = extract(&[], &[&folder.join(std::ffi::OsStr::from_bytes(b"b\xff\n.txt"))]);
        assert_eq!((status(&output), stderr_lines(&output).len()), (1, 1));
    }

    #[test]
    fn a_full_disk_is_said() {
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        let Ok(full) = full else { return };
        let output = waqai().arg("extract").arg(fixture("truce.ar.txt")).stdout(full).output().expect("the program runs");
        assert_eq!((status(&output), stderr_lines(&output).len()), (1, 1));
    }
}

#[test]
fn a_reader_who_has_enough_ends_it_quietly() {
    let path = folder("many").join("many.jsonl");
    let line = format!("{{\"text\": \"{}\"}}\n", "وصل الوفد أمس. ".repeat(50));
    fs::write(&path, line.repeat(2000)).expect("a file can be written");
    let mut command = waqai();
    command.args(["extract", "--format", "jsonl"]).arg(&path).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((status(&output), stderr_lines(&output)), (0, vec![]));
}

#[test]
fn wrong_usage_ends_with_status_2_and_one_line() {
    for args in [
        &["extract", "--from", "doc"][..],
        &["extract", "--encoding", "windows-12560"],
        &["extract", "--published", "yesterday"],
        &["extract", "--published", "2025-02-30"],
        &["extract", "--no-such-option"],
        &["extract", "--messages"],
        &["--no-such-option"],
        &["export", "article.txt"],
        &["export", "-o", "a.csv"],
        &["export", "article.txt", "-o", "a.docx"],
        &["export", "article.txt", "-o", "a.png", "--scale", "99"],
        &["export", "article.txt", "-o", "a.png", "--view", "2025"],
        &["export", "article.txt", "-o", "a.png", "--view", "2025-12/2025-11"],
        &["export", "article.txt", "-o", "a.png", "--article", "0"],
    ] {
        let output = waqai().args(args).output().expect("the program runs");
        assert_eq!((status(&output), stdout(&output), stderr_lines(&output).len()), (2, "", 1), "{args:?}");
    }
}

#[test]
fn help_speaks_the_language_of_the_environment() {
    let help = |lang: &str, args: &[&str]| {
        let output = waqai().env("LANG", lang).args(args).output().expect("the program runs");
        assert_eq!(status(&output), 0);
        assert!(!stdout(&output).contains("[cli-"), "a text is missing");
        stdout(&output).to_owned()
    };
    for args in [&["--help"][..], &["extract", "--help"], &["export", "--help"]] {
        let arabic = help("ar_JO.UTF-8", args);
        assert!(arabic.contains("الاستعمال") && arabic.contains("الخيارات") && !arabic.contains("Usage"), "{arabic}");
        let english = help("C.UTF-8", args);
        assert!(english.contains("Usage") && !english.contains("الاستعمال"), "{english}");
    }
    for option in ["--from", "--published", "--language", "--messages", "--format"] {
        assert!(help("ar_JO.UTF-8", &["extract", "--help"]).contains(option));
    }
    assert_eq!(help("C", &["--version"]), format!("waqai {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn events_are_written_in_the_form_that_the_ending_names() {
    let folder = folder("export");
    for (name, begins) in [
        ("a.csv", "\u{FEFF}id,title".as_bytes()),
        ("a.MD", b"# "),
        ("a.json", b"{\n  \"schema\": 1"),
        ("a.svg", b"<?xml"),
        ("a.png", b"\x89PNG\r\n"),
        ("a.pdf", b"%PDF-"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n"),
        ("a.timeline.json", b"{\n  \"events\""),
    ] {
        let path = folder.join(name);
        let written = || {
            let output =
                waqai().arg("export").arg(fixture("port.ar.json")).arg("-o").arg(&path).output().expect("the program runs");
            assert_eq!((status(&output), stdout(&output), stderr_lines(&output)), (0, "", vec![]), "{name}");
            fs::read(&path).expect("the file")
        };
        let bytes = written();
        assert!(bytes.starts_with(begins), "{name}");
        assert_eq!(written(), bytes, "the same input gives the same bytes: {name}");
    }
    let names = fs::read_dir(&folder).expect("the folder").count();
    assert_eq!(names, 9, "nothing is left beside the files");
}

#[test]
fn what_a_form_cannot_hold_is_said_and_is_no_failure() {
    let file = folder("export-left-out").join("a.ics");
    let output = waqai().arg("export").arg(fixture("truce.ar.txt")).arg("-o").arg(&file).output().expect("the program runs");
    let lines = stderr_lines(&output);
    assert_eq!((status(&output), stdout(&output), lines.len()), (0, "", 1), "{lines:?}");
    assert!(lines[0].contains("calendar") && file.exists(), "{lines:?}");
}

#[test]
fn the_words_of_a_page_of_paper_are_text() {
    let page = folder("export-paper").join("a.pdf");
    let exported = waqai().arg("export").arg(fixture("truce.ar.txt")).arg("-o").arg(&page).output().expect("the program runs");
    assert_eq!(status(&exported), 0);
    let record = json(&extract(&["--published", "2025-11-01"], &[&page]));
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let read = words(record["article"]["text"].as_str().expect("a text"));
    let events = json(&extract(&[], &[&fixture("truce.ar.txt")]));
    for event in events["events"].as_array().expect("events") {
        // Where a title has no room its end is cut.
        let title = event["title"].as_str().expect("a title").split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        assert!(read.contains(&title), "{title} in {read}");
    }
}

/// Exports a file and gives what was written.
fn exported(args: &[&str], input: &Path, output: &Path) -> Vec<u8> {
    let run = waqai().arg("export").args(args).arg(input).arg("-o").arg(output).output().expect("the program runs");
    assert_eq!((status(&run), stdout(&run), stderr_lines(&run)), (0, "", vec![]), "{}", input.display());
    fs::read(output).expect("the file")
}

#[test]
fn a_record_opens_again_as_it_is() {
    let folder = folder("records");
    let texts = [fixture("truce.ar.txt"), fixture("port.ar.json")];
    let printed = extract(&[], &texts.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    for (name, args) in [("all.json", &["--format", "json"][..]), ("all.jsonl", &["--format", "jsonl"])] {
        let path = folder.join(name);
        fs::write(&path, extract(args, &[&texts[0], &texts[1]]).stdout).expect("a file");
        let again = extract(&[], &[&path]);
        assert_eq!((status(&again), stderr_lines(&again)), (0, vec![]), "{name}");
        assert_eq!(stdout(&again), stdout(&printed), "{name}");
    }
    let all = folder.join("all.json");
    let directly = exported(&["--published", "2020-01-01"], &texts[0], &folder.join("a.json"));
    let from_record = exported(&["--published", "2020-01-01"], &all, &folder.join("b.json"));
    assert_eq!(directly, from_record, "another day of publication finds the events anew");
    let second = exported(&["--article", "2"], &all, &folder.join("c.csv"));
    assert_eq!(second, exported(&[], &texts[1], &folder.join("d.csv")));
}

#[test]
fn a_record_that_contradicts_itself_is_refused_with_the_part_that_does() {
    let record = json(&extract(&[], &[&fixture("port.ar.json")]));
    let path = folder("bad-record").join("a.json");
    for (pointer, part) in [("/events/0/trigger/start", "events[0].trigger"), ("/schema", "another version")] {
        let mut record = record.clone();
        *record.pointer_mut(pointer).expect(pointer) = 999_999.into();
        fs::write(&path, record.to_string()).expect("a file");
        assert_refused(&path, part);
    }
}

#[test]
fn a_project_is_exported_as_its_reader_left_it() {
    let folder = folder("project-export");
    let path = folder.join("work.waqai");
    let published = Published { value: Moment::ymd(2024, 3, 15).expect("a day"), origin: PublishedOrigin::Given };
    let text = "وصل الوزير إلى بيروت يوم 3 مارس 2024. وغادر الوفد المدينة أمس.";
    let article = Article { text: text.to_owned(), published: Some(published), ..Article::default() };
    let found = waqai::extract::extract(&article, &waqai::extract::Options::default());
    let trigger = found.events[0].mention.trigger;
    let mut log = Log::default();
    log.push(Edit::Set {
        event: EventName::Found { trigger, nth: 0 }, value: EditValue::Title("عنوان القارئ".to_owned())
    });
    let (view, others) = (View::default(), Others::default());
    let project = Project { article, found, redated: None, log, view, unsaved: None, is_newer: false, others };
    fs::write(&path, project.to_bytes().expect("bytes")).expect("a file");
    for (args, day) in [(&[][..], "2024-03-14"), (&["--published", "2025-01-05"], "2025-01-04")] {
        let record: Value = serde_json::from_slice(&exported(args, &path, &folder.join("a.json"))).expect("JSON");
        let event = |at: usize| &record["events"][at];
        assert_eq!((&event(0)["title"], &event(0)["by_hand"]), (&Value::from("عنوان القارئ"), &serde_json::json!(["title"])));
        assert_eq!(event(1)["when"]["earliest"], day);
    }
    fs::write(&path, &fs::read(&path).expect("a file")[..200]).expect("a file");
    let broken = waqai().arg("export").arg(&path).arg("-o").arg(folder.join("b.json")).output().expect("the program runs");
    let lines = stderr_lines(&broken);
    assert_eq!((status(&broken), lines.len()), (1, 1), "{lines:?}");
    assert!(lines[0].ends_with("work.waqai"), "{lines:?}");
}

#[test]
fn what_cannot_be_exported_is_one_line_and_status_1() {
    let folder = folder("export-refused");
    let (input, output) = (fixture("port.ar.json"), folder.join("a.csv"));
    for (args, last) in [
        (vec![Path::new("/no/such/file"), Path::new("-o"), &output], "/no/such/file"),
        (vec![&*input, Path::new("-o"), Path::new("/no/such/folder/a.csv")], "/no/such/folder/a.csv"),
        (vec![&*input, Path::new("--article"), Path::new("2"), Path::new("-o"), &output], "port.ar.json"),
    ] {
        let output = waqai().arg("export").args(args).output().expect("the program runs");
        let lines = stderr_lines(&output);
        assert_eq!((status(&output), stdout(&output), lines.len()), (1, "", 1), "{lines:?}");
        assert!(lines[0].ends_with(last), "{lines:?}");
    }
    assert!(!output.exists());
}

#[test]
fn errors_speak_the_language_of_the_environment() {
    let output = waqai().env("LANG", "ar_EG.UTF-8").args(["extract", "/no/such/file"]).output().expect("the program runs");
    let lines = stderr_lines(&output);
    assert!(lines.len() == 1 && lines[0].contains("غير موجود") && lines[0].ends_with("/no/such/file"), "{lines:?}");
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_window_says_what_else_to_do() {
    for args in [&[][..], &["article.txt"]] {
        let output = waqai().args(args).output().expect("the program runs");
        let lines = stderr_lines(&output);
        assert_eq!((status(&output), stdout(&output), lines.len()), (1, "", 1));
        for word in ["waqai extract", "DISPLAY", "WAYLAND_DISPLAY"] {
            assert!(lines[0].contains(word), "{lines:?}");
        }
    }
}

//! Articles in their tabs: opened, overtaken, cancelled, closed. Jobs wait for a word of the test, never for a time.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use super::{command, core};
use crate::app::core::Core;
use crate::app::event::{AppEvent, DialogOutcome};
use crate::app::open::Opened;
use crate::app::settings::Region;
use crate::base::{Language, Moment};
use crate::event::EventId;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::Document;
use crate::ui::tabs::{Failure, Origin, Progress, Remedy, TabId};
use crate::ui::testing;

const SOON: Duration = Duration::from_secs(60);

/// A folder of files for one test, gone at its end.
struct Files(PathBuf);

impl Files {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("waqai-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn write(&self, name: &str, contents: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, contents).expect("a file");
        path
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens a tab whose job waits until the gate is dropped.
fn open_held(core: &mut Core, name: &str, document: Document) -> (TabId, Sender<()>) {
    let (gate, wait) = channel();
    core.next_tab += 1;
    let id = TabId(core.next_tab);
    core.state.tabs.push(testing::tab(id, name));
    let work = move |worker: &crate::app::jobs::Worker| {
        let _ = wait.recv();
        worker.tell(Progress::Extracting);
        Ok(Opened { document, origin: None, articles: None, article: 0, n_unreadable: 0, made: crate::app::open::Made::Anew })
    };
    let choices = core.state.choices_of(id);
    core.jobs.start(id, name.to_owned(), choices, Box::new(work));
    (id, gate)
}

/// Applies what comes in until a job is done, wanted or not.
fn until_done(core: &mut Core) {
    while let Some(event) = core.queue.wait(SOON) {
        let is_done = matches!(event, AppEvent::Opened(..));
        core.apply(event);
        if is_done {
            return;
        }
    }
    panic!("no job is done");
}

fn texts(core: &Core) -> Vec<Option<&str>> {
    core.state.tabs.iter().map(|tab| tab.document.as_ref().map(|document| document.article.text.trim())).collect()
}

#[test]
fn each_file_is_a_tab_and_the_first_is_shown() {
    let files = Files::new("several");
    let paths = ["خبر أول.txt", "ثانٍ.txt"].map(|name| files.write(name, name));
    let mut core = core();
    command(&mut core, Command::OpenFiles(paths.to_vec()));
    for _ in 0..2 {
        until_done(&mut core);
    }
    assert_eq!(texts(&core), [Some("خبر أول.txt"), Some("ثانٍ.txt")]);
    assert_eq!(core.state.tabs.active().map(|tab| tab.name.as_str()), Some("خبر أول.txt"));
    command(&mut core, Command::OpenFiles(vec![paths[1].clone()]));
    assert_eq!(core.state.tabs.len(), 2, "a file that is open is shown");
    assert_eq!(core.state.tabs.active().map(|tab| tab.name.as_str()), Some("ثانٍ.txt"));
}

#[test]
fn the_bundled_article_makes_room_for_the_first_that_is_opened() {
    let mut core = core();
    core.open_at_start(Vec::new());
    command(&mut core, Command::OpenText("وصل الوفد أمس.".to_owned()));
    assert_eq!(core.state.tabs.iter().map(|tab| tab.origin.clone()).collect::<Vec<_>>(), [Origin::Text("وصل الوفد أمس.".into())]);
}

#[test]
fn a_file_that_cannot_be_read_says_so_in_its_tab_and_leaves_the_others() {
    let mut core = core();
    command(&mut core, Command::OpenText("وصل الوفد أمس.".to_owned()));
    until_done(&mut core);
    command(&mut core, Command::OpenFiles(vec!["/no/such/خبر.txt".into()]));
    until_done(&mut core);
    let failure = core.state.tabs.active().and_then(|tab| tab.failure.clone()).expect("a failure");
    assert_eq!((failure.message.key.as_ref(), failure.remedy), ("read-error", Remedy::Again));
    command(&mut core, Command::Ui(UiCommand::CloseTab));
    assert_eq!(texts(&core), [Some("وصل الوفد أمس.")]);
}

#[test]
fn a_file_of_another_moment_is_read_again() {
    let files = Files::new("again");
    let path = files.write("خبر.txt", "أولا");
    let mut core = core();
    command(&mut core, Command::OpenFiles(vec![path.clone()]));
    until_done(&mut core);
    files.write("خبر.txt", "ثانيا");
    command(&mut core, Command::Ui(UiCommand::ReadAgain));
    until_done(&mut core);
    assert_eq!(texts(&core), [Some("ثانيا")]);
    std::fs::remove_file(path).expect("a file");
    command(&mut core, Command::Ui(UiCommand::ReadAgain));
    until_done(&mut core);
    assert_eq!(texts(&core), [Some("ثانيا")], "the open article stays");
    assert_eq!(core.state.notices.len(), 1);
}

#[test]
fn too_large_a_file_can_be_opened_all_the_same() {
    let files = Files::new("large");
    let path = files.write("خبر.txt", "خبر");
    let large = std::fs::File::options().write(true).open(&path).expect("a file");
    large.set_len(crate::reader::MAX_FILE_BYTES + 1).expect("a sparse file");
    let mut core = core();
    command(&mut core, Command::OpenFiles(vec![path.clone()]));
    until_done(&mut core);
    let failure = |core: &Core| core.state.tabs.active().and_then(|tab| tab.failure.clone());
    assert_eq!(failure(&core).map(|failure| failure.remedy), Some(Remedy::AnySize));
    // What was too large has shrunk to what it was: only the limit is asked for here.
    large.set_len(6).expect("a file");
    let reading = crate::ui::tabs::Reading { any_size: true, ..Default::default() };
    command(&mut core, Command::ReadAgain(reading));
    until_done(&mut core);
    assert_eq!(failure(&core), None::<Failure>);
    assert_eq!(texts(&core), [Some("خبر")]);
}

#[test]
fn what_was_cancelled_never_arrives() {
    let mut core = core();
    let (id, gate) = open_held(&mut core, "بطيء.txt", testing::document());
    command(&mut core, Command::CancelOpening(id));
    assert!(core.state.tabs.is_empty(), "nothing was shown yet");
    drop(gate);
    until_done(&mut core);
    assert!(core.state.tabs.is_empty() && core.state.notices.is_empty());
}

#[test]
fn what_was_overtaken_never_arrives() {
    let mut core = core();
    let (_, gate) = open_held(&mut core, "بطيء.txt", testing::document());
    let newer = Arc::new(testing::document());
    let tab = core.state.tabs.active_mut().expect("a tab");
    (tab.document, tab.origin) = (Some(newer), Origin::Text("أحدث".into()));
    command(&mut core, Command::Ui(UiCommand::ReadAgain));
    until_done(&mut core);
    drop(gate);
    until_done(&mut core);
    assert_eq!(texts(&core), [Some("أحدث")]);
}

#[test]
fn a_result_goes_to_the_tab_that_waits_for_it_and_takes_no_other_s_place() {
    let mut core = core();
    let (slow, gate) = open_held(&mut core, "بطيء.txt", testing::document());
    command(&mut core, Command::OpenText("سريع".to_owned()));
    until_done(&mut core);
    command(&mut core, Command::Ui(UiCommand::Escape));
    assert!(core.jobs.is_busy(slow), "Escape lets go what is shown, and nothing else");
    drop(gate);
    until_done(&mut core);
    assert_eq!(texts(&core), [Some(testing::document().article.text.trim()), Some("سريع")]);
    assert!(!core.state.tabs.is_active(slow));
}

#[test]
fn a_closed_tab_takes_its_job_with_it() {
    let mut core = core();
    let (slow, gate) = open_held(&mut core, "بطيء.txt", testing::document());
    command(&mut core, Command::CloseTab(slow));
    drop(gate);
    until_done(&mut core);
    assert!(core.state.tabs.is_empty());
}

#[test]
fn each_tab_keeps_its_selection() {
    let mut core = core();
    for (id, event) in [(1, 2), (2, 4)] {
        core.state.tabs.push(testing::tab(TabId(id), "خبر.txt"));
        testing::show(&mut core.state, Arc::new(testing::document()));
        command(&mut core, Command::Select(Some(EventId(event))));
    }
    command(&mut core, Command::Ui(UiCommand::NextTab));
    assert_eq!(core.state.selected(), Some(EventId(2)));
    command(&mut core, Command::ShowTab(TabId(2)));
    assert_eq!(core.state.selected(), Some(EventId(4)));
}

#[test]
fn a_changed_date_keeps_the_selection_where_the_event_is_the_same() {
    let mut core = core();
    command(&mut core, Command::OpenText("وصل الوفد إلى العاصمة أمس. وغادر الوزير المدينة اليوم.".to_owned()));
    until_done(&mut core);
    command(&mut core, Command::Select(Some(EventId(1))));
    assert_eq!(core.state.selected(), Some(EventId(1)), "two events are found");
    command(&mut core, Command::SetPublished(Moment::ymd(2024, 3, 20)));
    until_done(&mut core);
    let published = core.state.document().and_then(|document| document.extraction.published);
    assert_eq!(published.map(|published| Some(published.value)), Some(Moment::ymd(2024, 3, 20)));
    assert_eq!(core.state.selected(), Some(EventId(1)));
}

#[test]
fn of_thousands_of_records_one_is_extracted_and_any_other_on_demand() {
    let files = Files::new("records");
    let lines: String = (0..5000).map(|line| format!("{{\"text\": \"وصل الوفد رقم {line} أمس.\"}}\n")).collect();
    let path = files.write("كثير.jsonl", &format!("{lines}not a record\n"));
    let mut core = core();
    command(&mut core, Command::OpenFiles(vec![path]));
    until_done(&mut core);
    assert_eq!(core.state.tabs.active().map(|tab| tab.articles.len()), Some(5000));
    assert_eq!(core.state.notices.last().map(|notice| notice.message.key.as_ref()), Some("records-unreadable"));
    let generation = core.state.document().map(|document| document.generation);
    command(&mut core, Command::ShowArticle(4321));
    until_done(&mut core);
    assert_eq!(texts(&core), [Some("وصل الوفد رقم 4321 أمس.")]);
    assert_eq!(core.state.document().map(|document| document.generation), generation.map(|before| before + 1));
    command(&mut core, Command::Ui(UiCommand::NextArticle));
    until_done(&mut core);
    assert_eq!(texts(&core), [Some("وصل الوفد رقم 4322 أمس.")]);
    command(&mut core, Command::ShowArticle(5000));
    assert_eq!(core.state.tabs.active().map(|tab| tab.article), Some(4322));
}

#[test]
fn many_files_at_once_are_read_when_they_are_looked_at() {
    let files = Files::new("many");
    let paths: Vec<PathBuf> = (0..40).map(|file| files.write(&format!("{file}.txt"), "خبر")).collect();
    let mut core = core();
    command(&mut core, Command::OpenFiles(paths));
    let last = core.state.tabs.iter().last().map(|tab| tab.id).expect("a tab");
    assert!(!core.jobs.is_busy(last));
    command(&mut core, Command::ShowTab(last));
    assert!(core.jobs.is_busy(last));
    core.wait_for_first(SOON);
    assert_eq!(core.state.document().map(|document| document.article.text.as_str()), Some("خبر"));
}

#[test]
fn a_long_text_is_shown_before_its_events_are_found() {
    let mut core = core();
    let long = "وصل الوفد إلى العاصمة أمس، وقال المتحدث إن المحادثات انتهت.\n".repeat(3000);
    command(&mut core, Command::OpenText(long));
    let mut parts = 0;
    while let Some(event) = core.queue.wait(SOON) {
        let is_part = matches!(event, AppEvent::Shown(..));
        let is_done = matches!(event, AppEvent::Opened(..));
        core.apply(event);
        if is_part {
            parts += 1;
            assert!(core.state.document().is_some_and(|document| document.is_pending && document.extraction.events.is_empty()));
        }
        if is_done {
            break;
        }
    }
    assert_eq!(parts, 1);
    assert!(core.state.document().is_some_and(|document| !document.is_pending && !document.extraction.events.is_empty()));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_unicode_opens_and_is_left_out_of_the_recent_files() {
    use std::os::unix::ffi::OsStrExt as _;
    let files = Files::new("no-unicode");
    let path = files.0.join(std::ffi::OsStr::from_bytes(b"\xCE\xC8\xD1.txt"));
    std::fs::write(&path, "وصل الوفد أمس.").expect("a file");
    let mut core = core();
    core.open_files(vec![path.clone()]);
    until_done(&mut core);
    assert_eq!(texts(&core), [Some("وصل الوفد أمس.")]);
    let tab = core.state.tabs.active().expect("a tab");
    assert_eq!((tab.origin.path(), tab.title()), (Some(path.as_path()), "\u{FFFD}\u{FFFD}\u{FFFD}.txt"));
    assert!(core.state.recent.is_empty());
}

/// Waits until it is known which of the recent files are there.
fn until_seen(core: &mut Core) {
    while let Some(event) = core.queue.wait(SOON) {
        let is_seen = matches!(event, AppEvent::RecentSeen(_));
        core.apply(event);
        if is_seen {
            return;
        }
    }
    panic!("nobody looked");
}

#[test]
fn recent_files_are_kept_from_one_start_to_the_next_and_missing_ones_are_marked() {
    let files = Files::new("recent");
    let settings = files.0.join("settings.toml");
    let start = || Core::new(Region { language: Language::Arabic, region: None }, Some(settings.clone()), || None);
    let paths = ["أول.txt", "ثانٍ.txt"].map(|name| files.write(name, name));
    let mut core = start();
    for path in &paths {
        command(&mut core, Command::OpenFiles(vec![path.clone()]));
        until_done(&mut core);
    }
    drop(core);
    std::fs::remove_file(&paths[0]).expect("a file");
    let mut core = start();
    until_seen(&mut core);
    let recent: Vec<_> = core.state.recent.iter().map(|recent| (recent.path.clone(), recent.is_missing)).collect();
    assert_eq!(recent, [(paths[1].clone(), false), (paths[0].clone(), true)]);
    command(&mut core, Command::Ui(UiCommand::ClearRecent));
    drop(core);
    assert!(start().state.recent.is_empty());
}

#[test]
fn a_file_that_cannot_be_opened_is_not_remembered_and_the_folder_of_the_dialog_is() {
    let mut core = core();
    core.apply(AppEvent::DialogClosed(DialogOutcome::Chosen(vec!["/no/such/خبر.txt".into()])));
    until_done(&mut core);
    assert!(core.state.recent.is_empty());
    assert_eq!(core.settings.folder.as_deref(), Some("/no/such"));
}

#[test]
fn blanks_in_the_clipboard_open_no_tab() {
    let mut core = core();
    command(&mut core, Command::OpenText(" \n".to_owned()));
    assert!(core.state.tabs.is_empty());
    assert_eq!(core.state.notices.last().map(|notice| notice.message.key.as_ref()), Some("paste-empty"));
}

#[test]
fn a_table_of_events_opens_as_one() {
    let files = Files::new("table");
    let path = files.write("أحداث.csv", "start,end,title,lane\n2024-05-01,,قمة,بيروت\nsoon,,no time,\n");
    let mut core = core();
    command(&mut core, Command::OpenFiles(vec![path]));
    until_done(&mut core);
    let document = core.state.document().expect("a document");
    let table = document.table.as_ref().expect("a table");
    assert_eq!((table.rows().len(), table.lane_name(0)), (1, Some("بيروت")));
    assert!(document.article.text.is_empty() && document.extraction.events.is_empty());
    command(&mut core, Command::Select(Some(EventId(0))));
    assert_eq!(core.state.selected(), Some(EventId(0)));
    command(&mut core, Command::Select(Some(EventId(1))));
    assert_eq!(core.state.selected(), None);
    assert_eq!(core.state.notices.len(), 1, "one row could not be read");
}

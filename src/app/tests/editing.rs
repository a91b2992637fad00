//! Editing, saving and finding again, as a person does it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{command, core};
use crate::app::core::Core;
use crate::app::event::AppEvent;
use crate::base::{Bounds, Moment};
use crate::event::edit::{Value, WrittenWhen};
use crate::event::{EventId, Extraction, Field};
use crate::project::{self, unsaved};
use crate::ui::command::{Command, UiCommand};
use crate::ui::tabs::TabId;
use crate::ui::work::Change;

const TEXT: &str = "وصل الوفد أمس إلى العاصمة. ثم وقع الطرفان اتفاقا يوم 3 مارس 2024.\nوغادر الوفد بعد ذلك.\n";
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("waqai-editing-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("a folder");
    }
}

/// Applies what workers say until something holds.
pub(super) fn wait(core: &mut Core, holds: impl Fn(&Core) -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds(core) {
        let left = end.saturating_duration_since(Instant::now());
        let event = core.queue.wait(left).expect("it comes to hold");
        core.apply(event);
    }
}

pub(super) fn opened(folder: &Folder) -> Core {
    let path = folder.file("خبر.txt");
    fs::write(&path, TEXT).expect("a file");
    let mut core = core();
    open(&mut core, &path);
    command(&mut core, Command::SetPublished(Moment::ymd(2024, 3, 15)));
    wait(&mut core, |core| extraction(core).published.is_some());
    core
}

pub(super) fn open(core: &mut Core, path: &Path) {
    command(core, Command::OpenFiles(vec![path.to_owned()]));
    wait(core, |core| core.state.document().is_some());
}

pub(super) fn extraction(core: &Core) -> &Extraction {
    &core.state.document().expect("an article").extraction
}

/// Saves a small project; `name` is one that no other test has.
pub(super) fn save_a_project(path: &Path, name: &str) {
    save(&mut opened(&Folder::new(name)), path);
}

pub(super) fn titles(core: &Core) -> Vec<String> {
    extraction(core).events.iter().map(|event| event.title.clone()).collect()
}

pub(super) fn edit(core: &mut Core, change: Change) {
    command(core, Command::Edit(change));
}

pub(super) fn set_title(core: &mut Core, at: u32, title: &str) {
    edit(core, Change::Set(EventId(at), Value::Title(title.to_owned())));
}

pub(super) fn id(core: &Core) -> TabId {
    core.state.tabs.active().expect("a tab").id
}

pub(super) fn save(core: &mut Core, path: &Path) {
    let tab = id(core);
    core.apply(AppEvent::SaveChosen(tab, Some(path.to_owned())));
    wait(core, |core| !core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
}

pub(super) fn offered(core: &Core, key: &str) -> Option<Command> {
    let mut offers = core.state.notices.iter().flat_map(|notice| &notice.offers);
    offers.find(|(offer, _)| *offer == key).map(|(_, command)| command.clone())
}

#[test]
fn edits_are_seen_at_once_and_taken_back_one_by_one() {
    let folder = Folder::new("undo");
    let mut core = opened(&folder);
    let first = extraction(&core).clone();
    assert!(first.events.len() >= 3, "{:?}", titles(&core));
    core.state.select(Some(EventId(1)));
    set_title(&mut core, 1, "توقيع");
    assert_eq!(titles(&core)[1], "توقيع");
    assert!(core.state.command_name(UiCommand::Undo).contains(&core.state.i18n.text("edit-title")));
    edit(&mut core, Change::Delete(EventId(0)));
    assert_eq!((titles(&core)[0].as_str(), core.state.selected()), ("توقيع", Some(EventId(0))));
    assert_eq!(offered(&core, "command-undo"), Some(Command::Ui(UiCommand::Undo)));
    for _ in 0..2 {
        command(&mut core, Command::Ui(UiCommand::Undo));
    }
    assert_eq!(extraction(&core), &first);
    assert_eq!(offered(&core, "command-undo"), None, "it would take back another edit");
    command(&mut core, Command::Ui(UiCommand::Redo));
    assert_eq!(titles(&core)[1], "توقيع");
}

#[test]
fn the_publication_date_is_an_edit_and_the_others_survive_it() {
    let folder = Folder::new("published");
    let mut core = opened(&folder);
    set_title(&mut core, 0, "وصول");
    let arrived = extraction(&core).events[0].when.bounds;
    command(&mut core, Command::SetPublished(Moment::ymd(2024, 4, 2)));
    wait(&mut core, |core| extraction(core).events[0].when.bounds != arrived);
    assert_eq!(titles(&core)[0], "وصول");
    for _ in 0..2 {
        command(&mut core, Command::Ui(UiCommand::Undo));
        wait(&mut core, |core| extraction(core).events[0].when.bounds == arrived);
    }
    // Before any date was given, nothing had to be found anew: it is what was found first.
    command(&mut core, Command::Ui(UiCommand::Undo));
    assert_eq!(extraction(&core).published, None);
}

#[test]
fn a_date_is_read_as_it_is_typed_and_set() {
    let folder = Folder::new("typed");
    let mut core = opened(&folder);
    command(&mut core, Command::TypeDate("الأحد الماضي".to_owned()));
    let typed = core.state.typed_date.clone().expect("a date");
    let day = Moment::ymd(2024, 3, 10).expect("a day");
    assert_eq!(typed.bounds, Some(Bounds::between(day, day)));
    let written = WrittenWhen { words: typed.text, bounds: Bounds::between(day, day) };
    edit(&mut core, Change::Set(EventId(0), Value::When(written)));
    let event = &extraction(&core).events[0];
    assert!(event.by_hand.has(Field::When) && event.when.explanation[0].rule == "reader/date");
    edit(&mut core, Change::Restore(EventId(0), Field::When));
    assert!(extraction(&core).events[0].by_hand.is_empty());
}

#[test]
fn selected_words_become_an_event_and_events_are_joined_and_split() {
    let folder = Folder::new("added");
    let mut core = opened(&folder);
    let count = titles(&core).len();
    edit(&mut core, Change::Add(None));
    assert_eq!(core.state.notices.last().map(|notice| notice.message.key.as_ref()), Some("edit-nothing-selected"));
    let start = TEXT.find("إلى العاصمة").expect("the words");
    let span = crate::base::TextSpan::new(start, start + "إلى العاصمة".len());
    edit(&mut core, Change::Add(Some(span)));
    let selected = core.state.selected().expect("it is selected");
    assert_eq!((titles(&core).len(), titles(&core)[selected.index()].as_str()), (count + 1, "إلى العاصمة"));
    let other = EventId(if selected.0 == 0 { 1 } else { 0 });
    edit(&mut core, Change::Merge(selected, other));
    assert_eq!(titles(&core).len(), count);
    let joined = core.state.selected().expect("it stays selected");
    let trigger = extraction(&core).event(joined).expect("an event").other_mentions[0].trigger;
    edit(&mut core, Change::Split(joined, trigger));
    assert_eq!(titles(&core).len(), count + 1);
}

#[test]
fn what_is_saved_opens_as_it_was_left_and_undoing_goes_on() {
    let folder = Folder::new("saved");
    let path = folder.file("خبر.waqai");
    let mut core = opened(&folder);
    set_title(&mut core, 0, "وصول");
    assert!(core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    save(&mut core, &path);
    let left = extraction(&core).clone();
    let mut again = super::core();
    open(&mut again, &path);
    assert_eq!(extraction(&again), &left);
    assert!(!again.state.tabs.active().expect("a tab").work.is_unsaved());
    command(&mut again, Command::Ui(UiCommand::Undo));
    assert_ne!(titles(&again)[0], "وصول");
    // F5 finds anew what the article says, and keeps what the reader did.
    command(&mut again, Command::Ui(UiCommand::Redo));
    command(&mut again, Command::Ui(UiCommand::ReadAgain));
    let tab = id(&again);
    wait(&mut again, |core| !core.jobs.is_busy(tab));
    assert_eq!(titles(&again)[0], "وصول");
}

#[test]
fn another_program_s_change_is_asked_about_before_it_is_lost() {
    let folder = Folder::new("conflict");
    let path = folder.file("a.waqai");
    let mut core = opened(&folder);
    save(&mut core, &path);
    fs::write(&path, "somebody else's").expect("a file");
    set_title(&mut core, 0, "وصول");
    command(&mut core, Command::Ui(UiCommand::Save));
    wait(&mut core, |core| offered(core, "save-over").is_some());
    assert_eq!(fs::read_to_string(&path).expect("a file"), "somebody else's");
    let over = offered(&core, "save-over").expect("an offer");
    command(&mut core, over);
    wait(&mut core, |core| !core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    assert!(project::load(&fs::read(&path).expect("a file")).is_ok());
}

#[test]
fn a_folder_that_is_gone_is_told_and_the_work_stays() {
    let folder = Folder::new("gone");
    let mut core = opened(&folder);
    set_title(&mut core, 0, "وصول");
    let tab = id(&core);
    core.apply(AppEvent::SaveChosen(tab, Some(folder.file("no/such/a.waqai"))));
    wait(&mut core, |core| offered(core, "command-save-as").is_some());
    assert!(core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    assert_eq!(titles(&core)[0], "وصول");
    // What is offered asks for another place, for this tab.
    let elsewhere = offered(&core, "command-save-as").expect("an offer");
    command(&mut core, elsewhere);
    assert_eq!(core.save_wanted, Some(tab));
}

#[test]
fn a_folder_that_vanishes_under_a_project_keeps_nothing_from_being_kept() {
    let folder = Folder::new("vanished");
    let (apart, project_folder) = (folder.file("unsaved"), folder.file("projects"));
    fs::create_dir(&project_folder).expect("a folder");
    let path = project_folder.join("a.waqai");
    let mut core = opened(&folder);
    core.begin_session(&apart, "one".to_owned());
    save(&mut core, &path);
    fs::remove_dir_all(&project_folder).expect("a folder");
    set_title(&mut core, 0, "وصول");
    command(&mut core, Command::Ui(UiCommand::Save));
    wait(&mut core, |core| offered(core, "command-save-as").is_some());
    assert_eq!(reason(&core), "save-error-folder");
    assert_is_kept_elsewhere(&mut core, &apart);
}

#[cfg(unix)]
#[test]
fn a_folder_that_must_not_be_written_is_told_and_the_work_is_kept_elsewhere() {
    let folder = Folder::new("protected");
    let apart = folder.file("unsaved");
    let mut core = opened(&folder);
    core.begin_session(&apart, "one".to_owned());
    set_title(&mut core, 0, "وصول");
    let (tab, path) = (id(&core), protected(&folder).join("a.waqai"));
    core.apply(AppEvent::SaveChosen(tab, Some(path.clone())));
    wait(&mut core, |core| offered(core, "command-save-as").is_some());
    assert_eq!(reason(&core), "save-error-permission");
    // As if the project had been opened there.
    core.state.tabs.active_mut().expect("a tab").work.file = Some(path);
    assert_is_kept_elsewhere(&mut core, &apart);
}

/// A folder that nobody may write, also who may write everywhere else.
#[cfg(unix)]
fn protected(folder: &Folder) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let protected = folder.file("protected");
    fs::create_dir(&protected).expect("a folder");
    fs::set_permissions(&protected, fs::Permissions::from_mode(0o555)).expect("a mode");
    let is_protected = fs::write(protected.join("x"), "").is_err();
    if is_protected { protected } else { PathBuf::from("/sys") }
}

/// Why the last save did not come about.
pub(super) fn reason(core: &Core) -> String {
    let message = &core.state.notices.last().expect("a notice").message;
    match message.args.iter().find(|(name, _)| name == "reason") {
        Some((_, crate::base::Arg::Message(reason))) => reason.key.to_string(),
        other => panic!("{other:?}"),
    }
}

/// The work is in the window still, and in the person's folder within two seconds.
pub(super) fn assert_is_kept_elsewhere(core: &mut Core, apart: &Path) {
    assert!(core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    assert_eq!(titles(core)[0], "وصول");
    let now = Instant::now();
    core.keep_unsaved(now);
    core.keep_unsaved(now + Duration::from_secs(2));
    let tab = id(core);
    wait(core, |core| core.kept.get(&tab).is_some_and(|kept| kept.unsaved.path.is_some()));
    let path = core.kept.get(&tab).and_then(|kept| kept.unsaved.path.clone()).expect("a place");
    assert_eq!(path.parent(), Some(apart));
    let project = unsaved::read(&path).expect("unsaved work");
    assert_eq!(project.edited().extraction.events[0].title, "وصول");
}

#[test]
fn undoing_back_to_what_was_saved_leaves_nothing_unsaved() {
    let folder = Folder::new("undone");
    let path = folder.file("a.waqai");
    let mut core = opened(&folder);
    set_title(&mut core, 0, "وصول");
    save(&mut core, &path);
    let is_unsaved = |core: &Core| core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved());
    set_title(&mut core, 0, "رجوع");
    assert!(is_unsaved(&core));
    command(&mut core, Command::Ui(UiCommand::Undo));
    assert!(!is_unsaved(&core));
    command(&mut core, Command::Ui(UiCommand::Undo));
    assert!(is_unsaved(&core), "the file has an edit that was taken back");
    set_title(&mut core, 0, "وصول آخر");
    assert!(is_unsaved(&core), "as many edits as in the file, but others");
}

#[test]
fn files_are_written_in_the_order_in_which_that_was_asked_for() {
    let folder = Folder::new("order");
    let (apart, path) = (folder.file("unsaved"), folder.file("a.waqai"));
    let mut core = opened(&folder);
    core.begin_session(&apart, "one".to_owned());
    save(&mut core, &path);
    for number in 0..20 {
        set_title(&mut core, 0, &format!("وصول {number}"));
        core.keep_unsaved(Instant::now() + Duration::from_secs(2 * number));
        command(&mut core, Command::Ui(UiCommand::Save));
    }
    core.keep_all();
    wait(&mut core, |core| !core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    core.keep_unsaved(Instant::now());
    core.keep_all();
    let project = project::load(&fs::read(&path).expect("a file")).expect("a project");
    assert_eq!(project.edited().extraction.events[0].title, "وصول 19");
    assert!(!unsaved::beside(&path).expect("a place").exists(), "nothing older is left to be offered");
}

#[test]
fn a_newer_program_s_project_is_looked_at_and_not_changed() {
    let folder = Folder::new("newer");
    let path = folder.file("a.waqai");
    let mut core = opened(&folder);
    save(&mut core, &path);
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&path, text.replacen("\"version\":1", "\"version\":99", 1)).expect("a file");
    let mut again = super::core();
    open(&mut again, &path);
    assert!(again.state.notices.iter().any(|notice| notice.message.key == "project-read-only"));
    let before = titles(&again);
    set_title(&mut again, 0, "وصول");
    assert_eq!(titles(&again), before);
    assert!(!again.state.allows(UiCommand::DeleteEvent));
}

#[test]
fn unsaved_work_is_written_apart_and_offered_after_a_crash() {
    let folder = Folder::new("crash");
    let (apart, path) = (folder.file("unsaved"), folder.file("a.waqai"));
    let mut core = opened(&folder);
    core.begin_session(&apart, "first".to_owned());
    save(&mut core, &path);
    set_title(&mut core, 0, "وصول");
    let now = Instant::now();
    assert!(core.keep_unsaved(now).is_some_and(|rest| rest <= Duration::from_secs(2)));
    core.keep_unsaved(now + Duration::from_secs(2));
    let beside = unsaved::beside(&path).expect("a place");
    let tab = id(&core);
    wait(&mut core, |core| core.kept.get(&tab).is_some_and(|kept| kept.unsaved.path.is_some()));
    assert!(beside.exists());

    let mut second = super::core();
    second.begin_session(&apart, "second".to_owned());
    open(&mut second, &path);
    assert_eq!(offered(&second, "unsaved-open"), None, "the first one runs still");
    drop(core);
    let mut third = super::core();
    third.begin_session(&apart, "third".to_owned());
    open(&mut third, &path);
    let offer = offered(&third, "unsaved-open").expect("an offer");
    command(&mut third, offer);
    wait(&mut third, |core| core.state.tabs.len() == 2 && core.state.document().is_some());
    assert_eq!(titles(&third)[0], "وصول");
    assert!(third.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    // Once it is saved, nothing is left to be offered.
    let recovered = id(&third);
    command(&mut third, Command::Ui(UiCommand::Save));
    wait(&mut third, |core| {
        let tab = core.state.tabs.active();
        !tab.is_some_and(|tab| tab.work.is_unsaved()) || offered(core, "save-over").is_some()
    });
    assert_eq!(offered(&third, "save-over"), None, "nobody else wrote it");
    wait(&mut third, |core| core.kept.get(&recovered).is_some_and(|kept| kept.unsaved.path.is_none()) && !beside.exists());
}

#[test]
fn what_another_program_wrote_after_a_crash_is_asked_about_before_it_is_lost() {
    let folder = Folder::new("crash-conflict");
    let (apart, path) = (folder.file("unsaved"), folder.file("a.waqai"));
    let mut core = opened(&folder);
    core.begin_session(&apart, "first".to_owned());
    save(&mut core, &path);
    let tab = id(&core);
    wait(&mut core, |core| core.kept.get(&tab).is_some_and(|kept| kept.stamp.is_some()));
    set_title(&mut core, 0, "وصول");
    core.keep_all();
    drop(core);
    let other = fs::read_to_string(&path).expect("a file") + "\n";
    fs::write(&path, &other).expect("a file");
    let mut second = super::core();
    second.begin_session(&apart, "second".to_owned());
    open(&mut second, &unsaved::beside(&path).expect("a place"));
    assert_eq!(titles(&second)[0], "وصول");
    command(&mut second, Command::Ui(UiCommand::Save));
    wait(&mut second, |core| offered(core, "save-over").is_some());
    assert_eq!(fs::read_to_string(&path).expect("a file"), other, "it is there still");
}

#[test]
fn closing_a_tab_keeps_what_was_not_saved_and_says_so() {
    let folder = Folder::new("closing");
    let apart = folder.file("unsaved");
    let mut core = opened(&folder);
    core.begin_session(&apart, "one".to_owned());
    set_title(&mut core, 0, "وصول");
    command(&mut core, Command::Ui(UiCommand::CloseTab));
    assert!(core.state.tabs.is_empty());
    wait(&mut core, |core| offered(core, "unsaved-open").is_some());
    let back = offered(&core, "unsaved-open").expect("an offer");
    command(&mut core, back);
    wait(&mut core, |core| core.state.document().is_some());
    assert_eq!(titles(&core)[0], "وصول");
    assert!(core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
}

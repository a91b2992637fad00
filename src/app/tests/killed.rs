//! `kill -9` at any moment while the window edits and saves: all files can be read, and lack the edits of two seconds at most.
//! The window runs in a process of its own: this very program, asked for the test that waits to be killed. What it edited it says
//! on its standard output. `scripts/kill.sh` kills it a thousand times.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::{command, core, editing};
use crate::app::core::Core;
use crate::event::EventId;
use crate::event::edit::Value;
use crate::project::{self, Project, unsaved};
use crate::ui::command::{Command, UiCommand};
use crate::ui::work::Change;

/// How many are killed, where not so many as a quick test can.
const KILLS: &str = "WAQAI_KILLS";
const FEW_KILLS: u64 = 30;
/// Where the one that is to be killed works, and after how many edits it saves each time.
const FOLDER: &str = "WAQAI_KILLED_IN";
const SAVES_AFTER: &str = "WAQAI_SAVES_AFTER";
/// So many run at once: most of the time each of them waits.
const AT_ONCE: u64 = 10;
/// The longest that one lives, in milliseconds: beyond the first time that something is written apart.
const LIFE: u64 = 4000;
/// How old an edit may be that is lost.
const MOST_LOST: u64 = 2000;
const EDITED: &str = "edited";

#[expect(clippy::disallowed_methods, reason = "two processes have no other clock in common")]
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970");
    u64::try_from(since.as_millis()).expect("a time before the end of all days")
}

#[test]
#[ignore = "waits to be killed: the test below starts it"]
fn edits_and_saves_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let saves_after: u64 = std::env::var(SAVES_AFTER).expect("a number").parse().expect("a number");
    let mut core = core();
    core.begin_session(&folder.join("unsaved"), format!("run-{}", std::process::id()));
    editing::open(&mut core, &folder.join("work.waqai"));
    for number in 1_u64.. {
        let title = Value::Title(number.to_string());
        command(&mut core, Command::Edit(Change::Set(EventId(0), title)));
        writeln!(std::io::stdout(), "{EDITED} {number} {}", now()).expect("somebody listens");
        if number.is_multiple_of(saves_after) {
            command(&mut core, Command::Ui(UiCommand::Save));
        }
        // As the window does, and about as often.
        core.keep_unsaved(Instant::now());
        while let Some(event) = core.queue.wait(Duration::from_millis(8)) {
            core.apply(event);
        }
    }
}

#[test]
fn whatever_the_moment_of_a_kill_all_files_can_be_read_and_little_is_lost() {
    let kills = std::env::var(KILLS).map_or(FEW_KILLS, |kills| kills.parse().expect("a number"));
    let folder = std::env::temp_dir().join(format!("waqai-killed-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let project = folder.join("work.waqai");
    editing::save_a_project(&project, "to-be-killed");
    let killed: Vec<Killed> = std::thread::scope(|scope| {
        let one = |lane: u64| {
            (lane..kills)
                .filter(|number| (number - lane).is_multiple_of(AT_ONCE))
                .map(|number| kill(number, &folder))
                .collect::<Vec<_>>()
        };
        let lanes: Vec<_> = (0..AT_ONCE).map(|lane| scope.spawn(move || one(lane))).collect();
        lanes.into_iter().flat_map(|lane| lane.join().expect("none fails")).collect()
    });
    fs::remove_dir_all(&folder).expect("a folder");
    let sum = |part: fn(&Killed) -> u64| killed.iter().map(part).sum::<u64>();
    let most_lost = killed.iter().map(|killed| killed.lost).max().unwrap_or_default();
    let (saved, apart, writing) = (sum(|one| one.saved), sum(|one| one.apart), sum(|one| one.writing));
    writeln!(
        std::io::stdout(),
        "{} kills: {saved} after a save, {apart} with work apart, {writing} while something was written; the oldest edit that was \
         lost was {most_lost} ms old",
        killed.len()
    )
    .expect("somebody listens");
    assert_eq!(killed.len() as u64, kills);
    assert!(saved > kills / 6 && apart > kills / 10, "the kills come too early to tell anything");
}

/// What a kill found.
struct Killed {
    /// Whether the project was saved at least once, 1 or 0.
    saved: u64,
    /// Whether there was work apart.
    apart: u64,
    /// Whether a file was left half written.
    writing: u64,
    /// How old the oldest edit was that is lost, in milliseconds.
    lost: u64,
}

fn kill(number: u64, folder: &Path) -> Killed {
    let own = folder.join(number.to_string());
    fs::create_dir(&own).expect("a folder");
    let path = own.join("work.waqai");
    fs::copy(folder.join("work.waqai"), &path).expect("a file");
    let mut child = start(&own, number);
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut said = String::new();
    while !said.contains(EDITED) {
        assert!(out.read_line(&mut said).expect("its output") > 0, "it ended by itself: {said}");
    }
    std::thread::sleep(Duration::from_millis(random(number) % LIFE));
    let end = now();
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    out.read_to_string(&mut said).expect("its output");
    let killed = look(&path, &said, end);
    fs::remove_dir_all(own).expect("a folder");
    killed
}

fn start(folder: &Path, number: u64) -> Child {
    let saves_after = [20, 150, 1_000_000][usize::try_from(number % 3).expect("small")];
    let mut process = Process::new(std::env::current_exe().expect("this program"));
    process.args(["app::tests::killed::edits_and_saves_until_it_is_killed", "--exact", "--ignored", "--nocapture"]);
    process.env(FOLDER, folder).env(SAVES_AFTER, saves_after.to_string());
    process.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts")
}

/// What there is after a kill; panics where something cannot be read or too much is lost.
fn look(path: &Path, said: &str, end: u64) -> Killed {
    let project = project::load(&fs::read(path).expect("the file")).expect("a project");
    let beside = unsaved::beside(path).expect("a place");
    let apart = beside.exists().then(|| unsaved::read(&beside).expect("what was written apart can be read"));
    let kept = [Some(&project), apart.as_ref()].into_iter().flatten().map(last_edit).max().unwrap_or_default();
    let edits = said.lines().filter_map(|line| {
        let mut words = line[line.find(EDITED)?..].split(' ').skip(1).map(|word| word.parse::<u64>().ok());
        Some((words.next()??, words.next()??))
    });
    let lost = edits.filter(|(edit, _)| *edit > kept).map(|(_, at)| end.saturating_sub(at)).max().unwrap_or_default();
    assert!(lost <= MOST_LOST, "an edit of {lost} ms ago is lost; kept: {kept}");
    let names = fs::read_dir(path.parent().expect("a folder")).expect("a folder");
    let is_half = |name: String| name.ends_with(".new");
    let writing = names.filter(|entry| is_half(entry.as_ref().expect("an entry").file_name().to_string_lossy().into_owned()));
    let [saved, apart, writing] = [last_edit(&project) > 0, apart.is_some(), writing.count() > 0].map(u64::from);
    Killed { saved, apart, writing, lost }
}

/// The number of the last edit that a project holds.
fn last_edit(project: &Project) -> u64 {
    project.edited().extraction.events.first().and_then(|event| event.title.parse().ok()).unwrap_or_default()
}

/// A number that looks like any other.
fn random(number: u64) -> u64 {
    // Source: splitmix64 (Steele, Lea and Flood 2014).
    let mut mixed = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The window after a kill: it offers what the file lacks, and shows it.
#[test]
fn after_a_kill_the_window_offers_what_the_file_lacks() {
    let folder = std::env::temp_dir().join(format!("waqai-after-kill-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("work.waqai");
    editing::save_a_project(&path, "after-a-kill");
    let mut child = start(&folder, 2);
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let beside = unsaved::beside(&path).expect("a place");
    let mut line = String::new();
    while !beside.exists() {
        line.clear();
        assert!(out.read_line(&mut line).expect("its output") > 0, "it ended by itself");
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let mut core: Core = core();
    core.begin_session(&folder.join("unsaved"), "next".to_owned());
    editing::open(&mut core, &path);
    let offer = editing::offered(&core, "unsaved-open").expect("an offer");
    command(&mut core, offer);
    editing::wait(&mut core, |core| core.state.tabs.len() == 2 && core.state.document().is_some());
    assert!(editing::titles(&core)[0].parse::<u64>().is_ok_and(|number| number > 0));
    drop(core);
    fs::remove_dir_all(&folder).expect("a folder");
}

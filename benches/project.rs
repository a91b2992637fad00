//! How long it takes to save, to open and to edit a project of 10,000 events: `cargo bench --bench project`.

use std::path::PathBuf;

use divan::{Bencher, black_box};
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::{Language, Moment};
use waqai::event::edit::{Edit, EventName, Log, Value};
use waqai::extract::{Options, extract};
use waqai::project::store::save;
use waqai::project::{Others, Project, View, load};

const N_EVENTS: usize = 10_000;
/// One event in so many is corrected.
const CORRECTED: usize = 20;

const SENTENCES: &str = "أعلنت وزارة الصحة يوم الثلاثاء الماضي افتتاح مستشفى جديد في العاصمة بحضور عدد من المسؤولين. \
وزار الوزير بيروت في 3 مايو 2024 ووقع الطرفان اتفاقا. وغادر الوفد المدينة بعد ذلك. وقصفت القوات المدينة في مارس 2021.\n\n";

fn main() {
    divan::main();
}

fn project() -> Project {
    let published = Published { value: Moment::ymd(2025, 3, 6).expect("a day"), origin: PublishedOrigin::Given };
    let found_in = |n: usize| {
        let article = Article {
            text: SENTENCES.repeat(n),
            published: Some(published),
            language: Some(Language::Arabic),
            ..Article::default()
        };
        let found = extract(&article, &Options::default());
        (article, found)
    };
    // What is told twice is one event: as many sentences as it takes.
    let (mut n, (mut article, mut found)) = (512, found_in(512));
    while found.events.len() < N_EVENTS {
        n = (n * N_EVENTS).div_ceil(found.events.len().max(1)).clamp(n + 1, n * 2);
        (article, found) = found_in(n);
    }
    let mut log = Log::default();
    for event in found.events.iter().step_by(CORRECTED) {
        let value = Value::Title(format!("{} (مصحح)", event.title));
        log.push(Edit::Set { event: EventName::found(event.mention.trigger), value });
    }
    let (view, others) = (View::default(), Others::default());
    Project { article, found, redated: None, log, view, unsaved: None, is_newer: false, others }
}

/// In a folder of its own, that the system clears away.
fn file() -> PathBuf {
    std::env::temp_dir().join(format!("waqai-bench-{}.waqai", std::process::id()))
}

/// To the disk, whole or not at all.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn save_10_000_events(bencher: Bencher<'_, '_>) {
    let (project, path) = (project(), file());
    assert!(project.found.events.len() >= N_EVENTS);
    bencher.bench_local(|| save(&path, &project.to_bytes().expect("bytes"), None).expect("saved"));
    std::fs::remove_file(path).expect("a file");
}

/// From the disk to what is shown.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_10_000_events(bencher: Bencher<'_, '_>) {
    let path = file();
    save(&path, &project().to_bytes().expect("bytes"), None).expect("saved");
    bencher.bench_local(|| {
        let project = load(&std::fs::read(&path).expect("a file")).expect("a project");
        black_box(project.edited());
        project
    });
    std::fs::remove_file(path).expect("a file");
}

/// What an edit, or taking one back, makes of what was found; with so many events a worker does it.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn edit_10_000_events(bencher: Bencher<'_, '_>) {
    let project = project();
    bencher.bench_local(|| project.edited());
}

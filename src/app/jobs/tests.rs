use std::sync::mpsc::channel;

use super::super::event::Queue;
use super::*;
use crate::ui::testing;

const SOON: Duration = Duration::from_secs(20);
const TAB: TabId = TabId(1);

fn jobs() -> (Jobs, Queue) {
    let (queue, _, events) = Queue::new();
    (Jobs::new(events), queue)
}

fn choices() -> Choices {
    Worker::alone(0).choices
}

fn opened() -> Opened {
    Opened {
        document: testing::document(),
        origin: None,
        articles: None,
        article: 0,
        n_unreadable: 0,
        made: crate::app::open::Made::Anew,
    }
}

/// Work that begins when it is told to; what it is told by, and what tells that it began.
fn held() -> (Work, Sender<()>) {
    let (go, gate) = channel();
    let work = move |_: &Worker| {
        // Whoever drops the gate lets it go too.
        let _ = gate.recv();
        Ok(opened())
    };
    (Box::new(work), go)
}

fn start(jobs: &mut Jobs, tab: TabId) -> Sender<()> {
    let (work, go) = held();
    jobs.start(tab, "a".to_owned(), choices(), work);
    go
}

/// The next result that comes in.
fn result(queue: &Queue) -> JobId {
    loop {
        match queue.wait(SOON).expect("an answer") {
            AppEvent::Opened(id, _) => return id,
            _ => continue,
        }
    }
}

#[test]
fn the_result_of_an_overtaken_job_does_not_count() {
    let (mut jobs, queue) = jobs();
    let first = start(&mut jobs, TAB);
    let second = start(&mut jobs, TAB);
    drop(first);
    let overtaken = result(&queue);
    assert_eq!((jobs.tab_of(overtaken), jobs.finish(overtaken)), (None, None));
    assert!(jobs.is_busy(TAB));
    drop(second);
    assert_eq!(jobs.finish(result(&queue)), Some(TAB));
    assert!(!jobs.is_busy(TAB));
}

#[test]
fn the_result_of_a_cancelled_job_does_not_count_and_the_job_is_told() {
    let (mut jobs, queue) = jobs();
    let (tell, told) = channel();
    let (go, gate) = channel::<()>();
    jobs.start(
        TAB,
        "a".to_owned(),
        choices(),
        Box::new(move |worker| {
            let _ = gate.recv();
            let _ = tell.send(worker.is_cancelled());
            Ok(opened())
        }),
    );
    jobs.cancel(TAB);
    assert!(!jobs.is_busy(TAB));
    drop(go);
    assert_eq!(told.recv_timeout(SOON), Ok(true));
    assert_eq!(jobs.finish(result(&queue)), None);
}

#[test]
fn what_is_under_way_is_shown_after_a_while() {
    let (mut jobs, _queue) = jobs();
    let asked = Instant::now();
    let _go = start(&mut jobs, TAB);
    let at = |jobs: &Jobs, after| jobs.progress(TAB, asked + after);
    assert!(matches!(at(&jobs, Duration::ZERO), Err(Some(rest)) if rest <= SHOWN_AFTER + SOON));
    assert_eq!(at(&jobs, SHOWN_AFTER + SOON), Ok(Progress::Reading(None)));
    assert_eq!(jobs.progress(TabId(9), asked), Err(None));
    jobs.cancel(TAB);
    assert_eq!(at(&jobs, SHOWN_AFTER + SOON), Err(None));
}

#[test]
fn few_run_at_once_and_who_is_looked_at_comes_first() {
    let (mut jobs, queue) = jobs();
    let mut gates: Vec<_> = (0..4).map(|tab| Some(start(&mut jobs, TabId(tab)))).collect();
    let late = Instant::now() + SHOWN_AFTER + SOON;
    let waits = |jobs: &Jobs| (0..4).map(|tab| jobs.progress(TabId(tab), late) == Ok(Progress::Waiting)).collect::<Vec<_>>();
    assert_eq!(waits(&jobs), [false, false, true, true]);
    jobs.hurry(TabId(3));
    gates[0] = None;
    assert_eq!(jobs.finish(result(&queue)), Some(TabId(0)));
    assert_eq!(waits(&jobs), [false, false, true, false]);
    jobs.cancel(TabId(1));
    assert_eq!(waits(&jobs), [false, false, false, false]);
}

#[test]
fn a_worker_that_panics_answers_all_the_same() {
    let (mut jobs, queue) = jobs();
    jobs.start(TAB, "x".to_owned(), choices(), Box::new(|_| std::panic::panic_any("on purpose")));
    let event = queue.wait(SOON).expect("an answer");
    let AppEvent::Opened(id, Err(failure)) = event else { panic!("a failure: {event:?}") };
    assert_eq!(jobs.finish(id), Some(TAB));
    assert_eq!(failure.message.key, "app-worker-failed");
}

//! Work in the background: threads that put their result into the queue and wake the window.
//! Knows which job is the latest; what the results mean is decided where they are applied.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::event::{AppEvent, JobId};
use super::open;
use super::system_fonts::SystemFonts;
use crate::base::{Message, Moment};
use crate::ui::state::Document;

/// Work that takes longer is shown.
pub(super) const SHOWN_AFTER: Duration = Duration::from_millis(200);

/// Wakes the window, once there is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Waker(Arc<OnceLock<Context>>);

impl Waker {
    /// The window that is to be woken; the first one stays.
    pub(super) fn connect(&self, ctx: &Context) {
        let _ = self.0.set(ctx.clone());
    }

    pub(super) fn wake(&self) {
        if let Some(ctx) = self.0.get() {
            ctx.request_repaint();
        }
    }
}

/// The job that counts.
#[derive(Debug)]
struct Current {
    id: JobId,
    name: String,
    since: Instant,
}

/// The workers.
#[derive(Debug)]
pub(super) struct Jobs {
    events: Sender<AppEvent>,
    waker: Waker,
    current: Option<Current>,
    next: u64,
}

impl Jobs {
    pub(super) fn new(events: Sender<AppEvent>) -> Self {
        Self { events, waker: Waker::default(), current: None, next: 0 }
    }

    /// What wakes the window.
    pub(super) fn waker(&self) -> &Waker {
        &self.waker
    }

    /// Opens a file; whatever is being opened is overtaken.
    pub(super) fn open_path(&mut self, path: PathBuf) {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned();
        self.start(name, AppEvent::Opened, move |id| open::path(&path, id.0));
    }

    /// Opens the bundled article.
    pub(super) fn open_bundled(&mut self, name: String) {
        self.start(name, AppEvent::Opened, |id| Ok(open::bundled(id.0)));
    }

    /// Opens a text.
    pub(super) fn open_text(&mut self, text: String, name: String) {
        self.start(name, AppEvent::Opened, move |id| open::text(text, id.0));
    }

    /// Resolves an article against another publication date; `None`: unknown.
    pub(super) fn resolve(&mut self, document: Arc<Document>, published: Option<Moment>, name: String) {
        self.start(name, AppEvent::Resolved, move |id| Ok(open::resolved(&document, published, id.0)));
    }

    /// Lets the job go: its result will not count.
    pub(super) fn cancel(&mut self) {
        self.current = None;
    }

    /// Whether a result is that of the latest job; then nothing is under way any more.
    pub(super) fn finish(&mut self, id: JobId) -> bool {
        let counts = self.current.as_ref().is_some_and(|current| current.id == id);
        if counts {
            self.current = None;
        }
        counts
    }

    /// Whether a job is under way.
    pub(super) fn is_busy(&self) -> bool {
        self.current.is_some()
    }

    /// What has been under way for long enough to be shown, and else how long until it is.
    pub(super) fn shown(&self) -> Result<&str, Option<Duration>> {
        let Some(current) = &self.current else { return Err(None) };
        match SHOWN_AFTER.checked_sub(current.since.elapsed()) {
            None => Ok(&current.name),
            Some(rest) => Err(Some(rest)),
        }
    }

    /// Does `work` in a thread, apart from the jobs that overtake each other.
    pub(super) fn aside(&self, work: impl FnOnce() -> AppEvent + Send + 'static) -> std::io::Result<()> {
        let (events, waker) = (self.events.clone(), self.waker.clone());
        let thread = std::thread::Builder::new().name("worker".to_owned()).spawn(move || {
            // The receiver is gone only while the application ends.
            let _ = events.send(work());
            waker.wake();
        });
        thread.map(|_| ())
    }

    /// Looks for fonts that have some letters.
    pub(super) fn find_fonts(&self, fonts: &SystemFonts, letters: Vec<char>) -> std::io::Result<()> {
        let fonts = fonts.clone();
        // A font can be broken in ways that nobody thought of.
        let find = move || catch_unwind(AssertUnwindSafe(|| fonts.find(&letters))).unwrap_or_default();
        self.aside(move || AppEvent::FontsFound(find()))
    }

    fn start(
        &mut self,
        name: String,
        event: fn(JobId, Result<Box<Document>, Message>) -> AppEvent,
        work: impl FnOnce(JobId) -> Result<Document, Message> + Send + 'static,
    ) {
        self.next += 1;
        let id = JobId(self.next);
        self.current = Some(Current { id, name: name.clone(), since: Instant::now() });
        let guarded = move || {
            // A mistake of ours in one article must not leave the window waiting for it for ever.
            let result = catch_unwind(AssertUnwindSafe(|| work(id)));
            let failed = |_| Err(Message::new("app-worker-failed").with_text("name", name));
            event(id, result.unwrap_or_else(failed).map(Box::new))
        };
        if let Err(error) = self.aside(guarded) {
            let message = Message::new("app-no-thread").with_text("detail", error.to_string());
            let _ = self.events.send(event(id, Err(message)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::Queue;
    use super::*;

    fn jobs() -> (Jobs, Queue) {
        let (queue, _, events) = Queue::new();
        (Jobs::new(events), queue)
    }

    #[test]
    fn the_result_of_an_overtaken_job_does_not_count() {
        let (mut jobs, queue) = jobs();
        jobs.open_text("أولا".to_owned(), "a".to_owned());
        jobs.open_text("ثانيا".to_owned(), "b".to_owned());
        let mut counted = Vec::new();
        for _ in 0..2 {
            let event = queue.wait(Duration::from_secs(20)).expect("both answer");
            let AppEvent::Opened(id, Ok(document)) = event else { panic!("a text can be opened: {event:?}") };
            if jobs.finish(id) {
                counted.push(document.article.text);
            }
        }
        assert_eq!(counted, ["ثانيا"]);
    }

    #[test]
    fn a_worker_that_panics_answers_all_the_same() {
        let (mut jobs, queue) = jobs();
        jobs.start("x".to_owned(), AppEvent::Opened, |_| std::panic::panic_any("on purpose"));
        let event = queue.wait(Duration::from_secs(20)).expect("an answer");
        let AppEvent::Opened(id, Err(message)) = event else { panic!("a failure: {event:?}") };
        assert!(jobs.finish(id));
        assert_eq!(message.key, "app-worker-failed");
    }

    #[test]
    fn a_cancelled_job_is_not_shown() {
        let (mut jobs, _queue) = jobs();
        jobs.open_text(String::new(), "a".to_owned());
        assert!(jobs.is_busy());
        jobs.cancel();
        assert!(!jobs.is_busy());
        assert_eq!(jobs.shown(), Err(None));
    }
}

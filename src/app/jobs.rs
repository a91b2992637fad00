//! Work in the background: threads that put their result into the queue and wake the window.
//! Knows which job a tab waits for; what the results mean is decided where they are applied.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::event::{AppEvent, JobId};
use super::open::Opened;
use super::system_fonts::SystemFonts;
use crate::base::Message;
use crate::project::Project;
use crate::project::unsaved::Session;
use crate::reader::Watch;
use crate::ui::article::prepare;
use crate::ui::picture::{Choices, Picture, Task};
use crate::ui::state::Document;
use crate::ui::tabs::{Failure, Progress, Remedy, TabId};

/// Work that takes longer is shown.
pub(super) const SHOWN_AFTER: Duration = Duration::from_millis(200);
/// So many articles are opened at once: each may hold a large file in memory.
const MOST_AT_ONCE: usize = 2;

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

/// What a job knows of the window: its number, how its document will be shown, whether it is still wanted, and how to tell how
/// far it is.
#[derive(Debug, Clone)]
pub(super) struct Worker {
    id: JobId,
    choices: Choices,
    watch: Watch,
    events: Sender<AppEvent>,
    waker: Waker,
    session: Option<Arc<Session>>,
}

impl Worker {
    /// Whether a run of the program that has ended left some unsaved work.
    pub(super) fn is_of_ended(&self, project: &Project) -> bool {
        self.session.as_ref().is_some_and(|session| session.is_of_ended(project))
    }

    /// The number of what the job makes.
    pub(super) fn generation(&self) -> u64 {
        self.id.0
    }

    /// Whether nobody waits for the result any more: it will not count.
    pub(super) fn is_cancelled(&self) -> bool {
        self.watch.is_cancelled()
    }

    /// What stops reading, and is told how far it is.
    pub(super) fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Says how far it is.
    pub(super) fn tell(&self, progress: Progress) {
        self.send(AppEvent::Progress(self.id, progress));
    }

    /// Shows what is known already.
    pub(super) fn show(&self, document: Document) {
        self.prepare(&document);
        self.send(AppEvent::Shown(self.id, Box::new(document)));
    }

    /// Works out all that takes time before a document can be shown.
    fn prepare(&self, document: &Document) {
        prepare(document);
        document.first.put(Picture::new(document, self.choices.clone(), None));
    }

    fn send(&self, event: AppEvent) {
        // The receiver is gone only while the application ends.
        let _ = self.events.send(event);
        self.waker.wake();
    }

    /// One whose words nobody hears.
    #[cfg(test)]
    pub(super) fn alone(generation: u64) -> Self {
        let (events, _) = std::sync::mpsc::channel();
        let choices = crate::ui::browse::Browse::default().choices(crate::ui::state::LaneGrouping::Actor);
        Self { id: JobId(generation), choices, watch: Watch::default(), events, waker: Waker::default(), session: None }
    }
}

/// What a job does.
pub(super) type Work = Box<dyn FnOnce(&Worker) -> Result<Opened, Failure> + Send>;

/// A job that a tab waits for.
#[derive(Debug)]
struct Job {
    tab: TabId,
    name: String,
    /// When it was asked for.
    since: Instant,
    progress: Progress,
    worker: Worker,
}

impl Job {
    fn progress(&self) -> Progress {
        match self.progress {
            Progress::Reading(_) => Progress::Reading(self.worker.watch.progress().map(per_cent)),
            progress => progress,
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a whole is from 0 to 1")]
fn per_cent(part: f32) -> u8 {
    (part * 100.0) as u8
}

/// The workers.
pub(super) struct Jobs {
    events: Sender<AppEvent>,
    waker: Waker,
    running: Vec<Job>,
    waiting: VecDeque<(Job, Work)>,
    next: u64,
    /// The run of the program.
    pub(super) session: Option<Arc<Session>>,
}

impl Jobs {
    pub(super) fn new(events: Sender<AppEvent>) -> Self {
        Self { events, waker: Waker::default(), running: Vec::new(), waiting: VecDeque::new(), next: 0, session: None }
    }

    /// What wakes the window.
    pub(super) fn waker(&self) -> &Waker {
        &self.waker
    }

    /// Does `work` for a tab as soon as there is room; what was under way for the tab is overtaken. What comes of it will be
    /// shown by `choices`.
    pub(super) fn start(&mut self, tab: TabId, name: String, choices: Choices, work: Work) {
        self.cancel(tab);
        self.next += 1;
        let (events, waker) = (self.events.clone(), self.waker.clone());
        let session = self.session.clone();
        let worker = Worker { id: JobId(self.next), choices, watch: Watch::default(), events, waker, session };
        let job = Job { tab, name, since: Instant::now(), progress: Progress::Waiting, worker };
        self.waiting.push_back((job, work));
        self.fill();
    }

    /// Lets the job of a tab go: its result will not count.
    pub(super) fn cancel(&mut self, tab: TabId) {
        self.waiting.retain(|(job, _)| job.tab != tab);
        for job in self.running.iter().filter(|job| job.tab == tab) {
            job.worker.watch.cancel();
        }
        self.running.retain(|job| job.tab != tab);
        self.fill();
    }

    /// Does the job of a tab next.
    pub(super) fn hurry(&mut self, tab: TabId) {
        if let Some(index) = self.waiting.iter().position(|(job, _)| job.tab == tab)
            && let Some(first) = self.waiting.remove(index)
        {
            self.waiting.push_front(first);
        }
    }

    /// The tab that waits for a job's result, which is there; `None` where nobody does.
    pub(super) fn finish(&mut self, id: JobId) -> Option<TabId> {
        let index = self.running.iter().position(|job| job.worker.id == id)?;
        let job = self.running.swap_remove(index);
        self.fill();
        Some(job.tab)
    }

    /// The tab that waits for a job.
    pub(super) fn tab_of(&self, id: JobId) -> Option<TabId> {
        self.running.iter().find(|job| job.worker.id == id).map(|job| job.tab)
    }

    /// Notes how far a job is.
    pub(super) fn note(&mut self, id: JobId, progress: Progress) {
        if let Some(job) = self.running.iter_mut().find(|job| job.worker.id == id) {
            job.progress = progress;
        }
    }

    /// Whether a job is under way for a tab.
    pub(super) fn is_busy(&self, tab: TabId) -> bool {
        self.all().any(|job| job.tab == tab)
    }

    /// How far the job of a tab is, where it has been under way for long enough to be shown; else how long until it is.
    pub(super) fn progress(&self, tab: TabId, now: Instant) -> Result<Progress, Option<Duration>> {
        let job = self.all().find(|job| job.tab == tab).ok_or(None)?;
        match SHOWN_AFTER.checked_sub(now.saturating_duration_since(job.since)) {
            Some(rest) if rest > Duration::ZERO => Err(Some(rest)),
            _ => Ok(job.progress()),
        }
    }

    /// Gives back the memory of something in a thread: what holds a million events takes a second to let go.
    pub(super) fn let_go(large: impl Send + 'static) {
        // Where no thread is to be had, it is let go here.
        let _ = std::thread::Builder::new().name("let-go".to_owned()).spawn(move || drop(large));
    }

    /// Does `work` in a thread, apart from the jobs that tabs wait for.
    pub(super) fn aside(&self, work: impl FnOnce() -> AppEvent + Send + 'static) -> std::io::Result<()> {
        let (events, waker) = (self.events.clone(), self.waker.clone());
        let thread = std::thread::Builder::new().name("worker".to_owned()).spawn(move || {
            // The receiver is gone only while the application ends.
            let _ = events.send(work());
            waker.wake();
        });
        thread.map(|_| ())
    }

    /// Makes a picture.
    pub(super) fn picture(&self, task: Task) -> std::io::Result<()> {
        let unmade = Box::new(task.clone());
        // A mistake of ours must not leave the window waiting for it.
        self.aside(move || AppEvent::Pictured(catch_unwind(AssertUnwindSafe(|| task.run())).map_err(|_| unmade)))
    }

    /// Looks for fonts that have some letters.
    pub(super) fn find_fonts(&self, fonts: &SystemFonts, letters: Vec<char>) -> std::io::Result<()> {
        let fonts = fonts.clone();
        // A font can be broken in ways that nobody thought of.
        let find = move || catch_unwind(AssertUnwindSafe(|| fonts.find(&letters))).unwrap_or_default();
        self.aside(move || AppEvent::FontsFound(find()))
    }

    fn all(&self) -> impl Iterator<Item = &Job> {
        self.running.iter().chain(self.waiting.iter().map(|(job, _)| job))
    }

    fn fill(&mut self) {
        while self.running.len() < MOST_AT_ONCE
            && let Some((job, work)) = self.waiting.pop_front()
        {
            self.run(job, work);
        }
    }

    fn run(&mut self, mut job: Job, work: Work) {
        let (worker, name) = (job.worker.clone(), job.name.clone());
        let id = worker.id;
        job.progress = Progress::Reading(None);
        self.running.push(job);
        let guarded = move || {
            // A mistake of ours in one article must not leave the window waiting for it for ever.
            let prepared = |opened: Opened| {
                worker.prepare(&opened.document);
                opened
            };
            let result = catch_unwind(AssertUnwindSafe(|| work(&worker).map(prepared)));
            let failed = |_| Err(failure(Message::new("app-worker-failed").with_text("name", name)));
            AppEvent::Opened(id, result.unwrap_or_else(failed).map(Box::new))
        };
        if let Err(error) = self.aside(guarded) {
            let message = Message::new("app-no-thread").with_text("detail", error.to_string());
            let _ = self.events.send(AppEvent::Opened(id, Err(failure(message))));
        }
    }
}

fn failure(message: Message) -> Failure {
    Failure { message, remedy: Remedy::Again }
}

#[cfg(test)]
mod tests;

//! Writes the files of projects: one thread, one file after another, so that what was asked for later is what stays.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::event::AppEvent;
use super::jobs::Waker;

type Job = Box<dyn FnOnce() -> AppEvent + Send>;

/// What writes; everything that it was given is written when it is dropped.
#[derive(Debug)]
pub(super) struct Writer {
    events: Sender<AppEvent>,
    waker: Waker,
    running: Option<(Sender<Job>, JoinHandle<()>)>,
}

impl Writer {
    /// One that tells what came of each file.
    pub(super) fn new(events: Sender<AppEvent>, waker: Waker) -> Self {
        Self { events, waker, running: None }
    }

    /// Does `job` after all that came before.
    ///
    /// # Errors
    /// Where there is no thread for it.
    pub(super) fn write(&mut self, job: impl FnOnce() -> AppEvent + Send + 'static) -> io::Result<()> {
        if self.running.as_ref().is_none_or(|(_, thread)| thread.is_finished()) {
            self.running = Some(self.start()?);
        }
        let sent = self.running.as_ref().map(|(jobs, _)| jobs.send(Box::new(job)));
        sent.map_or(Ok(()), |sent| sent.map_err(|_| io::ErrorKind::BrokenPipe.into()))
    }

    /// Waits until all is written.
    pub(super) fn finish(&mut self) {
        if let Some((jobs, thread)) = self.running.take() {
            drop(jobs);
            // A thread that panicked has told so.
            let _ = thread.join();
        }
    }

    fn start(&self) -> io::Result<(Sender<Job>, JoinHandle<()>)> {
        let (events, waker) = (self.events.clone(), self.waker.clone());
        let (jobs, come): (Sender<Job>, Receiver<Job>) = channel();
        let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(move || {
            for job in come {
                // The receiver is gone only while the application ends: then it is the file that counts.
                let _ = events.send(job());
                waker.wake();
            }
        });
        thread.map(|thread| (jobs, thread))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.finish();
    }
}

//! A line for each frame: how much work it was, how much of that the panels were, how long it took until the next one began, when
//! that was, how many events were shown, and how long the article was that they stand in.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use super::AppError;

/// The file that the lines go to.
#[derive(Debug)]
pub(super) struct FrameLog {
    file: File,
    /// When the program began, or near it.
    since: Instant,
    frame: u64,
    began: Option<Instant>,
    /// What is known of the frame that is under way.
    panels: Panels,
}

/// What the panels did in a frame.
#[derive(Debug, Clone, Copy, Default)]
struct Panels {
    /// So long it took to lay them out and to list what is painted.
    took: Duration,
    shown: Shown,
}

/// What a frame showed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shown {
    /// So many events stood on the timeline.
    pub(super) events: usize,
    /// The length of the article, in bytes.
    pub(super) text: usize,
}

impl FrameLog {
    /// Begins the file.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn create(path: &Path) -> Result<Self, AppError> {
        let failed = |error: std::io::Error| AppError::FrameLog(error.to_string(), path.to_owned());
        let mut file = File::create(path).map_err(failed)?;
        writeln!(file, "frame,cpu_us,interval_us,ui_us,at_us,events,text_bytes").map_err(failed)?;
        Ok(Self { file, since: Instant::now(), frame: 0, began: None, panels: Panels::default() })
    }

    /// A frame begins, and the work of the one before is known: `worked`, painting included, waiting excluded.
    pub(super) fn begin(&mut self, worked: Option<Duration>) {
        let now = Instant::now();
        let panels = std::mem::take(&mut self.panels);
        if let (Some(began), Some(worked)) = (self.began, worked) {
            self.frame += 1;
            let line = line(self.frame, worked, now.duration_since(began), now.duration_since(self.since), panels);
            // A full disk is no reason to close the window; the log ends there.
            let _ = self.file.write_all(line.as_bytes());
        }
        self.began = Some(now);
    }

    /// The panels were laid out and told what to paint, which began at `since`; a frame may do so more than once.
    pub(super) fn add_panels(&mut self, since: Instant, shown: Shown) {
        self.panels = Panels { took: self.panels.took + since.elapsed(), shown };
    }
}

fn line(frame: u64, worked: Duration, interval: Duration, at: Duration, panels: Panels) -> String {
    let [worked, interval, took, at] = [worked, interval, panels.took, at].map(|time| time.as_micros());
    let Shown { events, text } = panels.shown;
    format!("{frame},{worked},{interval},{took},{at},{events},{text}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_whole_numbers() {
        let (worked, interval, at) = (Duration::from_micros(1_500), Duration::from_millis(16), Duration::from_secs(2));
        let panels = Panels { took: Duration::from_nanos(900_900), shown: Shown { events: 12, text: 340 } };
        assert_eq!(line(7, worked, interval, at, panels), "7,1500,16000,900,2000000,12,340\n");
    }

    #[test]
    fn a_line_has_what_the_panels_did_in_its_own_frame() {
        let path = std::env::temp_dir().join(format!("waqai-frame-log-{}.csv", std::process::id()));
        let mut log = FrameLog::create(&path).expect("a file");
        let worked = Some(Duration::from_secs(1));
        log.begin(None);
        let since = Instant::now().checked_sub(Duration::from_secs(3)).expect("the clock began long ago");
        log.add_panels(since, Shown { events: 4, text: 30 });
        log.add_panels(since, Shown { events: 5, text: 30 });
        log.begin(worked);
        log.begin(worked);
        let text = std::fs::read_to_string(&path).expect("the file");
        std::fs::remove_file(&path).expect("the file is ours");
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        assert_eq!(lines.len(), 3);
        assert_eq!((lines[0][3], lines[2][3]), ("ui_us", "0"));
        assert!(lines[1][3].parse::<u64>().is_ok_and(|us| us >= 6_000_000), "both times count: {}", lines[1][3]);
        assert_eq!((&lines[1][5..], &lines[2][5..]), (&["5", "30"][..], &["0", "0"][..]), "a frame without panels shows nothing");
    }
}

//! A line for each frame: how much work it was, how much of that the panels were, and how long after the one before it began.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use super::AppError;

/// The file that the lines go to.
#[derive(Debug)]
pub(super) struct FrameLog {
    file: File,
    frame: u64,
    began: Option<Instant>,
    /// What the panels took of the frame that is under way.
    panels: Duration,
}

impl FrameLog {
    /// Begins the file.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn create(path: &Path) -> Result<Self, AppError> {
        let failed = |error: std::io::Error| AppError::FrameLog(error.to_string(), path.to_owned());
        let mut file = File::create(path).map_err(failed)?;
        writeln!(file, "frame,cpu_us,interval_us,ui_us").map_err(failed)?;
        Ok(Self { file, frame: 0, began: None, panels: Duration::ZERO })
    }

    /// A frame begins, and the work of the one before is known: `worked`, painting included, waiting excluded.
    pub(super) fn begin(&mut self, worked: Option<Duration>) {
        let now = Instant::now();
        let panels = std::mem::take(&mut self.panels);
        if let (Some(began), Some(worked)) = (self.began, worked) {
            self.frame += 1;
            let line = line(self.frame, worked, now.duration_since(began), panels);
            // A full disk is no reason to close the window; the log ends there.
            let _ = self.file.write_all(line.as_bytes());
        }
        self.began = Some(now);
    }

    /// The panels were laid out and told what to paint, which began at `since`; a frame may do so more than once.
    pub(super) fn add_panels(&mut self, since: Instant) {
        self.panels += since.elapsed();
    }
}

fn line(frame: u64, worked: Duration, interval: Duration, panels: Duration) -> String {
    format!("{frame},{},{},{}\n", worked.as_micros(), interval.as_micros(), panels.as_micros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_four_whole_numbers() {
        let (worked, interval, panels) = (Duration::from_micros(1_500), Duration::from_millis(16), Duration::from_nanos(900_900));
        assert_eq!(line(7, worked, interval, panels), "7,1500,16000,900\n");
    }

    #[test]
    fn a_line_has_what_the_panels_took_of_its_own_frame() {
        let path = std::env::temp_dir().join(format!("waqai-frame-log-{}.csv", std::process::id()));
        let mut log = FrameLog::create(&path).expect("a file");
        let worked = Some(Duration::from_secs(1));
        log.begin(None);
        let since = Instant::now().checked_sub(Duration::from_secs(3)).expect("the clock began long ago");
        log.add_panels(since);
        log.add_panels(since);
        log.begin(worked);
        log.begin(worked);
        let text = std::fs::read_to_string(&path).expect("the file");
        std::fs::remove_file(&path).expect("the file is ours");
        let columns = text.lines().map(|line| line.rsplit(',').next().unwrap_or_default()).collect::<Vec<_>>();
        assert_eq!(columns.len(), 3);
        assert_eq!((columns[0], columns[2]), ("ui_us", "0"));
        assert!(columns[1].parse::<u64>().is_ok_and(|us| us >= 6_000_000), "both times count: {}", columns[1]);
    }
}

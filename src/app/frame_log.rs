//! A line for each frame: how much work it was, and how long after the one before it began.

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
}

impl FrameLog {
    /// Begins the file.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn create(path: &Path) -> Result<Self, AppError> {
        let failed = |error: std::io::Error| AppError::FrameLog(error.to_string(), path.to_owned());
        let mut file = File::create(path).map_err(failed)?;
        writeln!(file, "frame,cpu_us,interval_us").map_err(failed)?;
        Ok(Self { file, frame: 0, began: None })
    }

    /// A frame begins, and the work of the one before is known: `worked`, painting included, waiting excluded.
    pub(super) fn begin(&mut self, worked: Option<Duration>) {
        let now = Instant::now();
        if let (Some(began), Some(worked)) = (self.began, worked) {
            self.frame += 1;
            let line = line(self.frame, worked, now.duration_since(began));
            // A full disk is no reason to close the window; the log ends there.
            let _ = self.file.write_all(line.as_bytes());
        }
        self.began = Some(now);
    }
}

fn line(frame: u64, worked: Duration, interval: Duration) -> String {
    format!("{frame},{},{}\n", worked.as_micros(), interval.as_micros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_three_whole_numbers() {
        assert_eq!(line(7, Duration::from_micros(1_500), Duration::from_millis(16)), "7,1500,16000\n");
    }
}

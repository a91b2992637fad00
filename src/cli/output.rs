//! Records on standard output, as they come.
//! Knows no articles.

use std::io::{self, Write};

use super::arguments::OutputFormat;

/// Writes records: one a line; as JSON, one record stands alone and several in an array.
pub(super) struct Output<W> {
    writer: W,
    format: OutputFormat,
    /// As JSON: the first record, until it is known whether another follows.
    first: Option<String>,
    written: u64,
}

impl<W: Write> Output<W> {
    pub(super) fn new(writer: W, format: OutputFormat) -> Self {
        Self { writer, format, first: None, written: 0 }
    }

    /// Writes one record, which is a line of JSON.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn record(&mut self, record: String) -> io::Result<()> {
        match (self.format, self.written) {
            (OutputFormat::Jsonl, _) => writeln!(self.writer, "{record}")?,
            (OutputFormat::Json, 0) => self.first = Some(record),
            (OutputFormat::Json, _) => {
                if let Some(first) = self.first.take() {
                    write!(self.writer, "[\n{first}")?;
                }
                write!(self.writer, ",\n{record}")?;
            }
        }
        self.written += 1;
        // Whoever reads along gets each record when it is there.
        self.writer.flush()
    }

    /// Ends the output; `complete` where every input could be read, so that nothing at all is an empty array.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn finish(mut self, complete: bool) -> io::Result<W> {
        match (self.format, self.first.take()) {
            (OutputFormat::Json, Some(only)) => writeln!(self.writer, "{only}")?,
            (OutputFormat::Json, None) if self.written > 0 => write!(self.writer, "\n]\n")?,
            (OutputFormat::Json, None) if complete => writeln!(self.writer, "[]")?,
            _ => {}
        }
        self.writer.flush()?;
        Ok(self.writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: OutputFormat, records: &[&str], complete: bool) -> String {
        let mut output = Output::new(Vec::new(), format);
        for record in records {
            output.record((*record).to_owned()).expect("memory can be written");
        }
        String::from_utf8(output.finish(complete).expect("memory can be written")).expect("UTF-8")
    }

    #[test]
    fn one_record_stands_alone_and_several_in_an_array() {
        assert_eq!(written(OutputFormat::Json, &["{}"], true), "{}\n");
        assert_eq!(written(OutputFormat::Json, &["{}", "1", "2"], true), "[\n{},\n1,\n2\n]\n");
        assert_eq!(written(OutputFormat::Json, &[], true), "[]\n");
        assert_eq!(written(OutputFormat::Json, &[], false), "");
        assert_eq!(written(OutputFormat::Jsonl, &["{}", "1"], true), "{}\n1\n");
        assert_eq!(written(OutputFormat::Jsonl, &[], true), "");
    }
}

//! `waqai extract`: the events of articles as records, without a window.
//! The same input and options give the same bytes: neither the clock nor the region of the environment plays a part.

use std::io::{self, BufRead, BufReader, BufWriter, Cursor, Write};
use std::path::Path;
use std::process::ExitCode;

use super::arguments::ExtractArguments;
use super::in_order::in_order;
use super::output::Output;
use super::terminal::Terminal;
use super::{FAILED, said};
use crate::base::{Language, Message};
use crate::event::KnownArticle;
use crate::export::record::{ErrorRecord, Record};
use crate::extract::Options;
use crate::i18n::I18n;
use crate::reader::{self, BadRecord, Format, Line, Lines, MAX_LINE_BYTES, ReadCause, ReadError, ReadOptions};

/// The name of standard input among the files.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads the inputs in order and prints a record for each article.
pub(super) fn run(args: &ExtractArguments, terminal: &Terminal) -> ExitCode {
    let mut run = Run {
        extractor: Extractor::new(Settings::new(args)),
        options: args.input.reading(),
        output: Output::new(BufWriter::new(io::stdout().lock()), args.format),
        terminal,
        failed: false,
    };
    let standard_input = [STANDARD_INPUT.into()];
    let files = if args.files.is_empty() { &standard_input[..] } else { &args.files };
    let written = files.iter().try_for_each(|file| run.input(file));
    let failed = run.failed;
    let finished = written.and_then(|()| run.output.finish(!failed).map(|_| ()));
    match finished {
        Ok(()) if !failed => ExitCode::SUCCESS,
        // Whoever reads has enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe && !failed => ExitCode::SUCCESS,
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            terminal.say(&Message::new("cli-write-error").with_text("detail", error.to_string()));
            ExitCode::from(FAILED)
        }
        _ => ExitCode::from(FAILED),
    }
}

/// One run over all inputs. Its errors are those of the output: inputs that cannot be read are said and passed over.
struct Run<'a, W> {
    extractor: Extractor,
    options: ReadOptions,
    output: Output<W>,
    terminal: &'a Terminal,
    failed: bool,
}

impl<W: Write> Run<'_, W> {
    fn input(&mut self, path: &Path) -> io::Result<()> {
        let format = self.options.format.or_else(|| reader::named_json_lines(path));
        if format == Some(Format::JsonLines) {
            return match open(path) {
                Ok(input) => self.lines(path, input),
                Err(error) => self.refuse(&error.message()),
            };
        }
        let bytes = match read(path, &self.options) {
            Ok(bytes) => bytes,
            Err(error) => return self.refuse(&error.message()),
        };
        match format.map_or_else(|| reader::detect(&bytes, Some(path)), Ok) {
            Ok(Format::JsonLines) => self.lines(path, Cursor::new(bytes)),
            Ok(format) => self.articles(path, bytes, format),
            Err(cause) => self.refuse(&ReadError::new(path, cause).message()),
        }
    }

    fn articles(&mut self, path: &Path, bytes: Vec<u8>, format: Format) -> io::Result<()> {
        let name = (path != Path::new(STANDARD_INPUT)).then_some(path);
        match reader::read_all_articles(bytes, name, &ReadOptions { format: Some(format), ..self.options.clone() }) {
            Ok(all) if all.iter().any(|opened| opened.events.is_some()) => {
                self.refuse(&ReadError::new(path, ReadCause::NoArticle).message())
            }
            Ok(all) => all.into_iter().try_for_each(|opened| self.output.record(self.extractor.record(opened.into_known())?)),
            Err(cause) => self.refuse(&ReadError::new(path, cause).message()),
        }
    }

    /// One record a line, in order, made on all cores; memory does not grow with the number of lines.
    fn lines(&mut self, path: &Path, input: impl BufRead + Send + 'static) -> io::Result<()> {
        let settings = self.extractor.settings;
        let feed = move |hand: &mut dyn FnMut(io::Result<OwnedLine>) -> bool| {
            let mut lines = Lines::new(input, MAX_LINE_BYTES);
            while let Some(line) = lines.next_line().map(|line| line.map(OwnedLine::from)).transpose() {
                let is_last = line.is_err();
                if !hand(line) || is_last {
                    break;
                }
            }
        };
        let worker = move || {
            let extractor = Extractor::new(settings);
            move |line: io::Result<OwnedLine>| line.map(|line| (line.number, extractor.answer(&line.borrow())))
        };
        for line in in_order(feed, worker) {
            let (number, answer) = match line {
                Ok(answered) => answered,
                Err(error) => return self.refuse(&ReadError::new(path, error.into()).message()),
            };
            let Some(answer) = answer? else { continue };
            if let Some(cause) = answer.failure {
                self.refuse(&ReadError::new(path, cause).line_message(number))?;
            }
            self.output.record(answer.record)?;
        }
        Ok(())
    }

    fn refuse(&mut self, message: &Message) -> io::Result<()> {
        self.failed = true;
        self.terminal.say(message);
        Ok(())
    }
}

/// What the command line says of every input.
#[derive(Debug, Clone, Copy)]
struct Settings {
    options: Options,
    /// The language of messages, where it is not the article's.
    messages: Option<Language>,
}

impl Settings {
    fn new(args: &ExtractArguments) -> Self {
        Self { options: args.input.options(), messages: args.input.messages() }
    }
}

/// From a line to its record, one independent of the other.
struct Extractor {
    settings: Settings,
    arabic: I18n,
    english: I18n,
}

/// A line that outlives the reading of the next.
struct OwnedLine {
    number: u64,
    bytes: Option<Vec<u8>>,
}

impl OwnedLine {
    fn borrow(&self) -> Line<'_> {
        Line { number: self.number, bytes: self.bytes.as_deref() }
    }
}

impl From<Line<'_>> for OwnedLine {
    fn from(line: Line<'_>) -> Self {
        Self { number: line.number, bytes: line.bytes.map(<[u8]>::to_vec) }
    }
}

/// What is printed for a line, and what was wrong with it.
struct Answer {
    record: String,
    failure: Option<ReadCause>,
}

impl Extractor {
    fn new(settings: Settings) -> Self {
        Self { settings, arabic: I18n::new(Language::Arabic, None), english: I18n::new(Language::English, None) }
    }

    fn record(&self, known: KnownArticle) -> io::Result<String> {
        let (article, extraction) = said(known, &self.settings.options);
        let i18n = self.i18n(self.settings.messages.unwrap_or(extraction.language));
        Ok(serde_json::to_string(&Record::new(&article, &extraction, i18n))?)
    }

    /// The record of a line; `None` where the line is blank.
    fn answer(&self, line: &Line) -> io::Result<Option<Answer>> {
        match reader::read_line(line) {
            Ok(None) => Ok(None),
            Ok(Some(known)) => Ok(Some(Answer { record: self.record(known)?, failure: None })),
            Err(BadRecord { id, cause }) => {
                let i18n = self.i18n(self.settings.messages.or(self.settings.options.language).unwrap_or(Language::Arabic));
                let record = ErrorRecord::new(id.as_deref(), line.number, &cause.message(), i18n);
                Ok(Some(Answer { record: serde_json::to_string(&record)?, failure: Some(cause) }))
            }
        }
    }

    fn i18n(&self, language: Language) -> &I18n {
        match language {
            Language::Arabic => &self.arabic,
            Language::English => &self.english,
        }
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, ReadError> {
    if path == Path::new(STANDARD_INPUT) {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::new(reader::open(path)?)))
}

pub(super) fn read(path: &Path, options: &ReadOptions) -> Result<Vec<u8>, ReadError> {
    if path == Path::new(STANDARD_INPUT) {
        return reader::read_all(io::stdin().lock(), options).map_err(|cause| ReadError::new(path, cause));
    }
    reader::read_file(path, options)
}

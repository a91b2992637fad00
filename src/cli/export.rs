//! `waqai export`: the events of an article or of a table in a file of another form, without a window.
//! The same input and options give the same bytes: neither the clock nor the region of the environment plays a part.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::arguments::{ExportArguments, Theme};
use super::extract::{STANDARD_INPUT, read};
use super::terminal::Terminal;
use super::{FAILED, WRONG_USAGE, said};
use crate::article::Article;
use crate::base::{Arg, Message};
use crate::event::edit::edited;
use crate::event::{EventTable, Extraction};
use crate::export::{Choice, Format, Look, Subject, Work, export};
use crate::extract::{Options, extract};
use crate::i18n::I18n;
use crate::project::{self, Project, store};
use crate::reader::{self, ReadError};

/// Reads the input, finds its events and writes them.
pub(super) fn run(args: &ExportArguments, terminal: &Terminal) -> ExitCode {
    let Some(format) = Format::of_path(&args.output) else {
        let message = Message::new("usage-error-unknown-ending").with_text("endings", endings());
        terminal.say(&message.with_text("path", args.output.display().to_string()));
        return ExitCode::from(WRONG_USAGE);
    };
    match written(args, format) {
        Ok(left_out) => {
            left_out.iter().for_each(|note| terminal.say(note));
            ExitCode::SUCCESS
        }
        Err(message) => {
            terminal.say(&message);
            ExitCode::from(FAILED)
        }
    }
}

/// The endings of all forms: «.png .svg …».
pub(super) fn endings() -> String {
    Format::ALL.map(|format| format!(".{}", format.ending())).join(" ")
}

/// Writes the file; what it cannot hold is no failure, but said.
fn written(args: &ExportArguments, format: Format) -> Result<Vec<Message>, Message> {
    let Input { article, extraction, table } = input(args)?;
    let i18n = I18n::new(args.input.messages().unwrap_or(extraction.language), None);
    let subject = Subject { article: &article, extraction: &extraction, table: table.as_deref() };
    let choice = Choice { window: args.view, ..Choice::everything(args.lanes.grouping()) };
    let look = Look {
        is_dark: args.theme == Theme::Dark,
        width: args.width,
        scale: args.scale,
        time: args.direction.map_or(i18n.direction(), |direction| direction.direction()),
    };
    let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
    let exported = export(&work, format)?;
    store::save(&args.output, &exported.bytes, None).map_err(|error| error.message(&args.output))?;
    Ok(exported.left_out)
}

/// What there is to write.
struct Input {
    article: Article,
    extraction: Extraction,
    table: Option<Arc<EventTable>>,
}

/// The article that is asked for, or the table.
fn input(args: &ExportArguments) -> Result<Input, Message> {
    let (options, reading) = (args.input.options(), args.input.reading());
    let path = args.file.as_path();
    let bytes = read(path, &reading).map_err(|error| error.message())?;
    let number = usize::try_from(args.article - 1).unwrap_or(usize::MAX);
    if reading.format.is_none() && project::is_project(&bytes) {
        let project = project::load(&bytes).map_err(|error| error.of_file(path))?;
        return if number == 0 { Ok(worked_on(project, &options)) } else { Err(no_such_article(args, 1)) };
    }
    let name = (path != Path::new(STANDARD_INPUT)).then_some(path);
    let all = reader::read_all_articles(bytes, name, &reading).map_err(|cause| ReadError::new(path, cause).message())?;
    let count = all.len();
    let opened = all.into_iter().nth(number).ok_or_else(|| no_such_article(args, count))?;
    let table = opened.events.as_ref().map(|events| events.table.clone());
    let (article, extraction) = said(opened.into_known(), &options);
    Ok(Input { article, extraction, table })
}

/// What a project shows: what was found, as its reader corrected it.
fn worked_on(project: Project, options: &Options) -> Input {
    let extraction = match options == &Options::default() {
        true => project.edited().extraction,
        false => edited(&extract(&project.article, options), project.log.applied()).extraction,
    };
    Input { article: project.article, extraction, table: None }
}

fn no_such_article(args: &ExportArguments, count: usize) -> Message {
    let message = Message::new("cli-no-such-article").with("number", Arg::Number(i64::from(args.article)));
    message.with_count("count", count).with_text("path", args.file.display().to_string())
}

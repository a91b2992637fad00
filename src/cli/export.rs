//! `waqai export`: the events of an article or of a table in a file of another form, without a window.
//! The same input and options give the same bytes: neither the clock nor the region of the environment plays a part.

use std::path::Path;
use std::process::ExitCode;

use super::arguments::{ExportArguments, Theme};
use super::extract::{STANDARD_INPUT, read};
use super::terminal::Terminal;
use super::{FAILED, WRONG_USAGE};
use crate::base::{Arg, Message};
use crate::export::{Choice, Format, Look, Subject, Work, export};
use crate::extract::extract;
use crate::i18n::I18n;
use crate::project::store;
use crate::reader::{self, Opened, ReadError};

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
    let Opened { article, events, .. } = opened(args)?;
    let extraction = extract(&article, &args.input.options());
    let i18n = I18n::new(args.input.messages().unwrap_or(extraction.language), None);
    let subject = Subject { article: &article, extraction: &extraction, table: events.as_ref().map(|events| &*events.table) };
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

/// The article that is asked for, or the table.
fn opened(args: &ExportArguments) -> Result<Opened, Message> {
    let options = args.input.reading();
    let path = args.file.as_path();
    let bytes = read(path, &options).map_err(|error| error.message())?;
    let name = (path != Path::new(STANDARD_INPUT)).then_some(path);
    let all = reader::read_all_articles(bytes, name, &options).map_err(|cause| ReadError::new(path, cause).message())?;
    let (count, number) = (all.len(), args.article);
    let chosen = usize::try_from(number - 1).ok().and_then(|at| all.into_iter().nth(at));
    chosen.ok_or_else(|| {
        let message =
            Message::new("cli-no-such-article").with("number", Arg::Number(i64::from(number))).with_count("count", count);
        message.with_text("path", path.display().to_string())
    })
}

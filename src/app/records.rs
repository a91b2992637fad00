//! The records of JSON Lines for the window, which shows one at a time: all are held, none is extracted before it is shown.

use std::path::Path;

use super::contents::Contents;
use crate::article::Article;
use crate::event::KnownArticle;
use crate::reader::{self, Format, Lines, MAX_LINE_BYTES, ReadCause, Watch};
use crate::ui::state::ReadAs;

/// The records of `bytes`, one a line. A bad line is passed over and counted.
///
/// # Errors
/// Where no line holds a record: what is wrong with the first.
pub(super) fn records(bytes: &[u8], path: Option<&Path>, watch: &Watch) -> Result<Contents, ReadCause> {
    let file_name = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let mut lines = Lines::new(bytes, MAX_LINE_BYTES);
    let (mut articles, mut first_cause, mut n_unreadable) = (Vec::new(), None, 0);
    while let Some(line) = lines.next_line()? {
        if watch.is_cancelled() {
            return Err(ReadCause::Cancelled);
        }
        match reader::read_line(&line) {
            Ok(None) => {}
            Ok(Some(known @ KnownArticle { extraction: Some(_), .. })) => articles.push(known),
            Ok(Some(known)) => articles.push(Article { file_name: file_name.clone(), ..known.article }.into()),
            Err(bad) => {
                n_unreadable += 1;
                first_cause = first_cause.or(Some(bad.cause));
            }
        }
    }
    if articles.is_empty() {
        return Err(first_cause.unwrap_or(ReadCause::Empty));
    }
    let read_as = ReadAs { format: Format::JsonLines.message_key(), encoding: None, has_more: false };
    Ok(Contents { articles, n_unreadable, read_as: Some(read_as), ..Contents::default() })
}

//! The system's file dialog, by the desktop portal. Runs in a worker: it lasts as long as the person takes.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rfd::AsyncFileDialog;

use super::event::DialogOutcome;
use super::portal::portal;
use crate::export;
use crate::i18n::I18n;
use crate::project::ENDING;
use crate::reader::{self, Format};
use crate::ui::state::AppState;

/// Starting the portal may take a while on a slow machine; a hanging one must not leave the person waiting for ever.
const PATIENCE: Duration = Duration::from_secs(15);

/// The kinds of file that the dialog tells apart, beside all articles and all files.
const KINDS: [(&str, &[Format]); 5] = [
    ("dialog-pages", &[Format::Html, Format::Mhtml, Format::Warc]),
    ("dialog-documents", &[Format::Pdf, Format::Docx, Format::Odt, Format::Rtf, Format::Epub]),
    ("dialog-texts", &[Format::Text, Format::Markdown]),
    ("dialog-messages", &[Format::Mail, Format::Feed]),
    ("dialog-records", &[Format::Json, Format::JsonLines, Format::Csv, Format::TimelineJs]),
];

/// A dialog for articles, with its words in the interface's language, over the window of `frame`. It starts in `folder`.
pub(super) fn dialog(frame: &eframe::Frame, i18n: &I18n, folder: Option<&str>) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new().set_parent(frame).set_title(i18n.text("dialog-title"));
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let endings: Vec<&str> = reader::endings().into_iter().chain([ENDING]).collect();
    dialog = dialog.add_filter(i18n.text("dialog-articles"), &endings);
    dialog = dialog.add_filter(i18n.text("dialog-projects"), &[ENDING]);
    for (key, formats) in KINDS {
        let endings: Vec<&str> = formats.iter().flat_map(|format| format.endings()).copied().collect();
        dialog = dialog.add_filter(i18n.text(key), &endings);
    }
    dialog.add_filter(i18n.text("dialog-all-files"), &["*"])
}

/// Shows the dialog and waits for its end.
pub(super) fn show(dialog: AsyncFileDialog) -> DialogOutcome {
    // Without a portal and without zenity, a dialog ends as if it had been cancelled: tell the two apart beforehand.
    if !portal_answers() && !is_on_path("zenity") {
        return DialogOutcome::Unavailable;
    }
    match pollster::block_on(dialog.pick_files()) {
        Some(files) => DialogOutcome::Chosen(files.iter().map(|file| file.path().to_owned()).collect()),
        None => DialogOutcome::Cancelled,
    }
}

/// A dialog for a project's place, over the window of `frame`. It starts in `folder`.
pub(super) fn save_dialog(frame: &eframe::Frame, state: &AppState, folder: Option<&str>) -> AsyncFileDialog {
    let i18n = &state.i18n;
    let tab = state.tabs.active();
    let known = tab.and_then(|tab| tab.work.file.as_deref().or(tab.origin.path()));
    let stem = known.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let name = stem.or_else(|| tab.map(|tab| plain_name(tab.title()))).unwrap_or_default();
    let mut dialog = AsyncFileDialog::new().set_parent(frame).set_title(i18n.text("dialog-save-title"));
    let folder = known.and_then(Path::parent).map(Path::to_owned).or_else(|| folder.map(PathBuf::from));
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    dialog.set_file_name(format!("{name}.{ENDING}")).add_filter(i18n.text("dialog-projects"), &[ENDING])
}

/// A dialog for the place of an export, over the window of `frame`. It starts in `folder`, with the form of the last one.
pub(super) fn export_dialog(
    frame: &eframe::Frame,
    i18n: &I18n,
    title: &str,
    last: export::Format,
    folder: Option<&str>,
) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new().set_parent(frame).set_title(i18n.text("dialog-export-title"));
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let name = Some(plain_name(title)).filter(|name| !name.is_empty()).unwrap_or_else(|| i18n.text("app-name"));
    let first = std::iter::once(last);
    for format in first.chain(export::Format::ALL.into_iter().filter(|format| *format != last)) {
        dialog = dialog.add_filter(i18n.text(format.message_key()), &[format.ending()]);
    }
    dialog.set_file_name(format!("{name}.{}", last.ending()))
}

/// A title as the name of a file: without what paths are made of, and no longer than one may be.
fn plain_name(title: &str) -> String {
    let allowed = |c: char| !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let whole: String = title.chars().filter(|c| allowed(*c)).collect();
    match whole.trim().char_indices().nth(MOST_NAME) {
        None => whole.trim().to_owned(),
        // No word is cut where another one stands before it.
        Some((end, _)) => {
            let cut = whole.trim().get(..end).unwrap_or_default();
            cut.rsplit_once(' ').map_or(cut, |(before, _)| before).trim().to_owned()
        }
    }
}

/// So many letters of a title make the name of a file: systems allow 255 bytes.
const MOST_NAME: usize = 60;

/// Shows the dialog and waits for its end.
///
/// # Errors
/// Where the system has none.
pub(super) fn show_save(dialog: AsyncFileDialog) -> Result<Option<PathBuf>, DialogOutcome> {
    if !portal_answers() && !is_on_path("zenity") {
        return Err(DialogOutcome::Nowhere);
    }
    Ok(pollster::block_on(dialog.save_file()).map(|file| file.path().to_owned()))
}

/// Whether the session's portal has a file chooser: the portal may be there without a backend that has one.
fn portal_answers() -> bool {
    pollster::block_on(file_chooser_version()).is_ok()
}

async fn file_chooser_version() -> zbus::Result<u32> {
    let chooser = portal("org.freedesktop.portal.FileChooser", PATIENCE).await?;
    chooser.get_property("version").await
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder: PathBuf| folder.join(program)).any(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_of_a_kind() {
        for format in Format::ALL {
            assert_eq!(KINDS.iter().filter(|(_, formats)| formats.contains(&format)).count(), 1, "{format:?}");
        }
    }

    #[test]
    fn a_title_becomes_a_name_without_half_words() {
        assert_eq!(plain_name(" a/b: «c»? "), "ab «c»");
        let long = "وثائق أمريكية تكشف: مادورو استنجد بروسيا والصين وإيران لدعم عسكري عاجل";
        assert_eq!(plain_name(long), "وثائق أمريكية تكشف مادورو استنجد بروسيا والصين وإيران لدعم");
        assert_eq!(plain_name(&"و".repeat(99)).chars().count(), MOST_NAME);
    }

    #[test]
    fn programs_are_looked_for_on_the_path() {
        assert!(is_on_path("sh"));
        assert!(!is_on_path("a-program-of-this-name-does-not-exist"));
    }
}

//! The clipboard beyond plain text: the picture that is put there, and the web page beside the plain text that the toolkit gives.
//! Runs in a worker: the owner of a page may take its time, and a picture is packed for the others.
//!
//! Under X11, on macOS and on Windows. A Wayland compositor shows the clipboard to the focused window alone, by a way that the
//! toolkit keeps to itself: there it is the plain text that is opened.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::export::Pixels;

/// The page in the clipboard, where there is one.
pub(super) fn page() -> Option<String> {
    let mut clipboard = arboard::Clipboard::new().ok()?;
    clipboard.get().html().ok().filter(|html| !html.trim().is_empty())
}

/// Puts a picture there. It stays as long as the window does: that has a hand on the clipboard too.
///
/// # Errors
/// Where there is no clipboard; what the system says.
pub(super) fn put_picture(pixels: Pixels) -> Result<(), String> {
    let side = |length: u32| usize::try_from(length).map_err(|error| error.to_string());
    let picture = arboard::ImageData { width: side(pixels.width)?, height: side(pixels.height)?, bytes: Cow::Owned(pixels.rgba) };
    let put = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.set_image(picture));
    put.map_err(|error| error.to_string())
}

/// Whether a page says what a text says: two clipboards may be there, and they may hold two things.
pub(super) fn says_the_same(page: &str, text: &str) -> bool {
    let in_page: HashSet<&str> = page.split_whitespace().collect();
    let (mut n_found, mut n_all) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        n_all += 1;
        n_found += usize::from(in_page.contains(word));
    }
    n_all > 0 && n_found * 4 >= n_all * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_other_words_is_another_clipboard() {
        let text = "وصل الوفد\tأمس إلى العاصمة";
        assert!(says_the_same("العنوان وصل الوفد أمس\nإلى العاصمة ثم غادر", text));
        assert!(!says_the_same("مقال آخر عن الوفد", text));
        assert!(!says_the_same("مقال", " \n"));
    }
}

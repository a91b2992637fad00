//! The forms in which a timeline leaves the program, and the endings of their files.

use std::path::Path;

/// A form of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A picture in pixels.
    Png,
    /// A picture in outlines.
    Svg,
    /// A page of paper.
    Pdf,
    /// A web page that needs nothing else.
    Html,
    /// A chronology in words, in Markdown.
    Markdown,
    /// A table.
    Csv,
    /// Entries of a calendar.
    ICalendar,
    /// Slides for TimelineJS.
    TimelineJs,
    /// The record that `waqai extract` prints.
    Json,
}

impl Format {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 9] =
        [Self::Png, Self::Svg, Self::Pdf, Self::Html, Self::Markdown, Self::Csv, Self::ICalendar, Self::TimelineJs, Self::Json];

    /// What the name of its files ends with, without the first full stop.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::ICalendar => "ics",
            Self::TimelineJs => "timeline.json",
            Self::Json => "json",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Png => "export-png",
            Self::Svg => "export-svg",
            Self::Markdown => "export-markdown",
            Self::Csv => "export-csv",
            Self::Pdf => "export-pdf",
            Self::Html => "export-html",
            Self::ICalendar => "export-icalendar",
            Self::TimelineJs => "export-timeline-js",
            Self::Json => "export-json",
        }
    }

    /// The form that the name of a file asks for, the longest ending first; capitals do not matter.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let fits = |format: &Self| name.strip_suffix(format.ending()).is_some_and(|stem| stem.ends_with('.'));
        Self::ALL.into_iter().filter(fits).max_by_key(|format| format.ending().len())
    }

    /// The form with an ending.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_asks_for_the_form_of_its_longest_ending() {
        let of = |name: &str| Format::of_path(Path::new(name));
        assert_eq!(of("/tmp/a.csv"), Some(Format::Csv));
        assert_eq!(of("وقائع.PNG"), Some(Format::Png));
        assert_eq!(of("a.json"), Some(Format::Json));
        assert_eq!(of("timeline.json"), Some(Format::Json), "that is no ending but a name");
        assert_eq!(of("a.timeline.json"), Some(Format::TimelineJs));
        for none in ["a", "csv", "a.csv.gz", "a.docx", "/"] {
            assert_eq!(of(none), None, "{none}");
        }
        for format in Format::ALL {
            assert_eq!(Format::of_ending(format.ending()), Some(format));
            assert_eq!(of(&format!("a.{}", format.ending())), Some(format));
        }
    }
}

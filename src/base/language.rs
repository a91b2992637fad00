//! The languages of articles and of the interface, and their direction.

/// A language that the program reads and speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Arabic, written from right to left.
    Arabic,
    /// English, written from left to right.
    English,
}

/// The direction of a line of text, of a window, or of a time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The start is on the left.
    LeftToRight,
    /// The start is on the right.
    RightToLeft,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Arabic, Self::English];

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
        }
    }

    /// The language of an ISO 639-1 code or a BCP 47 tag such as `ar-EG`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The direction in which the language is written.
    #[must_use]
    pub fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::RightToLeft,
            Self::English => Direction::LeftToRight,
        }
    }
}

impl Direction {
    /// Whether the start is on the right.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self == Self::RightToLeft
    }

    /// The other direction.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::LeftToRight => Self::RightToLeft,
            Self::RightToLeft => Self::LeftToRight,
        }
    }
}

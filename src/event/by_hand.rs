//! What of an event the reader set, and no rule found.

/// A part of an event that a reader can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The event itself: the reader found it, split it off or joined it.
    Event,
    /// The title.
    Title,
    /// The kind.
    Kind,
    /// Who took part.
    Actors,
    /// Where.
    Places,
    /// Whether it is told as a fact.
    Modality,
    /// When.
    When,
}

impl Field {
    /// All of them, in the order of the card.
    pub const ALL: [Self; 7] = [Self::Event, Self::Title, Self::When, Self::Kind, Self::Actors, Self::Places, Self::Modality];

    /// Its name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Title => "title",
            Self::Kind => "type",
            Self::Actors => "actors",
            Self::Places => "places",
            Self::Modality => "modality",
            Self::When => "when",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Event => "field-event",
            Self::Title => "field-title",
            Self::Kind => "field-kind",
            Self::Actors => "field-actors",
            Self::Places => "field-places",
            Self::Modality => "field-modality",
            Self::When => "field-when",
        }
    }
}

/// The fields of an event that the reader set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ByHand(u8);

impl ByHand {
    /// Whether a field was set.
    #[must_use]
    pub fn has(self, field: Field) -> bool {
        self.0 & bit(field) != 0
    }

    /// Notes that a field was set, or is no longer.
    pub fn set(&mut self, field: Field, is_set: bool) {
        self.0 = if is_set { self.0 | bit(field) } else { self.0 & !bit(field) };
    }

    /// Whether none was.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that were, in the order of [`Field::ALL`].
    pub fn fields(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| self.has(*field))
    }
}

impl FromIterator<Field> for ByHand {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        let mut all = Self::default();
        fields.into_iter().for_each(|field| all.set(field, true));
        all
    }
}

fn bit(field: Field) -> u8 {
    1 << field as u8
}

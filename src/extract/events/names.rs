//! A name found in a text, whatever its language.

use crate::extract::lexicon::entities::NameKind;

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct EntityMention {
    pub(in crate::extract) first: usize,
    pub(in crate::extract) last: usize,
    /// Bytes of clitics before it in its first token.
    pub(in crate::extract) skip: usize,
    pub(in crate::extract) kind: EntityKind,
    /// The name by which it is known.
    pub(in crate::extract) name: String,
    /// ISO 3166-1 alpha-3 of the state that it is, stands for, or belongs to.
    pub(in crate::extract) code: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum EntityKind {
    Country,
    Capital,
    Organisation,
    Person,
    Group,
    Place,
}

impl From<NameKind> for EntityKind {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Country => Self::Country,
            NameKind::Capital => Self::Capital,
            NameKind::Organisation => Self::Organisation,
            NameKind::Person => Self::Person,
            NameKind::Place => Self::Place,
        }
    }
}

impl EntityKind {
    /// Whether it can act.
    pub(in crate::extract) fn is_actor(self) -> bool {
        self != Self::Place
    }

    /// Whether something can take place there.
    pub(in crate::extract) fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::Capital | Self::Place)
    }
}

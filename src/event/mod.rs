//! Nouns only: temporal expressions, events, actors, links and explanations.
//! Knows neither how they are found nor how they are shown.

pub mod by_hand;
pub mod edit;
pub mod explanation;
pub mod extraction;
pub mod kind;
pub mod known;
pub mod occurrence;
pub mod table;
pub mod timex;
pub mod titles;
pub mod tlink;

pub use by_hand::{ByHand, Field};
pub use explanation::Step;
pub use extraction::{Extraction, Warning};
pub use kind::{EventKind, Quadrant};
pub use known::KnownArticle;
pub use occurrence::{Actor, ActorRole, Basis, Certainty, Event, EventId, Mention, Modality, Place, Precision, When};
pub use table::{EventTable, LaneName, TableRow};
pub use timex::{Anchor, Timex, TimexId, TimexType};
pub use titles::Titles;
pub use tlink::{LinkEnd, Tlink, TlinkType};

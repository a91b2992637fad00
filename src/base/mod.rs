//! What every floor may use: spans of text, time, languages, messages, theme tokens.
//! Knows no article, no event and no screen.

pub mod civil;
pub mod code_points;
pub mod find;
pub mod fold;
pub mod hijri;
pub mod language;
pub mod message;
pub mod name;
pub mod span;
pub mod theme;
pub mod time;
pub mod written_time;

pub use code_points::CodePoints;
pub use hijri::HijriDay;
pub use language::{Direction, Language};
pub use message::{Arg, Message};
pub use name::{Name, named};
pub use span::TextSpan;
pub use time::{Bounds, Moment, TimePoint, TimeRange};
pub use written_time::{WrittenTime, WrittenUnit};

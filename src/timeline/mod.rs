//! Events on lanes along an axis of time: model, scale, layout, hit test. Pure.
//! Knows no toolkit: label widths and tick labels come in through two traits.

mod arrangement;
pub mod axis;
mod cell_maker;
mod cluster;
pub mod column;
pub mod ends;
pub mod extent;
pub mod filter;
pub mod fit;
pub mod folds;
pub mod geometry;
pub mod hit_test;
pub mod lanes;
pub mod layout;
pub mod mark;
mod max_tree;
pub mod model;
pub mod motion;
pub mod navigate;
mod order;
pub mod overview;
mod pack;
mod pieces;
mod placed;
mod rows;
pub mod said;
pub mod scene;
mod sorted_times;
mod stack;
pub mod table;
pub mod ticks;
pub mod time_scale;
pub mod viewport;

#[cfg(test)]
pub(crate) mod sample;

pub use arrangement::Arrangement;
pub use axis::{Axis, Item};
pub use ends::End;
pub use extent::Extent;
pub use filter::{Condition, Filter, Others, Sifted};
pub use geometry::{Point, Rect};
pub use hit_test::{Hit, hit_test};
pub use lanes::{Lane, LaneGrouping, LaneKey, LaneTitle};
pub use layout::{LabelWidths, layout};
pub use mark::Shape;
pub use model::{ColumnItem, Model};
pub use motion::Motion;
pub use navigate::{Step, navigate};
pub use scene::{Overview, Scene};
pub use ticks::{Calendar, Tick, TickLabels, TickUnit};
pub use time_scale::TimeScale;
pub use viewport::{Frames, Viewport};

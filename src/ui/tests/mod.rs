//! The panels without a screen: what they show and what they send.

pub(crate) mod testing;
mod window;

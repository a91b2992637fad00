//! Waqai opens a news article, Arabic first, and lays its events on a timeline.
//!
//! The modules are floors: each may use only those that stand before it here.
//! `ARCHITECTURE.md` says what each is for, `tests/architecture.rs` holds them to it.

pub mod base;

pub mod article;

pub mod event;

pub mod reader;

pub mod extract;

pub mod timeline;

pub mod i18n;

pub mod text;

pub mod project;

pub mod export;

#[cfg(feature = "window")]
pub mod ui;

pub mod cli;

#[cfg(feature = "window")]
pub mod app;

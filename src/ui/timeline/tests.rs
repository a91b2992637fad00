//! Tests of the panel, without a window.

//! The command `waqai`.

use std::process::ExitCode;

use waqai::cli::{self, OpenWindow};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), OPEN_WINDOW)
}

#[cfg(feature = "window")]
const OPEN_WINDOW: Option<OpenWindow> = Some(|request| {
    let options = waqai::app::Options { files: request.files, frame_log: request.frame_log };
    waqai::app::run(options).map_err(|error| error.message())
});

#[cfg(not(feature = "window"))]
const OPEN_WINDOW: Option<OpenWindow> = None;

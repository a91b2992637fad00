//! The command `waqai`.

use std::process::ExitCode;

use waqai::app;
use waqai::base::Message;
use waqai::cli::{self, WindowRequest};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), open_window)
}

fn open_window(request: WindowRequest) -> Result<(), Message> {
    let options = app::Options { files: request.files, frame_log: request.frame_log };
    app::run(options).map_err(|error| error.message())
}

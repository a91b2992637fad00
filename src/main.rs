//! The command `waqai`.

use std::path::PathBuf;
use std::process::ExitCode;

use waqai::base::Message;

fn main() -> ExitCode {
    waqai::cli::run(std::env::args_os(), open_window)
}

fn open_window(files: Vec<PathBuf>) -> Result<(), Message> {
    waqai::app::run(files).map_err(|error| error.message())
}

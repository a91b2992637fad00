//! The command `waqai`.

use std::path::PathBuf;
use std::process::ExitCode;

use waqai::base::Message;

fn main() -> ExitCode {
    waqai::cli::run(std::env::args_os(), open_window)
}

fn open_window(_files: Vec<PathBuf>) -> Result<(), Message> {
    // window: waqai::app::run(files)
    Err(Message::new("cli-no-window"))
}

//! The program's door: what was asked, done, or one sentence about why not.

use std::process::ExitCode;

use adjacent::cli::{Streams, run};

fn main() -> ExitCode {
    ExitCode::from(run(std::env::args_os(), Streams::of_the_process()))
}

//! The program's door: what was asked, done, or one sentence about why not.

use std::process::ExitCode;

use adjacent::cli::{Cli, report};
use clap::Parser;

fn main() -> ExitCode {
    Cli::parse().run().unwrap_or_else(|failure| report(&failure))
}

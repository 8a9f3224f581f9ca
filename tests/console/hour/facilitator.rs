//! The program as the facilitator runs it.

use std::path::Path;

use crate::program::{Said, fed, program};

/// Runs the program in this workspace as somebody whose name is a word of its own, with this on its standard input.
pub(crate) fn run(workspace: &Path, arguments: &[&str], input: &str) -> Said {
    fed(program(workspace).args(arguments).env("USER", "Facimarkø"), input)
}

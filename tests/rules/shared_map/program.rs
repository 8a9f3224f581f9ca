//! The real program in a pipe.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the program said and how it ended.
#[must_use = "look at what it said or how it ended"]
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

/// Runs the program in a workspace.
pub(crate) fn run(workspace: &Path, arguments: &[&str]) -> Said {
    run_with(workspace, arguments, "")
}

/// Runs the program in a workspace with this on its standard input.
pub(crate) fn run_with(workspace: &Path, arguments: &[&str], input: &str) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_adjacent"))
        .args(arguments)
        .env_clear()
        .env("TZ", "UTC")
        .env("ADJACENT_DIR", workspace)
        .env("USER", "noor")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whoever does not read it has ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

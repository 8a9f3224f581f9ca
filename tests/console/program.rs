//! The program in a workspace, in a pipe.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the program printed, and how it ended.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

/// Runs the program in this workspace as somebody whose name is a word of its own, and feeds it this.
pub(crate) fn run(folder: &Path, arguments: &[&str], input: &str) -> Said {
    let mut program = Command::new(env!("CARGO_BIN_EXE_adjacent"))
        .args(arguments)
        .env_clear()
        .env("TZ", "UTC")
        .env("ADJACENT_DIR", folder)
        .env("USER", "Facimarkø")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    // A program that leaves early breaks the pipe, which is its right.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = program.wait_with_output().unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

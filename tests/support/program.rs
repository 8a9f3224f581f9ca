//! The program as it is run from a shell: arguments and lines in, text and exit code out.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// What the program printed, and how it ended.
#[must_use = "look at what it said or how it ended"]
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

/// The program in a workspace, with an environment that is the same on every machine.
pub(crate) fn program(workspace: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_adjacent"));
    command.env_clear().env("TZ", "UTC").env("ADJACENT_DIR", workspace).env("USER", "noor");
    // The settings and themes of whoever runs the tests change nothing in them.
    command.env("ADJACENT_CONFIG", "").env("XDG_CONFIG_HOME", workspace.join("own"));
    // Some workspaces of tests are no folder, or are not there yet.
    if workspace.is_dir() {
        command.current_dir(workspace);
    }
    command
}

/// Runs a command to its end, with this on its standard input.
pub(crate) fn fed(command: &mut Command, input: &str) -> Said {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // The program may answer more than a pipe holds, so another thread writes its input. A program that leaves early
    // breaks the pipe, which is its right.
    let feeder = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// Runs the program in a workspace, with nothing on standard input.
pub(crate) fn run(workspace: &Path, arguments: &[&str]) -> Said {
    run_with(workspace, arguments, "")
}

/// Runs the program in a workspace, with this on its standard input.
pub(crate) fn run_with(workspace: &Path, arguments: &[&str], input: &str) -> Said {
    fed(program(workspace).args(arguments), input)
}

/// The worked example as notes.
pub(crate) fn harbourline() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbourline.txt")
}

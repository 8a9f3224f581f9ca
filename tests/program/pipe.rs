//! The real program in a pipe: arguments and lines in, text and exit code out.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What the program said and how it ended.
#[must_use = "look at what it said or how it ended"]
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

/// Runs the program in a workspace, with nothing on standard input.
pub(crate) fn run(workspace: &Path, arguments: &[&str]) -> Said {
    run_with(workspace, arguments, "")
}

/// Runs the program in a workspace and feeds it this.
pub(crate) fn run_with(workspace: &Path, arguments: &[&str], input: &str) -> Said {
    run_in("UTC", workspace, arguments, input)
}

/// The same, on a machine in this time zone.
pub(crate) fn run_in(zone: &str, workspace: &Path, arguments: &[&str], input: &str) -> Said {
    let mut program = Command::new(env!("CARGO_BIN_EXE_adjacent"))
        .args(arguments)
        .env_clear()
        .env("TZ", zone)
        .env("ADJACENT_DIR", workspace)
        .env("USER", "noor")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    let input = input.to_owned();
    // The program may answer more than a pipe holds, so it is fed from beside.
    let feeder = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = program.wait_with_output().unwrap();
    // A program that leaves early breaks the pipe, which is its right.
    let _ = feeder.join().unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// The session files of a workspace.
pub(crate) fn session_files(workspace: &Path) -> Vec<PathBuf> {
    let Ok(folder) = std::fs::read_dir(workspace.join("sessions")) else { return Vec::new() };
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    files.sort();
    files
}

/// The worked example as notes.
pub(crate) fn harbourline() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbourline.txt")
}

/// The lines of the worked example as somebody types them: without time and step.
pub(crate) fn harbourline_lines() -> Vec<String> {
    let text = std::fs::read_to_string(harbourline()).unwrap();
    let lines = text.lines().filter(|line| line.starts_with('['));
    lines.map(|line| line.splitn(3, ' ').nth(2).unwrap().to_owned()).collect()
}

/// Whether two maps have the same counts, things and arrows; numbers may differ by less than anybody could mean.
#[track_caller]
pub(crate) fn assert_same_map(found: &str, expected: &str) {
    let found: Value = serde_json::from_str(found).unwrap();
    let expected: Value = serde_json::from_str(expected).unwrap();
    for (count, value) in expected["counts"].as_object().unwrap() {
        if count != "events_by_type" {
            assert_eq!(found["counts"][count], *value, "{count}");
        }
    }
    assert_eq!(found["nodes"], expected["nodes"]);
    let (edges, wanted) = (found["edges"].as_array().unwrap(), expected["edges"].as_array().unwrap());
    assert_eq!(edges.len(), wanted.len());
    for (edge, wanted) in edges.iter().zip(wanted) {
        for (field, value) in wanted.as_object().unwrap() {
            match (value.as_f64(), edge[field].as_f64()) {
                (Some(a), Some(b)) => assert!((a - b).abs() <= 0.002, "{field} of {edge} is not {wanted}"),
                _ => assert_eq!(edge[field], *value, "{field} of {edge} is not {wanted}"),
            }
        }
    }
}

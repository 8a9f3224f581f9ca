//! Whole commands over sessions of many lines, in turns with an older build where there is one.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::long;
use super::pairs::row;

/// A command over a session of so many lines, and how far it is tried on the older build.
struct Work {
    name: &'static str,
    arguments: &'static [&'static str],
    sizes: &'static [u64],
    /// The older build is not asked to do more lines than this.
    older: u64,
    input: Input,
    goal: Option<(Duration, &'static str)>,
}

/// What a command works on.
enum Input {
    /// A session in the workspace.
    Session,
    /// Notes in a file, named last.
    Notes,
    /// Notes typed line by line.
    Typed,
}

const SECOND: Option<(Duration, &str)> = Some((Duration::from_secs(1), "<= 1 s"));

const WORK: [Work; 7] = [
    Work {
        name: "transcribe",
        arguments: &["transcribe"],
        sizes: &[1_000, 10_000],
        older: 1_000,
        input: Input::Notes,
        goal: None,
    },
    Work {
        name: "open --plain",
        arguments: &["open", "Long", "--plain"],
        sizes: &[100, 1_000],
        older: 1_000,
        input: Input::Typed,
        goal: None,
    },
    Work {
        name: "replay --plain",
        arguments: &["replay", "Long", "--plain"],
        sizes: &[1_000, 10_000, 50_000],
        older: 1_000,
        input: Input::Session,
        goal: None,
    },
    Work {
        name: "minutes",
        arguments: &["minutes", "Long"],
        sizes: &[1_000, 10_000, 50_000],
        older: 10_000,
        input: Input::Session,
        goal: SECOND,
    },
    Work {
        name: "export dot",
        arguments: &["export", "Long", "--to", "dot"],
        sizes: &[1_000, 10_000, 50_000],
        older: 10_000,
        input: Input::Session,
        goal: SECOND,
    },
    Work { name: "brief", arguments: &["brief"], sizes: &[10_000], older: 10_000, input: Input::Session, goal: None },
    Work {
        name: "search",
        arguments: &["search", "trust"],
        sizes: &[10_000],
        older: 10_000,
        input: Input::Session,
        goal: None,
    },
];

pub(crate) fn measure() {
    let older = std::env::var_os("ADJACENT_OLDER");
    for work in &WORK {
        for size in work.sizes {
            let ours = timed(env!("CARGO_BIN_EXE_adjacent").into(), work, *size);
            let older = older.clone().filter(|_| *size <= work.older).map(|older| timed(older, work, *size));
            let name = format!("{}, {size} lines", work.name);
            match (older, work.goal) {
                (Some(older), _) => row(&name, ours, older, work.goal.map_or("-", |(_, words)| words)),
                (None, Some((goal, words))) => row(&name, ours, goal, words),
                (None, None) => println!("{name:<44} {:>12.1} ms", ours.as_secs_f64() * 1e3),
            }
        }
    }
}

fn timed(program: OsString, work: &Work, lines: u64) -> Duration {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let notes = folder.path().join("notes.txt");
    fs::write(&notes, typed(lines)).unwrap();
    if !matches!(work.input, Input::Notes) {
        long::write(folder.path(), if matches!(work.input, Input::Typed) { 2 } else { lines });
    }
    let mut command = Command::new(program);
    command.args(work.arguments).env("ADJACENT_DIR", folder.path());
    if matches!(work.input, Input::Notes) {
        command.arg(&notes);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    if matches!(work.input, Input::Typed) {
        stdin.write_all(typed(lines).as_bytes()).unwrap();
    }
    drop(stdin);
    let status = child.wait().unwrap();
    assert!(status.success(), "{} failed over {lines} lines", work.name);
    began.elapsed()
}

fn typed(lines: u64) -> String {
    (1..=lines).fold(String::new(), |notes, number| notes + &long::typed(number) + "\n")
}

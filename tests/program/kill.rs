//! Killed at any moment: what was answered is there once, what was not answered is there whole or not at all.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use adjacent::store::Workspace;
use tempfile::TempDir;

/// How many sessions, and how often each is killed: 500 kills in all.
const SESSIONS: u64 = 25;
const KILLS: u64 = 20;

#[test]
fn five_hundred_kills_lose_nothing_that_was_answered_and_double_nothing() {
    let mut random = Random(0x5eed);
    let mut answered_in_all = 0;
    for _ in 0..SESSIONS {
        let folder = TempDir::new().unwrap();
        let mut next = 0;
        let mut answered = Vec::new();
        for kill in 0..KILLS {
            let arguments: &[&str] = if kill == 0 { &["new", "Kill", "--plain"] } else { &["open", "Kill", "--plain"] };
            let run = run_and_kill(folder.path(), arguments, next, Duration::from_micros(random.below(30_000)));
            answered.extend(run.answered);
            next = run.next;
            check(folder.path(), &answered);
        }
        answered_in_all += answered.len();
    }
    // A busy machine answers less before it is killed; some hundreds of answers still prove something.
    assert!(answered_in_all > 250, "the kills came too early to prove anything: {answered_in_all}");
}

struct Run {
    answered: Vec<usize>,
    next: usize,
}

fn run_and_kill(folder: &Path, arguments: &[&str], first: usize, after: Duration) -> Run {
    let mut program = start(folder, arguments);
    let mut input = program.stdin.take().unwrap();
    let written = Arc::new(AtomicUsize::new(first));
    let counter = Arc::clone(&written);
    let feeder = thread::spawn(move || {
        // Ends when the program is gone and the pipe breaks.
        for number in first.. {
            counter.store(number + 1, Ordering::SeqCst);
            if writeln!(input, "Thing {number}x -> Other {number}x : + seen").is_err() {
                return;
            }
        }
    });
    let output = BufReader::new(program.stdout.take().unwrap());
    let listener =
        thread::spawn(move || output.lines().map_while(Result::ok).filter_map(|answer| number(&answer)).collect());
    thread::sleep(Duration::from_millis(5) + after);
    program.kill().unwrap();
    program.wait().unwrap();
    feeder.join().unwrap();
    Run { answered: listener.join().unwrap(), next: written.load(Ordering::SeqCst) }
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_adjacent"))
        .args(arguments)
        .env("TZ", "UTC")
        .env("ADJACENT_DIR", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The number of the line that an answer reads back.
fn number(answer: &str) -> Option<usize> {
    let rest = answer.split("Thing ").nth(1)?;
    rest.split('x').next()?.parse().ok()
}

fn check(folder: &Path, answered: &[usize]) {
    let workspace = Workspace::open(folder).unwrap();
    let Ok(id) = workspace.find("Kill") else {
        assert!(answered.is_empty(), "answers without a session");
        return;
    };
    let loaded = workspace.load(&id).unwrap();
    let said: Vec<&str> = loaded.session.events().iter().filter_map(|event| event.said.as_deref()).collect();
    for number in answered {
        let line = format!("Thing {number}x -> Other {number}x : + seen");
        assert_eq!(said.iter().filter(|said| **said == line).count(), 1, "{line}");
    }
    let whole = |said: &&str| said.starts_with("Thing ") && said.ends_with(" : + seen");
    assert!(said.iter().all(whole), "half a line is there");
}

/// A small generator, so that every run kills at the same moments.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

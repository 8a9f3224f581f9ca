//! Killed at any moment: what was answered is there once, what was not answered is there whole or not at all, and what
//! is left behind can be gone on with.
//!
//! Bounds: 2,400 kills whole (1,200 of a session that is typed line by line, 1,100 of every other writing command, 100
//! of the console in a terminal). The moments are drawn from the seeds below.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::campaigns::scale::{Random, share_of};
use crate::campaigns::scene::SCENES;
use crate::program::{program, run};
use crate::pty::Pty;

const TYPED_SEED: u64 = 0x5eed;
const TYPED_KILLS: usize = 1_200;
/// A session is killed so often before another one begins.
const KILLS_A_SESSION: usize = 20;

const COMMANDS_SEED: u64 = 0xc0de;
const COMMANDS_KILLS: usize = 1_100;

const CONSOLE_SEED: u64 = 0x7e57;
const CONSOLE_KILLS: usize = 100;

#[test]
fn whenever_a_typed_session_is_killed_nothing_that_was_answered_is_lost_or_doubled() {
    let mut random = Random(TYPED_SEED);
    let mut answered_in_all = 0;
    let kills = share_of(TYPED_KILLS);
    let begins = takes_to_begin();
    for _ in 0..kills.div_ceil(KILLS_A_SESSION) {
        let folder = TempDir::new().unwrap();
        let mut next = 0;
        let mut answered = Vec::new();
        for kill in 0..KILLS_A_SESSION {
            let arguments: &[&str] = if kill == 0 { &["new", "Kill", "--plain"] } else { &["open", "Kill", "--plain"] };
            // A few are killed before there is a session to open.
            let arguments = if has_session(folder.path()) { arguments } else { &["new", "Kill", "--plain"] };
            let after = begins.mul_f64(random.below(3_000) as f64 / 1_000.0);
            let run = run_and_kill(folder.path(), arguments, next, after);
            answered.extend(run.answered);
            next = run.next;
            is_there(folder.path(), &answered);
        }
        answered_in_all += answered.len();
    }
    // A busy machine answers less before it is killed; one answer in two kills still proves something.
    assert!(answered_in_all > kills / 2, "the kills came too early to prove anything: {answered_in_all}");
    println!("{kills} kills, {answered_in_all} answered lines");
}

#[test]
fn whenever_a_writing_command_is_killed_nothing_is_lost_doubled_or_left_half() {
    let mut random = Random(COMMANDS_SEED);
    let kills = share_of(COMMANDS_KILLS);
    let mut cut_short = 0;
    for (number, scene) in SCENES.iter().enumerate() {
        let was = scene.stage();
        let begun = Instant::now();
        assert!(scene.play(&was.copied(), &[], |_| {}).status.success(), "{}", scene.name);
        let whole = begun.elapsed();
        let share = (number..kills).step_by(SCENES.len()).count();
        for _ in 0..share {
            let after = whole.mul_f64(random.below(1_000) as f64 / 900.0);
            let stage = was.copied();
            let ended = scene.play(&stage, &[], |pid| {
                thread::sleep(after);
                kill(pid);
            });
            cut_short += usize::from(!ended.status.success());
            scene.holds(&was, &stage, &ended, &format!("killed after {after:?}"));
        }
    }
    assert!(cut_short > kills / 4, "the kills came too late to prove anything: {cut_short} of {kills}");
    println!("{kills} kills, {cut_short} before the end");
}

#[test]
fn whenever_the_console_is_killed_every_line_it_called_saved_is_there() {
    let mut random = Random(CONSOLE_SEED);
    let folder = TempDir::new().unwrap();
    assert_eq!(run(folder.path(), &["new", "Kill", "--plain"]).code, 0);
    let (mut saved, mut next) = (0, 0);
    for _ in 0..share_of(CONSOLE_KILLS) {
        let mut pty = Pty::start(folder.path(), &["open", "Kill"]);
        pty.sees(&format!("{saved} line"));
        let until = saved + random.below(4) as usize;
        while saved < until {
            pty.says(&format!("Thing {next}x -> Other {next}x : + seen"));
            next += 1;
            saved += 1;
            pty.sees(&format!("saved, {saved} line"));
        }
        // One more that nobody waits for.
        pty.says(&format!("Thing {next}x -> Other {next}x : + seen"));
        next += 1;
        thread::sleep(Duration::from_micros(random.below(30_000)));
        pty.signal("KILL").ends();
        let said = said(folder.path());
        assert!(said.len() == saved || said.len() == saved + 1, "{saved} lines were called saved: {said:?}");
        saved = said.len();
        let mut numbers: Vec<&String> = said.iter().collect();
        numbers.dedup();
        assert_eq!(numbers.len(), saved, "a line is there twice: {said:?}");
    }
}

/// How long the program takes to answer its first line here.
fn takes_to_begin() -> Duration {
    let folder = TempDir::new().unwrap();
    let begun = Instant::now();
    let mut program = start(folder.path(), &["new", "Kill", "--plain"]);
    writeln!(program.stdin.take().unwrap(), "Thing 1x -> Other 1x : + seen").unwrap();
    assert!(program.wait().unwrap().success());
    begun.elapsed()
}

fn kill(pid: u32) {
    // It may have ended by itself.
    let _ = Command::new("kill").args(["-KILL", &pid.to_string()]).stderr(Stdio::null()).status();
}

fn has_session(folder: &Path) -> bool {
    Workspace::open(folder).unwrap().find("Kill").is_ok()
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
    program(folder).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// The number of the line that an answer reads back.
fn number(answer: &str) -> Option<usize> {
    let rest = answer.split("Thing ").nth(1)?;
    rest.split('x').next()?.parse().ok()
}

fn said(folder: &Path) -> Vec<String> {
    let workspace = Workspace::open(folder).unwrap();
    let Ok(id) = workspace.find("Kill") else { return Vec::new() };
    let session = workspace.load(&id).unwrap().session;
    let said: Vec<String> = session.events().iter().filter_map(|event| event.said.clone()).collect();
    assert!(fs::metadata(workspace.session_path(&id)).is_ok());
    let whole = |said: &String| said.starts_with("Thing ") && said.ends_with(" : + seen");
    assert!(said.iter().all(whole), "half a line is there");
    said
}

fn is_there(folder: &Path, answered: &[usize]) {
    let said = said(folder);
    for number in answered {
        let line = format!("Thing {number}x -> Other {number}x : + seen");
        assert_eq!(said.iter().filter(|said| **said == line).count(), 1, "{line}");
    }
}

//! From the start to the first frame, and from a key to its letter on the screen, in a pseudo-terminal.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use super::minimal;
use super::pairs::{percentile, row};
use super::talk::{BIG, BIG_LINES, big_session, small_sessions};

const STARTS: usize = 40;
const KEYS: usize = 600;
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn measure_first_frame() {
    for sessions in [0, 100] {
        let workspace = TempDir::new().unwrap();
        small_sessions(workspace.path(), sessions);
        let (mut ours, mut anchors) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            anchors.push(first_frame(&minimal(), "Ready>"));
            ours.push(first_frame(&console(workspace.path(), &[]), "Name one AI change"));
        }
        let work = format!("first frame, {sessions} sessions");
        row(&work, percentile(&mut ours, 50), percentile(&mut anchors, 50), "<= 1.5");
    }
}

pub(crate) fn measure_keys() {
    let workspace = TempDir::new().unwrap();
    big_session(workspace.path());
    let mut ours = Program::start(&console(workspace.path(), &["open", BIG]));
    let mut anchor = Program::start(&minimal());
    // Opening writes nothing, so how many lines it holds is what is said of a session that was opened.
    ours.waits_for(&format!("{BIG_LINES} lines"), PATIENCE);
    anchor.waits_for("Ready>", PATIENCE);
    let (mut our_times, mut anchor_times) = (Vec::new(), Vec::new());
    for turn in 0..KEYS {
        let key = char::from(b'a' + (turn % 26) as u8);
        if turn % 40 == 0 {
            // Both lines are emptied, so that they stay as long as a spoken thought.
            ours.press("\u{15}");
            anchor.press("\r");
            thread::sleep(Duration::from_millis(60));
        }
        our_times.push(ours.key(key));
        anchor_times.push(anchor.key(key));
        thread::sleep(Duration::from_millis(8));
    }
    for (name, percent, goal) in [("p50", 50, "<= 1.5"), ("p99", 99, "<= 2")] {
        let (ours, anchor) = (percentile(&mut our_times, percent), percentile(&mut anchor_times, percent));
        row(&format!("key to paint, 10,000 things, {name}"), ours, anchor, goal);
    }
    let mut typed = our_times;
    println!("{:<34} {:>12?}", "  slowest key", percentile(&mut typed, 100));
}

pub(crate) fn console(workspace: &Path, arguments: &[&str]) -> Start {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    Start { program: env!("CARGO_BIN_EXE_adjacent").into(), workspace: workspace.to_owned(), arguments }
}

fn minimal() -> Start {
    let program = std::env::current_exe().unwrap();
    Start { program, workspace: std::env::temp_dir(), arguments: vec![minimal::ARGUMENT.to_owned()] }
}

fn first_frame(start: &Start, text: &str) -> Duration {
    let began = Instant::now();
    let mut program = Program::start(start);
    program.waits_for(text, PATIENCE);
    let took = began.elapsed();
    drop(program);
    took
}

pub(crate) struct Start {
    program: PathBuf,
    workspace: PathBuf,
    arguments: Vec<String>,
}

pub(crate) struct Program {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    seen: Vec<u8>,
    // Held so that the terminal stays open.
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    pub(crate) fn start(start: &Start) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(&start.program);
        command.args(&start.arguments);
        command.env("ADJACENT_DIR", &start.workspace);
        command.env("TERM", "xterm-256color");
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 16384];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let writer = pty.master.take_writer().unwrap();
        Self { child, writer, output, seen: Vec::new(), _master: pty.master }
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// From pressing a key until its letter comes back.
    pub(crate) fn key(&mut self, key: char) -> Duration {
        while self.output.try_recv().is_ok() {}
        let began = Instant::now();
        self.press(&key.to_string());
        loop {
            let (when, bytes) = self.output.recv_timeout(PATIENCE).unwrap();
            if bytes.contains(&(key as u8)) {
                return when - began;
            }
        }
    }

    pub(crate) fn waits_for(&mut self, text: &str, patience: Duration) {
        let began = Instant::now();
        while !String::from_utf8_lossy(&self.seen).contains(text) {
            let left = patience.checked_sub(began.elapsed()).expect("the program never says it");
            let (_, bytes) = self.output.recv_timeout(left).unwrap();
            self.seen.extend(bytes);
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

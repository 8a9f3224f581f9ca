//! The rows of the table.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use adjacent::record::line::session_text;
use adjacent::record::{Event, Fact};
use tempfile::TempDir;

use crate::pairs::{percentile, row};
use crate::postgres::{Cluster, OWNER, PASSWORD};
use crate::program::{Said, fed, program};
use crate::pty::Pty;
use crate::talk::{header, line, opening};

/// The time after which a line has to be on another machine.
const SEEN: Duration = Duration::from_millis(250);

/// The longest time that anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Everything, or only the rows that are asked for; a tenth of it where it is to be small.
pub(crate) fn all(small: bool, only_joining: bool, only_phones: bool) {
    let everything = !only_joining && !only_phones;
    let Some(cluster) = Cluster::start() else { return };
    let tenth = |whole: usize| if small { whole / 10 } else { whole };
    println!("{:<34} {:>12} {:>12} {:>8}  goal", "work", "ours", "anchor", "ratio");
    if everything {
        writers(&cluster, tenth(20), tenth(500));
        arrivals(&cluster, tenth(1_000));
    }
    if everything || only_joining {
        joining(&cluster, tenth(2_000), 200);
    }
    #[cfg(feature = "phones")]
    if everything || only_phones {
        crate::beside_phones::measure(tenth(200));
    }
}

/// Somebody who types line by line into the console and waits until each is on disk.
struct Writer {
    console: Pty,
    file: PathBuf,
}

impl Writer {
    fn begins(workspace: &Path, title: &str) -> Self {
        works(workspace, &["new", title, "--plain"]);
        let file = session_files(workspace).remove(0);
        let mut console = Pty::start_with(workspace, &["open", title], &[("PGPASSWORD", PASSWORD)]);
        console.sees("0 lines");
        Self { console, file }
    }

    /// The time from Enter to the line in the file.
    fn says(&mut self, number: usize) -> Duration {
        let length = || fs::metadata(&self.file).unwrap().len();
        let before = length();
        let line = format!("Thing {number} -> shared thing : +");
        self.console.keys(&line).sees(&line);
        let began = Instant::now();
        self.console.keys("\r");
        while length() == before {
            assert!(began.elapsed() < PATIENCE, "line {number} is not saved");
            thread::sleep(Duration::from_micros(200));
        }
        began.elapsed()
    }
}

/// The number of lines in a turn: few, so that what else the machine does falls on both sides.
const TURN: usize = 10;

/// The time in which a line is acknowledged while so many write at one time, with a hub and without.
fn writers(cluster: &Cluster, writers: usize, lines: usize) {
    let database = begun(cluster);
    let with: Vec<TempDir> = (0..writers).map(|_| joined(cluster, &database)).collect();
    let without: Vec<TempDir> = (0..writers).map(|_| TempDir::new().unwrap()).collect();
    let begin = |folders: &[TempDir]| -> Vec<Writer> {
        let titled = (0..).zip(folders);
        titled.map(|(number, folder)| Writer::begins(folder.path(), &format!("Table {number}"))).collect()
    };
    let (mut on_hub, mut alone) = (begin(&with), begin(&without));
    let (mut ours, mut anchor) = (Vec::new(), Vec::new());
    for turn in 0..lines / TURN {
        for (writers, times) in [(&mut on_hub, &mut ours), (&mut alone, &mut anchor)] {
            times.extend(says_at_once(writers, turn * TURN, TURN));
        }
    }
    let what = format!("a line, {writers} writers");
    for percent in [50, 99] {
        let (ours, anchor) = (percentile(&mut ours, percent), percentile(&mut anchor, percent));
        row(&format!("{what}, p{percent}"), ours, anchor, if percent == 50 { "<= 1.1" } else { "-" });
    }
    drop((on_hub, alone));
    let start = Instant::now();
    for folder in &with {
        drop(works(folder.path(), &["hub", "sync"]));
    }
    let stored = cluster.sql(&database, "SELECT count(*) FROM adjacent.line");
    println!("{} lines are on the hub; what was left went up in {:?}", stored.trim(), start.elapsed());
}

fn says_at_once(writers: &mut [Writer], first: usize, count: usize) -> Vec<Duration> {
    thread::scope(|scope| {
        let running: Vec<_> = writers
            .iter_mut()
            .map(|writer| scope.spawn(move || (first..first + count).map(|line| writer.says(line)).collect::<Vec<_>>()))
            .collect();
        running.into_iter().flat_map(|one| one.join().unwrap()).collect()
    })
}

/// The time from the answer to a line on one machine to the line in the file of another one.
fn arrivals(cluster: &Cluster, lines: usize) {
    let database = begun(cluster);
    let (here, there) = (joined(cluster, &database), joined(cluster, &database));
    let mut writer = Writer::begins(here.path(), "Table");
    works(here.path(), &["hub", "sync"]);
    // The room's window follows over the hub, as in another city.
    let mut window = Pty::start_with(there.path(), &["room", "Table"], &[("PGPASSWORD", PASSWORD)]);
    window.sees("Pick one change");
    let mut times = Vec::new();
    for number in 0..lines + 5 {
        writer.says(number);
        let began = Instant::now();
        let said = format!("said: \"Thing {number} ->");
        while !session_texts(there.path()).iter().any(|text| text.contains(&said)) {
            assert!(began.elapsed() < PATIENCE, "line {number} does not arrive");
            thread::sleep(Duration::from_millis(1));
        }
        // The first ones find the session.
        if number >= 5 {
            times.push(began.elapsed());
        }
    }
    drop(window);
    for percent in [50, 99, 100] {
        let goal = if percent == 99 { "<= 1.0 (250 ms)" } else { "-" };
        row(&format!("a line on another machine, p{percent}"), percentile(&mut times, percent), SEEN, goal);
    }
}

/// Joining a hub with so many sessions, beside `COPY` of the same lines and writing the same files.
fn joining(cluster: &Cluster, sessions: usize, lines: u64) {
    let database = begun(cluster);
    let here = joined(cluster, &database);
    fill(here.path(), sessions, lines);
    let began = Instant::now();
    works(here.path(), &["hub", "sync"]);
    println!("{sessions} sessions of {lines} lines went up in {:?}", began.elapsed());
    let (mut ours, mut anchor) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let there = joined(cluster, &database);
        let began = Instant::now();
        works(there.path(), &["hub", "sync"]);
        ours.push(began.elapsed());
        assert_eq!(session_texts(there.path()).len(), sessions);
        let folder = TempDir::new().unwrap();
        let began = Instant::now();
        let lines = "SELECT session, seq, text, seal FROM adjacent.line ORDER BY session, seq";
        let copied = cluster.sql(&database, &format!("COPY ({lines}) TO STDOUT"));
        copied_to_files(&copied, folder.path());
        anchor.push(began.elapsed());
    }
    row("joining", percentile(&mut ours, 50), percentile(&mut anchor, 50), "<= 1.3");
}

/// Sessions as files, written at once.
fn fill(workspace: &Path, sessions: usize, lines: u64) {
    fs::create_dir_all(workspace.join("sessions")).unwrap();
    let mut first = opening();
    // A session that names somebody does not travel.
    if let [Fact::Opened { facilitator, .. }] = first.facts.as_mut_slice() {
        *facilitator = None;
    }
    let events: Vec<Event> = std::iter::once(first).chain((2..=lines).map(line)).collect();
    for number in 0..sessions {
        let mut header = header(&format!("Morning {number}"), 1);
        header.id = format!("2026-11-20-morning-{number}").as_str().into();
        let text = session_text(&header, &events).unwrap();
        fs::write(workspace.join("sessions").join(format!("{}.ron", header.id)), text).unwrap();
    }
}

/// Writes what `COPY` gave into a file for each session, each safe on disk as ours are.
fn copied_to_files(copied: &str, folder: &Path) {
    let mut file: Option<(String, String)> = None;
    for row in copied.lines() {
        let session = row.split('\t').next().unwrap();
        if file.as_ref().is_none_or(|(open, _)| open != session) {
            write_whole(folder, file.replace((session.to_owned(), String::new())));
        }
        if let Some((_, text)) = &mut file {
            text.push_str(row);
            text.push('\n');
        }
    }
    write_whole(folder, file);
}

fn write_whole(folder: &Path, file: Option<(String, String)>) {
    let Some((name, text)) = file else { return };
    let mut file = File::create(folder.join(name)).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.sync_data().unwrap();
}

fn session_files(workspace: &Path) -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir(workspace.join("sessions")) else { return Vec::new() };
    let files = folder.map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|of| of == "ron")).collect()
}

fn session_texts(workspace: &Path) -> Vec<String> {
    session_files(workspace).iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn on_hub(workspace: &Path) -> Command {
    let mut command = program(workspace);
    command.env("PGPASSWORD", PASSWORD);
    command
}

pub(crate) fn works(workspace: &Path, arguments: &[&str]) -> String {
    let Said { out, err, code } = fed(on_hub(workspace).args(arguments), "");
    assert_eq!(code, 0, "{arguments:?}: {out}{err}");
    out
}

fn begun(cluster: &Cluster) -> String {
    let database = cluster.database();
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["hub", "init", &cluster.url(OWNER, &database)]);
    database
}

fn joined(cluster: &Cluster, database: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["hub", "join", &cluster.url(OWNER, database)]);
    folder
}

//! Many writers, each in a workspace of its own, on one hub whose server and network fail: nothing is lost, nothing is
//! doubled, and every workspace has the same files and the same map.
//!
//! Seed 0x1806; whole: 20 writers, 500 lines each, 200 faults, every writer killed twice. `tests/campaigns/hub` runs it
//! whole, against the release build.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::campaigns::scale::{Random, whole_or};
use crate::faults::{Fault, FaultProxy};
use crate::pipe::session_files;
use crate::postgres::Cluster;
use crate::program::run;

use super::joined::{Following, begun, joined, on_hub, sessions, synced, typed};

const SEED: u64 = 0x1806;
const KILLS: usize = 2;

/// How long the last lines may take to be everywhere, once nothing fails any more.
const PATIENCE: Duration = Duration::from_secs(300);

#[test]
fn many_writers_lose_and_double_nothing_while_the_server_and_the_network_fail() {
    let (writers, lines, faults) = (whole_or(20, 4), whole_or(500, 30), whole_or(200, 16));
    let Some(cluster) = Cluster::start() else { return };
    let hub = begun(&cluster);
    let proxy = FaultProxy::to(cluster.address());
    let workspaces: Vec<TempDir> = (0..writers).map(|_| joined(&hub, proxy.address())).collect();
    let cluster = Mutex::new(cluster);
    let mut random = Random(SEED);
    let following: Vec<Following> = workspaces.iter().map(|workspace| Following::of(workspace.path())).collect();
    let began = Instant::now();
    thread::scope(|scope| {
        for (number, workspace) in workspaces.iter().enumerate() {
            let random = Random(random.next());
            scope.spawn(move || writes(workspace.path(), number, lines, random));
        }
        for _ in 0..faults {
            Fault::drawn(random.next()).happens(&cluster, &proxy);
            thread::sleep(Duration::from_millis(random.below(60)));
        }
    });
    proxy.cut();
    println!("{writers} writers wrote {lines} lines each through {faults} faults in {:?}", began.elapsed());
    let files = waits_for_the_same(&workspaces, writers, lines);
    println!("the same {} files are everywhere after {:?}", files.len(), began.elapsed());
    drop(following);
    for (number, workspace) in workspaces.iter().enumerate() {
        synced(workspace.path());
        assert_eq!(sessions(workspace.path()), files, "workspace {number}");
        let check = run(workspace.path(), &["check"]);
        assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    }
    each_line_is_there_once(&files, lines);
    the_maps_are_the_same(&workspaces);
    let rows = cluster
        .into_inner()
        .unwrap()
        .sql(&hub.database, "SELECT session, count(*), max(seq) FROM adjacent.line GROUP BY 1");
    let held: BTreeMap<&str, &str> = rows.lines().filter_map(|row| row.split_once('|')).collect();
    assert_eq!(held.len(), writers, "{rows}");
    for (name, text) in &files {
        let count = text.lines().filter(|line| line.starts_with("(seq: ")).count();
        let id = name.strip_suffix(".ron").unwrap();
        assert_eq!(held[id], format!("{count}|{count}"), "{id} on the hub");
    }
}

/// What a writer says at this place of its session.
fn line_of(writer: usize, number: usize) -> String {
    format!("Table {writer} thing {} -> shared thing {} : +", number, number % 7)
}

/// Types a session line by line, is killed now and then, and goes on with what is not in the file yet.
fn writes(workspace: &Path, writer: usize, lines: usize, mut random: Random) {
    let title = format!("Table {writer}");
    typed(workspace, &["new", &title, "--plain"], "/quit\n");
    let file = own_file(workspace, writer);
    let mut ends: Vec<usize> = (0..KILLS).map(|_| random.below(lines as u64) as usize).collect();
    ends.push(lines);
    for (turn, end) in ends.into_iter().enumerate() {
        let begin = said_in(&fs::read_to_string(&file).unwrap());
        let id = file.file_stem().unwrap().to_string_lossy().into_owned();
        let mut program = on_hub(workspace)
            .args(["open", &id, "--plain"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin = program.stdin.take().unwrap();
        let mut read_back = BufReader::new(program.stdout.take().unwrap()).lines();
        for number in begin..end {
            writeln!(stdin, "{}", line_of(writer, number)).unwrap();
            // The answer is the acknowledgement: the line is on disk, whatever the hub does.
            let said = read_back.find(|line| line.as_ref().unwrap().contains(&format!("thing {number},")));
            assert!(said.is_some(), "line {number} of table {writer} was not acknowledged");
            if random.below(10) == 0 {
                thread::sleep(Duration::from_millis(random.below(40)));
            }
        }
        if turn < KILLS {
            // In the middle of a line that is perhaps saved and not acknowledged.
            let _ = writeln!(stdin, "{}", line_of(writer, end.max(begin)));
            thread::sleep(Duration::from_micros(random.below(20_000)));
            program.kill().unwrap();
        } else {
            writeln!(stdin, "/quit").unwrap();
        }
        program.wait().unwrap();
    }
}

/// The file of the session that is written in this workspace, among those that come from the hub.
fn own_file(workspace: &Path, writer: usize) -> PathBuf {
    let title = format!("title: \"Table {writer}\"");
    let files = session_files(workspace).into_iter();
    let mut own = files.filter(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(&title)));
    own.next().unwrap()
}

/// The number of lines that were said in a session.
fn said_in(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("(seq: ") && line.contains("said: \"Table ")).count()
}

/// Waits until every workspace holds every session whole; returns the files.
fn waits_for_the_same(workspaces: &[TempDir], writers: usize, lines: usize) -> Vec<(String, String)> {
    let began = Instant::now();
    loop {
        let files: Vec<_> = workspaces.iter().map(|workspace| sessions(workspace.path())).collect();
        let first = &files[0];
        let whole = first.len() == writers && first.iter().all(|(_, text)| said_in(text) == lines);
        if whole && files.iter().all(|other| other == first) {
            return first.clone();
        }
        let held: Vec<Vec<usize>> =
            files.iter().map(|files| files.iter().map(|(_, text)| said_in(text)).collect()).collect();
        assert!(began.elapsed() < PATIENCE, "the workspaces do not come together: {held:?}");
        thread::sleep(Duration::from_millis(100));
    }
}

/// What each writer said stands in its session once, in the order in which it was said.
fn each_line_is_there_once(files: &[(String, String)], lines: usize) {
    for (name, text) in files {
        let said: Vec<&str> = text.split("said: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let writer = (0..files.len()).find(|writer| text.contains(&format!("title: \"Table {writer}\""))).unwrap();
        let wanted: Vec<String> = (0..lines).map(|number| line_of(writer, number)).collect();
        assert_eq!(said, wanted, "{name}");
    }
}

fn the_maps_are_the_same(workspaces: &[TempDir]) {
    let map = |workspace: &TempDir| run(workspace.path(), &["map", "--json", "--as-of", "2030-01-01"]).out;
    let first = map(&workspaces[0]);
    assert!(first.contains("Table 0 thing 0"), "{first}");
    for workspace in workspaces {
        assert_eq!(map(workspace), first);
    }
}

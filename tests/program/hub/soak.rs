//! Consoles on a hub for a long time: memory stays flat, no thread is left behind, no connection leaks.
//!
//! `cargo test` takes some seconds; `tests/campaigns/soak` an hour. Seed 0x50a4.

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::campaigns::scale::Random;
use crate::faults::{Fault, FaultProxy};
use crate::postgres::{Cluster, PASSWORD};
use crate::pty::Pty;

use super::joined::{Following, begun, joined, sessions, synced, works};

/// The seconds that a soak takes when nobody asked for more.
const SECONDS: u64 = 8;

/// The environment variable with the seconds it takes.
const ASKED: &str = "ADJACENT_SOAK";

/// A line is typed at one of the tables about this often.
const BETWEEN_LINES: Duration = Duration::from_millis(500);

/// The memory that a program may have more at the end than after the first quarter, in KiB: its sessions grow.
const GROWTH: u64 = 16 * 1024;

/// What a program uses now.
#[derive(Clone, Copy, Debug)]
struct Usage {
    /// Resident memory in KiB.
    memory: u64,
    threads: u64,
    /// Open files and sockets.
    files: usize,
}

impl Usage {
    fn of(process: u32) -> Self {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let field = |name: &str| -> u64 {
            let line = status.lines().find(|line| line.starts_with(name)).unwrap();
            line.split_whitespace().nth(1).unwrap().parse().unwrap()
        };
        let files = fs::read_dir(format!("/proc/{process}/fd")).unwrap().count();
        Self { memory: field("VmRSS:"), threads: field("Threads:"), files }
    }
}

#[test]
fn consoles_that_run_for_long_keep_their_memory_threads_and_connections() {
    let seconds = std::env::var(ASKED).ok().and_then(|asked| asked.parse().ok()).unwrap_or(SECONDS);
    let Some(cluster) = Cluster::start() else { return };
    let hub = begun(&cluster);
    let proxy = FaultProxy::to(cluster.address());
    let machines: [TempDir; 4] = [(); 4].map(|()| joined(&hub, proxy.address()));
    let [one, two, hall, quiet] = machines.each_ref().map(TempDir::path);
    for (workspace, title) in [(one, "First table"), (two, "Second table")] {
        works(workspace, &["new", title, "--plain"]);
        synced(workspace);
    }
    synced(hall);
    let following = Following::of(quiet);
    let mut consoles = [opened(one, "First table"), opened(two, "Second table")];
    let mut room = on_hub(hall, &["room", "First table"]);
    room.sees("Pick one change");
    let processes: Vec<u32> = consoles.iter().chain([&room]).map(Pty::process).collect();
    let cluster = Mutex::new(cluster);
    let (began, mut random, mut count, mut early, mut printed) = (Instant::now(), Random(0x50a4), 0_u64, None, 0);
    let length = Duration::from_secs(seconds);
    while began.elapsed() < length {
        count += 1;
        // The same fifty things again and again, so that the map stays as it is while the sessions grow.
        let line = format!("Thing {} -> thing {} : +", count % 50, count * 7 % 50);
        // The first line of each is said to the first console.
        consoles[((count - 1) % 2) as usize].says(&line).sees(&format!("saved, {} line", count.div_ceil(2)));
        if count % 40 == 0 {
            Fault::drawn(random.next()).happens(&cluster, &proxy);
        }
        thread::sleep(BETWEEN_LINES.min(length / 40));
        if early.is_none() && began.elapsed() > length / 4 {
            early = Some(processes.iter().map(|process| Usage::of(*process)).collect::<Vec<_>>());
        }
        if began.elapsed().as_secs() / 60 > printed {
            printed += 1;
            let used: Vec<Usage> = processes.iter().map(|process| Usage::of(*process)).collect();
            println!("{printed} min, {count} lines, {} connections: {used:?}", cluster.lock().unwrap().connections());
        }
    }
    proxy.cut();
    // Whoever was cut off is back.
    thread::sleep(Duration::from_secs(3));
    let late: Vec<Usage> = processes.iter().map(|process| Usage::of(*process)).collect();
    for (early, late) in early.unwrap().iter().zip(&late) {
        assert!(late.memory <= early.memory + early.memory / 4 + GROWTH, "memory grows: {early:?}, then {late:?}");
        assert!(late.threads <= early.threads + 1, "threads are left behind: {early:?}, then {late:?}");
        assert!(late.files <= early.files + 2, "files are left open: {early:?}, then {late:?}");
    }
    let cluster = cluster.into_inner().unwrap();
    let connections = cluster.connections();
    assert!(connections <= 2 * processes.len() + 2, "{connections} connections of {} programs", processes.len());
    println!("{count} lines; at the end {connections} connections and {late:?}");
    drop((consoles, room, following));
    thread::sleep(Duration::from_secs(1));
    assert_eq!(cluster.connections(), 0, "nobody is left");
    for machine in &machines {
        drop(synced(machine.path()));
    }
    for machine in &machines {
        drop(synced(machine.path()));
    }
    for machine in &machines {
        assert_eq!(sessions(machine.path()), sessions(one));
    }
}

fn opened(workspace: &Path, title: &str) -> Pty {
    let mut console = on_hub(workspace, &["open", title]);
    console.sees("0 lines");
    console
}

fn on_hub(workspace: &Path, arguments: &[&str]) -> Pty {
    Pty::start_with(workspace, arguments, &[("PGPASSWORD", PASSWORD)])
}

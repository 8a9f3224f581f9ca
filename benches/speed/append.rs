//! An acknowledged line beside the bare append and sync of the same bytes.

use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant};

use adjacent::store::Workspace;
use tempfile::TempDir;

use super::pairs::{percentile, row};
use super::talk::{header, line, opening};

const LINES: u64 = 1500;

pub(crate) fn measure() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut ours = workspace.create(&header("Append", 1), &[opening()]).unwrap();
    let mut bare = File::create(folder.path().join("bare")).unwrap();
    let (mut our_times, mut bare_times): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
    for seq in 2..LINES {
        let event = line(seq);
        let bytes = adjacent::record::line::event_line(&event, None).unwrap().text;
        our_times.push(timed(|| ours.append(&event).unwrap()));
        bare_times.push(timed(|| {
            bare.write_all(bytes.as_bytes()).unwrap();
            bare.sync_data().unwrap();
        }));
    }
    for (name, percent, goal) in [("p50", 50, "<= 1.15"), ("p99", 99, "-")] {
        let work = format!("acknowledged line, {name}");
        row(&work, percentile(&mut our_times, percent), percentile(&mut bare_times, percent), goal);
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

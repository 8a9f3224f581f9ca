//! Reading a map through every lens, beside folding it from what was said.
//!
//! `cargo bench --bench lenses` prints what each lens takes on the worked example and on a random map of 300 things and
//! 900 arrows. Each reading begins with a new field, so that no lens lives off what another one worked out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::graph::{Graph, Ledger};
use adjacent::lens::{Field, FindingDraft, LENSES, read};
use adjacent::record::Names;
use adjacent::store::samples;

use pairs::{percentile, row};

#[path = "lenses/chance.rs"]
mod chance;
#[path = "speed/pairs.rs"]
mod pairs;
#[path = "lenses/reach.rs"]
mod reach;

const ROUNDS: usize = 31;

fn main() {
    println!("{:<34} {:>12} {:>12} {:>8}  goal", "work", "ours", "folding", "ratio");
    measure("worked example", &example(), "-");
    measure("300 things, 900 arrows", &chance::ledger(300, 900), "<= 15 ms");
    reach::measure();
}

fn example() -> Ledger {
    let mut ledger = Ledger::new();
    for session in samples::all() {
        ledger.add_session(&session, &Names::default());
    }
    ledger
}

fn measure(map: &str, ledger: &Ledger, goal: &str) {
    let graph = ledger.graph(None);
    let counts = graph.counts();
    println!("\n{map}: {} things, {} arrows, {} findings", counts.things, counts.arrows, read(&graph).findings.len());
    against(ledger, "all lenses", goal, || read(&graph).findings.len());
    against(ledger, "the field they share", "-", || Field::of(&graph).crossings.len());
    for lens in LENSES {
        against(ledger, lens.name(), "-", || alone(&graph, lens.read));
    }
}

/// What one lens takes, the field included.
fn alone(graph: &Graph, read: fn(&Field<'_>) -> Vec<FindingDraft>) -> usize {
    read(&Field::of(graph)).len()
}

/// In turns with folding the graph.
fn against(ledger: &Ledger, work: &str, goal: &str, read: impl Fn() -> usize) {
    let (mut ours, mut folding): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        folding.push(timed(|| ledger.graph(None).counts().arrows));
        ours.push(timed(&read));
    }
    row(work, percentile(&mut ours, 50), percentile(&mut folding, 50), goal);
}

fn timed(work: impl Fn() -> usize) -> Duration {
    let began = Instant::now();
    black_box(work());
    began.elapsed()
}

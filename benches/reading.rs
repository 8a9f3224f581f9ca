//! Reading lines: arrows, sentences and remarks with a thousand known names, in one language and in six.
//!
//! `cargo bench --bench reading` prints the table. The anchor splits the same lines into words and looks each word up in
//! a table of a thousand words. The goal is 20,000 lines a second, which is 50 µs a line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a test that cannot go on should stop and say so"
)]

use std::collections::HashSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::capture::{Context, Heard, Lexicon, read, shape_examples};
use adjacent::graph::Ledger;
use adjacent::record::{Names, Session};

use pairs::{percentile, row};
use talk::{header, line, opening};

#[path = "speed/pairs.rs"]
mod pairs;
#[path = "speed/talk.rs"]
mod talk;

const NAMES: u64 = 1_000;
const LINES: usize = 10_000;
const ROUNDS: usize = 11;

fn main() {
    println!("{:<34} {:>12} {:>12} {:>8}  goal", "10,000 lines", "ours", "anchor", "ratio");
    let said = std::iter::once(opening()).chain((2..NAMES + 2).map(line));
    let session = Session::fold(header("A thousand names", 1), said);
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &Names::default());
    let heard = Heard::of(&session);
    let words: HashSet<String> = ledger.labels().map(str::to_lowercase).collect();
    let examples: Vec<&str> = shape_examples().map(|(_, line, _)| line).collect();
    let lines: Vec<&str> = examples.iter().copied().cycle().take(LINES).collect();
    let six = Lexicon::of(&["de", "fr", "es", "pt", "nl"], &[]);
    for (work, lexicon) in [("in English", Lexicon::english()), ("in six languages", &six)] {
        let context = Context::new(&ledger, &session, &heard).in_languages(lexicon);
        let (mut ours, mut anchors) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(timed(|| lines.iter().for_each(|line| drop(black_box(read(line, &context))))));
            anchors.push(timed(|| {
                black_box(
                    lines
                        .iter()
                        .flat_map(|line| line.split_whitespace())
                        .filter(|word| words.contains(&word.to_lowercase()))
                        .count(),
                );
            }));
        }
        row(work, percentile(&mut ours, 50), percentile(&mut anchors, 50), "<= 500 ms");
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

//! The promised speeds, each measured in turns with the bare operation it is compared to.
//!
//! `cargo bench` prints a table of ratios. Absolute figures belong to the machine; the ratios are the promise.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod append;
mod load;
mod minimal;
mod pairs;
mod talk;
mod terminal;

fn main() {
    if std::env::args().any(|argument| argument == minimal::ARGUMENT) {
        return minimal::run();
    }
    println!("{:<34} {:>12} {:>12} {:>8}  goal", "work", "ours", "anchor", "ratio");
    append::measure();
    load::measure();
    terminal::measure_first_frame();
    terminal::measure_keys();
}

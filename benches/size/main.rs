//! What grows with a session, and what must not: a line's answer beside the length of the session it is said in, and
//! commands over long sessions beside an older build of the program.
//!
//! `cargo bench --bench size` prints the table. `ADJACENT_OLDER=/path/to/adjacent` times that program in turns with this
//! one, at the sizes where it answers within a minute.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a bench that cannot go on should stop and say so"
)]

mod commands;
mod home;
mod lines;
#[path = "../speed/pairs.rs"]
mod pairs;
#[path = "../speed/talk.rs"]
mod talk;

fn main() {
    println!("{:<44} {:>12} {:>12} {:>8}  goal", "work", "long", "short", "ratio");
    lines::measure();
    home::measure();
    println!("{:<44} {:>12} {:>12} {:>8}  goal", "work", "ours", "older", "ratio");
    commands::measure();
}

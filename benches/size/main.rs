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
    reason = "a bench that cannot go on should stop and say so"
)]

mod commands;
mod console;
mod home;
mod lines;
mod long;
#[path = "../speed/pairs.rs"]
mod pairs;

/// `--write FOLDER LINES` writes a long session, to try things on by hand.
const WRITE: &str = "--write";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [write, folder, lines] = arguments.as_slice()
        && write == WRITE
    {
        return long::write(folder.as_ref(), lines.parse().unwrap());
    }
    println!("{:<44} {:>12} {:>12} {:>8}  goal", "work", "long", "short", "ratio");
    lines::measure();
    console::measure();
    home::measure();
    println!("{:<44} {:>12} {:>12} {:>8}  goal", "work", "ours", "older", "ratio");
    commands::measure();
}

//! What a hub costs whoever writes, how soon another machine sees a line, and how long joining takes; and what phones cost
//! whoever types.
//!
//! `cargo bench --bench hub` prints the table; `cargo bench --bench hub -- small` a tenth of it; `joining`
//! or `phones` behind it only those rows. Pairs are taken in
//! turns in one run: a line with and without a hub, joining beside `COPY` and writing the same files. PostgreSQL runs
//! here too, in a folder of its own, and waits for no disk.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a bench that cannot go on should stop and say so"
)]

#[cfg(all(unix, feature = "hub", feature = "phones"))]
#[path = "hub/beside_phones.rs"]
mod beside_phones;
#[cfg(all(unix, feature = "hub"))]
#[path = "hub/measured.rs"]
mod measured;
#[cfg(all(unix, feature = "hub"))]
#[path = "speed/minimal.rs"]
mod minimal;
#[cfg(all(unix, feature = "hub"))]
#[path = "speed/pairs.rs"]
mod pairs;
#[cfg(all(unix, feature = "hub"))]
#[path = "speed/talk.rs"]
mod talk;
#[cfg(all(unix, feature = "hub"))]
#[path = "speed/terminal.rs"]
mod terminal;

#[cfg(all(unix, feature = "hub", feature = "phones"))]
#[path = "../tests/program/phones/client.rs"]
mod client;
#[cfg(all(unix, feature = "hub"))]
#[path = "../tests/support/left_out.rs"]
mod left_out;
#[cfg(all(unix, feature = "hub"))]
#[path = "../tests/support/postgres.rs"]
mod postgres;
#[cfg(all(unix, feature = "hub"))]
#[path = "../tests/support/program.rs"]
mod program;
#[cfg(all(unix, feature = "hub"))]
#[path = "../tests/program/pty.rs"]
mod pty;

fn main() {
    #[cfg(all(unix, feature = "hub"))]
    {
        let asked = |word: &str| std::env::args().any(|argument| argument == word);
        measured::all(asked("small"), asked("joining"), asked("phones"));
    }
}

//! The pure rooms without a console: what is read from lines, what the graph holds, what is found, drawn and written.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod ask;
mod assess;
mod capture;
mod config;
mod corrections;
mod english;
mod example;
mod exercises;
mod export;
mod findings;
mod graph_rules;
mod imports;
mod layout;
mod lens;
mod lexicon;
mod minutes;
mod replay;
mod shared_map;
mod theme;

#[path = "../support/drawn.rs"]
mod drawn;
#[path = "../support/hostile_map.rs"]
mod hostile_map;
#[path = "../support/import.rs"]
mod import;
#[path = "../support/program.rs"]
mod program;
#[path = "../support/session.rs"]
mod session;
#[path = "../support/talk.rs"]
mod talk;

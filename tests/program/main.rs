//! The program as it is run: in a terminal, in a pipe, killed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod again;
mod answers;
mod ask;
mod call;
mod campaigns;
mod commands;
mod completions;
mod config;
mod copies;
mod days;
#[cfg(unix)]
mod doctor;
mod exit_codes;
mod findings;
#[cfg(all(unix, feature = "hub"))]
mod hub;
mod imports;
mod keys;
mod languages;
mod looks;
mod manual;
mod map_forms;
mod mirror;
#[cfg(feature = "phones")]
mod pages;
mod phones;
mod pipe;
mod plain_offers;
mod plain_words;
mod plans;
mod portable;
mod practise;
mod private;
mod pty;
mod reading;
mod removing;
mod room;
mod round;
mod side_by_side;
mod sinks;
mod store;
mod strike;
mod survey;
mod synced;
mod tables;
mod terminal;
#[cfg(unix)]
mod tour;
mod transcripts;
mod unread;
mod watches;
#[cfg(unix)]
mod whole;
mod whose;
#[cfg(unix)]
mod window;

#[path = "../support/drawn.rs"]
mod drawn;
#[cfg(all(unix, feature = "hub"))]
#[path = "../support/faults.rs"]
mod faults;
#[cfg(all(unix, feature = "hub"))]
#[path = "../support/left_out.rs"]
mod left_out;
#[cfg(all(unix, feature = "hub"))]
#[path = "../support/postgres.rs"]
mod postgres;
#[path = "../support/program.rs"]
mod program;
#[path = "../support/session.rs"]
mod session;

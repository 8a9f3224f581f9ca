//! The console without a terminal and without a disk: keys in, screens and events out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod any_order;
mod aside;
mod commands;
mod confidence;
mod desk;
mod door;
mod drawing;
mod errands;
mod esc;
mod findings;
mod hour;
mod importing;
mod kept;
mod keyboard;
mod languages;
mod legend;
mod lines;
mod long_lists;
mod map;
mod map_whole;
mod mirror;
mod mouse;
mod offers;
mod phones;
mod plans;
mod plots;
mod polls;
mod questions;
mod rebinding;
mod replaying;
mod room;
mod room_sees;
mod said;
mod screens;
mod slow;
mod surveys;
mod tables;
mod taken_up;
mod thing_pane;
mod tidying;
mod time;
mod tour;
mod typing;
mod walks;

#[path = "../support/drawn.rs"]
mod drawn;
#[path = "../support/program.rs"]
mod program;
#[path = "../support/session.rs"]
mod session;
#[path = "../support/talk.rs"]
mod talk;

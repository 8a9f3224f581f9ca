//! What the lenses see: in the smallest graphs that have it and that just do not, and in the worked example.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod archetype;
mod boundary;
mod charter;
mod conflict;
mod cures;
mod dispute;
mod emergent;
mod incentive;
mod leverage;
mod loops;
mod mechanism;
mod momentum;
mod prefixes;
mod redundancy;
mod reference;
mod ripple;
mod silence;
mod single_point;
mod state;
mod synergy;
mod talk;
mod unmet;
mod worked_example;

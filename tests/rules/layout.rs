//! Drawn maps: whoever follows the characters finds every arrow, labels are whole or marked, and nothing jumps.

pub(crate) mod chance;
mod following;
mod large;
mod pictures;
mod staying;
mod tracer;
mod worked_example;

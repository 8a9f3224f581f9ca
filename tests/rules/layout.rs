//! Drawn maps: whoever follows the characters finds every arrow, labels are whole or marked, and nothing jumps.

mod chance;
mod following;
mod pictures;
mod staying;
mod tracer;
mod worked_example;

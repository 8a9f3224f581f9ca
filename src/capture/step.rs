//! A line is read in its step: what a step asks for, and what a line without structure becomes there.

mod asks;
mod by_names;
mod in_step;
mod line_in_step;
mod offered;
mod spoken;

pub use asks::{StepAsks, StepGrammar};
pub use in_step::{promise_in, read_in_step};

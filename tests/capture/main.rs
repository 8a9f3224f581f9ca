//! The grammar, and the sentences that are read back.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod completion;
mod edge_cases;
mod examples;
mod kinds;
mod more_and_less;
mod numbers_and_plans;
mod other_lines;
mod random;
mod report;
mod room;
mod rules;
mod spoken;
mod steps;
mod worked_example;
mod wrong_facts;

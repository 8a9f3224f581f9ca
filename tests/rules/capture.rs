//! The grammar, and the sentences that are read back.

mod completion;
mod denials;
mod edge_cases;
mod examples;
mod good_or_bad;
mod kinds;
mod measured;
mod more_and_less;
mod naming;
mod numbers_and_plans;
mod other_lines;
mod polls;
mod random;
mod report;
mod reported;
pub(crate) mod room;
mod rules;
mod shapes;
mod spoken;
mod steps;
mod worked_example;
mod wrong_facts;

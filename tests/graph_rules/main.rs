//! What the ledger and the graph make of what people say.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod agreement;
mod around;
mod filters;
mod lookup;
mod maps;
mod merging;
mod order;
mod people;
mod ripples;
mod tale;
mod units;

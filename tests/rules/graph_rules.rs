//! What the ledger and the graph make of what people say.

mod agreement;
mod around;
mod contradictions;
mod filters;
mod imports;
mod lookup;
mod maps;
mod merging;
mod order;
mod people;
mod renaming;
mod ripples;
mod several_owners;
mod tale;
mod units;
mod watching;

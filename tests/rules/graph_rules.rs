//! What the ledger and the graph make of what people say.

mod agreement;
mod around;
mod by_chance;
mod centrality;
mod contradictions;
mod filters;
mod groups;
mod imports;
mod lookup;
mod maps;
mod matrix;
mod merging;
mod order;
mod overview;
mod people;
mod renaming;
mod ripples;
mod room;
mod several_owners;
mod tale;
mod units;
mod watching;

//! What all claims add up to: names and identity, agreement, units, neighbours.
//!
//! A [`Ledger`] holds everything that was said and still stands, in no matter which order it came. The
//! [`Graph`] is derived from it: one [`Thing`] per name, one [`Arrow`] per pair of things and relation.

mod adjacency;
mod around;
mod arrow;
mod evidence;
mod key;
mod ledger;
mod lookup;
mod map;
mod merging;
mod moment;
mod name;
mod people;
mod standing;
mod tally;
mod thing;
mod timeline;
mod traits;
mod unit;
mod word;

pub use around::{Around, Neighbour};
pub use arrow::Arrow;
pub use evidence::Evidence;
pub use key::Key;
pub use ledger::Ledger;
pub use lookup::Known;
pub use map::{Counts, Graph, Link};
pub use moment::{Moment, Origin};
pub use name::Observation;
pub use tally::Tally;
pub use thing::Thing;

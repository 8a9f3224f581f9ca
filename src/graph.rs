//! What all claims add up to: names and identity, agreement, units, neighbours.
//!
//! A [`Ledger`] holds everything that was said and still stands, in no matter which order it came. The
//! [`Graph`] is derived from it: one [`Thing`] per name, one [`Arrow`] per pair of things and relation.

mod adjacency;
mod alike;
mod around;
mod arrivals;
mod arrow;
mod bridge;
mod causal;
mod crossing;
mod cycle;
mod disguise;
mod evidence;
mod filter;
mod impact;
mod judged;
mod kept;
mod key;
mod ledger;
mod lookup;
mod map;
mod merging;
mod minds;
mod moment;
mod name;
mod people;
mod promised;
mod ripple;
mod shown;
mod standing;
mod tally;
mod thing;
mod timeline;
mod toward;
mod trail;
mod traits;
mod unit;
mod word;

pub use alike::{Alike, Likeness, Spelled};
pub use around::{Around, Neighbour};
pub use arrivals::Arrivals;
pub use arrow::Arrow;
pub use bridge::Bridges;
pub use causal::{Causal, Step};
pub use crossing::{Crossing, crossings};
pub use cycle::{Cycles, cycles};
pub use disguise::Disguise;
pub use evidence::Evidence;
pub use filter::{Filter, FilterError};
pub use impact::Impact;
pub use judged::Judged;
pub use kept::PackedLedger;
pub use key::Key;
pub use ledger::Ledger;
pub use lookup::{Joined, Known};
pub use map::{Counts, Graph, Link, Met};
pub use minds::Minds;
pub use moment::{Moment, Origin, person_key};
pub use name::Observation;
pub use ripple::{Reached, Ripple};
pub use shown::{Indirect, Shown};
pub use tally::Tally;
pub use thing::Thing;
pub use toward::{Toward, Ways};
pub use trail::{Trail, trails};

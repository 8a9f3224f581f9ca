//! What the graph knows that nobody in the room said: one reading a file, graph in, findings out.
//!
//! [`LENSES`] is the only list of them; every number of their definitions stands in `figures`. A [`Field`] is what they
//! share, worked out once for a graph. The same graph gives the same findings, byte for byte.

mod archetype;
mod boundary;
mod charter;
mod conflict;
mod dispute;
mod emergent;
mod field;
mod figures;
mod finding;
mod footprint;
mod heat;
mod incentive;
mod lesson;
mod leverage;
mod list;
mod loops;
mod mechanism;
mod momentum;
mod offer;
mod pattern;
mod redundancy;
mod ripple;
mod round;
mod silence;
mod single_point;
mod state;
mod synergy;
mod unmet;
mod words;

pub use field::Field;
pub use figures::{FAINTEST, LONGEST_PATH};
pub use finding::{Band, Finding};
pub use lesson::Lesson;
pub use list::{LENSES, Lens, LensId, Readings, read};
pub use momentum::{Momentum, Pace, Part, Share};
pub use offer::offers;
pub use pattern::Pattern;
pub use state::State;

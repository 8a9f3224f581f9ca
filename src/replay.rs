//! Looking back: a session at any moment of it, what changed between two moments, where something was said, what a
//! branch tried out, and which predictions and promises are due.
//!
//! A [`Timeline`] gives for every [`Playhead`] the state to draw ([`Still`]). The state comes from the record alone: at
//! each event it is the same as that of a session that ends with this event.

pub mod branch;
pub mod brief;
pub mod compare;
pub mod look;
mod marker;
mod memory;
pub mod narrative;
pub mod outlook;
mod play;
mod playhead;
pub mod promise;

mod scan;
pub mod search;
mod still;
mod timeline;
mod told;
pub mod watched;

pub use marker::{Marker, MarkerKind, Wanted};
pub use memory::memory;
pub use play::{FASTEST, LONGEST_WAIT};
pub use playhead::Playhead;
pub use scan::{Scan, Sighting};
pub use still::Still;
pub use timeline::Timeline;

//! The audience screen without a terminal: one session as everybody may see it.
//!
//! What is for the facilitator alone is left out before anything is folded ([`Room::hear`]), so that no screen drawn
//! from a [`Room`] can show it. Nobody is named unless they asked for it; otherwise their unit speaks.

mod audience;
mod clock;
mod legibility;
mod lists;
mod public;
mod scene;
mod told;
mod window;

pub use audience::Room;
pub use clock::{RoomClock, Running};
pub use legibility::{Legibility, legibility};
pub use lists::{Entry, List};
pub(in crate::app) use public::public;
pub use scene::Scene;
pub use told::{LineState, Told};
pub use window::{RoomMsg, RoomWindow, Stay};

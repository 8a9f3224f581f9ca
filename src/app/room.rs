//! The audience screen without a terminal: one session as everybody may see it.
//!
//! Everything for the facilitator alone is removed before an event is added ([`Room::hear`]), so that no screen drawn
//! from a [`Room`] can show it. Nobody is named unless they asked for that; otherwise the unit of the speaker is shown.

mod audience;
mod clock;
pub(super) mod curtain;
mod exhibit;
mod legibility;
mod lists;
pub(super) mod one_window;
mod public;
mod scene;
mod told;
pub(super) mod views;
mod window;

pub use audience::Room;
pub use clock::{RoomClock, Running};
pub(super) use curtain::CURTAIN;
pub use legibility::{Legibility, legibility};
pub use lists::{List, ListEntry};
pub(super) use one_window::share;
pub(super) use public::public;
pub use scene::RoomScene;
pub use told::{LineState, Told};
pub use window::{RoomMsg, RoomWindow, Stay};

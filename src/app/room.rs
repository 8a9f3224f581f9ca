//! The audience screen without a terminal: one session as everybody may see it.
//!
//! Everything for the facilitator alone is removed before an event is added ([`Room::hear`]), so that no screen drawn
//! from a [`Room`] can show it. Nobody is named unless they asked for that; otherwise the unit of the speaker is shown.

mod audience;
mod clock;
pub(super) mod curtain;
mod decided;
mod due;
mod exhibit;
mod focus;
mod for_phones;
mod grounds;
mod legibility;
mod lists;
mod nearby;
pub(super) mod one_window;
mod order;
mod picture;
mod picture_fit;
mod picture_parts;
mod progress;
mod public;
mod ripple_start;
mod said;
mod scene;
pub(super) mod show;
mod signs;
mod space;
mod told;
pub(super) mod views;
mod waves;
mod window;

pub use audience::{Room, is_transcribed};
pub use clock::{RoomClock, Running};
pub(super) use curtain::CURTAIN;
pub(super) use due::{due, worked};
pub use grounds::{Ground, RoomFinding};
pub use legibility::{Legibility, legibility};
pub use lists::{List, ListEntry};
pub(super) use one_window::share;
pub use order::{SceneKey, SceneOrder, WorkedContent, WorkedScene};
pub use picture::{PicturePart, RoomPicture};
pub use progress::{AgendaPart, When};
pub(super) use public::public;
pub use said::SaidGroup;
pub use scene::RoomScene;
pub(super) use show::{SHOW, for_the_room, put_up, show_or_grow};
pub use signs::SignWord;
pub(crate) use space::ROOMY;
pub use told::{LineState, Told};
pub use waves::{RoomWave, RoomWaves, WaveChange};
pub use window::{RoomMsg, RoomWindow, Stay};

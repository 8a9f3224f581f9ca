//! Setting up a hub, joining it, and leaving it. The commands and the console both come here.

#[cfg(feature = "hub")]
mod joining;
#[cfg(feature = "hub")]
mod status;
mod told;

#[cfg(feature = "hub")]
pub use joining::{join, joined, leave, set_up};
#[cfg(feature = "hub")]
pub use status::status;
pub use told::{HubFailure, HubLeft, HubStatus, JoinWish, JoinedTold, SetUpTold, StatusMember, StatusStrike};
#[cfg(not(feature = "hub"))]
pub use without::{join, joined, leave, set_up, status};

/// What a program without the feature says.
#[cfg(not(feature = "hub"))]
mod without;

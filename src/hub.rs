//! The hub: a PostgreSQL database over which several workspaces share their sessions. The only room that speaks to it.
//!
//! What travels is the sealed line of a session file, so nothing is ever merged: a line is on this disk first, then it is
//! offered to the hub, and every other workspace writes the same bytes into the same file.
//!
//! [`HubConnection`] is one connection, with one blocking function for everything that is asked of the hub. The database
//! itself refuses a line that is out of order or not chained to the line above (`hub/migrations`), and lets nobody see a
//! workspace to which they were not admitted. Whether a mark seals its text is checked by who reads the lines, because
//! PostgreSQL does not know BLAKE3.

mod address;
mod connection;
mod error;
mod flow;
mod line;
mod line_hub;
mod lines;
mod link;
mod member;
mod members;
mod migration;
mod news;
mod offers;
mod password;
mod schema;
mod set_up;
mod strike;
mod strikes;
mod tls;
mod values;
mod waker;

pub use address::HubAddress;
pub use connection::HubConnection;
pub use error::{HubError, HubTrouble};
pub use flow::{Flowed, HubFlow};
pub use line::{HubLine, HubSession, OfferedLines, PulledLines, WantedLines};
pub use line_hub::LineHub;
pub use member::{HubAccess, HubMember, HubWorkspace};
pub use news::HubNews;
pub use password::HubPassword;
pub use set_up::{HubSetUp, join_hub, set_up_hub, workspaces_on};
pub use strike::{HubStrike, OpenStrike};
pub use waker::HubWaker;

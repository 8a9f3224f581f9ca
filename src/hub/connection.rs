use super::address::HubAddress;
use super::error::{HubError, HubTrouble};
use super::link::HubLink;
use super::password::HubPassword;
use super::schema;
use super::values::{column, text};
use super::waker::HubWaker;
use crate::store::JoinedHub;

/// One connection to the hub, in a workspace that was joined. Every call blocks until the hub has answered, for a minute at
/// most. After an error with [`HubTrouble::Away`] the connection is of no more use.
///
/// Each call is one statement and so one transaction, and may be repeated: whether a call was done whose answer was lost
/// with the connection does not matter.
#[derive(Debug)]
pub struct HubConnection {
    pub(super) link: HubLink,
    pub(super) workspace: String,
    pub(super) member: String,
    pub(super) waker: HubWaker,
    /// The process of the database that serves this connection, by which its own news are told from others.
    pub(super) process: i32,
    name: String,
}

impl HubConnection {
    /// Connects as this console, finds the workspace, and begins to listen for news.
    ///
    /// The password comes from `PGPASSWORD`, or from the password file of PostgreSQL.
    pub fn open(joined: &JoinedHub) -> Result<Self, HubError> {
        let password = HubPassword::find(&HubAddress::parse(&joined.address)?)?;
        Self::open_with(joined, password.as_ref())
    }

    /// Connects as [`HubConnection::open`] does, with this password.
    pub fn open_with(joined: &JoinedHub, password: Option<&HubPassword>) -> Result<Self, HubError> {
        let address = HubAddress::parse(&joined.address)?;
        let link = HubLink::open(&address, password)?;
        schema::check_version(&link)?;
        let JoinedHub { workspace, member, .. } = joined.clone();
        // Listening comes before reading: what is committed in between would otherwise be missed.
        link.batch(&format!("LISTEN \"adjacent_{}\"", channel(&workspace)?))?;
        let known = link.row(
            "UPDATE adjacent.member SET seen = now() WHERE workspace = $1::text::uuid AND id = $2::text::uuid
             RETURNING pg_backend_pid()",
            &[text(&workspace), text(&member)],
        )?;
        let Some(known) = known else {
            let says = format!("{} does not know this console in the workspace that it joined", address.place());
            return Err(HubError::new(HubTrouble::NotAdmitted, says, "adjacent hub join URL joins it again"));
        };
        let process = column(&known, 0)?;
        Ok(Self { link, workspace, member, waker: HubWaker::default(), process, name: address.to_string() })
    }

    /// The same connection with this waker, so that one that was handed out goes on to serve after a loss.
    #[must_use]
    pub fn woken_by(self, waker: HubWaker) -> Self {
        Self { waker, ..self }
    }

    /// The hub as it is shown: its address, which never holds a password.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The digits of the id of a workspace, with which its channel is called.
fn channel(workspace: &str) -> Result<String, HubError> {
    let digits: String = workspace.chars().filter(|letter| *letter != '-').collect();
    if digits.len() == 32 && digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return Ok(digits.to_lowercase());
    }
    let says = "settings.ron names no workspace of a hub";
    Err(HubError::new(HubTrouble::Door, says, "adjacent hub join URL joins it again"))
}

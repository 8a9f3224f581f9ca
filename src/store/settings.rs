use serde::{Deserialize, Serialize};

use crate::theme::AUTO;

/// The settings that are saved between runs, as in `settings.ron`. Fields of other versions are ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredSettings {
    /// The name of the theme; [`AUTO`] for light or dark, as the terminal is.
    pub theme: String,
    /// Whether the card for beginners is shown.
    pub card: bool,
    /// Whether the screen is shown to the room as well.
    pub one_window: bool,
    /// The minimum number of unnamed answers that are shown.
    pub shown_from: u16,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// The hub that this workspace has joined.
    pub hub: Option<JoinedHub>,
}

/// The hub that a workspace has joined. This is all that is stored about it: what is on the hub already, the hub itself
/// knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedHub {
    /// The address of the database, without a password.
    pub address: String,
    /// The id of the workspace on the hub.
    pub workspace: String,
    /// The id of this console among those that joined.
    pub member: String,
}

impl Default for StoredSettings {
    fn default() -> Self {
        Self { theme: AUTO.to_owned(), card: true, one_window: false, shown_from: 3, mouse: false, hub: None }
    }
}

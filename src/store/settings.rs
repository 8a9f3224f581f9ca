use serde::{Deserialize, Serialize};

/// The settings that are set inside the console and saved between runs, as in `settings.ron`. What is not set there is what
/// the configuration says. Fields of other versions are ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredSettings {
    /// The name of the theme; `None` where none was chosen in the console.
    #[serde(with = "bare", skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Whether the card for beginners is shown.
    pub card: bool,
    /// Whether the screen is shown to the room as well.
    pub one_window: bool,
    /// The minimum number of unnamed answers that are shown.
    pub shown_from: u16,
    /// Whether the mouse is used; `None` where it was not switched in the console.
    #[serde(with = "bare", skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
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
        Self { theme: None, card: true, one_window: false, shown_from: 3, mouse: None, hub: None }
    }
}

/// A value that may be missing is written without `Some`, as it was when it was never missing.
mod bare {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::ref_option, reason = "serde hands over the field itself")]
    pub(super) fn serialize<T: Serialize, S: Serializer>(value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => value.serialize(to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
        T::deserialize(from).map(Some)
    }
}

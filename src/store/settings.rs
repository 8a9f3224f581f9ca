use serde::{Deserialize, Serialize};

/// The settings that are saved between runs, as in `settings.ron`. Fields of other versions are ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredSettings {
    /// The name of the theme.
    pub theme: String,
    /// Whether the card for beginners is shown.
    pub card: bool,
    /// Whether the screen is shown to the room as well.
    pub one_window: bool,
    /// The minimum number of unnamed answers that are shown.
    pub shown_from: u16,
    /// Whether the mouse is used.
    pub mouse: bool,
}

impl Default for StoredSettings {
    fn default() -> Self {
        Self { theme: "dark".to_owned(), card: true, one_window: false, shown_from: 3, mouse: false }
    }
}

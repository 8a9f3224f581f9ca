use serde::{Deserialize, Serialize};

/// What is remembered between runs, as it lies in `settings.ron`. Fields of another version are passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredSettings {
    /// The name of the theme.
    pub theme: String,
    /// Whether the card for beginners is shown.
    pub card: bool,
    /// The screen is the room's as well.
    pub one_window: bool,
    /// Unnamed answers are shown from so many on.
    pub shown_from: u16,
}

impl Default for StoredSettings {
    fn default() -> Self {
        Self { theme: "dark".to_owned(), card: true, one_window: false, shown_from: 3 }
    }
}

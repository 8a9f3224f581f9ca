//! Settings between the disk and the console.

use crate::app::Settings;
use crate::store::StoredSettings;

/// What was remembered, as the console takes it.
pub fn settings_of(stored: StoredSettings) -> Settings {
    let StoredSettings { theme, card, one_window, shown_from } = stored;
    Settings { theme, card, one_window, shown_from: shown_from.clamp(FEWEST_SHOWN, MOST_SHOWN) }
}

/// Settings of the console, as they are remembered.
pub(super) fn stored_from(settings: &Settings) -> StoredSettings {
    let Settings { theme, card, one_window, shown_from } = settings.clone();
    StoredSettings { theme, card, one_window, shown_from }
}

/// Fewer unnamed answers could be told apart by who is in the room; more would never be shown in a small one.
const FEWEST_SHOWN: u16 = 3;
const MOST_SHOWN: u16 = 5;

//! Settings, as the console has them and as they are saved.

use crate::app::Settings;
use crate::store::StoredSettings;

/// The saved settings, for the console.
pub fn settings_of(stored: StoredSettings) -> Settings {
    let StoredSettings { theme, card, one_window, shown_from } = stored;
    Settings { theme, card, one_window, shown_from: shown_from.clamp(FEWEST_SHOWN, MOST_SHOWN) }
}

/// The settings of the console, to be saved.
pub(super) fn stored_from(settings: &Settings) -> StoredSettings {
    let Settings { theme, card, one_window, shown_from } = settings.clone();
    StoredSettings { theme, card, one_window, shown_from }
}

/// The limits for how many unnamed answers are shown at once: fewer could be told apart by who is in the room, and more
/// would never be shown in a small one.
const FEWEST_SHOWN: u16 = 3;
const MOST_SHOWN: u16 = 5;

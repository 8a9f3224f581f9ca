//! Converts between the settings of the console and the saved settings.

use crate::app::Settings;
use crate::store::{JoinedHub, StoredSettings};

/// Converts the saved settings to those of the console.
pub fn settings_of(stored: StoredSettings) -> Settings {
    let StoredSettings { theme, card, one_window, shown_from, mouse, hub: _ } = stored;
    Settings { theme, card, one_window, shown_from: shown_from.clamp(FEWEST_SHOWN, MOST_SHOWN), mouse }
}

/// Converts the settings of the console to those that are saved, with the hub that was joined.
pub(super) fn stored_from(settings: &Settings, hub: Option<JoinedHub>) -> StoredSettings {
    let Settings { theme, card, one_window, shown_from, mouse } = settings.clone();
    StoredSettings { theme, card, one_window, shown_from, mouse, hub }
}

/// The limits of the setting for the minimum number of unnamed answers that are shown. With fewer answers, people could
/// guess whose they are; with a higher minimum, a small group would never see its answers.
const FEWEST_SHOWN: u16 = 3;
const MOST_SHOWN: u16 = 5;

//! Converts between the settings of the console and the saved settings.

use crate::app::Settings;
use crate::store::{JoinedHub, StoredSettings};

/// The settings with which a console starts: those of its configuration, and those that were set inside the console, which
/// win.
#[derive(Clone, Debug)]
pub struct StartSettings {
    /// The theme that the configuration says.
    pub theme: String,
    /// Whether the mouse is used, as the configuration says.
    pub mouse: bool,
    /// What was set inside the console.
    pub stored: StoredSettings,
}

impl Default for StartSettings {
    fn default() -> Self {
        let Settings { theme, mouse, .. } = Settings::default();
        Self { theme, mouse, stored: StoredSettings::default() }
    }
}

impl StartSettings {
    /// Returns the settings of the console.
    pub fn settings(&self) -> Settings {
        let StoredSettings { theme, card, one_window, shown_from, mouse, hub: _ } = self.stored.clone();
        Settings {
            theme: theme.unwrap_or_else(|| self.theme.clone()),
            card,
            one_window,
            shown_from: shown_from.clamp(FEWEST_SHOWN, MOST_SHOWN),
            mouse: mouse.unwrap_or(self.mouse),
        }
    }

    /// Returns the settings to save, with the hub that was joined. A theme and a mouse as they were at the start are saved
    /// only where they were before, so that the configuration goes on deciding what nobody set inside the console.
    pub(super) fn to_store(&self, settings: &Settings, hub: Option<JoinedHub>) -> StoredSettings {
        let at_start = self.settings();
        let Settings { theme, card, one_window, shown_from, mouse } = settings.clone();
        let theme = if theme == at_start.theme { self.stored.theme.clone() } else { Some(theme) };
        let mouse = if mouse == at_start.mouse { self.stored.mouse } else { Some(mouse) };
        StoredSettings { theme, card, one_window, shown_from, mouse, hub }
    }
}

/// The limits of the setting for the minimum number of unnamed answers that are shown. With fewer answers, people could
/// guess whose they are; with a higher minimum, a small group would never see its answers.
const FEWEST_SHOWN: u16 = 3;
const MOST_SHOWN: u16 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    fn start(theme: Option<&str>) -> StartSettings {
        let stored = StoredSettings { theme: theme.map(str::to_owned), ..StoredSettings::default() };
        StartSettings { theme: "light".to_owned(), mouse: true, stored }
    }

    #[test]
    fn what_was_set_inside_the_console_wins_over_the_configuration() {
        assert_eq!(start(None).settings().theme, "light");
        assert!(start(None).settings().mouse);
        assert_eq!(start(Some("dark")).settings().theme, "dark");
    }

    #[test]
    fn what_nobody_set_inside_the_console_is_not_saved_with_something_else() {
        let before = start(None);
        let settings = Settings { card: false, ..before.settings() };
        let saved = before.to_store(&settings, None);
        assert_eq!((saved.theme, saved.mouse, saved.card), (None, None, false));
        let chosen = before.to_store(&Settings { theme: "projector".to_owned(), mouse: false, ..settings }, None);
        assert_eq!((chosen.theme.as_deref(), chosen.mouse), (Some("projector"), Some(false)));
        assert_eq!(start(Some("dark")).to_store(&start(Some("dark")).settings(), None).theme.as_deref(), Some("dark"));
        let back = start(None).to_store(&start(None).settings(), None);
        assert_eq!(back.theme, None, "the theme of the configuration, chosen again, is that of the configuration");
    }
}

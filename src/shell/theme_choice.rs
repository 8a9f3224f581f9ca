//! Which theme is drawn: what the user chose, or what fits the terminal.

use crate::theme::{AUTO, Background, Theme};

/// The themes that can be chosen, and what is known of the terminal.
#[derive(Debug)]
pub struct ThemeChoice {
    themes: Vec<Theme>,
    /// The theme that was asked for when the program was started, with the setting that it stands in for. It counts until
    /// the setting is changed.
    asked: Option<(String, String)>,
    background: Background,
}

impl ThemeChoice {
    /// A choice among these themes. The background is what the environment tells; without it, dark.
    pub fn new(themes: Vec<Theme>, background: Option<Background>) -> Self {
        Self { themes, asked: None, background: background.unwrap_or_default() }
    }

    /// Draws the theme `name` for as long as the setting is still this one.
    #[must_use]
    pub fn instead_of(self, setting: &str, name: Option<String>) -> Self {
        Self { asked: name.map(|name| (name, setting.to_owned())), ..self }
    }

    /// Takes in what the terminal has answered.
    pub(super) const fn learn(&mut self, background: Background) {
        self.background = background;
    }

    /// Whether the theme depends on what the terminal answers.
    pub(super) fn is_auto(&self, setting: &str) -> bool {
        self.chosen(setting) == AUTO
    }

    /// The theme for a setting; the default for a name that is not there.
    pub(super) fn theme(&self, setting: &str) -> Option<&Theme> {
        let name = match self.chosen(setting) {
            AUTO => self.background.theme(),
            name => name,
        };
        self.themes.iter().find(|theme| theme.name == name).or(self.themes.first())
    }

    fn chosen<'a>(&'a self, setting: &'a str) -> &'a str {
        self.asked.as_ref().filter(|(_, before)| before == setting).map_or(setting, |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::shipped;

    fn drawn(choice: &ThemeChoice, setting: &str) -> String {
        choice.theme(setting).unwrap().name.clone()
    }

    #[test]
    fn what_the_user_chose_wins_over_what_the_terminal_is() {
        let mut choice = ThemeChoice::new(shipped::themes(), Some(Background::Light));
        assert_eq!([drawn(&choice, AUTO), drawn(&choice, "dark"), drawn(&choice, "gone")], ["light", "dark", "dark"]);
        choice.learn(Background::Dark);
        assert_eq!(drawn(&choice, AUTO), "dark");
        assert!(choice.is_auto(AUTO) && !choice.is_auto("light"));
    }

    #[test]
    fn what_was_asked_for_at_the_start_holds_until_another_theme_is_chosen() {
        let choice = ThemeChoice::new(shipped::themes(), None).instead_of("dark", Some("projector".to_owned()));
        assert_eq!([drawn(&choice, "dark"), drawn(&choice, "light")], ["projector", "light"]);
    }
}

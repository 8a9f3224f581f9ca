use crate::theme::AUTO;

/// The settings that are stored between runs of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The name of the theme; [`AUTO`] for light or dark, as the terminal is.
    pub theme: String,
    /// Whether the card for beginners is shown.
    pub card: bool,
    /// Whether the room sees this screen too, so that private content is shown only while asked for.
    pub one_window: bool,
    /// The minimum number of unnamed answers that are shown together: 3 to 5.
    pub shown_from: u16,
    /// Whether the mouse is used: the wheel and clicks go to what was said.
    pub mouse: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: AUTO.to_owned(), card: true, one_window: false, shown_from: 3, mouse: false }
    }
}

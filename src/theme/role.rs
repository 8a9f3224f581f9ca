use serde::{Deserialize, Serialize};

use super::{Colour, Rgb};

/// The role of a piece of the screen, whatever it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Plain text.
    Text,
    /// What is not important now: hints, clocks, borders of what is not in use.
    Quiet,
    /// Headings and the prompt.
    Title,
    /// The entry line and what has the focus.
    Accent,
    /// The item under the cursor.
    Selected,
    /// More.
    More,
    /// Less.
    Less,
    /// It was read, but somebody should check it: a guess, a spelling, an open sign.
    Amber,
    /// It went wrong.
    Alarm,
    /// It is saved.
    Good,
    /// Who speaks.
    Speaker,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 11] = [
        Role::Text,
        Role::Quiet,
        Role::Title,
        Role::Accent,
        Role::Selected,
        Role::More,
        Role::Less,
        Role::Amber,
        Role::Alarm,
        Role::Good,
        Role::Speaker,
    ];
}

/// How a role looks: two colours and its weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStyle {
    /// Colour of the letters; the theme's text colour when absent.
    #[serde(default)]
    pub(super) fg: Option<Rgb>,
    /// Colour behind them; the theme's ground when absent.
    #[serde(default)]
    pub(super) bg: Option<Rgb>,
    /// Whether it is bold.
    #[serde(default)]
    pub(super) bold: bool,
    /// Whether it is underlined.
    #[serde(default)]
    pub(super) underlined: bool,
    /// Colours of letters and ground are exchanged; in monochrome only.
    #[serde(default)]
    pub(super) reversed: bool,
}

/// A role's look, resolved for the terminal at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Colour of the letters.
    pub fg: Option<Colour>,
    /// Colour behind them.
    pub bg: Option<Colour>,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is underlined.
    pub underlined: bool,
    /// Whether the colours of letters and ground are exchanged.
    pub reversed: bool,
}

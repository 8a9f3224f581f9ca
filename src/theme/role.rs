use serde::{Deserialize, Serialize};

use super::{Colour, Rgb};

/// The role of a piece of the screen: what the piece means, independent of how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Plain text.
    Text,
    /// Text that is not important now: hints, clocks, borders of parts without focus.
    Quiet,
    /// Headings and the prompt.
    Title,
    /// The entry line and the part with the focus.
    Accent,
    /// The item under the cursor.
    Selected,
    /// More: a rising effect.
    More,
    /// Less: a falling effect.
    Less,
    /// Text that was understood but should be checked: a guess, a spelling, an open sign.
    Amber,
    /// A failure.
    Alarm,
    /// A success, such as "saved".
    Good,
    /// The name of the speaker.
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

/// The style of a role: two colours and the weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStyle {
    /// The colour of the letters; `None` means the theme's text colour.
    #[serde(default)]
    pub(super) fg: Option<Rgb>,
    /// The colour behind the letters; `None` means the theme's ground.
    #[serde(default)]
    pub(super) bg: Option<Rgb>,
    /// Whether the text is bold.
    #[serde(default)]
    pub(super) bold: bool,
    /// Whether the text is underlined.
    #[serde(default)]
    pub(super) underlined: bool,
    /// Whether the colours of letters and ground are exchanged; used in monochrome only.
    #[serde(default)]
    pub(super) reversed: bool,
}

/// The style of a role, resolved for the current terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The colour of the letters; `None` in monochrome.
    pub fg: Option<Colour>,
    /// The colour behind the letters; `None` in monochrome.
    pub bg: Option<Colour>,
    /// Whether the text is bold.
    pub bold: bool,
    /// Whether the text is underlined.
    pub underlined: bool,
    /// Whether the colours of letters and ground are exchanged.
    pub reversed: bool,
}

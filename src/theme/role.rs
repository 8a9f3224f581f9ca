use strum::{EnumString, IntoStaticStr};

use super::{Colour, ThemeColour};

/// The role of a piece of the screen: what the piece means, independent of how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
pub enum Role {
    /// Plain text.
    Text,
    /// Text that is not important now: hints and clocks.
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
    /// Lines around boxes and between parts; never text. A theme without it draws them as [`Role::Quiet`].
    Border,
}

/// How the letters of a role are set off without any colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weight {
    pub(super) bold: bool,
    pub(super) underlined: bool,
    pub(super) reversed: bool,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 12] = [
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
        Role::Border,
    ];

    /// The name of the role, as themes write it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The minimum contrast of the role on its ground (WCAG 2.2, level AA): 4.5 for text, 3 for what is no text.
    pub const fn least_contrast(self) -> f64 {
        match self {
            Role::Border => 3.0,
            _ => 4.5,
        }
    }

    /// The weight of the role in monochrome. It is the same in every theme, so that a theme which relies on colour loses
    /// nothing on a terminal without colours.
    pub(super) const fn weight(self) -> Weight {
        let plain = Weight { bold: false, underlined: false, reversed: false };
        match self {
            Role::Text | Role::Quiet | Role::Good | Role::Speaker | Role::Border => plain,
            Role::Title | Role::Accent | Role::More | Role::Less => Weight { bold: true, ..plain },
            Role::Selected => Weight { bold: true, reversed: true, ..plain },
            Role::Amber => Weight { underlined: true, ..plain },
            Role::Alarm => Weight { bold: true, underlined: true, ..plain },
        }
    }
}

/// What a theme says about a role: each field `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RoleStyle {
    /// The colour of the letters; without it, the theme's text colour.
    pub(super) fg: Option<ThemeColour>,
    /// The colour behind the letters; without it, the theme's ground.
    pub(super) bg: Option<ThemeColour>,
    pub(super) bold: Option<bool>,
    pub(super) underlined: Option<bool>,
    /// Whether the colours of letters and ground are exchanged.
    pub(super) reversed: Option<bool>,
}

impl RoleStyle {
    /// This style, with what it does not say taken from another one.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            fg: self.fg.or(other.fg),
            bg: self.bg.or(other.bg),
            bold: self.bold.or(other.bold),
            underlined: self.underlined.or(other.underlined),
            reversed: self.reversed.or(other.reversed),
        }
    }
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

use std::collections::BTreeMap;

use super::role::RoleStyle;
use super::{Depth, Role, Style, ThemeColour};

/// A theme: a ground colour, a text colour, and a style for each role. Nothing is left to inherit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The name, as chosen in the settings.
    pub name: String,
    /// A sentence that says what the theme is good for.
    pub about: String,
    /// The colour behind everything.
    pub ground: ThemeColour,
    /// The colour of plain text.
    pub text: ThemeColour,
    pub(super) roles: BTreeMap<Role, RoleStyle>,
}

impl Theme {
    /// What the theme says about a role.
    pub(super) fn said(&self, role: Role) -> RoleStyle {
        let said = |role| self.roles.get(&role).copied();
        match role {
            Role::Border => said(role).or_else(|| said(Role::Quiet)).unwrap_or_default(),
            _ => said(role).unwrap_or_default(),
        }
    }

    /// The colours of a role: the letters, and what is behind them.
    pub(super) fn colours(&self, role: Role) -> (ThemeColour, ThemeColour) {
        let said = self.said(role);
        (said.fg.unwrap_or(self.text), said.bg.unwrap_or(self.ground))
    }

    /// Returns the style of a role on a terminal of this depth.
    pub fn style(&self, role: Role, depth: Depth) -> Style {
        if depth == Depth::Mono {
            let weight = role.weight();
            return Style {
                fg: None,
                bg: None,
                bold: weight.bold,
                underlined: weight.underlined,
                reversed: weight.reversed,
            };
        }
        let (said, (fg, bg)) = (self.said(role), self.colours(role));
        Style {
            fg: fg.at(depth),
            bg: bg.at(depth),
            bold: said.bold.unwrap_or_default(),
            underlined: said.underlined.unwrap_or_default(),
            reversed: said.reversed.unwrap_or_default(),
        }
    }
}

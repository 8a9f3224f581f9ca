use super::{Depth, Rgb, Role, Theme, ThemeColour};

/// A role whose letters and ground were compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// The role.
    pub role: Role,
    /// The colour of the letters, and that of the ground behind them.
    pub colours: (ThemeColour, ThemeColour),
    /// The contrast, from 1 to 21; `None` where one of the two is the terminal's own colour, whose value nobody knows.
    pub ratio: Option<f64>,
}

impl Theme {
    /// The contrast of every role, in the order of the roles.
    pub fn contrasts(&self) -> Vec<Contrast> {
        let of = |role| {
            let (fg, bg) = self.colours(role);
            let ratio = fg.known().zip(bg.known()).map(|(fg, bg)| fg.contrast(bg));
            Contrast { role, colours: (fg, bg), ratio }
        };
        Role::ALL.into_iter().map(of).collect()
    }
}

impl Contrast {
    /// Whether the role cannot be read by everybody.
    pub fn is_faint(&self) -> bool {
        self.ratio.is_some_and(|ratio| ratio < self.role.least_contrast())
    }

    /// The contrast in words, where it is known; the ratio is rounded down, so that it never looks better than it is.
    pub fn in_words(&self) -> String {
        let (role, (fg, bg), needed) = (self.role.name(), self.colours, self.role.least_contrast());
        let ratio = self.ratio.map_or_else(|| "unknown".to_owned(), |ratio| format!("{}:1", one_decimal(ratio)));
        format!("{role} is {fg} on {bg}, a contrast of {ratio}; it needs {needed}:1")
    }

    /// What to change so that the role can be read; empty where that is not known.
    pub fn hint(&self) -> String {
        let Some((fg, bg)) = self.colours.0.known().zip(self.colours.1.known()) else { return String::new() };
        let better = fg.readable_on(bg, self.role.least_contrast(), Depth::True);
        let direction = if bg.ink() == Rgb::BLACK { "darker" } else { "lighter" };
        format!("fg: \"{better}\" or {direction} is enough")
    }
}

/// A ratio with one decimal, rounded down.
fn one_decimal(ratio: f64) -> String {
    format!("{:.1}", (ratio * 10.0).floor() / 10.0)
}

use std::fmt;
use std::str::FromStr;

use super::{Colour, Depth, Rgb};

/// A colour as a theme names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeColour {
    /// A colour of known value: `"#1b2a41"`.
    Rgb(Rgb),
    /// One of the terminal's own 16 colours, by its index: `"bright-blue"`. Its value is the choice of the user.
    Ansi(u8),
    /// The colour that the terminal itself uses for text or ground: `"terminal"`.
    Terminal,
}

/// The names of the 16 colours, in the order of their indices.
const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// The name of the terminal's own colour for text or ground.
const TERMINAL: &str = "terminal";

impl ThemeColour {
    /// The value of the colour; `None` where it is the terminal's own.
    pub const fn known(self) -> Option<Rgb> {
        match self {
            Self::Rgb(colour) => Some(colour),
            Self::Ansi(_) | Self::Terminal => None,
        }
    }

    /// Returns the colour in the form that a terminal of this depth takes; `None` in monochrome.
    pub fn at(self, depth: Depth) -> Option<Colour> {
        match self {
            _ if depth == Depth::Mono => None,
            Self::Rgb(colour) => colour.at(depth),
            Self::Ansi(index) => Some(Colour::Ansi(index)),
            Self::Terminal => Some(Colour::Terminal),
        }
    }
}

impl FromStr for ThemeColour {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == TERMINAL {
            return Ok(Self::Terminal);
        }
        if let Some(index) = (0..).zip(NAMES).find_map(|(index, name)| (name == text).then_some(index)) {
            return Ok(Self::Ansi(index));
        }
        text.parse().map(Self::Rgb)
    }
}

impl fmt::Display for ThemeColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rgb(colour) => colour.fmt(f),
            Self::Ansi(index) => f.write_str(NAMES.get(usize::from(*index)).copied().unwrap_or(TERMINAL)),
            Self::Terminal => f.write_str(TERMINAL),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_is_read_as_it_is_written() {
        for text in NAMES.into_iter().chain([TERMINAL, "#1b2a41"]) {
            assert_eq!(text.parse::<ThemeColour>().unwrap().to_string(), text);
        }
        assert!("Blue".parse::<ThemeColour>().is_err());
    }

    #[test]
    fn without_colours_no_name_gives_one() {
        for colour in [ThemeColour::Ansi(3), ThemeColour::Terminal, ThemeColour::Rgb(Rgb(1, 2, 3))] {
            assert_eq!(colour.at(Depth::Mono), None);
        }
    }
}

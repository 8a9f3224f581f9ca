use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How many colours the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// No colours: only bold, underlined and reversed text.
    Mono,
    /// The 16 colours of the terminal's own palette.
    Sixteen,
    /// The fixed palette of 256 colours.
    Indexed,
    /// All colours, as red, green and blue.
    #[default]
    True,
}

/// A colour as written in a theme: `"#1b2a41"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A colour in the form that the terminal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The index of one of the terminal's own 16 colours.
    Ansi(u8),
    /// The index of one of the fixed 256 colours.
    Indexed(u8),
    /// Any colour, as red, green and blue.
    Rgb(Rgb),
}

/// The 16 colours of a terminal palette, as most terminals draw them.
const SIXTEEN: [Rgb; 16] = [
    Rgb(0, 0, 0),
    Rgb(170, 0, 0),
    Rgb(0, 170, 0),
    Rgb(170, 85, 0),
    Rgb(0, 0, 170),
    Rgb(170, 0, 170),
    Rgb(0, 170, 170),
    Rgb(170, 170, 170),
    Rgb(85, 85, 85),
    Rgb(255, 85, 85),
    Rgb(85, 255, 85),
    Rgb(255, 255, 85),
    Rgb(85, 85, 255),
    Rgb(255, 85, 255),
    Rgb(85, 255, 255),
    Rgb(255, 255, 255),
];

impl Rgb {
    /// Returns the closest colour that a terminal of this depth can show; `None` in monochrome.
    pub fn at(self, depth: Depth) -> Option<Colour> {
        match depth {
            Depth::Mono => None,
            Depth::Sixteen => Some(Colour::Ansi(self.nearest(SIXTEEN.into_iter()))),
            Depth::Indexed => Some(Colour::Indexed(16 + self.nearest((0..240).map(cube_or_grey)))),
            Depth::True => Some(Colour::Rgb(self)),
        }
    }

    fn nearest(self, palette: impl Iterator<Item = Rgb>) -> u8 {
        let best = palette.enumerate().min_by_key(|(_, colour)| self.distance(*colour));
        best.and_then(|(index, _)| u8::try_from(index).ok()).unwrap_or_default()
    }

    fn distance(self, other: Rgb) -> u32 {
        let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        // The eye is most sensitive to green and least to blue.
        2 * square(self.0, other.0) + 4 * square(self.1, other.1) + 3 * square(self.2, other.2)
    }

    /// Returns the contrast between two colours, from 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// Returns the colour `index` of the fixed palette, counted after its first 16: a 6x6x6 cube, then 24 greys.
fn cube_or_grey(index: u8) -> Rgb {
    if index < 216 {
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        return Rgb(level(index / 36), level(index / 6 % 6), level(index % 6));
    }
    let grey = 8 + 10 * (index - 216);
    Rgb(grey, grey, grey)
}

impl FromStr for Rgb {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("a colour is written like \"#1b2a41\", not {text:?}");
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(wrong)?;
        let number = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Rgb(red, green, blue))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl From<Rgb> for String {
    fn from(colour: Rgb) -> String {
        colour.to_string()
    }
}

impl TryFrom<String> for Rgb {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_as_clear_as_it_gets() {
        assert!((Rgb(0, 0, 0).contrast(Rgb(255, 255, 255)) - 21.0).abs() < 0.01);
    }

    #[test]
    fn a_colour_finds_its_nearest_in_a_smaller_palette() {
        let red: Rgb = "#ff0000".parse().unwrap();
        assert_eq!(red.at(Depth::Indexed), Some(Colour::Indexed(196)));
        assert_eq!(red.at(Depth::Sixteen), Some(Colour::Ansi(1)));
        assert_eq!(red.at(Depth::Mono), None);
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for text in ["red", "#12", "#12345g", "#éééé"] {
            assert!(text.parse::<Rgb>().is_err(), "{text}");
        }
    }
}

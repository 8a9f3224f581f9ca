use std::fmt;
use std::str::FromStr;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The colour that the terminal itself uses for text or ground.
    Terminal,
}

/// The number of steps from a colour to black or white in which a colour that can be read is looked for.
const MIXES: u32 = 64;

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
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);

    /// White.
    pub const WHITE: Self = Self(255, 255, 255);

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

    /// Black or white, whichever can be read better on this ground. Its contrast is at least 4.5 on every ground.
    #[must_use]
    pub fn ink(self) -> Self {
        if self.contrast(Self::BLACK) > self.contrast(Self::WHITE) { Self::BLACK } else { Self::WHITE }
    }

    /// The colour itself where its contrast on this ground is enough; otherwise the closest one between it and black or
    /// white whose contrast is, as a terminal of this depth shows the two.
    #[must_use]
    pub fn readable_on(self, ground: Self, needed: f64, depth: Depth) -> Self {
        let (shown, ink) = (ground.shown_at(depth), ground.ink());
        let mixed = (0..=MIXES).map(|step| self.mixed(ink, step));
        mixed.into_iter().find(|colour| colour.shown_at(depth).contrast(shown) >= needed).unwrap_or(ink)
    }

    /// This colour with a part of another one, from none at 0 to all of it at [`MIXES`].
    fn mixed(self, other: Self, step: u32) -> Self {
        let part = |own: u8, other: u8| {
            let sum = u32::from(own) * (MIXES - step) + u32::from(other) * step;
            u8::try_from(sum / MIXES).unwrap_or(u8::MAX)
        };
        Self(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// The colour that a terminal of this depth shows in place of this one, where that is known.
    fn shown_at(self, depth: Depth) -> Self {
        match self.at(depth) {
            Some(Colour::Indexed(index)) if index >= 16 => cube_or_grey(index - 16),
            _ => self,
        }
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
        let wrong = || format!("{:?} is no colour", cut(text));
        let is_hex = |digits: &&str| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let digits = text.strip_prefix('#').filter(is_hex).ok_or_else(wrong)?;
        let number = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Rgb(red, green, blue))
    }
}

/// The beginning of a text that is quoted in a message.
fn cut(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}

/// The maximum number of characters of a wrong colour that a message quotes.
const QUOTED: usize = 24;

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
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
    fn every_colour_can_be_made_readable_on_every_ground() {
        let steps = || (0_u8..=255).step_by(51);
        let colours = || steps().flat_map(move |r| steps().flat_map(move |g| steps().map(move |b| Rgb(r, g, b))));
        for ground in colours() {
            assert!(ground.ink().contrast(ground) >= 4.5, "{ground}");
            for colour in colours() {
                let readable = colour.readable_on(ground, 4.5, Depth::True);
                assert!(readable.contrast(ground) >= 4.5, "{colour} on {ground}");
                assert!(readable == colour || colour.contrast(ground) < 4.5, "{colour} is changed for nothing");
            }
        }
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for text in ["red", "#12", "#12345g", "#éééé", "#+12345"] {
            assert!(text.parse::<Rgb>().is_err(), "{text}");
        }
    }
}

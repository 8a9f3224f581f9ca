//! Whether the background of a terminal is light or dark.

use super::Rgb;

/// The name that stands for the theme `dark` or `light`, whichever fits the background of the terminal.
pub const AUTO: &str = "auto";

/// The brightness of a background.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// White text can be read best on it.
    #[default]
    Dark,
    /// Black text can be read best on it.
    Light,
}

/// The number of the background colour among the dynamic colours that a terminal can be asked for.
const BACKGROUND: &str = "11";

impl Background {
    /// The background in the answer of a terminal that was asked for the dynamic colour 11, without the escape characters
    /// around it: `11;rgb:ffff/ffff/ffff`. `None` for any other answer.
    pub fn answered(reply: &str) -> Option<Self> {
        let (number, colour) = reply.split_once(';')?;
        (number == BACKGROUND).then(|| colour_of(colour)).flatten().map(Self::of)
    }

    /// The background that the variable `COLORFGBG` tells, which some terminals set: `15;0`, or with a word between the
    /// two. The last number is an index of the 16 colours; of these, 7 and those above 8 are bright.
    pub fn from_colorfgbg(value: &str) -> Option<Self> {
        let (_, last) = value.rsplit_once(';')?;
        match last.parse::<u8>().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            _ => None,
        }
    }

    /// The brightness of a colour.
    fn of(colour: Rgb) -> Self {
        if colour.ink() == Rgb::BLACK { Self::Light } else { Self::Dark }
    }

    /// The name of the theme for this background.
    pub const fn theme(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }
}

/// A colour as terminals write it: `rgb:` or `rgba:` with one to four hexadecimal digits a part, or `#` with six digits.
fn colour_of(text: &str) -> Option<Rgb> {
    let Some(parts) = text.strip_prefix("rgb:").or_else(|| text.strip_prefix("rgba:")) else {
        return text.parse().ok();
    };
    let mut parts = parts.split('/').map(part_of);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    Some(Rgb(red, green, blue))
}

/// A part of a colour, scaled from its number of digits to one byte.
fn part_of(digits: &str) -> Option<u8> {
    if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let most = (1_u32 << (4 * digits.len())) - 1;
    u8::try_from((value * 255 + most / 2) / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_of_terminals_are_light_or_dark() {
        for (reply, expected) in [
            ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("11;rgb:fdfd/f6f6/e3e3", Some(Background::Light)),
            ("11;rgb:0000/0000/0000", Some(Background::Dark)),
            ("11;rgb:00/2b/36", Some(Background::Dark)),
            ("11;rgba:ffff/ffff/ffff/cccc", Some(Background::Light)),
            ("11;rgb:f/f/f", Some(Background::Light)),
            ("11;#fafafa", Some(Background::Light)),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;rgb:ffff/ffff", None),
            ("11;rgb:fffff/0/0", None),
            ("11;rgb:+1/+1/+1", None),
            ("11;rgb:gg/gg/gg", None),
            ("11;?", None),
            ("11", None),
            ("", None),
        ] {
            assert_eq!(Background::answered(reply), expected, "{reply}");
        }
    }

    #[test]
    fn the_variable_of_terminals_is_light_or_dark() {
        for (value, expected) in [
            ("15;0", Some(Background::Dark)),
            ("0;15", Some(Background::Light)),
            ("0;default;7", Some(Background::Light)),
            ("12;8", Some(Background::Dark)),
            ("15;default", None),
            ("15;99", None),
            ("", None),
        ] {
            assert_eq!(Background::from_colorfgbg(value), expected, "{value:?}");
        }
    }
}

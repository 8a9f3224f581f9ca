//! The house style of an organisation: its name and up to three colours, for what the room sees and for reports.
//!
//! It stands in a file of its own and not in a theme. A theme is the choice of the one who looks at a screen; the house
//! style goes with the workspace, holds over every theme, and is seen in reports, which have no theme.

use super::flaw::{StyleFlaw, StyleSeverity};
use super::{Depth, Rgb, Theme};
use crate::record::field_places::FieldPlaces;
use crate::record::text::{clean, single_spaced};

/// The version of the format that this program reads.
const FORMAT: u32 = 1;

/// The maximum number of characters of the name; a longer one leaves no room for a title beside it.
const LONGEST_NAME: usize = 40;

/// The minimum contrast of text, and of what is no text (WCAG 2.2, level AA).
pub(crate) const OF_TEXT: f64 = 4.5;
pub(crate) const OF_MARKS: f64 = 3.0;

/// The house style as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHouse {
    #[serde(default)]
    format: Option<u32>,
    name: String,
    #[serde(default)]
    accent: Option<String>,
    #[serde(default)]
    band: Option<String>,
    #[serde(default)]
    mark: Option<String>,
}

/// The name and the colours of an organisation. A colour that is not given is that of the theme or the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseStyle {
    /// The name of the organisation, in one line.
    pub name: String,
    /// The colour of words that stand out. Where it is too faint on a ground, a lighter or darker one is used.
    pub accent: Option<Rgb>,
    /// The ground of the band with the name; its text is black or white, whichever can be read better.
    pub band: Option<Rgb>,
    /// The colour of lines beside what stands out, in reports.
    pub mark: Option<Rgb>,
}

impl HouseStyle {
    /// Reads a house style. A wrong colour costs only itself.
    ///
    /// # Errors
    /// The flaw because of which nothing of it can be used.
    pub fn read(text: &str) -> Result<(Self, Vec<StyleFlaw>), StyleFlaw> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let hint = "write it like (format: 1, name: \"Harbourline\", accent: \"#0b5cad\")";
        let raw: RawHouse = options.from_str(text).map_err(|error| StyleFlaw::syntax(&error, hint))?;
        let places = FieldPlaces::of(text);
        let unusable =
            |path, what: String, hint| Err(StyleFlaw::at(&places, path, StyleSeverity::Unusable, what, hint));
        if let Some(found) = raw.format.filter(|format| *format != FORMAT) {
            return unusable("format", format!("format {found} is not known here"), "write format: 1");
        }
        let name = single_spaced(&clean(&raw.name));
        if name.is_empty() {
            return unusable("name", "the name is empty".to_owned(), "write the name of the organisation");
        }
        let mut flaws = Vec::new();
        let length = name.chars().count();
        if length > LONGEST_NAME {
            let what = format!("the name has {length} characters, and {LONGEST_NAME} are shown");
            flaws.push(StyleFlaw::at(&places, "name", StyleSeverity::Wrong, what, "write a shorter one"));
        }
        let mut colour = |path: &str, written: Option<String>| match written?.parse::<Rgb>() {
            Ok(colour) => Some(colour),
            Err(what) => {
                flaws.push(StyleFlaw::at(&places, path, StyleSeverity::Wrong, what, "write it like \"#1b2a41\""));
                None
            }
        };
        let house = Self {
            name: name.chars().take(LONGEST_NAME).collect(),
            accent: colour("accent", raw.accent),
            band: colour("band", raw.band),
            mark: colour("mark", raw.mark),
        };
        Ok((house, flaws))
    }

    /// Says where a colour of the house is too faint as it is, and which one is used in its place: on these grounds, each
    /// with its name and the minimum contrast there. `text` is the text that the house style was read from.
    pub fn adjusted(&self, text: &str, grounds: &[HouseGround<'_>]) -> Vec<StyleFlaw> {
        let places = FieldPlaces::of(text);
        let told = grounds.iter().filter_map(|on| {
            let (field, colour, needed) = match on.carries {
                CarriedColour::Accent => ("accent", self.accent?, OF_TEXT),
                CarriedColour::Mark => ("mark", self.mark?, OF_MARKS),
            };
            let shown = colour.readable_on(on.ground, needed, Depth::True);
            (shown != colour).then(|| {
                let what = format!("{colour} is too faint on {} for {needed}:1, and {shown} is shown there", on.name);
                let hint = "nothing needs to be done, unless you prefer another colour";
                StyleFlaw::at(&places, field, StyleSeverity::Note, what, hint)
            })
        });
        told.collect()
    }
}

/// A ground on which a colour of the house is shown.
#[derive(Clone, Copy, Debug)]
pub struct HouseGround<'a> {
    /// Its name, for messages.
    pub name: &'a str,
    /// Its colour.
    pub ground: Rgb,
    /// Which colour is shown on it.
    pub carries: CarriedColour,
}

/// A colour of the house that is shown on grounds that are not its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedColour {
    /// The colour of words.
    Accent,
    /// The colour of lines.
    Mark,
}

/// The grounds on which the room's screen shows the accent: one for each theme whose ground is known.
pub fn grounds_of(themes: &[Theme]) -> Vec<HouseGround<'_>> {
    let ground = |theme: &'_ Theme| theme.ground.known();
    let of = themes.iter().filter_map(|theme| {
        Some(HouseGround { name: &theme.name, ground: ground(theme)?, carries: CarriedColour::Accent })
    });
    of.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_colour_costs_only_itself() {
        let text = "(\n  name: \"Harbourline\",\n  accent: \"blue-ish\",\n  band: \"#0b3d73\",\n)";
        let (house, flaws) = HouseStyle::read(text).unwrap();
        assert_eq!((house.accent, house.band), (None, Some(Rgb(11, 61, 115))));
        assert_eq!(flaws.iter().map(|flaw| (flaw.line, flaw.column)).collect::<Vec<_>>(), [(3, 11)]);
    }

    #[test]
    fn a_name_is_one_clean_line_that_leaves_room() {
        let (house, flaws) = HouseStyle::read("(name: \"Harbour\\u{1b}[31m\\nline\\u{202e}\")").unwrap();
        assert!(!house.name.contains(['\u{1b}', '\n', '\u{202e}']), "{:?}", house.name);
        assert_eq!(flaws, []);
        let (house, flaws) = HouseStyle::read(&format!("(name: \"{}\")", "x".repeat(500))).unwrap();
        assert_eq!((house.name.len(), flaws.len()), (LONGEST_NAME, 1));
        for text in ["(name: \"\")", "(name: \" \\n\")", "()", "(format: 2, name: \"x\")", "(name: \"x\", logo: \"y\")"]
        {
            assert!(HouseStyle::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_colour_that_is_too_faint_is_told_with_the_one_that_is_shown() {
        let text = "(name: \"x\", accent: \"#ffe14d\")";
        let (house, _) = HouseStyle::read(text).unwrap();
        let ground = |name, ground| HouseGround { name, ground, carries: CarriedColour::Accent };
        let told = house.adjusted(text, &[ground("paper", Rgb::WHITE), ground("night", Rgb::BLACK)]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].what.contains("#ffe14d is too faint on paper"), "{}", told[0].what);
    }
}

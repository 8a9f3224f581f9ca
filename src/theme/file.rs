use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};

use super::flaw::{StyleFlaw, StyleSeverity};
use super::role::RoleStyle;
use super::{AUTO, Role, ThemeColour};
use crate::record::field_places::FieldPlaces;
use crate::record::text::clean;

/// The version of the theme format that this program reads.
const FORMAT: u32 = 1;

/// The maximum number of characters of a name and of the sentence about a theme.
const LONGEST_NAME: usize = 40;
const LONGEST_ABOUT: usize = 120;

/// A theme file as it is written. A field that is left out is inherited.
#[derive(serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
struct RawTheme {
    format: Option<u32>,
    name: Option<String>,
    about: Option<String>,
    inherits: Option<String>,
    ground: Option<String>,
    text: Option<String>,
    roles: BTreeMap<RoleName, RawRole>,
}

#[derive(serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
struct RawRole {
    fg: Option<String>,
    bg: Option<String>,
    bold: Option<bool>,
    underlined: Option<bool>,
    reversed: Option<bool>,
}

/// The name of a role as written. It is read as a text, so that a role of another version costs only itself.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct RoleName(String);

impl<'de> Deserialize<'de> for RoleName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyWord;
        impl Visitor<'_> for AnyWord {
            type Value = RoleName;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a role, such as Quiet")
            }

            fn visit_str<E>(self, word: &str) -> Result<RoleName, E> {
                Ok(RoleName(word.to_owned()))
            }
        }
        deserializer.deserialize_identifier(AnyWord)
    }
}

/// What a theme file says, without what it inherits, and the flaws found while reading it.
pub(super) struct ThemeFile {
    pub(super) name: String,
    pub(super) about: Option<String>,
    /// The name of the theme from which the rest is taken.
    pub(super) inherits: Option<String>,
    pub(super) ground: Option<ThemeColour>,
    pub(super) text: Option<ThemeColour>,
    pub(super) roles: BTreeMap<Role, RoleStyle>,
    pub(super) places: FieldPlaces,
    pub(super) flaws: Vec<StyleFlaw>,
}

impl ThemeFile {
    /// Reads a file whose theme has the name `stem` where the file gives it no other.
    ///
    /// # Errors
    /// The flaw because of which nothing of it can be used. Any other flaw costs only the field that has it.
    pub(super) fn read(text: &str, stem: &str) -> Result<Self, StyleFlaw> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let hint = "the fields are format, name, about, inherits, ground, text and roles";
        let raw: RawTheme = options.from_str(text).map_err(|error| StyleFlaw::syntax(&error, hint))?;
        let places = FieldPlaces::of(text);
        if let Some(found) = raw.format.filter(|format| *format != FORMAT) {
            let what = format!("format {found} is not known here");
            return Err(StyleFlaw::at(&places, "format", StyleSeverity::Unusable, what, "write format: 1"));
        }
        let mut reading = ThemeReading { places, flaws: Vec::new() };
        let name = reading.name(raw.name.as_deref(), stem);
        let ground = reading.colour("ground", raw.ground.as_deref());
        let words = reading.colour("text", raw.text.as_deref());
        let roles = reading.roles(&raw.roles);
        let cut = |text: &str, most: usize| clean(text).trim().chars().take(most).collect::<String>();
        Ok(Self {
            name,
            about: raw.about.map(|about| cut(&about, LONGEST_ABOUT)),
            inherits: raw.inherits.map(|parent| cut(&parent, LONGEST_NAME)),
            ground,
            text: words,
            roles,
            places: reading.places,
            flaws: reading.flaws,
        })
    }
}

/// The state while a file is read.
struct ThemeReading {
    places: FieldPlaces,
    flaws: Vec<StyleFlaw>,
}

impl ThemeReading {
    fn wrong(&mut self, path: &str, what: String, hint: impl Into<String>) {
        self.flaws.push(StyleFlaw::at(&self.places, path, StyleSeverity::Wrong, what, hint));
    }

    fn name(&mut self, written: Option<&str>, stem: &str) -> String {
        let name = written.unwrap_or(stem);
        if is_name(name) {
            return name.to_owned();
        }
        let shown: String = clean(name).chars().take(LONGEST_NAME).collect();
        let what = format!("{shown:?} cannot be the name of a theme");
        self.wrong("name", what, "use up to 40 letters, digits, - and _; auto stands for light or dark");
        let letters = stem.chars().filter(|c| is_part_of_name(*c)).take(LONGEST_NAME).collect::<String>();
        if is_name(&letters) { letters } else { "unnamed".to_owned() }
    }

    fn colour(&mut self, path: &str, written: Option<&str>) -> Option<ThemeColour> {
        match written?.parse() {
            Ok(colour) => Some(colour),
            Err(what) => {
                self.wrong(path, what, HOW_COLOURS_ARE_WRITTEN);
                None
            }
        }
    }

    fn roles(&mut self, written: &BTreeMap<RoleName, RawRole>) -> BTreeMap<Role, RoleStyle> {
        let mut roles = BTreeMap::new();
        for (RoleName(name), style) in written {
            let path = format!("roles.{name}");
            let Ok(role) = name.parse::<Role>() else {
                let known: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
                let shown: String = clean(name).chars().take(LONGEST_NAME).collect();
                self.wrong(&path, format!("no role is called {shown}"), format!("the roles are {}", known.join(", ")));
                continue;
            };
            let style = RoleStyle {
                fg: self.colour(&format!("{path}.fg"), style.fg.as_deref()),
                bg: self.colour(&format!("{path}.bg"), style.bg.as_deref()),
                bold: style.bold,
                underlined: style.underlined,
                reversed: style.reversed,
            };
            roles.insert(role, style);
        }
        roles
    }
}

/// How to correct a wrong colour of a theme.
const HOW_COLOURS_ARE_WRITTEN: &str = "write it like \"#1b2a41\", or as one of the terminal's own: \"blue\", \
                                       \"bright-blue\", \"terminal\"";

/// Whether a text can be typed as the name of a theme.
fn is_name(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.chars().count()) && text != AUTO && text.chars().all(is_part_of_name)
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::level::Level;
use super::rating::Rating;
use super::rung::Rung;
use crate::record::Mode;
use crate::record::line::ron_style;

/// One version of the questions, with the words everybody who answered it has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The version of this format; 1.
    pub format: u32,
    /// Which version of the questions, from 1.
    pub version: u32,
    /// What each of the five rungs means, whatever the item.
    pub scale: [String; Rating::COUNT],
    /// The three levels, from the ground up.
    pub levels: Vec<LevelQuestions>,
    /// What to do about an item that is low, or a red flag.
    pub practices: Vec<TwoWeekPractice>,
    /// What to read beside it.
    #[serde(default)]
    pub reading: Vec<CompanionBook>,
}

/// The questions of one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelQuestions {
    /// Which level.
    pub level: Level,
    /// Its title.
    pub title: String,
    /// What is rated, in order.
    pub items: Vec<RatedItem>,
    /// What holds the level down.
    pub flags: Vec<RedFlag>,
}

/// One thing that is rated. Its anchors are the choice; the digit is only their key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatedItem {
    /// Its id, the same in every version in which it means the same.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What 1 means.
    pub one: String,
    /// What 3 means.
    pub three: String,
    /// What 5 means.
    pub five: String,
    /// What is asked when an example is wanted.
    pub ask: String,
}

/// A statement that holds its level down as far as it is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Its id.
    pub id: String,
    /// The statement, answered with no, sometimes or yes.
    pub says: String,
    /// The statement in few words, after "held there by".
    pub short: String,
}

/// What to try for two weeks about some items and red flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoWeekPractice {
    /// The items and red flags it is for.
    pub gaps: Vec<String>,
    /// What to do, so that somebody else could see it done.
    pub does: String,
    /// Which exercises train it; the first is the one to open.
    pub trains: Vec<Trains>,
}

/// An exercise that trains a practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trains {
    /// Its id in the catalogue.
    pub exercise: String,
    /// With a room, or alone.
    pub mode: Mode,
    /// The steps that matter, from 1; all of them when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<u16>,
}

/// A book beside some items: a companion, not homework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanionBook {
    /// The items.
    pub items: Vec<String>,
    /// Author and year.
    pub source: String,
}

/// Why the text of an instrument cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum InstrumentError {
    /// It is not RON of this format.
    #[error("line {line}, column {column}: {reason}; compare it with a version that was shipped")]
    Syntax {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the parser met.
        reason: String,
    },
    /// It was written for another version of this program.
    #[error("format {found} is not known here; this program reads format {}", Instrument::FORMAT)]
    Format {
        /// What the text says.
        found: u32,
    },
}

impl Instrument {
    /// The version of the format this program reads.
    pub const FORMAT: u32 = 1;

    /// Reads an instrument from RON.
    ///
    /// # Errors
    /// When the text is not an instrument of a known format, with the place.
    pub fn parse(text: &str) -> Result<Self, InstrumentError> {
        let instrument: Instrument = ron_style().from_str(text).map_err(|error| InstrumentError::Syntax {
            line: error.span.start.line,
            column: error.span.start.col,
            reason: error.code.to_string(),
        })?;
        if instrument.format != Self::FORMAT {
            return Err(InstrumentError::Format { found: instrument.format });
        }
        Ok(instrument)
    }

    /// The questions of a level.
    pub fn part(&self, level: Level) -> Option<&LevelQuestions> {
        self.levels.iter().find(|part| part.level == level)
    }

    /// The title of the level that an item or a red flag belongs to.
    pub fn level_of(&self, id: &str) -> &str {
        let holds = |part: &&LevelQuestions| {
            part.items.iter().any(|item| item.id == id) || part.flags.iter().any(|flag| flag.id == id)
        };
        self.levels.iter().find(holds).map_or("", |part| part.title.as_str())
    }

    /// Every item, from the ground up.
    pub fn items(&self) -> impl Iterator<Item = &RatedItem> {
        self.levels.iter().flat_map(|part| &part.items)
    }

    /// Every red flag, from the ground up.
    pub fn flags(&self) -> impl Iterator<Item = &RedFlag> {
        self.levels.iter().flat_map(|part| &part.flags)
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&RatedItem> {
        self.items().find(|item| item.id == id)
    }

    /// The red flag with this id.
    pub fn flag(&self, id: &str) -> Option<&RedFlag> {
        self.flags().find(|flag| flag.id == id)
    }

    /// What to try about an item or a red flag.
    pub fn practice(&self, id: &str) -> Option<&TwoWeekPractice> {
        self.practices.iter().find(|practice| practice.gaps.iter().any(|gap| gap == id))
    }

    /// What to read beside an item.
    pub fn reading(&self, id: &str) -> Option<&str> {
        let reader = self.reading.iter().find(|reader| reader.items.iter().any(|item| item == id))?;
        Some(&reader.source)
    }

    /// What a rating means on the scale, whatever the item.
    pub fn means(&self, rating: Rating) -> &str {
        self.scale.get(rating.index()).map_or("", String::as_str)
    }

    /// What a rung means.
    pub fn rung(&self, rung: Rung) -> &str {
        self.scale.get(usize::from(rung.number()) - 1).map_or("", String::as_str)
    }
}

impl RatedItem {
    /// What a rating of this item means, in the words of its anchors.
    pub fn words(&self, rating: Rating) -> String {
        let between = |lower: &str, upper: &str| format!("between \"{lower}\" and \"{upper}\"");
        match rating.digit() {
            1 => self.one.clone(),
            2 => between(&self.one, &self.three),
            3 => self.three.clone(),
            4 => between(&self.three, &self.five),
            _ => self.five.clone(),
        }
    }

    /// Whether a rating means the same in both wordings.
    pub(super) fn means_the_same(&self, other: &RatedItem) -> bool {
        (&self.one, &self.three, &self.five) == (&other.one, &other.three, &other.five)
    }
}

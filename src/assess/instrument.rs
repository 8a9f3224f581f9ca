use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::height::Rung;
use super::level::Level;
use super::rating::Rating;
use crate::record::Mode;
use crate::record::line::ron_style;

/// One version of the questions of the self-assessment, in exactly the words that were answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The version of the file format; always 1.
    pub format: u32,
    /// The version of the questions, from 1.
    pub version: u32,
    /// The meaning of each of the five rungs, for every item.
    pub scale: [String; Rating::COUNT],
    /// The three levels, the lowest first.
    pub levels: Vec<LevelQuestions>,
    /// The practices, each for some low items and red flags.
    pub practices: Vec<TwoWeekPractice>,
    /// The books, each for some items.
    #[serde(default)]
    pub reading: Vec<CompanionBook>,
}

/// The questions of one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelQuestions {
    /// The level.
    pub level: Level,
    /// The title of the level.
    pub title: String,
    /// The items, in order.
    pub items: Vec<RatedItem>,
    /// The red flags that hold the level down.
    pub flags: Vec<RedFlag>,
}

/// One item of the self-assessment. People choose one of its anchors; the digit is only the key for the anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatedItem {
    /// The id of the item: the same in all versions in which the item means the same.
    pub id: String,
    /// The title of the item.
    pub title: String,
    /// The anchor of rating 1.
    pub one: String,
    /// The anchor of rating 3.
    pub three: String,
    /// The anchor of rating 5.
    pub five: String,
    /// The question that asks for an example.
    pub ask: String,
}

/// A statement that holds its level down to the extent that it is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// The id of the red flag.
    pub id: String,
    /// The statement, answered with no, sometimes or yes.
    pub says: String,
    /// The statement in few words, as it follows "held there by".
    pub short: String,
}

/// A practice to try for two weeks, for some items and red flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoWeekPractice {
    /// The ids of the items and red flags that the practice is for.
    pub gaps: Vec<String>,
    /// What the person does, so that others can see it.
    pub does: String,
    /// The exercises that train the practice; the first one is the one to open.
    pub trains: Vec<Trains>,
}

/// An exercise that trains a practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trains {
    /// The id of the exercise in the catalogue.
    pub exercise: String,
    /// Whether the exercise is done with a room or alone.
    pub mode: Mode,
    /// The steps that matter, counted from 1; empty for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<u16>,
}

/// A book that goes with some items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanionBook {
    /// The ids of the items.
    pub items: Vec<String>,
    /// The author and the year.
    pub source: String,
}

/// Why the text of an instrument cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum InstrumentError {
    /// The text is not RON of this format.
    #[error("line {line}, column {column}: {reason}; compare it with a version that was shipped")]
    Syntax {
        /// The line of the error, from 1.
        line: usize,
        /// The column of the error, from 1.
        column: usize,
        /// The message of the parser.
        reason: String,
    },
    /// The text was written for another version of this program.
    #[error("format {found} is not known here; this program reads format {}", Instrument::FORMAT)]
    Format {
        /// The version of the format that the text states.
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

    /// Returns the questions of a level.
    pub fn part(&self, level: Level) -> Option<&LevelQuestions> {
        self.levels.iter().find(|part| part.level == level)
    }

    /// Returns the title of the level that an item or a red flag belongs to.
    pub fn level_of(&self, id: &str) -> &str {
        let holds = |part: &&LevelQuestions| {
            part.items.iter().any(|item| item.id == id) || part.flags.iter().any(|flag| flag.id == id)
        };
        self.levels.iter().find(holds).map_or("", |part| part.title.as_str())
    }

    /// Returns every item, the lowest level first.
    pub fn items(&self) -> impl Iterator<Item = &RatedItem> {
        self.levels.iter().flat_map(|part| &part.items)
    }

    /// Returns every red flag, the lowest level first.
    pub fn flags(&self) -> impl Iterator<Item = &RedFlag> {
        self.levels.iter().flat_map(|part| &part.flags)
    }

    /// Returns the item with this id.
    pub fn item(&self, id: &str) -> Option<&RatedItem> {
        self.items().find(|item| item.id == id)
    }

    /// Returns the red flag with this id.
    pub fn flag(&self, id: &str) -> Option<&RedFlag> {
        self.flags().find(|flag| flag.id == id)
    }

    /// Returns the practice for an item or a red flag.
    pub fn practice(&self, id: &str) -> Option<&TwoWeekPractice> {
        self.practices.iter().find(|practice| practice.gaps.iter().any(|gap| gap == id))
    }

    /// Returns the author and year of the book that goes with an item.
    pub fn reading(&self, id: &str) -> Option<&str> {
        let reader = self.reading.iter().find(|reader| reader.items.iter().any(|item| item == id))?;
        Some(&reader.source)
    }

    /// Returns the meaning of a rating on the scale.
    pub fn means(&self, rating: Rating) -> &str {
        self.scale.get(rating.index()).map_or("", String::as_str)
    }

    /// Returns the meaning of a rung on the scale.
    pub fn rung(&self, rung: Rung) -> &str {
        self.scale.get(usize::from(rung.number()) - 1).map_or("", String::as_str)
    }
}

impl RatedItem {
    /// Returns the meaning of a rating of this item, in the words of its anchors.
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

    /// Whether the two versions of an item have the same anchors.
    pub(super) fn means_the_same(&self, other: &RatedItem) -> bool {
        (&self.one, &self.three, &self.five) == (&other.one, &other.three, &other.five)
    }
}

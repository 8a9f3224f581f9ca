use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::height::Rung;
use super::level::Level;
use super::rating::Rating;
use crate::record::Mode;
use crate::record::line::ron_style;

/// One version of the questions, in exactly the words that were answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The version of this format; 1.
    pub format: u32,
    /// Which version of the questions, from 1.
    pub version: u32,
    /// The meaning of each of the five rungs, for every item.
    pub scale: [String; Rating::COUNT],
    /// The three levels, the lowest first.
    pub levels: Vec<LevelQuestions>,
    /// What to do about a low item or a red flag.
    pub practices: Vec<TwoWeekPractice>,
    /// Books to read beside them.
    #[serde(default)]
    pub reading: Vec<CompanionBook>,
}

/// The questions of one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelQuestions {
    /// The level.
    pub level: Level,
    /// Its title.
    pub title: String,
    /// The items, in order.
    pub items: Vec<RatedItem>,
    /// The red flags that hold the level down.
    pub flags: Vec<RedFlag>,
}

/// One item that is rated. People choose one of its anchors; the digit is only the key for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatedItem {
    /// Its id: the same in all versions in which its meaning is the same.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What 1 means.
    pub one: String,
    /// What 3 means.
    pub three: String,
    /// What 5 means.
    pub five: String,
    /// The question that asks for an example.
    pub ask: String,
}

/// A statement that holds its level down to the extent that it is true.
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

/// A practice to try for two weeks, for some items and red flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoWeekPractice {
    /// The items and red flags it is for.
    pub gaps: Vec<String>,
    /// What to do: something that others can see.
    pub does: String,
    /// The exercises that train it; the first is the one to open.
    pub trains: Vec<Trains>,
}

/// An exercise that trains a practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trains {
    /// Its id in the catalogue.
    pub exercise: String,
    /// Whether it is done with a room or alone.
    pub mode: Mode,
    /// The steps that matter, counted from 1; empty for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<u16>,
}

/// A book that goes with some items.
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

    /// Every item, the lowest level first.
    pub fn items(&self) -> impl Iterator<Item = &RatedItem> {
        self.levels.iter().flat_map(|part| &part.items)
    }

    /// Every red flag, the lowest level first.
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

    /// The practice for an item or a red flag.
    pub fn practice(&self, id: &str) -> Option<&TwoWeekPractice> {
        self.practices.iter().find(|practice| practice.gaps.iter().any(|gap| gap == id))
    }

    /// The book that goes with an item.
    pub fn reading(&self, id: &str) -> Option<&str> {
        let reader = self.reading.iter().find(|reader| reader.items.iter().any(|item| item == id))?;
        Some(&reader.source)
    }

    /// The meaning of a rating on the scale.
    pub fn means(&self, rating: Rating) -> &str {
        self.scale.get(rating.index()).map_or("", String::as_str)
    }

    /// The meaning of a rung.
    pub fn rung(&self, rung: Rung) -> &str {
        self.scale.get(usize::from(rung.number()) - 1).map_or("", String::as_str)
    }
}

impl RatedItem {
    /// The meaning of a rating of this item, in the words of its anchors.
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

    /// Whether both wordings have the same anchors.
    pub(super) fn means_the_same(&self, other: &RatedItem) -> bool {
        (&self.one, &self.three, &self.five) == (&other.one, &other.three, &other.five)
    }
}

mod answering;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use thiserror::Error;

use super::example::ToldExample;
use super::private_words::PrivateWords;
use super::rating::Rating;
use crate::record::line::ron_style;
use crate::record::text::plain;

/// The answers of one person about themselves on one day; the assessment may be unfinished.
///
/// All of it is private, except for items that were shared one by one. After the assessment is finished, its answers
/// never change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    format: u32,
    version: u32,
    day: Date,
    #[serde(default)]
    answers: BTreeMap<String, ItemAnswer>,
    #[serde(default)]
    flags: BTreeMap<String, Raised>,
    #[serde(default)]
    shared: BTreeSet<String>,
    #[serde(default)]
    with_example: BTreeSet<String>,
    #[serde(default)]
    finished: bool,
}

/// The answer to one item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnswer {
    /// The chosen anchor; `None` if the person passed the item over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// The example for the anchor.
    #[serde(default)]
    pub evidence: ToldExample,
}

/// How far the statement of a red flag is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Raised {
    /// The statement is not true.
    No,
    /// The statement is sometimes true.
    Sometimes,
    /// The statement is true.
    Yes,
}

/// The part of an answer that others may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sharing {
    /// No part of the answer.
    Nothing,
    /// The words of the anchor.
    Words,
    /// The words of the anchor, and the example.
    WordsAndExample,
}

/// Why an answer cannot be given, or an assessment cannot be read.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum AssessError {
    /// The assessment is finished.
    #[error("this assessment is finished and stays as it was; begin a new one")]
    Finished,
    /// An example was given for an item without a rating.
    #[error("{item} has no rating yet; choose one of its anchors first")]
    Unrated {
        /// The id of the item.
        item: String,
    },
    /// A day was given, but no example.
    #[error("there is no example for {item} yet; tell it before its day")]
    Untold {
        /// The id of the item.
        item: String,
    },
    /// The text is not RON of this format.
    #[error("line {line}, column {column}: {reason}; the file is left as it is")]
    Syntax {
        /// The line of the error, from 1.
        line: usize,
        /// The column of the error, from 1.
        column: usize,
        /// The message of the parser.
        reason: String,
    },
    /// The file was written by another version of this program.
    #[error("format {found} is not known here; this program reads format {}", Assessment::FORMAT)]
    Format {
        /// The version of the format that the file states.
        found: u32,
    },
    /// The assessment cannot be written.
    #[error("the assessment cannot be written: {reason}; please report this")]
    Unwritable {
        /// The message of the writer.
        reason: String,
    },
}

impl Assessment {
    /// The version of the file format this program reads and writes.
    pub const FORMAT: u32 = 1;

    /// Begins an assessment without answers, for this version of the instrument and on this day.
    pub const fn begin(version: u32, day: Date) -> Self {
        Self {
            format: Self::FORMAT,
            version,
            day,
            answers: BTreeMap::new(),
            flags: BTreeMap::new(),
            shared: BTreeSet::new(),
            with_example: BTreeSet::new(),
            finished: false,
        }
    }

    /// Reads what [`Assessment::to_ron`] wrote.
    ///
    /// # Errors
    /// When the text is not an assessment of a known format, with the place.
    pub fn parse(text: &str) -> Result<Self, AssessError> {
        let assessment: Assessment = ron_style().from_str(text).map_err(|error| AssessError::Syntax {
            line: error.span.start.line,
            column: error.span.start.col,
            reason: plain(&error.code.to_string()),
        })?;
        match assessment.format {
            Self::FORMAT => Ok(assessment),
            found => Err(AssessError::Format { found }),
        }
    }

    /// Returns the text of its file, which belongs into the private folder.
    ///
    /// # Errors
    /// When the RON writer fails; no answer that can be given makes it fail.
    pub fn to_ron(&self) -> Result<String, AssessError> {
        let text = ron_style().to_string_pretty(self, PrettyConfig::new());
        text.map(|text| format!("{text}\n")).map_err(|error| AssessError::Unwritable { reason: error.to_string() })
    }

    /// Returns the version of the instrument that the assessment answers.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// Returns the day of the assessment, from which the ages of examples are counted.
    pub const fn day(&self) -> Date {
        self.day
    }

    /// Whether the assessment is finished.
    pub const fn is_finished(&self) -> bool {
        self.finished
    }

    /// Whether any item or red flag is answered.
    pub fn is_begun(&self) -> bool {
        !self.answers.is_empty() || !self.flags.is_empty()
    }

    /// Returns the answer to an item, also if the item was passed over; `None` if it was not answered yet.
    pub fn answer(&self, item: &str) -> Option<&ItemAnswer> {
        self.answers.get(item)
    }

    /// Returns the rating of an item; `None` if it was passed over or not answered yet.
    pub fn rating(&self, item: &str) -> Option<Rating> {
        self.answer(item)?.rating
    }

    /// Returns how far a red flag is true; `None` if it was not answered yet.
    pub fn raised(&self, flag: &str) -> Option<Raised> {
        self.flags.get(flag).copied()
    }

    /// Returns how much of the answer to an item is shared.
    pub fn shares(&self, item: &str) -> Sharing {
        match (self.shared.contains(item), self.with_example.contains(item)) {
            (false, _) => Sharing::Nothing,
            (true, false) => Sharing::Words,
            (true, true) => Sharing::WordsAndExample,
        }
    }

    /// Returns the shared items with their ratings: all that others may see. An example is included only if it is
    /// shared too.
    pub fn outward(&self) -> impl Iterator<Item = (&str, Rating, Option<&PrivateWords>)> {
        self.shared.iter().filter_map(|item| {
            let answer = self.answer(item)?;
            let example = answer.evidence.text().filter(|_| self.with_example.contains(item));
            Some((item.as_str(), answer.rating?, example))
        })
    }
}

use std::collections::BTreeMap;

use thiserror::Error;

use super::assessment::Assessment;
use super::counts::AnchorCounts;
use super::instrument::Instrument;
use super::rating::Rating;
use super::thresholds::PEOPLE;

/// The anchors one person chose, with no name and no words: a paper slip as it is typed, or a private file's digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// The anchor chosen for each item, by its id.
    pub ratings: BTreeMap<String, Rating>,
    /// Whether this person agreed that it is set beside what others answered about the same.
    pub agreed: bool,
}

/// Why a line is no slip.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("a slip is {wanted} marks, 1 to 5 or - for each question in order, and this has {found}")]
pub struct NoSlip {
    /// How many marks a slip has.
    pub wanted: usize,
    /// How many there are; none where something else stands among them.
    pub found: String,
}

/// Why a room sees nothing.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Withheld {
    /// So few people that one could tell who chose what.
    #[error("counts are shown from five people up; wait for more slips")]
    TooFew,
    /// Not everybody agreed.
    #[error("not everybody agreed to this; it is shown only when all did")]
    NotAgreed,
}

impl Slip {
    /// The slip of somebody's own assessment.
    pub fn of(instrument: &Instrument, assessment: &Assessment, agreed: bool) -> Self {
        let rated = instrument.items().filter_map(|item| Some((item.id.clone(), assessment.rating(&item.id)?)));
        Self { ratings: rated.collect(), agreed }
    }

    /// Reads a paper slip as it is typed: `343-25 332211 222112`, a mark for each item in order; `agreed` behind them
    /// says that this person agreed.
    ///
    /// # Errors
    /// When there is not one mark for each item.
    pub fn typed(instrument: &Instrument, line: &str) -> Result<Self, NoSlip> {
        let line = line.trim().to_lowercase();
        let (marks, agreed) = match line.strip_suffix("agreed") {
            Some(marks) => (marks, true),
            None => (line.as_str(), false),
        };
        let marks: Vec<char> = marks.chars().filter(|c| !c.is_whitespace()).collect();
        let wanted = instrument.items().count();
        if let Some(other) = marks.iter().find(|mark| !matches!(mark, '1'..='5' | '-' | '0')) {
            return Err(NoSlip { wanted, found: format!("{:?}", other.to_string()) });
        }
        if marks.len() != wanted {
            return Err(NoSlip { wanted, found: marks.len().to_string() });
        }
        let rating = |mark: char| Rating::new(u8::try_from(mark.to_digit(10)?).ok()?);
        let rated = instrument.items().zip(marks).filter_map(|(item, mark)| Some((item.id.clone(), rating(mark)?)));
        Ok(Self { ratings: rated.collect(), agreed })
    }
}

/// How many chose what for an item; none below five people.
pub(super) fn counted(item: &str, slips: &[Slip]) -> Option<AnchorCounts> {
    let counts: AnchorCounts = slips.iter().filter_map(|slip| slip.ratings.get(item).copied()).collect();
    (counts.people() >= PEOPLE).then_some(counts)
}

use std::collections::BTreeMap;

use thiserror::Error;

use super::assessment::Assessment;
use super::counts::AnchorCounts;
use super::instrument::Instrument;
use super::rating::Rating;
use super::thresholds::PEOPLE;

/// The anchors that one person chose, without a name and without words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// The chosen anchors by the ids of their items.
    pub ratings: BTreeMap<String, Rating>,
    /// Whether this person agreed to a comparison with the answers of others.
    pub agreed: bool,
}

/// Why a typed line is not a slip.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("a slip is {wanted} marks, 1 to 5 or - for each question in order, and this has {found}")]
pub struct NoSlip {
    /// The number of marks that a slip needs.
    pub wanted: usize,
    /// The number of marks in the line, or the first character that is not a mark.
    pub found: String,
}

/// Why a room sees no counts.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Withheld {
    /// So few people answered that others could tell who chose what.
    #[error("counts are shown from five people up; wait for more slips")]
    TooFew,
    /// A person did not agree to the comparison.
    #[error("not everybody agreed to this; it is shown only when all did")]
    NotAgreed,
}

impl Slip {
    /// Makes the slip of a person's own assessment.
    pub fn of(instrument: &Instrument, assessment: &Assessment, agreed: bool) -> Self {
        let rated = instrument.items().filter_map(|item| Some((item.id.clone(), assessment.rating(&item.id)?)));
        Self { ratings: rated.collect(), agreed }
    }

    /// Reads a paper slip as it is typed: `343-25 332211 222112`, one mark for each item in order, and `agreed` at the
    /// end when this person agreed.
    ///
    /// # Errors
    /// When the line does not hold exactly one mark for each item.
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

/// Returns the counts for an item; `None` if fewer than five people answered it.
pub(super) fn counted(item: &str, slips: &[Slip]) -> Option<AnchorCounts> {
    let counts: AnchorCounts = slips.iter().filter_map(|slip| slip.ratings.get(item).copied()).collect();
    (counts.people() >= PEOPLE).then_some(counts)
}

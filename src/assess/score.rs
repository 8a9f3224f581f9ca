use jiff::civil::Date;

use super::assessment::Assessment;
use super::cap::Cap;
use super::gate::Gate;
use super::height::Height;
use super::instrument::{Instrument, LevelQuestions};
use super::level::Level;
use super::rating::Rating;
use super::thresholds::{ENOUGH_ITEMS, HOLDS_FROM};

/// The rating of one item, and the rating that it counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemScore {
    /// The id of the item.
    pub item: String,
    /// The chosen anchor.
    pub said: Rating,
    /// The rating that the answer counts as.
    pub effective: Rating,
    /// Whether the rating counts as it was given.
    pub gate: Gate,
}

/// The height of one level, and the cap of its red flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelScore {
    /// The level.
    pub level: Level,
    /// The answered items, in order.
    pub items: Vec<ItemScore>,
    /// The mean of the ratings that the items count as; `None` if fewer than 4 items were answered.
    pub raw: Option<Height>,
    /// The cap that the red flags of the level set; `None` if no red flag is raised.
    pub cap: Option<Cap>,
}

/// The scores of the three levels. There is no number for all of them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelScores {
    /// The levels, the lowest first.
    pub levels: Vec<LevelScore>,
}

impl LevelScores {
    /// Scores an assessment on its own day; `instrument` has to be the version that it answers.
    pub fn of(instrument: &Instrument, assessment: &Assessment) -> Self {
        Self { levels: instrument.levels.iter().map(|part| LevelScore::of(part, assessment)).collect() }
    }

    /// Returns the score of one level.
    pub fn level(&self, level: Level) -> Option<&LevelScore> {
        self.levels.iter().find(|score| score.level == level)
    }
}

impl LevelScore {
    fn of(part: &LevelQuestions, assessment: &Assessment) -> Self {
        let day = assessment.day();
        let items: Vec<ItemScore> =
            part.items.iter().filter_map(|item| ItemScore::of(&item.id, assessment, day)).collect();
        let enough = items.len() >= ENOUGH_ITEMS;
        let raw = Height::mean(items.iter().map(|item| item.effective)).filter(|_| enough);
        let answers = part.flags.iter().filter_map(|flag| Some((flag.id.as_str(), assessment.raised(&flag.id)?)));
        Self { level: part.level, items, raw, cap: Cap::of(answers) }
    }

    /// Returns the height of the level: the mean of its items, but at most its cap.
    pub fn height(&self) -> Option<Height> {
        let raw = self.raw?;
        Some(self.cap.as_ref().map_or(raw, |cap| raw.min(cap.at)))
    }

    /// Returns the cap, if it lies below the mean of the items.
    pub fn held(&self) -> Option<&Cap> {
        let raw = self.raw?;
        self.cap.as_ref().filter(|cap| cap.at < raw)
    }

    /// Whether the level holds; `None` if too few items were answered.
    pub fn holds(&self) -> Option<bool> {
        self.height().map(|height| height >= HOLDS_FROM)
    }
}

impl ItemScore {
    fn of(item: &str, assessment: &Assessment, day: Date) -> Option<Self> {
        let answer = assessment.answer(item)?;
        let (gate, effective) = Gate::of(answer, day)?;
        Some(Self { item: item.to_owned(), said: answer.rating?, effective, gate })
    }
}

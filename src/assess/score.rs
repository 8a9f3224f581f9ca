use jiff::civil::Date;

use super::assessment::Assessment;
use super::cap::Cap;
use super::gate::Gate;
use super::height::Height;
use super::instrument::{Instrument, LevelQuestions};
use super::level::Level;
use super::rating::Rating;
use super::thresholds::{ENOUGH_ITEMS, HOLDS_FROM};

/// What was answered to one item, and what it counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemScore {
    /// Which item.
    pub item: String,
    /// The anchor that was chosen.
    pub said: Rating,
    /// What it counts as.
    pub effective: Rating,
    /// Why.
    pub gate: Gate,
}

/// How high one level stands, and what holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelScore {
    /// Which level.
    pub level: Level,
    /// The items that were answered, in order.
    pub items: Vec<ItemScore>,
    /// The mean of what they count as; none when too few were answered to say.
    pub raw: Option<Height>,
    /// What its red flags allow.
    pub cap: Option<Cap>,
}

/// How high the three levels stand. There is no number for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelScores {
    /// From the ground up.
    pub levels: Vec<LevelScore>,
}

impl LevelScores {
    /// The score of an assessment on its own day, by the words it was answered to.
    pub fn of(instrument: &Instrument, assessment: &Assessment) -> Self {
        Self { levels: instrument.levels.iter().map(|part| LevelScore::of(part, assessment)).collect() }
    }

    /// One level of it.
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

    /// How high it stands: as high as its items say and its red flags allow.
    pub fn height(&self) -> Option<Height> {
        let raw = self.raw?;
        Some(self.cap.as_ref().map_or(raw, |cap| raw.min(cap.at)))
    }

    /// What holds it below what its items say.
    pub fn held(&self) -> Option<&Cap> {
        let raw = self.raw?;
        self.cap.as_ref().filter(|cap| cap.at < raw)
    }

    /// Whether it holds; nothing when there is not enough to say.
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

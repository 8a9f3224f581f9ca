use jiff::civil::Date;

use super::assessment::Assessment;
use super::gap::PracticeGap;
use super::gate::Gate;
use super::instrument::{Instrument, LevelQuestions};
use super::level::Level;
use super::reach::{Reach, UnevenLevels};
use super::rung::Rung;
use super::score::{LevelScore, LevelScores};
use super::versions::Versions;

/// What an assessment comes to, in the words it was answered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentResult {
    /// The day it speaks of.
    pub day: Date,
    /// The version of the instrument it was answered to.
    pub version: u32,
    /// The three levels, from the ground up.
    pub ladders: Vec<Ladder>,
    /// Where this person leads from.
    pub reach: Reach,
    /// What the three together look like, where that is worth a sentence.
    pub uneven: Option<UnevenLevels>,
    /// The items, by their titles, that have no recent example yet and count as 3 therefore.
    pub waiting: Vec<String>,
    /// What to work on first.
    pub gaps: Vec<PracticeGap>,
    /// The figures behind it; for programs, no screen shows them.
    pub score: LevelScores,
}

/// Where one level stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Which level.
    pub level: Level,
    /// Its title.
    pub title: String,
    /// The rung it stands on; none when there is not enough to say.
    pub rung: Option<Rung>,
    /// The rung its items alone would reach.
    pub answered: Option<Rung>,
    /// The red flags that hold it, in few words.
    pub held_by: Vec<String>,
    /// All of that in a line.
    pub says: String,
}

impl Versions {
    /// What an assessment comes to, in the words it was answered to; none when its version is not known here.
    pub fn result(&self, assessment: &Assessment) -> Option<AssessmentResult> {
        Some(AssessmentResult::of(self.of(assessment)?, assessment))
    }
}

impl AssessmentResult {
    /// What an assessment comes to, by the instrument it was answered to.
    pub fn of(instrument: &Instrument, assessment: &Assessment) -> Self {
        let score = LevelScores::of(instrument, assessment);
        let levels = instrument.levels.iter().zip(&score.levels);
        let closed = score.levels.iter().flat_map(|level| &level.items).filter(|item| item.gate == Gate::Closed);
        let title = |item: &str| instrument.item(item).map(|item| item.title.clone());
        Self {
            day: assessment.day(),
            version: assessment.version(),
            ladders: levels.map(|(part, level)| Ladder::of(instrument, part, level)).collect(),
            reach: score.reach(),
            uneven: score.uneven(),
            waiting: closed.filter_map(|item| title(&item.item)).collect(),
            gaps: PracticeGap::all(instrument, assessment, &score),
            score,
        }
    }
}

impl Ladder {
    pub(super) fn of(instrument: &Instrument, part: &LevelQuestions, level: &LevelScore) -> Self {
        let short = |id: &String| part.flags.iter().find(|flag| flag.id == *id).map(|flag| flag.short.clone());
        let held_by = level.held().map(|cap| cap.by.iter().filter_map(short).collect()).unwrap_or_default();
        let mut ladder = Self {
            level: level.level,
            title: part.title.clone(),
            rung: level.height().map(super::Height::rung),
            answered: level.raw.map(super::Height::rung),
            held_by,
            says: String::new(),
        };
        ladder.says = ladder.line(instrument, (level.items.len(), part.items.len()));
        ladder
    }

    fn line(&self, instrument: &Instrument, (answered, asked): (usize, usize)) -> String {
        let Some((rung, reached)) = self.rung.zip(self.answered) else {
            return format!("not enough to say: {answered} of {asked} answered");
        };
        let (stands, by) = (instrument.rung(rung), self.held_by.join("; "));
        match (self.held_by.is_empty(), rung == reached) {
            (true, _) => stands.to_owned(),
            (false, true) => format!("{stands}; held there by: {by}"),
            (false, false) => {
                format!("{stands}; held there by: {by} (your answers reach: {})", instrument.rung(reached))
            }
        }
    }
}

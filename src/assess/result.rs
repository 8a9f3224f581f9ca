use jiff::civil::Date;

use super::assessment::Assessment;
use super::gap::PracticeGap;
use super::gate::Gate;
use super::height::Rung;
use super::instrument::{Instrument, LevelQuestions};
use super::level::Level;
use super::reach::{Reach, UnevenLevels};
use super::score::{LevelScore, LevelScores};
use super::versions::Versions;

/// The result of an assessment, in the words that it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentResult {
    /// The day of the assessment.
    pub day: Date,
    /// The version of the instrument that the assessment answers.
    pub version: u32,
    /// The three levels, the lowest first.
    pub ladders: Vec<Ladder>,
    /// The level this person leads from.
    pub reach: Reach,
    /// How the levels are uneven; `None` if they are not.
    pub uneven: Option<UnevenLevels>,
    /// The titles of the items that count as 3 because they have no recent example.
    pub waiting: Vec<String>,
    /// The gaps to work on first.
    pub gaps: Vec<PracticeGap>,
    /// The numbers behind the result. Only JSON holds them; no screen shows them.
    pub score: LevelScores,
}

/// The result for one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The level.
    pub level: Level,
    /// The title of the level.
    pub title: String,
    /// The rung of the level; `None` if too few items were answered.
    pub rung: Option<Rung>,
    /// The rung that the items of the level reach without the red flags.
    pub answered: Option<Rung>,
    /// The red flags that hold the level back, in few words.
    pub held_by: Vec<String>,
    /// The rung and what holds it back, in one line.
    pub says: String,
}

impl Versions {
    /// Returns the result of an assessment, in the words that it answers; `None` if its version is unknown.
    pub fn result(&self, assessment: &Assessment) -> Option<AssessmentResult> {
        Some(AssessmentResult::of(self.of(assessment)?, assessment))
    }
}

impl AssessmentResult {
    /// Returns the result of an assessment; `instrument` has to be the version that it answers.
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

impl AssessmentResult {
    /// Says why the reach is the level it is, where the ladders alone do not show it: all of them stand equally high.
    /// `None` where they show it.
    pub fn why_here(&self) -> Option<&'static str> {
        let first = self.ladders.first()?.rung?;
        let level_with = self.ladders.iter().all(|ladder| ladder.rung == Some(first));
        (level_with && self.reach.level().is_some()).then_some(
            "All three stand equally high. A level counts when it holds together with those below it, and of these the \
             furthest one is where you lead from.",
        )
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
                format!("{stands}; held there by: {by} (your answers alone reach “{}”)", instrument.rung(reached))
            }
        }
    }
}

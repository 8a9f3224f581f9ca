use jiff::civil::Date;

use super::assessment::Assessment;
use super::changes::ChangesSince;
use super::height::Rung;
use super::instrument::Instrument;
use super::level::Level;
use super::result::AssessmentResult;
use super::summary::summary;
use super::versions::Versions;

/// All finished assessments of one person, the earliest first, and what changed between the last two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentHistory {
    /// The result of each assessment, in the words that it answers.
    pub results: Vec<AssessmentResult>,
    /// The meaning of the five rungs, the lowest first, in the words of the latest assessment.
    pub scale: Vec<String>,
    /// One chart for each level, the lowest first, with a mark for each assessment.
    pub charts: Vec<Chart>,
    /// What changed between the last two assessments; `None` with fewer than two.
    pub comparison: Option<ChangesSince>,
    /// A summary of at most three sentences.
    pub summary: Vec<String>,
    /// The versions of assessments that were left out, because these versions are unknown.
    pub unknown: Vec<u32>,
}

/// The rungs of one level over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The level.
    pub level: Level,
    /// The title of the level in the latest instrument.
    pub title: String,
    /// A mark for each assessment.
    pub marks: Vec<ChartMark>,
}

/// The rung of a level on one day. Red flags hold back the rungs above `rung`, up to `answered`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartMark {
    /// The day.
    pub day: Date,
    /// The rung of the level; `None` if too few items were answered.
    pub rung: Option<Rung>,
    /// The rung that the items of the level reach without the red flags.
    pub answered: Option<Rung>,
    /// The rung and what held it back, in the words of that time.
    pub says: String,
}

impl AssessmentHistory {
    /// Compares the finished assessments among these, in the order of their days.
    pub fn of(versions: &Versions, assessments: &[Assessment]) -> Self {
        let mut finished: Vec<&Assessment> = assessments.iter().filter(|assessment| assessment.is_finished()).collect();
        finished.sort_by_key(|assessment| assessment.day());
        let unknown = finished.iter().filter(|assessment| versions.of(assessment).is_none());
        let unknown = unknown.map(|assessment| assessment.version()).collect();
        let known: Vec<(&Instrument, &Assessment)> =
            finished.iter().filter_map(|assessment| Some((versions.of(assessment)?, *assessment))).collect();
        let results: Vec<AssessmentResult> =
            known.iter().map(|(instrument, assessment)| AssessmentResult::of(instrument, assessment)).collect();
        let comparison = match known.as_slice() {
            [.., earlier, later] => Some(ChangesSince::between(*earlier, *later)),
            _ => None,
        };
        let summary = results.last().map(|latest| summary(latest, comparison.as_ref())).unwrap_or_default();
        let scale = known.last().map(|(instrument, _)| instrument.scale.to_vec()).unwrap_or_default();
        Self { scale, charts: charts(&results), results, comparison, summary, unknown }
    }
}

fn charts(results: &[AssessmentResult]) -> Vec<Chart> {
    let Some(latest) = results.last() else { return Vec::new() };
    let chart = |level: Level, title: &str| {
        let marks = results.iter().filter_map(|result| ChartMark::of(result, level)).collect();
        Chart { level, title: title.to_owned(), marks }
    };
    latest.ladders.iter().map(|ladder| chart(ladder.level, &ladder.title)).collect()
}

impl ChartMark {
    fn of(result: &AssessmentResult, level: Level) -> Option<Self> {
        let ladder = result.ladders.iter().find(|ladder| ladder.level == level)?;
        let says = ladder.says.clone();
        Some(Self { day: result.day, rung: ladder.rung, answered: ladder.answered, says })
    }
}

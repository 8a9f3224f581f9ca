use jiff::civil::Date;

use super::assessment::Assessment;
use super::changes::ChangesSince;
use super::instrument::Instrument;
use super::level::Level;
use super::result::AssessmentResult;
use super::rung::Rung;
use super::summary::summary;
use super::versions::Versions;

/// Every finished assessment of one person, the earliest first, and what changed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentHistory {
    /// Each of them, in the words it was answered to.
    pub results: Vec<AssessmentResult>,
    /// What the five rungs mean, from the ground up, in the words of the latest one.
    pub scale: Vec<String>,
    /// One ladder a level, from the ground up, with a mark for each date.
    pub charts: Vec<Chart>,
    /// The latest one beside the one before.
    pub comparison: Option<ChangesSince>,
    /// At most three sentences.
    pub summary: Vec<String>,
    /// The versions that this program does not know, of assessments that are left out.
    pub unknown: Vec<u32>,
}

/// One level over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Which level.
    pub level: Level,
    /// Its title, as it is now.
    pub title: String,
    /// A mark for each assessment.
    pub marks: Vec<ChartMark>,
}

/// Where a level stood on one day; what lies between the two rungs is held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartMark {
    /// The day.
    pub day: Date,
    /// The rung it stood on; none when there was not enough to say.
    pub rung: Option<Rung>,
    /// The rung its items alone would have reached.
    pub answered: Option<Rung>,
    /// Where it stood and what held it, in the words of then.
    pub says: String,
}

impl AssessmentHistory {
    /// Puts assessments in the order of their days; those that were not finished are left out.
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

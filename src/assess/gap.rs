use super::assessment::{Assessment, Raised};
use super::instrument::{Instrument, TwoWeekPractice};
use super::rating::Rating;
use super::score::{ItemScore, LevelScores};
use super::thresholds::GAPS;

/// Low items or red flags to work on, with one practice for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeGap {
    /// The ids of the items and red flags.
    pub ids: Vec<String>,
    /// The title of each item with the words of its rating, or the statement of each red flag.
    pub says: Vec<String>,
    /// The practice for two weeks, and the exercises that train it.
    pub practice: TwoWeekPractice,
    /// The book that goes with the practice; `None` if there is none.
    pub reading: Option<String>,
}

impl PracticeGap {
    /// Returns the two lowest items, and then every red flag that is raised. Items and red flags with the same practice
    /// are one gap.
    ///
    /// If two items count the same, the one that was rated lower comes first, then the one of the lower level. An item
    /// that counts as the highest rating is no gap.
    pub(super) fn all(instrument: &Instrument, assessment: &Assessment, score: &LevelScores) -> Vec<Self> {
        let mut gaps: Vec<Self> = Vec::new();
        for item in lowest(score) {
            let said = instrument.item(&item.item).map(|known| stands(&known.title, &known.words(item.effective)));
            add(&mut gaps, instrument, &item.item, said);
        }
        for flag in instrument.flags().filter(|flag| assessment.raised(&flag.id) == Some(Raised::Yes)) {
            add(&mut gaps, instrument, &flag.id, Some(flag.says.clone()));
        }
        gaps
    }
}

fn lowest(score: &LevelScores) -> Vec<&ItemScore> {
    let below_top = |item: &&ItemScore| usize::from(item.effective.digit()) < Rating::COUNT;
    let mut items: Vec<&ItemScore> = score.levels.iter().flat_map(|level| &level.items).filter(below_top).collect();
    items.sort_by_key(|item| (item.effective, item.said));
    items.truncate(GAPS);
    items
}

fn stands(title: &str, words: &str) -> String {
    format!("{title}: {words}")
}

fn add(gaps: &mut Vec<PracticeGap>, instrument: &Instrument, id: &str, said: Option<String>) {
    let (Some(practice), Some(said)) = (instrument.practice(id), said) else { return };
    if let Some(known) = gaps.iter_mut().find(|gap| gap.practice == *practice) {
        known.ids.push(id.to_owned());
        known.says.push(said);
        return;
    }
    let reading = instrument.reading(id).map(str::to_owned);
    gaps.push(PracticeGap { ids: vec![id.to_owned()], says: vec![said], practice: practice.clone(), reading });
}

use jiff::civil::Date;

use super::page::Page;
use crate::app::entry::Entry;
use crate::app::key::KeyPress;
use crate::assess::{
    Assessment, AssessmentHistory, AssessmentResult, Instrument, Opinion, PendingQuestion, PracticeGap, Questionnaire,
    Versions,
};

/// Whose assessments are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Of whoever sits here.
    #[default]
    Own,
    /// Of the invented leader.
    Sample,
}

/// What is left to do once an answer is on disk that was on its way while somebody left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Leaving {
    /// Back to the anchors, or to the question before.
    Back,
    /// On to the next card.
    On,
    /// To the front page.
    Front,
    /// To the first screen.
    Home,
    /// Nowhere: the popup only asks whether to leave.
    Stay,
}

/// What has become of an answer on its way to the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnswerSaving {
    /// It is on disk, or none was given.
    #[default]
    Done,
    /// It is being saved.
    InProgress,
    /// It could not be saved.
    Failed,
}

/// Where the self-assessment is looked at.
#[derive(Clone, Debug, Default)]
pub struct AssessView {
    /// Whose it is.
    pub whose: Whose,
    /// The page.
    pub page: Page,
    /// The row under the cursor, or how far a page is scrolled.
    pub selected: usize,
    /// What is being typed: an example, its day, a unit.
    pub entry: Entry,
    /// The assessments that were finished, the earliest first.
    pub finished: Vec<Assessment>,
    /// The one that is being answered.
    pub walk: Option<Questionnaire>,
    /// What the map sees differently, once it was asked.
    pub opinions: Option<Vec<Opinion>>,
    /// The screen may be the room's as well: nothing shows before it is asked for.
    pub covered: bool,
    /// Every version of the questions.
    pub versions: Versions,
    pub(in crate::app) leaving: Option<Leaving>,
    /// What has become of the last answer.
    pub saving: AnswerSaving,
    /// What was typed meanwhile: it belongs to what comes next.
    pub(in crate::app) ahead: Vec<KeyPress>,
}

impl AssessView {
    /// The first look at these assessments.
    pub(in crate::app) fn of(whose: Whose, assessments: Vec<Assessment>, covered: bool, today: Date) -> Self {
        let versions = Versions::embedded();
        let (finished, mut open): (Vec<_>, Vec<_>) = assessments.into_iter().partition(Assessment::is_finished);
        let walk = open.pop().and_then(|mut assessment| {
            let instrument = versions.of(&assessment)?.clone();
            // One that is open takes another day; that it is so was just seen.
            let _ = assessment.go_on(today);
            Some(Questionnaire::new(instrument, assessment, finished.last().cloned()))
        });
        let page = if whose == Whose::Sample { Page::History } else { Page::Front };
        Self { whose, page, finished, walk, covered, versions, ..Self::default() }
    }

    /// The latest that was finished, with the words it was answered to.
    pub fn latest(&self) -> Option<(&Instrument, &Assessment)> {
        let latest = self.finished.last()?;
        Some((self.versions.of(latest)?, latest))
    }

    /// What the latest one comes to.
    pub fn reading(&self) -> Option<AssessmentResult> {
        self.latest().map(|(instrument, assessment)| AssessmentResult::of(instrument, assessment))
    }

    /// All of them, side by side.
    pub fn history(&self) -> AssessmentHistory {
        AssessmentHistory::of(&self.versions, &self.finished)
    }

    /// What is asked now.
    pub fn place(&self) -> Option<&PendingQuestion> {
        self.walk.as_ref().filter(|_| self.page == Page::Ask)?.at()
    }

    /// Whether there is a line to type in: then every plain character is text.
    pub fn is_typing(&self) -> bool {
        self.page == Page::Unit || matches!(self.place(), Some(PendingQuestion::Example(_) | PendingQuestion::Day(_)))
    }

    /// What to work on, under the cursor of the result; the top of the page is no gap.
    pub fn gap(&self) -> Option<PracticeGap> {
        let at = self.selected.checked_sub(1)?;
        self.reading()?.gaps.into_iter().nth(at)
    }
}

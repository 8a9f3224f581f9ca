use jiff::civil::Date;

use super::page::Page;
use crate::app::entry::Entry;
use crate::app::key::KeyPress;
use crate::assess::{
    Assessment, AssessmentHistory, AssessmentResult, Instrument, Opinion, PendingQuestion, PracticeGap, Questionnaire,
    Versions,
};

/// Whose assessments are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Those of the person at the keyboard.
    #[default]
    Own,
    /// Those of the invented sample leader.
    Sample,
}

/// Where to go once the answer that is being saved is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Leaving {
    /// Back to the anchors, or to the previous question.
    Back,
    /// To the next question.
    On,
    /// To the front page.
    Front,
    /// To the home screen.
    Home,
    /// Nowhere: a popup asks whether to leave, and nothing else changes.
    Stay,
}

/// Whether the last answer is on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnswerSaving {
    /// The answer is on disk, or none was given.
    #[default]
    Done,
    /// The answer is being saved.
    InProgress,
    /// The answer could not be saved.
    Failed,
}

/// The state of the self-assessment screen.
#[derive(Clone, Debug, Default)]
pub struct AssessView {
    /// Whose assessments are shown.
    pub whose: Whose,
    /// The current page.
    pub page: Page,
    /// The index of the selected row, or the number of rows a page is scrolled by.
    pub selected: usize,
    /// The number of rows by which the result is scrolled with the page keys; 0 where the selected row decides.
    pub scrolled: usize,
    /// The entry line: for an example, its day, or a unit.
    pub entry: Entry,
    /// The finished assessments, the earliest first.
    pub finished: Vec<Assessment>,
    /// The unfinished assessment with its questions; `None` where there is none.
    pub walk: Option<Questionnaire>,
    /// The answers that the map contradicts; `None` until it was asked.
    pub opinions: Option<Vec<Opinion>>,
    /// Whether the content is hidden until it is asked for, because the room may see this screen.
    pub covered: bool,
    /// Whether the page over time was asked for, and is shown once the assessments are read.
    pub(in crate::app) over_time: bool,
    /// Every version of the questions.
    pub versions: Versions,
    pub(in crate::app) leaving: Option<Leaving>,
    /// The state of the last answer: on disk, being saved, or not saved.
    pub saving: AnswerSaving,
    /// Keys pressed while an answer was being saved; they are meant for the next question.
    pub(in crate::app) ahead: Vec<KeyPress>,
}

impl AssessView {
    /// Returns the first page for these assessments.
    pub(in crate::app) fn of(whose: Whose, assessments: Vec<Assessment>, covered: bool, today: Date) -> Self {
        let versions = Versions::embedded();
        let (finished, mut open): (Vec<_>, Vec<_>) = assessments.into_iter().partition(Assessment::is_finished);
        let walk = open.pop().and_then(|mut assessment| {
            let instrument = versions.of(&assessment)?.clone();
            // An open assessment accepts another day, and this one was just found to be open.
            let _ = assessment.go_on(today);
            Some(Questionnaire::new(instrument, assessment, finished.last().cloned()))
        });
        let page = if whose == Whose::Sample { Page::History } else { Page::Front };
        Self { whose, page, finished, walk, covered, versions, ..Self::default() }
    }

    /// Returns the latest finished assessment, with the questions of its version.
    pub fn latest(&self) -> Option<(&Instrument, &Assessment)> {
        let latest = self.finished.last()?;
        Some((self.versions.of(latest)?, latest))
    }

    /// Returns the result of the latest assessment.
    pub fn reading(&self) -> Option<AssessmentResult> {
        self.latest().map(|(instrument, assessment)| AssessmentResult::of(instrument, assessment))
    }

    /// Returns the comparison of all assessments over time.
    pub fn history(&self) -> AssessmentHistory {
        AssessmentHistory::of(&self.versions, &self.finished)
    }

    /// Returns the question that is asked now.
    pub fn place(&self) -> Option<&PendingQuestion> {
        self.walk.as_ref().filter(|_| self.page == Page::Ask)?.at()
    }

    /// Whether an entry line is open: every plain character is text in that case.
    pub fn is_typing(&self) -> bool {
        self.page == Page::Unit || matches!(self.place(), Some(PendingQuestion::Example(_) | PendingQuestion::Day(_)))
    }

    /// Returns the gap under the cursor of the result page; `None` while the cursor is at the top of the page.
    pub fn gap(&self) -> Option<PracticeGap> {
        let at = self.selected.checked_sub(1)?;
        self.reading()?.gaps.into_iter().nth(at)
    }
}

use super::view::Whose;
use crate::assess::{Assessment, Opinion};

/// A chore for the shell about assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssessChore {
    /// Read the assessments, then send [`AssessReport::Looked`].
    Look(Whose),
    /// Save the answers so far, then send [`AssessReport::Saved`] or [`AssessReport::NotSaved`].
    Keep(Assessment),
    /// Save which answers of the latest assessment are shared, then send [`AssessReport::Shared`] or
    /// [`AssessReport::NotSaved`].
    Share(Assessment),
    /// Look up which answers the map of the workspace contradicts, then send [`AssessReport::Opinions`].
    AskMap {
        /// The assessment with the answers.
        assessment: Assessment,
        /// The units that the person answers for, as typed.
        units: Vec<String>,
        /// The tag of the person in sessions with others.
        tag: Option<String>,
    },
}

/// The report of a chore about assessments.
#[derive(Clone, Debug)]
pub enum AssessReport {
    /// The assessments were read.
    Looked {
        /// Whose assessments they are.
        whose: Whose,
        /// The assessments, the earliest first.
        assessments: Vec<Assessment>,
        /// A sentence for each file that cannot be read.
        unread: Vec<String>,
    },
    /// This assessment is on disk.
    Saved(Assessment),
    /// The assessment with its changed sharing is on disk.
    Shared(Assessment),
    /// Saving failed, for this reason.
    NotSaved(String),
    /// The answers that the map contradicts.
    Opinions(Vec<Opinion>),
}

use super::view::Whose;
use crate::assess::{Assessment, Opinion};

/// A chore for the shell about assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssessChore {
    /// Read them, then send [`AssessReport::Looked`].
    Look(Whose),
    /// Keep what was answered so far, then send [`AssessReport::Saved`] or [`AssessReport::NotSaved`].
    Keep(Assessment),
    /// Keep what of the latest one is shared, then send [`AssessReport::Shared`] or [`AssessReport::NotSaved`].
    Share(Assessment),
    /// Ask the map of the workspace what it sees differently, then send [`AssessReport::Opinions`].
    AskMap {
        /// The answers.
        assessment: Assessment,
        /// The units somebody answers for, as typed.
        units: Vec<String>,
        /// Their tag in sessions with others.
        tag: Option<String>,
    },
}

/// What came of a chore about assessments.
#[derive(Clone, Debug)]
pub enum AssessReport {
    /// They were read.
    Looked {
        /// Whose they are.
        whose: Whose,
        /// The earliest first.
        assessments: Vec<Assessment>,
        /// A sentence for each file that cannot be read.
        unread: Vec<String>,
    },
    /// This is on disk.
    Saved(Assessment),
    /// What is shared is on disk.
    Shared(Assessment),
    /// It is not on disk.
    NotSaved(String),
    /// What the map sees differently.
    Opinions(Vec<Opinion>),
}

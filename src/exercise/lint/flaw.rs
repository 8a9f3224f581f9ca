use std::fmt;

/// A flaw of an exercise file: a fault, or a possible improvement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseFlaw {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How serious the flaw is.
    pub weight: Severity,
    /// The flaw, in a sentence without its full stop.
    pub what: String,
    /// How to correct the flaw.
    pub hint: String,
}

/// How serious a flaw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The exercise works, and could work better.
    Advice,
    /// A part of the exercise does not do what it says.
    Mistake,
    /// A part of the exercise is still to be written. The exercise can be looked at, but is not offered.
    Unfinished,
    /// The exercise cannot be used at all.
    Unusable,
}

impl fmt::Display for ExerciseFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.hint)
    }
}

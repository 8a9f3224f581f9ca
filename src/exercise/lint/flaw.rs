use std::fmt;

/// One thing that is wrong with an exercise file, or could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseFlaw {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// How much it matters.
    pub weight: Severity,
    /// What is wrong, in a sentence without its full stop.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

/// How much a flaw matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It works, and could work better.
    Advice,
    /// Something in it does not do what it says.
    Mistake,
    /// Something in it is still to be written; it can be looked at, and is not offered.
    Unfinished,
    /// The exercise cannot be used at all.
    Unusable,
}

impl fmt::Display for ExerciseFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.hint)
    }
}

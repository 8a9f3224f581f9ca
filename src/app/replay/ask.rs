use crate::app::entry::Entry;

/// The kinds of questions on the replay screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The unit whose lines to jump to.
    Unit,
    /// The word to jump to.
    Word,
    /// The title of a branch.
    Branch,
}

/// An open question on the replay screen, with its answer so far.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The question.
    pub ask: Ask,
    /// The answer, while it is typed.
    pub entry: Entry,
}

use crate::app::entry::Entry;

/// What is asked on the replay screen before it can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whose lines to jump to.
    Unit,
    /// Which word to jump to.
    Word,
    /// What a branch is called.
    Branch,
}

/// A question on the replay screen, with the answer as far as it is typed.
#[derive(Clone, Debug)]
pub struct Asking {
    /// What is asked.
    pub ask: Ask,
    /// The answer.
    pub entry: Entry,
}

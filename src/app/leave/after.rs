/// What is done once everything is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The session is ended.
    End,
    /// Its end is on disk: back to the first screen.
    Ended,
    /// Back to the first screen.
    Home,
    /// The program is left.
    Leave,
}

impl After {
    /// What is said of it while everything is being saved.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::End | Self::Ended => "Then the session is ended.",
            Self::Home => "Then the first screen is shown.",
            Self::Leave => "Then the program is left.",
        }
    }
}

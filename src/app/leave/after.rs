/// The action that follows once everything is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// End the session.
    End,
    /// The end of the session is on disk: return to the home screen.
    Ended,
    /// Return to the home screen.
    Home,
    /// Exit the program.
    Leave,
}

impl After {
    /// Returns the sentence that is shown while everything is being saved.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::End | Self::Ended => "Then the session is ended.",
            Self::Home => "Then the first screen is shown.",
            Self::Leave => "Then the program is left.",
        }
    }
}

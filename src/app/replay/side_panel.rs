/// The panels beside the lines of the replay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SidePanel {
    /// The thing named last, with its causes and effects.
    #[default]
    Map,
    /// The findings of the moment.
    Findings,
    /// The agenda, with the time spent in each step.
    Agenda,
}

impl SidePanel {
    /// Returns the next panel; the last is followed by the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            SidePanel::Map => SidePanel::Findings,
            SidePanel::Findings => SidePanel::Agenda,
            SidePanel::Agenda => SidePanel::Map,
        }
    }
}

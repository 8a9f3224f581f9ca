/// What stands beside what was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SidePanel {
    /// What was adjacent to the thing just named.
    #[default]
    Map,
    /// What showed.
    Findings,
    /// The agenda, and what each step took.
    Agenda,
}

impl SidePanel {
    /// The one after it; after the last comes the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            SidePanel::Map => SidePanel::Findings,
            SidePanel::Findings => SidePanel::Agenda,
            SidePanel::Agenda => SidePanel::Map,
        }
    }
}

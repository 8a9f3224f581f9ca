use super::{Band, Lesson};

/// How the rest of the program treats the findings of one lens and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// What such a finding is called, who described it, and why it matters.
    pub lesson: Lesson,
    /// When it may be offered.
    pub offered: Offered,
    /// Whether the narrative of a session tells it.
    pub narration: Narration,
    /// What the room is told when one shows for the first time, if it is more than that something shows.
    pub milestone: Option<Milestone>,
}

/// When a finding may be offered to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// As soon as it shows.
    AtOnce,
    /// When nothing was said about it for a while: it is a gap, and the room may be about to close it.
    OnceSettled,
}

/// Whether the narrative of a session tells a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narration {
    /// Never: it belongs in a list.
    Never,
    /// From this band on, if it lasts a few minutes.
    From(Band),
    /// From this band on, if it still shows at the end of the session.
    AtTheEnd(Band),
}

/// A first appearance that has a marker and a notice of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Milestone {
    /// A loop has closed.
    Loop,
    /// Two people see one arrow in opposite ways.
    Dispute,
}

impl Milestone {
    /// One sentence for the room, without its full stop.
    pub const fn says(self) -> &'static str {
        match self {
            Milestone::Loop => "A circle has closed",
            Milestone::Dispute => "Two see one arrow in opposite ways",
        }
    }
}

impl Treatment {
    /// Offered at once, and told from the band "look" on.
    pub(super) const fn of(lesson: Lesson) -> Self {
        Self { lesson, offered: Offered::AtOnce, narration: Narration::From(Band::Look), milestone: None }
    }

    /// Offered only when nothing was said about it for a while.
    #[must_use]
    pub(super) const fn once_settled(mut self) -> Self {
        self.offered = Offered::OnceSettled;
        self
    }

    /// Told by the narrative as this says.
    #[must_use]
    pub(super) const fn narrated(mut self, narration: Narration) -> Self {
        self.narration = narration;
        self
    }

    /// With a marker and a notice of its own.
    #[must_use]
    pub(super) const fn milestone(mut self, milestone: Milestone) -> Self {
        self.milestone = Some(milestone);
        self
    }
}

use super::{Band, Lesson};

/// How the rest of the program treats the findings of one lens and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// What such a finding is called, who described it, and why it matters.
    pub lesson: Lesson,
    /// When the finding may be offered to a room.
    pub offered: Offered,
    /// Whether the narrative of a session tells the finding.
    pub narration: Narration,
    /// The marker and notice of the first such finding; `None` if the room gets only the usual notice.
    pub milestone: Option<Milestone>,
    /// What is surprising about every such finding; it is told earlier for that.
    pub surprise: Option<Surprise>,
}

/// What is surprising about the findings of a lens and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surprise {
    /// Two signs stand against each other: something is raised and lowered, helped and harmed, meant and not so.
    SignsOpposed,
    /// What is rewarded, or asked for, works against what is wanted.
    IncentiveAgainstGoal,
}

/// When a finding may be offered to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// As soon as the lens finds it.
    AtOnce,
    /// After nothing was said about it for a while. Such a finding is a gap, and the room may be about to close it.
    OnceSettled,
}

/// Whether the narrative of a session tells a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narration {
    /// Never; such findings only appear in lists.
    Never,
    /// If it is at least in this band and lasts a few minutes.
    From(Band),
    /// If it is at least in this band and still found at the end of the session.
    AtTheEnd(Band),
}

/// A sort of finding whose first appearance has a marker and a notice of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Milestone {
    /// A loop.
    Loop,
    /// A dispute: people see one arrow in opposite ways.
    Dispute,
}

impl Milestone {
    /// Returns one sentence for the room, without its full stop.
    pub const fn says(self) -> &'static str {
        match self {
            Milestone::Loop => "A circle has closed",
            Milestone::Dispute => "Two see one arrow in opposite ways",
        }
    }
}

impl Treatment {
    /// Returns the usual treatment: offered at once, and told from the band "look" on.
    pub(super) const fn of(lesson: Lesson) -> Self {
        Self {
            lesson,
            offered: Offered::AtOnce,
            narration: Narration::From(Band::Look),
            milestone: None,
            surprise: None,
        }
    }

    /// Changes when it is offered: only after nothing was said about it for a while.
    #[must_use]
    pub(super) const fn once_settled(mut self) -> Self {
        self.offered = Offered::OnceSettled;
        self
    }

    /// Changes whether the narrative tells it.
    #[must_use]
    pub(super) const fn narrated(mut self, narration: Narration) -> Self {
        self.narration = narration;
        self
    }

    /// Says what is surprising about it.
    #[must_use]
    pub(super) const fn surprising(mut self, surprise: Surprise) -> Self {
        self.surprise = Some(surprise);
        self
    }

    /// Gives it a marker and a notice of its own.
    #[must_use]
    pub(super) const fn milestone(mut self, milestone: Milestone) -> Self {
        self.milestone = Some(milestone);
        self
    }
}

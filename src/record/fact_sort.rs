//! Which facts state something, and which only say how a session was run.

use super::Fact;

impl Fact {
    /// Whether this fact is an undo or a redo.
    pub const fn is_undo_or_redo(&self) -> bool {
        matches!(self, Fact::Retracted { .. } | Fact::Restored { .. })
    }

    /// Whether this fact changes what an earlier event states: it is taken back, restored, or removed for good.
    pub const fn revises(&self) -> bool {
        self.is_undo_or_redo() || matches!(self, Fact::StrikeOrdered { .. })
    }

    /// Whether this fact states something that was said or decided about it, rather than how the session was run.
    pub const fn is_content(&self) -> bool {
        !matches!(
            self,
            Fact::Opened { .. }
                | Fact::Oneself { .. }
                | Fact::Gathered(_)
                | Fact::Transcribed { .. }
                | Fact::Imported { .. }
                | Fact::Resumed { .. }
                | Fact::Closed
                | Fact::MadePrivate
                | Fact::MadeShared
                | Fact::StaysHere
                | Fact::MayTravel
                | Fact::Titled { .. }
                | Fact::Joined(_)
                | Fact::Left { .. }
                | Fact::StepEntered { .. }
                | Fact::AgendaChanged { .. }
                | Fact::LanguagesSet { .. }
                | Fact::ClockPaused
                | Fact::ClockRan
                | Fact::TimeAdded { .. }
                | Fact::PollDropped
                | Fact::Collecting(_)
                | Fact::Discarded
                | Fact::Turned { .. }
                | Fact::Offered { .. }
                | Fact::Declined { .. }
                | Fact::Shown { .. }
                | Fact::CopiesJoined { .. }
                | Fact::StrikeOrdered { .. }
                | Fact::Struck
                | Fact::Retracted { .. }
                | Fact::Restored { .. }
        )
    }
}

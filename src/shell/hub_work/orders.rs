/// An order to the thread that speaks to the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HubOrder {
    /// A line was written here.
    Written,
    /// Report the state.
    Ask,
    /// Leave the hub, and end.
    Leave,
    /// End.
    End,
}

/// Why the thread stopped waiting, and what it does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HubPause {
    /// The wait is over, and the thread goes on.
    Over,
    /// The thread ends.
    End,
}

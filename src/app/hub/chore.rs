/// A chore about the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HubChore {
    /// Begin to send and to follow, if the workspace has joined a hub.
    Begin,
    /// Ask the hub for its state, then send [`HubReport::State`].
    Ask,
    /// Join the hub at this URL; the password is never in it.
    Join(String),
    /// Leave the hub; the sessions that came from it stay.
    Leave,
}

/// A report about the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HubReport {
    /// The state of the connection.
    State(HubState),
    /// Sessions came from the hub, or grew: the list and the map are read again.
    Arrived,
    /// A sentence about the hub, such as a line that was altered on it.
    Told(String),
}

/// The state of the connection to the hub.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HubState {
    /// The name of the hub, without a password; empty where the workspace has joined none.
    pub hub: String,
    /// Whether the hub answers now.
    pub connected: bool,
    /// The number of lines on this disk that are not on the hub yet.
    pub waiting: usize,
    /// What is wrong, or else to be known about the connection, in one sentence without its full stop; empty when there
    /// is nothing to say.
    pub says: String,
    /// Whether this console may only read.
    pub reads_only: bool,
    /// The number of sessions that are here and on the hub.
    pub shared: usize,
    /// The number of sessions that stay here, by reason.
    pub withheld: Vec<(String, usize)>,
    /// The lines that were struck out and that some consoles may still hold, a sentence each.
    pub strikes: Vec<String>,
}

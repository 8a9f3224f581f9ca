use super::answer::PhoneAnswer;
use super::board::PhonesBoard;
use super::page::PhonePage;

/// A chore about phones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhonesChore {
    /// Start the server, then send [`PhonesReport::Open`] or [`PhonesReport::Closed`].
    Open {
        /// The address to listen on, as typed; `None` for the address of this machine on the local network.
        address: Option<String>,
    },
    /// Show this page on every phone.
    Show(Box<PhonePage>),
    /// Stop the server and forget every answer.
    Close,
}

/// A report about phones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhonesReport {
    /// The server runs; holds the address to open, with its token.
    Open(String),
    /// The number of phones that are there now.
    Present(usize),
    /// A phone answered.
    Answered(PhoneAnswer),
    /// The server does not run: why, and what to do; empty when it was stopped on request.
    Closed(String),
    /// What the console that writes the session tells the room's own window; `None` when there is no page (any more).
    Board(Option<PhonesBoard>),
}

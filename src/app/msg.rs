use super::effect::Noted;
use super::findings::Insight;
use super::home::KnownSession;
use super::key::KeyPress;
use super::mirror::AssessReport;
use super::open_session::OpenSession;
use super::replay::ReplayReport;
use super::settings::Settings;
use crate::graph::Ledger;
use crate::record::{Event, Hidden, Names, OwnNote, SessionId};

/// An intention or a report: everything that can happen to the program.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size: columns, rows.
    Resize(u16, u16),
    /// Time passed; nothing else.
    Tick,
    /// The screen is drawn and nothing else waits: what can wait is done now.
    Idle,
    /// The workspace was looked through.
    Listed(Vec<KnownSession>),
    /// What all sessions of the workspace add up to.
    Surveyed(Box<Ledger>),
    /// What was done outside a running session is on disk, here.
    Noted(Noted),
    /// A session is open.
    Opened(Box<OpenSession>),
    /// A session could not be opened: what is wrong and what to do, in one sentence.
    NotOpened(String),
    /// A session could not be opened for writing, because somebody else is writing it.
    Held {
        /// The session.
        id: SessionId,
        /// Who writes it.
        by: String,
    },
    /// An event is on disk.
    Appended(Event),
    /// An event is not on disk.
    NotSaved(String),
    /// Who sits where is in the private file of the open session.
    NamesSaved(Names),
    /// A note for oneself is on disk, with all there are.
    OwnNoteSaved(Vec<OwnNote>),
    /// It is not.
    OwnNoteNotSaved(String),
    /// What a round has collected is in the private file, in this order.
    HiddenSaved(Hidden),
    /// What a round has collected is not in the private file.
    HiddenNotSaved(String),
    /// Settings are on disk.
    SettingsSaved(Settings),
    /// Settings are not on disk.
    SettingsNotSaved(String),
    /// A chore is done; in a sentence.
    Told(String),
    /// A session that is only read has grown.
    Followed(Vec<Event>),
    /// What the lenses see.
    Read(Box<Insight>),
    /// What came of a chore about assessments.
    Assess(AssessReport),
    /// What came of a chore about looking back.
    Replay(ReplayReport),
    /// Something else went wrong outside.
    Failed(String),
}

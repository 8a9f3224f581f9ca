use crate::graph::Ledger;
use crate::record::{Event, Hidden, Matter, Names, OwnNote, Persons, Session, SessionId, SessionKind};

use super::assess::{AssessChore, AssessReport};
use super::insight::{Insight, Snapshot};
use super::key::Key;
use super::replaying::{ReplayChore, ReplayReport};

/// An intention or a report: everything that can happen to the program.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size: columns, rows.
    Resize(u16, u16),
    /// Time passed; nothing else.
    Tick,
    /// The screen is drawn and nothing else waits: what can wait is done now.
    Idle,
    /// The workspace was looked through.
    Listed(Vec<Known>),
    /// What all sessions of the workspace add up to.
    Surveyed(Box<Ledger>),
    /// What was done outside a running session is on disk, here.
    Noted(Noted),
    /// A session is open.
    Opened(Box<OpenSession>),
    /// A session could not be opened; somebody else may hold it.
    NotOpened {
        /// One sentence: what is wrong and what to do.
        reason: String,
        /// The session, when it can at least be read.
        readable: Option<SessionId>,
    },
    /// An event is on disk.
    Appended(Event),
    /// An event is not on disk.
    NotSaved(String),
    /// Who sits where is in the private file of the open session.
    NamesKept(Names),
    /// A note for oneself is on disk, with all there are.
    OwnNoteKept(Vec<OwnNote>),
    /// It is not.
    OwnNoteNotKept(String),
    /// What a round has collected is in the private file, in this order.
    HiddenKept(Hidden),
    /// What a round has collected is not in the private file.
    HiddenNotKept(String),
    /// Settings are on disk.
    SettingsKept(Settings),
    /// Settings are not on disk.
    SettingsNotKept(String),
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

/// Where something stands that was noted outside a running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The Desk session of its day.
    pub session: SessionId,
    /// Its event there.
    pub seq: u64,
}

/// A session as the home screen lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: SessionId,
    /// Its title.
    pub title: String,
    /// The day it was opened.
    pub day: jiff::civil::Date,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// Whether it was ended.
    pub closed: bool,
    /// Whether it is kept out of the shared map.
    pub private: bool,
}

/// A session, opened.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// What was said in it so far.
    pub session: Session,
    /// What the other sessions of the workspace add up to.
    pub base: Ledger,
    /// Which name belongs to which tag.
    pub names: Names,
    /// Whose names stay out of it although they are listed elsewhere.
    pub elsewhere: Persons,
    /// What other sessions have left open.
    pub carried: Vec<Matter>,
    /// What a round has collected that nobody has seen yet.
    pub hidden: Option<Hidden>,
    /// Notes for whoever holds the keyboard alone.
    pub own_notes: Vec<OwnNote>,
    /// Answers in the private file that belong to no round, and of which the record does not say what became of them.
    pub stray: Option<Hidden>,
    /// Whether it can be written to.
    pub writable: bool,
    /// What is wrong with the file, one sentence a fault.
    pub faults: Vec<String>,
}

impl OpenSession {
    /// A session that builds on nothing, with nothing beside it.
    pub fn alone(session: Session) -> Self {
        Self {
            session,
            base: Ledger::new(),
            names: Names::default(),
            elsewhere: Persons::nobody(),
            carried: Vec::new(),
            hidden: None,
            own_notes: Vec::new(),
            stray: None,
            writable: false,
            faults: Vec::new(),
        }
    }
}

/// A chore for the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look through the workspace, then send [`Msg::Listed`].
    List,
    /// Add up the workspace, then send [`Msg::Surveyed`].
    Survey,
    /// Make a new session and open it.
    Create(NewSession),
    /// Open a session of the workspace; to read only, if so asked.
    Open {
        /// Its id.
        id: SessionId,
        /// Only to read.
        read_only: bool,
    },
    /// Copy a sample into the workspace as a rehearsal, or open the copy made before.
    OpenSample(usize),
    /// Write an event to the open session, then send [`Msg::Appended`] or [`Msg::NotSaved`].
    Append(Event),
    /// Keep what was done outside a running session in today's Desk session, then send [`Msg::Noted`] and
    /// [`Msg::Surveyed`]; or [`Msg::NotSaved`].
    Desk {
        /// The line, when one was typed.
        said: Option<String>,
        /// What it comes to; claims are numbered where they are kept.
        facts: Vec<crate::record::Fact>,
    },
    /// Take back what was kept so, then send [`Msg::Surveyed`].
    TakeBackAtDesk(Noted),
    /// Keep a note for whoever holds the keyboard alone in the private file, then send [`Msg::OwnNoteKept`] or
    /// [`Msg::OwnNoteNotKept`].
    KeepOwnNote(OwnNote),
    /// Keep the names of the open session in its private file, then send [`Msg::NamesKept`] or [`Msg::Failed`].
    KeepNames(Names),
    /// Keep what a round has collected in the private file, shuffled, then send [`Msg::HiddenKept`] or
    /// [`Msg::HiddenNotKept`].
    KeepHidden(Hidden),
    /// Remove the private file of a round.
    DropHidden,
    /// Remove for good what was ordered to be removed in the open session, then send [`Msg::Told`].
    Strike,
    /// Write the minutes beside the sessions, then send [`Msg::Told`].
    KeepMinutes(String),
    /// Read what was said through every lens, beside the console, then send [`Msg::Read`].
    Analyse(Snapshot),
    /// A chore about assessments.
    Assess(AssessChore),
    /// A chore about looking back.
    Replay(ReplayChore),
    /// Put on the clipboard what somebody marked to be shared, and nothing else.
    CopyWords(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Keep the settings, then send [`Msg::SettingsKept`] or [`Msg::SettingsNotKept`].
    KeepSettings(Settings),
    /// Close the open session's file.
    CloseFile,
    /// Hand the terminal back for a while.
    Suspend,
    /// Leave the program.
    Leave,
}

/// What a new session starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// Its title.
    pub title: String,
    /// What sort of session.
    pub kind: SessionKind,
    /// Whether it is kept out of the shared map and every shared screen.
    pub private: bool,
    /// Which name belongs to which tag; kept in the private file.
    pub names: Names,
    /// Its first event's facts.
    pub opening: Vec<crate::record::Fact>,
}

/// What is remembered between runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The name of the theme.
    pub theme: String,
    /// Whether the card for beginners is shown.
    pub card: bool,
    /// The screen is the room's as well: private things show only while asked for.
    pub one_window: bool,
    /// Unnamed answers are shown from so many on; 3 to 5.
    pub shown_from: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: "dark".to_owned(), card: true, one_window: false, shown_from: 3 }
    }
}

use super::findings::Snapshot;
use super::mirror::AssessChore;
use super::replay::ReplayChore;
use super::settings::Settings;
use crate::record::{Event, Fact, Hidden, Names, OwnNote, SessionId, SessionKind};

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
        facts: Vec<Fact>,
    },
    /// Take back what was written so, then send [`Msg::Surveyed`].
    TakeBackAtDesk(Noted),
    /// Keep a note for whoever holds the keyboard alone in the private file, then send [`Msg::OwnNoteSaved`] or
    /// [`Msg::OwnNoteNotSaved`].
    KeepOwnNote(OwnNote),
    /// Keep the names of the open session in its private file, then send [`Msg::NamesSaved`] or [`Msg::Failed`].
    KeepNames(Names),
    /// Keep what a round has collected in the private file, shuffled, then send [`Msg::HiddenSaved`] or
    /// [`Msg::HiddenNotSaved`].
    KeepHidden(Hidden),
    /// Remove the private file of a round.
    DropHidden,
    /// Remove for good what was ordered to be removed in the open session, then send [`Msg::Told`].
    Strike,
    /// Write the minutes beside the sessions, then send [`Msg::Told`].
    KeepMinutes(String),
    /// Read what was said through every lens, in a thread of the shell, then send [`Msg::Read`].
    Analyse(Snapshot),
    /// A chore about assessments.
    Assess(AssessChore),
    /// A chore about looking back.
    Replay(ReplayChore),
    /// Put on the clipboard the words that somebody marked to be shared.
    CopyWords(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Keep the settings, then send [`Msg::SettingsSaved`] or [`Msg::SettingsNotSaved`].
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
    pub opening: Vec<Fact>,
}

/// Where something stands that was noted outside a running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The Desk session of its day.
    pub session: SessionId,
    /// Its event there.
    pub seq: u64,
}

use super::findings::Snapshot;
use super::mirror::AssessChore;
use super::replay::ReplayChore;
use super::settings::Settings;
use crate::record::{Event, Fact, Hidden, Names, OwnNote, SessionId, SessionKind};

/// A chore for the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look through the workspace, then send [`Listed`](super::Msg::Listed).
    List,
    /// Add up the workspace, then send [`Surveyed`](super::Msg::Surveyed).
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
    /// Write an event to the open session, then send [`Appended`](super::Msg::Appended) or
    /// [`NotSaved`](super::Msg::NotSaved).
    Append(Event),
    /// Keep what was done outside a running session in today's Desk session, then send [`Noted`](super::Msg::Noted) and
    /// [`Surveyed`](super::Msg::Surveyed); or [`NotSaved`](super::Msg::NotSaved).
    Desk {
        /// The line, when one was typed.
        said: Option<String>,
        /// What it comes to; claims are numbered where they are kept.
        facts: Vec<Fact>,
    },
    /// Take back what was written so, then send [`Surveyed`](super::Msg::Surveyed).
    TakeBackAtDesk(Noted),
    /// Keep a note for whoever holds the keyboard alone in the private file, then send
    /// [`OwnNoteSaved`](super::Msg::OwnNoteSaved) or [`OwnNoteNotSaved`](super::Msg::OwnNoteNotSaved).
    KeepOwnNote(OwnNote),
    /// Keep the names of the open session in its private file, then send [`NamesSaved`](super::Msg::NamesSaved) or
    /// [`Failed`](super::Msg::Failed).
    KeepNames(Names),
    /// Keep what a round has collected in the private file, shuffled, then send
    /// [`HiddenSaved`](super::Msg::HiddenSaved) or [`HiddenNotSaved`](super::Msg::HiddenNotSaved).
    KeepHidden(Hidden),
    /// Remove the private file of a round.
    DropHidden,
    /// Remove for good what was ordered to be removed in the open session, then send [`Told`](super::Msg::Told).
    Strike,
    /// Write the minutes beside the sessions, then send [`Told`](super::Msg::Told).
    KeepMinutes(String),
    /// Read what was said through every lens, in a thread of the shell, then send [`Read`](super::Msg::Read).
    Analyse(Snapshot),
    /// A chore about assessments.
    Assess(AssessChore),
    /// A chore about looking back.
    Replay(ReplayChore),
    /// Put on the clipboard the words that somebody marked to be shared.
    CopyWords(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Keep the settings, then send [`SettingsSaved`](super::Msg::SettingsSaved) or
    /// [`SettingsNotSaved`](super::Msg::SettingsNotSaved).
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

use std::path::PathBuf;

use super::agenda::AgendaReport;
use super::effect::Noted;
use super::errands::ErrandReport;
use super::findings::Insight;
use super::home::KnownSession;
use super::hub::HubReport;
use super::importing::ImportReport;
use super::key::KeyPress;
use super::live_picture::FinishedPicture;
use super::map::WholeReading;
use super::mirror::AssessReport;
use super::open_session::OpenSession;
use super::phones::PhonesReport;
use super::pointer::Pointer;
use super::replay::ReplayReport;
use super::room::WorkedScene;
use super::settings::Settings;
use super::surveys::SurveysReport;
use super::tables::TablesReport;
use super::tray::ComparedNames;
use crate::graph::Ledger;
use crate::record::{Event, Hidden, Names, OwnNote, SessionId};

/// An intention or a report: everything that can happen to the program.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something, where it is turned on.
    Pointed(Pointer),
    /// The screen was resized: columns, rows.
    Resize(u16, u16),
    /// Time passed; nothing else.
    Tick,
    /// The screen is drawn and no input waits: deferred work is done now.
    Idle,
    /// The sessions of the workspace were listed.
    Listed(Vec<KnownSession>),
    /// The removed sessions of the workspace were listed.
    ListedRemoved(Vec<KnownSession>),
    /// The ledger of the whole workspace was built.
    Surveyed(Box<Ledger>),
    /// An event outside a running session is on disk, at this position.
    Noted(Noted),
    /// A session is open.
    Opened(Box<OpenSession>),
    /// A session could not be opened: one sentence says what is wrong and what to do.
    NotOpened(String),
    /// A session could not be opened for writing, because another program writes to it.
    Held {
        /// The session.
        id: SessionId,
        /// Who writes to it.
        by: String,
    },
    /// An event is on disk.
    Appended(Event),
    /// An event is not on disk.
    NotSaved(String),
    /// The names of the open session are in its private file.
    NamesSaved(Names),
    /// A note for the facilitator alone is on disk; holds all such notes.
    OwnNoteSaved(Vec<OwnNote>),
    /// A note for the facilitator alone is not on disk; holds the reason.
    OwnNoteNotSaved(String),
    /// The answers of a round are in the private file, in this order.
    HiddenSaved(Hidden),
    /// The answers of a round are not in the private file; holds the reason.
    HiddenNotSaved(String),
    /// Settings are on disk.
    SettingsSaved(Settings),
    /// Settings are not on disk.
    SettingsNotSaved(String),
    /// A chore is done; holds a sentence about it.
    Told(String),
    /// A file for others to read was written.
    Wrote {
        /// The file.
        path: PathBuf,
        /// A sentence about it, with the command that opens it.
        says: String,
    },
    /// A session that is open read-only has grown by these events.
    Followed(Vec<Event>),
    /// The lenses have read a snapshot; holds their findings.
    Read(Box<Insight>),
    /// The names of a snapshot were compared; holds the pairs that look alike.
    NamesCompared(Box<ComparedNames>),
    /// A picture is laid out.
    LaidOut(Box<FinishedPicture>),
    /// The whole map is read for a view of it.
    WholeRead(Box<WholeReading>),
    /// What the room looks at is worked out.
    WorkedOut(Box<WorkedScene>),
    /// The report of a chore about self-assessments.
    Assess(AssessReport),
    /// The report of an errand.
    Errand(ErrandReport),
    /// The report of a chore about files of other tools.
    Import(ImportReport),
    /// The report of a chore about agendas.
    Agenda(AgendaReport),
    /// The report of a chore about surveys before the session.
    Surveys(SurveysReport),
    /// A report about phones in the room.
    Phones(PhonesReport),
    /// A report about the tables of a gathering.
    Tables(TablesReport),
    /// A report about the hub.
    Hub(HubReport),
    /// The report of a chore about the replay of a session.
    Replay(ReplayReport),
    /// Another error of the shell, in one sentence.
    Failed(String),
}

use super::agenda::AgendaChore;
use super::errands::ErrandChore;
use super::findings::Snapshot;
use super::hub::HubChore;
use super::importing::ImportChore;
use super::live_picture::LayoutOrder;
use super::map::WholeOrder;
use super::mirror::AssessChore;
use super::new_session::NewSession;
use super::phones::{PhonesBoard, PhonesChore};
use super::replay::ReplayChore;
use super::room::SceneOrder;
use super::settings::Settings;
use super::surveys::SurveysChore;
use super::tables::TablesChore;
use super::tray::NamesSnapshot;
use crate::record::{Event, Fact, Hidden, Names, OwnNote, SessionId};

/// A chore for the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// List the sessions of the workspace, then send [`Listed`](super::Msg::Listed).
    List,
    /// Give a session of the workspace another title, then send [`Listed`](super::Msg::Listed) and
    /// [`Told`](super::Msg::Told); or [`Failed`](super::Msg::Failed).
    Retitle {
        /// The id of the session.
        id: SessionId,
        /// The title from now on.
        title: String,
    },
    /// Remove a session, then send the same messages.
    Remove(SessionId),
    /// Put a removed session back, then send the same messages.
    PutBack(SessionId),
    /// List the removed sessions, then send [`ListedRemoved`](super::Msg::ListedRemoved).
    ListRemoved,
    /// Build the ledger of the workspace, then send [`Surveyed`](super::Msg::Surveyed).
    Survey,
    /// Create a session and open it.
    Create(NewSession),
    /// Open a session of the workspace.
    Open {
        /// The id of the session.
        id: SessionId,
        /// Whether to open it read-only.
        read_only: bool,
    },
    /// Copy a sample into the workspace as a rehearsal, or open the copy made before.
    OpenSample(usize),
    /// Write an event to the open session, then send [`Appended`](super::Msg::Appended) or
    /// [`NotSaved`](super::Msg::NotSaved).
    Append(Event),
    /// Write the facts recorded outside a running session to today's Desk session, then send
    /// [`Noted`](super::Msg::Noted) and [`Surveyed`](super::Msg::Surveyed); or [`NotSaved`](super::Msg::NotSaved).
    Desk {
        /// The typed line; `None` when no line was typed.
        said: Option<String>,
        /// The facts of the line; claims are numbered when they are written.
        facts: Vec<Fact>,
    },
    /// Take back an event of a Desk session, then send [`Surveyed`](super::Msg::Surveyed).
    TakeBackAtDesk(Noted),
    /// Save a note for the facilitator alone to the private file, then send [`OwnNoteSaved`](super::Msg::OwnNoteSaved)
    /// or [`OwnNoteNotSaved`](super::Msg::OwnNoteNotSaved).
    KeepOwnNote(OwnNote),
    /// Save the names of the open session to its private file, then send [`NamesSaved`](super::Msg::NamesSaved) or
    /// [`Failed`](super::Msg::Failed).
    KeepNames(Names),
    /// Save the answers of a round to the private file, shuffled, then send [`HiddenSaved`](super::Msg::HiddenSaved) or
    /// [`HiddenNotSaved`](super::Msg::HiddenNotSaved).
    KeepHidden(Hidden),
    /// Remove the private file of a round.
    DropHidden,
    /// Remove for good the texts that were marked for removal in the open session, then send
    /// [`Told`](super::Msg::Told).
    Strike,
    /// Write the minutes to a file beside the sessions, then send [`Wrote`](super::Msg::Wrote).
    KeepMinutes(String),
    /// Run every lens over the snapshot, in a thread of the shell, then send [`Read`](super::Msg::Read).
    Analyse(Snapshot),
    /// Compare all names of the snapshot, in a thread of the shell, then send
    /// [`NamesCompared`](super::Msg::NamesCompared).
    CompareNames(NamesSnapshot),
    /// Lay out a picture in a thread of the shell, then send [`LaidOut`](super::Msg::LaidOut). A later order for the same
    /// screen stops the thread of an earlier one, which then sends nothing.
    LayOut(LayoutOrder),
    /// Read the whole map for a view of it, in a thread of the shell, then send [`WholeRead`](super::Msg::WholeRead).
    ReadWhole(Box<WholeOrder>),
    /// Work out what the room looks at, in a thread of the shell, then send [`WorkedOut`](super::Msg::WorkedOut). An
    /// earlier order that is not done yet is dropped.
    WorkOut(Box<SceneOrder>),
    /// A chore about self-assessments.
    Assess(AssessChore),
    /// An errand beside the talk.
    Errand(ErrandChore),
    /// A chore about files of other tools.
    Import(ImportChore),
    /// A chore about agendas.
    Agenda(AgendaChore),
    /// A chore about surveys before the session.
    Surveys(SurveysChore),
    /// A chore about phones in the room.
    Phones(PhonesChore),
    /// A chore about the tables of a gathering.
    Tables(TablesChore),
    /// Tell the room's own window what it shows about phones; `None` when there is no page (any more).
    Board(Option<PhonesBoard>),
    /// A chore about the hub.
    Hub(HubChore),
    /// A chore about the replay of a session.
    Replay(ReplayChore),
    /// Copy the words that were marked to be shared to the clipboard.
    CopyWords(String),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Save the settings, then send [`SettingsSaved`](super::Msg::SettingsSaved) or
    /// [`SettingsNotSaved`](super::Msg::SettingsNotSaved).
    KeepSettings(Settings),
    /// Close the file of the open session.
    CloseFile,
    /// Suspend the program and return to the terminal's shell.
    Suspend,
    /// Exit the program.
    Leave,
}

/// The position of an event that was recorded outside a running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The Desk session of the day.
    pub session: SessionId,
    /// The number of the event in that session.
    pub seq: u64,
}

//! The parts of the run screen's state.

use std::collections::{BTreeSet, VecDeque};

use jiff::Timestamp;

use super::captured::Captured;
use super::fixing::Fixing;
use super::guidance::Guidance;
use super::todo::{Todo, Unsaved};
use crate::app::findings::Insight;
use crate::app::map::NeighbourRow;
use crate::app::offers::LastOffers;
use crate::app::recording::Walked;
use crate::app::room::RoomWindow;
use crate::capture::{Candidate, Offer, Reading};
use crate::exercise::AnswerFrame;
use crate::graph::{Graph, Ledger};
use crate::record::{Fact, Hidden, Kind, SessionTime};

/// The lines said so far.
#[derive(Clone, Debug, Default)]
pub struct SaidLines {
    /// The lines so far as read back, and the answers that rounds have shown.
    pub captured: Vec<Captured>,
    /// The line under the cursor of the list, by the number of its event; `None` while the entry line has the cursor.
    pub chosen: Option<u64>,
    /// The line that the cursor left because the name of a command is typed, which is about that line.
    pub left: Option<u64>,
    /// What the chosen line could be instead.
    pub chosen_offers: LastOffers,
    pub(super) standing: usize,
    pub(super) recounted: BTreeSet<u64>,
}

/// The typed text, and everything computed from it.
#[derive(Clone, Debug, Default)]
pub struct TypedLine {
    /// The reading of the typed text; `None` where nothing is typed.
    pub live: Option<Reading>,
    /// The names that would complete the typed text.
    pub candidates: Vec<Candidate>,
    /// The index of the candidate that Tab takes.
    pub candidate: usize,
    /// How many bytes before the cursor a candidate replaces.
    pub fragment: usize,
    /// Whether the entry line holds an answer that nobody may see, so that a bar covers it.
    pub covered: bool,
    /// The earlier line that gets the typed words.
    pub fixing: Option<Box<Fixing>>,
    /// The index of the offered reading that a key takes.
    pub chosen: usize,
    /// The commands that a typed `/` begins, and what is said about them; `None` where no `/` is typed.
    pub door: Option<String>,
}

/// A thing with its causes and effects.
#[derive(Clone, Debug, PartialEq)]
pub struct InView {
    /// The label of the thing.
    pub label: String,
    /// The causes and the effects of the thing.
    pub rows: Vec<NeighbourRow>,
}

/// The subject of the last line, and offers about that line.
#[derive(Clone, Debug, Default)]
pub struct LastSaid {
    /// The thing named last.
    pub focus: Option<String>,
    /// The thing whose neighbours are shown: the one being typed, else the one named last.
    pub in_view: Option<InView>,
    /// The offers about the last line, each accepted by one key.
    pub offers: Vec<Offer>,
    /// The things named by the last line, with their kinds as read.
    pub just_named: Vec<(String, Kind)>,
    /// The readings that are offered for the last line, if it is free text.
    pub offered: LastOffers,
    /// Why the last line was read so, a reason for each part of it.
    pub because: Vec<String>,
}

/// Answers that nobody sees yet.
#[derive(Clone, Debug, Default)]
pub struct UnnamedAnswers {
    /// The collected answers of the current round.
    pub round: Option<Hidden>,
    /// The answers not yet in the private file, in their order.
    pub slips: VecDeque<String>,
    /// The number of answers in the write in progress; `None` if there is no such write.
    pub keeping: Option<usize>,
    /// Answers in the private file that belong to no round.
    pub stray: Option<Hidden>,
}

/// What is shown about a line once it is on disk.
#[derive(Clone, Debug, Default)]
pub struct OnceWritten {
    /// The offers about the line, each accepted by one key.
    pub offers: Vec<Offer>,
    /// Why the line was read so.
    pub because: Vec<String>,
    /// How the line was read, if readings are offered for it.
    pub frame: Option<AnswerFrame>,
}

/// Everything that waits to be saved.
#[derive(Clone, Debug, Default)]
pub struct SavingQueue {
    /// The queue of input to be written, in order.
    pub todo: VecDeque<Todo>,
    /// The input being written, with what is shown once it is on disk.
    pub pending: Option<(Todo, OnceWritten)>,
    /// The fact that the session resumes, and that of its first step if none was entered. They are written before the
    /// first act, because opening a session changes nothing in it.
    pub resumes: VecDeque<Fact>,
    /// Input that could not be saved, until it is saved or dropped.
    pub unsaved: Option<Unsaved>,
    /// Whether this program has written something to the session, and all of it is on disk.
    pub saved: bool,
}

impl SavingQueue {
    /// Forgets the unsaved input once nothing of it is left.
    pub(in crate::app) fn forget_if_over(&mut self) {
        self.unsaved.take_if(|unsaved| unsaved.is_over());
    }
}

/// Results computed from everything said, while no input waits.
#[derive(Clone, Debug)]
pub struct WorkedOut {
    /// The graph of everything said, as of the last pause in typing.
    pub graph: Graph,
    /// The subjects and choices of the step, as of the last pause in typing.
    pub walked: Walked,
    /// Whether the subjects of the step have to be computed again.
    pub stale: bool,
    /// The findings of the last reading.
    pub insight: Option<Insight>,
    /// Whether a reading of the lenses is in progress.
    pub reading: bool,
    /// When the reading in progress began.
    pub reading_since: Option<Timestamp>,
    /// The advice for the facilitator.
    pub guidance: Guidance,
    /// The minutes of lateness about which nothing more is said, because the facilitator left it so.
    pub let_go: i64,
    /// When the advice was computed; `None` when it is due.
    pub guided_at: Option<SessionTime>,
    /// Whether results that depend on the entry line have to be computed again, once no input waits.
    pub unsettled: bool,
}

impl Default for WorkedOut {
    /// Returns results that are all to be computed.
    fn default() -> Self {
        Self {
            graph: Ledger::new().graph(None),
            walked: Walked::default(),
            stale: true,
            insight: None,
            reading: false,
            reading_since: None,
            guidance: Guidance::default(),
            let_go: 0,
            guided_at: None,
            unsettled: true,
        }
    }
}

/// The state of the room's view.
#[derive(Clone, Debug, Default)]
pub struct SharedScreen {
    /// The room's view of the session, while the room sees this screen.
    pub audience: Option<RoomWindow>,
    /// Whether only title and clock are shown where the room sees the screen.
    pub curtain: bool,
}

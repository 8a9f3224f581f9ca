//! The parts of a session on the run screen.

use std::collections::{BTreeSet, VecDeque};

use super::captured::Captured;
use super::guidance::Guidance;
use super::todo::{Todo, Unsaved};
use crate::app::findings::Insight;
use crate::app::recording::Walked;
use crate::app::room::RoomWindow;
use crate::capture::{Candidate, Offer, Reading};
use crate::graph::{Graph, Ledger, Neighbourhood};
use crate::record::{Fact, Hidden, Kind, SessionTime};

/// The lines said so far.
#[derive(Clone, Debug, Default)]
pub struct SaidLines {
    /// The lines so far, as read back, and what rounds have shown.
    pub captured: Vec<Captured>,
    pub(super) standing: usize,
    pub(super) recounted: BTreeSet<u64>,
}

/// What is typed, and what follows from it.
#[derive(Clone, Debug, Default)]
pub struct TypedLine {
    /// How what is typed now would be read.
    pub live: Option<Reading>,
    /// Names that would complete what is typed now.
    pub candidates: Vec<Candidate>,
    /// The index of the candidate that Tab takes.
    pub candidate: usize,
    /// How many bytes before the cursor a candidate replaces.
    pub fragment: usize,
    /// Whether the entry line holds an answer that nobody may see.
    pub covered: bool,
    /// The event that is being replaced by what is typed now.
    pub fixing: Option<u64>,
}

/// A thing and what is adjacent to it.
#[derive(Clone, Debug, PartialEq)]
pub struct InView {
    /// Its label.
    pub label: String,
    /// What leads into it, and what it leads to.
    pub around: Neighbourhood,
}

/// What the last line was about, and what can be done about it.
#[derive(Clone, Debug, Default)]
pub struct LastSaid {
    /// The thing named last.
    pub focus: Option<String>,
    /// The thing that is shown with its neighbours: the one being typed, else the one named last.
    pub in_view: Option<InView>,
    /// What could be done about the last line, by one key.
    pub offers: Vec<Offer>,
    /// Things named by the last line, with the kinds they were read as.
    pub just_named: Vec<(String, Kind)>,
}

/// Answers that nobody sees yet.
#[derive(Clone, Debug, Default)]
pub struct UnnamedAnswers {
    /// Answers that are being collected and that nobody sees yet.
    pub round: Option<Hidden>,
    /// Answers that were given and are not in the private file yet, in their order.
    pub slips: VecDeque<String>,
    /// The number of given answers in the private file that is being written; `None` while none is.
    pub keeping: Option<usize>,
    /// Answers in the private file that belong to no round.
    pub stray: Option<Hidden>,
}

/// What is on its way to the disk.
#[derive(Clone, Debug, Default)]
pub struct SavingQueue {
    /// What waits to be written, in order.
    pub todo: VecDeque<Todo>,
    /// What is being written, with the offers shown once it is.
    pub pending: Option<(Todo, Vec<Offer>)>,
    /// That the session is taken up again, and the step that is entered with it: written before the first act, because
    /// looking at a session changes nothing in it.
    pub resumes: VecDeque<Fact>,
    /// What could not be saved, until it is saved or dropped.
    pub unsaved: Option<Unsaved>,
    /// Whether something was written here, and everything that was is on disk.
    pub saved: bool,
}

/// What is computed from everything said, while the console is idle.
#[derive(Clone, Debug)]
pub struct WorkedOut {
    /// What everything said so far adds up to, as of the last pause in typing.
    pub graph: Graph,
    /// What the step walks over and lets choose from, as of the last pause in typing.
    pub walked: Walked,
    /// Whether what the step walks over has to be worked out again.
    pub stale: bool,
    /// What the lenses see, as of the last reading.
    pub insight: Option<Insight>,
    /// Whether the lenses are reading.
    pub reading: bool,
    /// The advice for whoever holds the keyboard.
    pub guidance: Guidance,
    /// When the advice was worked out; `None` when it is due.
    pub guided_at: Option<SessionTime>,
    /// Whether what follows from the entry line has to be worked out again, once nothing else waits.
    pub unsettled: bool,
}

impl Default for WorkedOut {
    /// Everything is to be worked out.
    fn default() -> Self {
        Self {
            graph: Ledger::new().graph(None),
            walked: Walked::default(),
            stale: true,
            insight: None,
            reading: false,
            guidance: Guidance::default(),
            guided_at: None,
            unsettled: true,
        }
    }
}

/// What the room sees.
#[derive(Clone, Debug, Default)]
pub struct SharedScreen {
    /// What the room sees of it, while this screen is the room's as well.
    pub audience: Option<RoomWindow>,
    /// Whether a screen that is the room's shows nothing but title and clock.
    pub curtain: bool,
}

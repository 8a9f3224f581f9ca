use std::collections::{BTreeSet, VecDeque};

use jiff::Timestamp;

use super::captured::{self, Captured};
use super::coach::Coach;
use super::guidance::Guidance;
use super::todo::{Todo, Unsaved};
use crate::app::findings::Insight;
use crate::app::private::OwnNotes;
use crate::app::recording::{Asked, Recording, SAID_BETWEEN_LINES, Walked};
use crate::app::room::{Room, RoomWindow};
use crate::capture::{Candidate, Offer, Reading};
use crate::exercise::Catalogue;
use crate::graph::{Graph, Ledger, Neighbourhood};
use crate::record::{Event, Fact, Hidden, Kind, MatterKind, SeatTag};

/// What the right-hand panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The thing just named, what leads into it and what it leads to.
    #[default]
    Adjacent,
    /// What to say, and what to ask next.
    Script,
}

/// A thing and what is adjacent to it.
#[derive(Clone, Debug, PartialEq)]
pub struct InView {
    /// Its label.
    pub label: String,
    /// What leads into it, and what it leads to.
    pub around: Neighbourhood,
}

/// A session on the run screen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the screen, and none excludes another"
)]
#[derive(Clone, Debug)]
pub struct Run {
    /// What is recorded.
    pub recording: Recording,
    /// The lines so far, as read back, and what rounds have shown.
    pub captured: Vec<Captured>,
    /// Whether what follows from the entry line has to be worked out anew, once nothing else waits.
    pub unsettled: bool,
    /// How what is typed now would be read.
    pub live: Option<Reading>,
    /// Names that would complete what is typed now.
    pub candidates: Vec<Candidate>,
    /// Which of them Tab takes.
    pub candidate: usize,
    /// How many bytes before the cursor a candidate replaces.
    pub fragment: usize,
    /// Who speaks from now on.
    pub speaker: Option<SeatTag>,
    /// What is asked here.
    pub asked: Asked,
    /// What the step walks over and lets choose from, as of the last pause in typing.
    pub walked: Walked,
    /// What the step walks over has to be looked for anew.
    pub stale: bool,
    standing: usize,
    recounted: BTreeSet<u64>,
    /// What everything said so far adds up to, as of the last pause in typing.
    pub graph: Graph,
    /// What the lenses see, as of the last reading.
    pub insight: Option<Insight>,
    /// A reading is under way.
    pub reading: bool,
    /// The thing named last.
    pub focus: Option<String>,
    /// The thing that is shown with its neighbours: the one being typed, else the one named last.
    pub in_view: Option<InView>,
    /// What the right-hand panel shows.
    pub panel: Panel,
    /// The first three lines of somebody who is here for the first time.
    pub coach: Option<Coach>,
    /// The event that is being replaced by what is typed now.
    pub fixing: Option<u64>,
    /// What could be done about the last line, by one key.
    pub offers: Vec<Offer>,
    /// Things named by the last line, with the kinds they were read as.
    pub just_named: Vec<(String, Kind)>,
    /// What waits for the event before it.
    pub todo: VecDeque<Todo>,
    /// Notes for whoever holds the keyboard alone.
    pub own_notes: OwnNotes,
    /// What could not be saved.
    pub unsaved: Option<Unsaved>,
    /// That the session is taken up again, and the step that is entered with it: written before the first act, because
    /// looking at a session changes nothing in it.
    pub resumes: VecDeque<Fact>,
    /// Answers that are being collected and that nobody sees yet.
    pub round: Option<Hidden>,
    /// Answers that were given and are not in the private file yet, in their order.
    pub slips: VecDeque<String>,
    /// How many of them the private file has once it is written, while it is being written.
    pub keeping: Option<usize>,
    /// What stands in the entry line was typed as an answer that nobody may see.
    pub covered: bool,
    /// Answers that lie in the private file and belong to no round.
    pub stray: Option<Hidden>,
    /// What was worked out for whoever holds the keyboard.
    pub guidance: Guidance,
    /// When that was, in milliseconds from the opening; nothing when it is due.
    pub guided_at: Option<u64>,
    /// What the room sees of it, while this screen is the room's as well.
    pub audience: Option<RoomWindow>,
    /// Nothing but title and clock is shown here, where this screen is the room's as well.
    pub curtain: bool,
    /// What is being written right now, and what could be done about it then.
    pub pending: Option<(Todo, Vec<Offer>)>,
    /// Whether the card for beginners was called for, however many lines there are.
    pub card_called: bool,
    /// Whether the file can be written to.
    pub writable: bool,
    /// Whether something was written here, and everything that was is on disk.
    pub saved: bool,
    /// Whether names look alike is still to be found out.
    pub names_due: bool,
}

/// The line of an event, which most often is one of the last.
fn line_mut(lines: &mut [Captured], seq: u64) -> Option<&mut Captured> {
    lines.iter_mut().rev().find(|line| line.seq == seq)
}

/// What the last line that stands and is about something is about.
fn last_subject(recording: &Recording) -> Option<String> {
    let lines = recording.session().live().filter(|event| event.is_line());
    lines.rev().find_map(captured::subject)
}

impl Run {
    /// Shows a recording.
    pub fn new(recording: Recording, writable: bool) -> Self {
        let captured = captured::all(&recording);
        let focus = last_subject(&recording);
        let standing = captured.iter().filter(|line| line.stands()).count();
        let mut run = Self {
            recording,
            captured,
            unsettled: true,
            live: None,
            candidates: Vec::new(),
            candidate: 0,
            fragment: 0,
            speaker: None,
            asked: Asked::default(),
            walked: Walked::default(),
            stale: true,
            standing,
            recounted: BTreeSet::new(),
            graph: Ledger::new().graph(None),
            insight: None,
            reading: false,
            focus,
            in_view: None,
            panel: Panel::Adjacent,
            coach: None,
            fixing: None,
            offers: Vec::new(),
            just_named: Vec::new(),
            todo: VecDeque::new(),
            pending: None,
            own_notes: OwnNotes::default(),
            unsaved: None,
            resumes: VecDeque::new(),
            round: None,
            slips: VecDeque::new(),
            keeping: None,
            covered: false,
            stray: None,
            guidance: Guidance::default(),
            guided_at: None,
            audience: None,
            curtain: false,
            card_called: false,
            writable,
            saved: false,
            names_due: true,
        };
        run.recount();
        run
    }

    /// Adds what was said last.
    pub(in crate::app) fn take_note(&mut self, line: Captured) {
        self.standing += usize::from(line.stands());
        self.captured.push(line);
    }

    /// Notes that a line was taken back or brought back.
    pub(in crate::app) fn mark(&mut self, seq: u64) {
        let taken_back = !self.recording.session().stands(seq);
        let Some(line) = line_mut(&mut self.captured, seq) else { return };
        let stood = line.stands();
        line.taken_back = taken_back;
        let stands = line.stands();
        self.standing = self.standing + usize::from(stands) - usize::from(stood);
    }

    /// Takes lines off the list for good.
    pub(in crate::app) fn take_off(&mut self, struck: &BTreeSet<u64>) {
        self.captured.retain(|line| !struck.contains(&line.seq));
        self.standing = self.captured.iter().filter(|line| line.stands()).count();
    }

    /// Notes which lines count hands that were counted again since.
    pub(in crate::app) fn recount(&mut self) {
        let now = self.recording.session().recounted();
        for seq in now.symmetric_difference(&self.recounted) {
            if let Some(line) = line_mut(&mut self.captured, *seq) {
                line.recounted = now.contains(seq);
            }
        }
        self.recounted = now;
    }

    /// How many lines are on the list, without the counts that no longer hold.
    pub fn listed(&self) -> usize {
        self.captured.len() - self.recounted.len()
    }

    /// Looks for the thing named last, after something was taken back, brought back or removed.
    pub(in crate::app) fn refocus(&mut self) {
        self.focus = last_subject(&self.recording);
    }

    /// Shows to the room what it may see here, or no longer.
    pub(in crate::app) fn share(&mut self, shared: bool, catalogue: &Catalogue, now: Timestamp) {
        let room = || Room::new(self.recording.for_the_room(), catalogue.clone());
        self.audience = shared.then(|| RoomWindow::new(Some(room()), 0, now));
    }

    /// The last line that still stands.
    pub fn last_line(&self) -> Option<&Event> {
        self.recording.session().live().rfind(|event| event.is_line() && event.can_be_taken_back())
    }

    /// The last line that still stands, as read back.
    pub fn last_captured(&self) -> Option<&Captured> {
        self.captured.iter().rev().find(|captured| !captured.taken_back)
    }

    /// How many things were put aside and are still open.
    pub fn parked(&self) -> usize {
        let matters = self.recording.matters();
        matters.iter().filter(|matter| matter.kind == MatterKind::Parked && matter.is_open()).count()
    }

    /// How many lines stand.
    pub fn standing(&self) -> usize {
        self.standing
    }

    /// Works out what follows from where the session has got.
    pub(in crate::app) fn refresh(&mut self, catalogue: &Catalogue) {
        self.stale = true;
        if self.recording.session().events().len() <= SAID_BETWEEN_LINES {
            // In a longer session what to point out is worked out as time passes, not after each line.
            self.guided_at = None;
        }
        self.asked = match &self.coach {
            Some(coach) => coach.asks(),
            None => self.recording.asked_over(catalogue, self.walked.clone()),
        };
        if self.asked.prompt.is_empty() {
            "What is adjacent to this?".clone_into(&mut self.asked.prompt);
        }
    }

    /// Works out what whoever holds the keyboard should know.
    pub(in crate::app) fn guide(&mut self, catalogue: &Catalogue, now: Timestamp) {
        if self.guided_at.is_none() && self.coach.is_none() {
            let at = self.recording.at(now);
            self.guidance = Guidance::of(&self.recording, catalogue, &self.graph, at);
            if let Some(insight) = self.insight.as_ref().filter(|insight| insight.is_small()) {
                self.guidance.ask(&self.recording, catalogue, insight, at);
                self.guidance.perhaps = insight.perhaps(self.focus.as_deref());
            }
            self.guided_at = Some(at);
        }
    }

    /// Looks for what the step walks over, now that nothing else waits; says whether there was something to look for.
    pub(in crate::app) fn look_around(&mut self, catalogue: &Catalogue) -> bool {
        if !std::mem::take(&mut self.stale) || self.coach.is_some() {
            return false;
        }
        self.graph = self.recording.graph();
        self.walked = self.recording.walked(catalogue, &self.graph);
        self.asked = self.recording.asked_over(catalogue, self.walked.clone());
        true
    }
}

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::captured::{self, Captured};
use super::coach::Coach;
use super::guidance::Guidance;
use super::parts::{LastSaid, SaidLines, SavingQueue, SharedScreen, TypedLine, UnnamedAnswers, WorkedOut};
use crate::app::private::OwnNotes;
use crate::app::recording::{CurrentPrompt, Recording, SAID_BETWEEN_LINES};
use crate::app::room::{Room, RoomWindow};
use crate::exercise::Catalogue;
use crate::record::{Event, MatterKind, SeatTag};

/// What the right-hand panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The thing just named, what leads into it and what it leads to.
    #[default]
    Adjacent,
    /// What to say, and what to ask next.
    Script,
}

/// A session on the run screen.
#[derive(Clone, Debug)]
pub struct Run {
    /// What is recorded.
    pub recording: Recording,
    /// The lines said so far.
    pub lines: SaidLines,
    /// What is typed.
    pub typing: TypedLine,
    /// Who speaks from now on.
    pub speaker: Option<SeatTag>,
    /// What is asked here.
    pub asked: CurrentPrompt,
    /// What the last line was about.
    pub last: LastSaid,
    /// What is computed while the console is idle.
    pub worked_out: WorkedOut,
    /// What is on its way to the disk.
    pub saving: SavingQueue,
    /// Notes for whoever holds the keyboard alone.
    pub own_notes: OwnNotes,
    /// Answers that nobody sees yet.
    pub answers: UnnamedAnswers,
    /// What the room sees.
    pub room: SharedScreen,
    /// What the right-hand panel shows.
    pub panel: Panel,
    /// The first three lines of somebody who is here for the first time.
    pub coach: Option<Coach>,
    /// Whether the card for beginners was called for, however many lines there are.
    pub card_called: bool,
    /// Whether the file can be written to.
    pub writable: bool,
    /// Whether names look alike is still to be found out.
    pub names_due: bool,
}

/// The line of an event. The search begins at the end: it is nearly always one of the last.
fn line_mut(lines: &mut [Captured], seq: u64) -> Option<&mut Captured> {
    lines.iter_mut().rev().find(|line| line.seq == seq)
}

/// The subject of the last line that stands and has one.
fn last_subject(recording: &Recording) -> Option<String> {
    let lines = recording.session().live().filter(|event| event.is_line());
    lines.rev().find_map(captured::subject)
}

impl Run {
    /// Shows a recording.
    pub fn new(recording: Recording, writable: bool) -> Self {
        let captured = captured::all(&recording);
        let standing = captured.iter().filter(|line| line.stands()).count();
        let mut run = Self {
            lines: SaidLines { captured, standing, recounted: BTreeSet::new() },
            last: LastSaid { focus: last_subject(&recording), ..LastSaid::default() },
            recording,
            typing: TypedLine::default(),
            speaker: None,
            asked: CurrentPrompt::default(),
            worked_out: WorkedOut::default(),
            saving: SavingQueue::default(),
            own_notes: OwnNotes::default(),
            answers: UnnamedAnswers::default(),
            room: SharedScreen::default(),
            panel: Panel::Adjacent,
            coach: None,
            card_called: false,
            writable,
            names_due: true,
        };
        run.recount();
        run
    }

    /// Adds what was said last.
    pub(in crate::app) fn take_note(&mut self, line: Captured) {
        self.lines.standing += usize::from(line.stands());
        self.lines.captured.push(line);
    }

    /// Notes that a line was taken back or brought back.
    pub(in crate::app) fn mark(&mut self, seq: u64) {
        let taken_back = !self.recording.session().stands(seq);
        let Some(line) = line_mut(&mut self.lines.captured, seq) else { return };
        let stood = line.stands();
        line.taken_back = taken_back;
        let stands = line.stands();
        self.lines.standing = self.lines.standing + usize::from(stands) - usize::from(stood);
    }

    /// Takes lines off the list for good.
    pub(in crate::app) fn take_off(&mut self, struck: &BTreeSet<u64>) {
        self.lines.captured.retain(|line| !struck.contains(&line.seq));
        self.lines.standing = self.lines.captured.iter().filter(|line| line.stands()).count();
    }

    /// Notes which lines count hands that were counted again since.
    pub(in crate::app) fn recount(&mut self) {
        let now = self.recording.session().recounted();
        for seq in now.symmetric_difference(&self.lines.recounted) {
            if let Some(line) = line_mut(&mut self.lines.captured, *seq) {
                line.recounted = now.contains(seq);
            }
        }
        self.lines.recounted = now;
    }

    /// How many lines are on the list, without the counts that no longer hold.
    pub fn listed(&self) -> usize {
        self.lines.captured.len() - self.lines.recounted.len()
    }

    /// Looks for the thing named last, after something was taken back, brought back or removed.
    pub(in crate::app) fn refocus(&mut self) {
        self.last.focus = last_subject(&self.recording);
    }

    /// Makes this screen the room's as well, or ends that.
    pub(in crate::app) fn share(&mut self, shared: bool, catalogue: &Catalogue, now: Timestamp) {
        let room = || Room::new(self.recording.for_the_room(), catalogue.clone());
        self.room.audience = shared.then(|| RoomWindow::new(Some(room()), 0, now));
    }

    /// The last line that still stands.
    pub fn last_line(&self) -> Option<&Event> {
        self.recording.session().live().rfind(|event| event.is_line() && event.can_be_taken_back())
    }

    /// The last line that still stands, as read back.
    pub fn last_captured(&self) -> Option<&Captured> {
        self.lines.captured.iter().rev().find(|captured| !captured.taken_back)
    }

    /// How many things were put aside and are still open.
    pub fn parked(&self) -> usize {
        let matters = self.recording.matters();
        matters.iter().filter(|matter| matter.kind == MatterKind::Parked && matter.is_open()).count()
    }

    /// How many lines stand.
    pub fn standing(&self) -> usize {
        self.lines.standing
    }

    /// Works out what follows from where the session has got.
    pub(in crate::app) fn refresh(&mut self, catalogue: &Catalogue) {
        self.worked_out.stale = true;
        if self.recording.session().events().len() <= SAID_BETWEEN_LINES {
            // In a longer session what to point out is worked out as time passes, not after each line.
            self.worked_out.guided_at = None;
        }
        self.asked = match &self.coach {
            Some(coach) => coach.asks(),
            None => self.recording.asked_over(catalogue, self.worked_out.walked.clone()),
        };
        if self.asked.prompt.is_empty() {
            "What is adjacent to this?".clone_into(&mut self.asked.prompt);
        }
    }

    /// Works out what whoever holds the keyboard should know.
    pub(in crate::app) fn guide(&mut self, catalogue: &Catalogue, now: Timestamp) {
        if self.worked_out.guided_at.is_none() && self.coach.is_none() {
            let at = self.recording.at(now);
            self.worked_out.guidance = Guidance::of(&self.recording, catalogue, &self.worked_out.graph, at);
            if let Some(insight) = self.worked_out.insight.as_ref().filter(|insight| insight.is_small()) {
                self.worked_out.guidance.ask(&self.recording, catalogue, insight, at);
                self.worked_out.guidance.perhaps = insight.perhaps(self.last.focus.as_deref());
            }
            self.worked_out.guided_at = Some(at);
        }
    }

    /// Works out what the step walks over, if that is due; says whether it was.
    pub(in crate::app) fn look_around(&mut self, catalogue: &Catalogue) -> bool {
        if !std::mem::take(&mut self.worked_out.stale) || self.coach.is_some() {
            return false;
        }
        self.worked_out.graph = self.recording.graph();
        self.worked_out.walked = self.recording.walked(catalogue, &self.worked_out.graph);
        self.asked = self.recording.asked_over(catalogue, self.worked_out.walked.clone());
        true
    }
}

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::captured::{self, Captured};
use super::coach::Coach;
use super::guidance::Guidance;
use super::parts::{LastSaid, SaidLines, SavingQueue, SharedScreen, TypedLine, UnnamedAnswers, WorkedOut};
use crate::app::offers::OffersWaiting;
use crate::app::poll::TypedCount;
use crate::app::private::OwnNotes;
use crate::app::recording::{CurrentPrompt, LineContext, Recording, SAID_BETWEEN_LINES};
use crate::app::room::{Room, RoomWindow};
use crate::exercise::Catalogue;
use crate::record::{Event, SeatTag};

/// The content of the right-hand panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The thing named last, with its causes and effects.
    #[default]
    Adjacent,
    /// What to say, and what to ask next.
    Script,
}

/// The state of the run screen.
#[derive(Clone, Debug)]
pub struct Run {
    /// The session with everything derived from its record.
    pub recording: Recording,
    /// The lines said so far.
    pub lines: SaidLines,
    /// The typed text.
    pub typing: TypedLine,
    /// The speaker of the coming lines; `None` for nobody.
    pub speaker: Option<SeatTag>,
    /// The current prompt.
    pub asked: CurrentPrompt,
    /// The subject of the last line.
    pub last: LastSaid,
    /// The lines of free text that could be something else.
    pub offered: OffersWaiting,
    /// Results computed while no input waits.
    pub worked_out: WorkedOut,
    /// Everything that waits to be saved.
    pub saving: SavingQueue,
    /// The notes for the facilitator alone.
    pub own_notes: OwnNotes,
    /// What was typed for the open poll so far.
    pub(in crate::app) poll_counts: TypedCount,
    /// The unnamed answers.
    pub answers: UnnamedAnswers,
    /// The state of the room's view.
    pub room: SharedScreen,
    /// The content of the right-hand panel.
    pub panel: Panel,
    /// The coach, while a newcomer gives the first three lines.
    pub coach: Option<Coach>,
    /// Whether the card for beginners was called for; if so, it is shown after any number of lines.
    pub card_called: bool,
    /// Whether the file can be written to.
    pub writable: bool,
    /// Whether a check for names that look alike is due.
    pub names_due: bool,
}

/// Returns the line of an event. The search begins at the end, because the line is nearly always one of the last.
fn line_mut(lines: &mut [Captured], seq: u64) -> Option<&mut Captured> {
    lines.iter_mut().rev().find(|line| line.seq == seq)
}

/// Returns the subject of the last valid line that has one.
fn last_subject(recording: &Recording) -> Option<String> {
    let lines = recording.session().live().filter(|event| event.is_line());
    lines.rev().find_map(captured::subject)
}

impl Run {
    /// Returns the run screen for a recording.
    pub fn new(recording: Recording, writable: bool) -> Self {
        let captured = captured::all(&recording);
        let standing = captured.iter().filter(|line| line.stands()).count();
        let mut run = Self {
            lines: SaidLines { captured, standing, ..SaidLines::default() },
            last: LastSaid { focus: last_subject(&recording), ..LastSaid::default() },
            offered: OffersWaiting::of(recording.session(), writable),
            recording,
            typing: TypedLine::default(),
            speaker: None,
            asked: CurrentPrompt::default(),
            worked_out: WorkedOut::default(),
            saving: SavingQueue::default(),
            own_notes: OwnNotes::default(),
            poll_counts: TypedCount::default(),
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

    /// Adds a line.
    pub(in crate::app) fn take_note(&mut self, line: Captured) {
        self.lines.standing += usize::from(line.stands());
        self.lines.captured.push(line);
    }

    /// Tells a line again that was taken back, restored or corrected; `seq` is the number of any version of it.
    pub(in crate::app) fn mark(&mut self, seq: u64) {
        let session = self.recording.session();
        let Some(now) = session.event(session.line_of(seq)).map(|event| captured::one(&self.recording, event)) else {
            return;
        };
        let Some(line) = line_mut(&mut self.lines.captured, now.seq) else { return };
        let (stood, recounted) = (line.stands(), line.recounted);
        *line = Captured { recounted, ..now };
        self.lines.standing = self.lines.standing + usize::from(line.stands()) - usize::from(stood);
    }

    /// Removes lines from the list for good.
    pub(in crate::app) fn take_off(&mut self, struck: &BTreeSet<u64>) {
        self.lines.captured.retain(|line| !struck.contains(&line.seq));
        if let Some(seq) = self.lines.chosen.filter(|seq| struck.contains(seq)) {
            // The line that has its place now, else the last one.
            let lines = &self.lines.captured;
            let next = lines.get(lines.partition_point(|line| line.seq < seq));
            self.lines.chosen = next.or(lines.last()).map(|line| line.seq);
        }
        self.lines.standing = self.lines.captured.iter().filter(|line| line.stands()).count();
    }

    /// Notes which counts of hands a later count has replaced.
    pub(in crate::app) fn recount(&mut self) {
        let now = self.recording.session().recounted();
        for seq in now.symmetric_difference(&self.lines.recounted) {
            if let Some(line) = line_mut(&mut self.lines.captured, *seq) {
                line.recounted = now.contains(seq);
            }
        }
        self.lines.recounted = now;
    }

    /// Finds the thing named last again, after a line was taken back, restored or removed.
    pub(in crate::app) fn refocus(&mut self) {
        self.last.focus = last_subject(&self.recording);
    }

    /// Starts or ends the room's view on this screen.
    pub(in crate::app) fn share(&mut self, shared: bool, catalogue: &Catalogue, now: Timestamp) {
        let room = || Room::new(self.recording.for_the_room(), catalogue.clone());
        self.room.audience = shared.then(|| RoomWindow::new(Some(room()), 0, now).above_entry_line());
    }

    /// Returns the last valid line.
    pub fn last_line(&self) -> Option<&Event> {
        self.recording.session().live().rfind(|event| event.is_line() && event.can_be_taken_back())
    }

    /// Returns the number of the earlier line that gets the typed words; `None` for a new line.
    pub fn fixed_line(&self) -> Option<u64> {
        self.typing.fixing.as_ref().map(|fixing| fixing.seq)
    }

    /// Returns what was known where the line stands that gets the typed words; `None` for a new line.
    pub(super) fn fixing_context(&mut self, catalogue: &Catalogue) -> Option<&LineContext> {
        let fixing = self.typing.fixing.as_mut()?;
        if fixing.context.is_none() {
            fixing.context = self.recording.context_of(fixing.seq, catalogue);
        }
        fixing.context.as_ref()
    }

    /// Whether the typed text will replace the last line, rather than an earlier one.
    pub fn fixes_last(&self) -> bool {
        self.fixed_line().is_some() && self.fixed_line() == self.last_line().map(|last| last.seq)
    }

    /// Returns the last valid line, as read back.
    pub fn last_captured(&self) -> Option<&Captured> {
        self.lines.captured.iter().rev().find(|captured| !captured.taken_back)
    }

    /// Returns how many parked items still wait.
    pub fn parked(&self) -> usize {
        let matters = self.recording.matters();
        matters.iter().filter(|matter| matter.is_parked()).count()
    }

    /// Returns how many of the first rows of the list are lines that are valid.
    pub fn standing_before(&self, at: usize) -> usize {
        // The screen, which is drawn after each key, most often shows the end of the list.
        let behind = self.lines.captured.get(at..).unwrap_or_default();
        self.lines.standing - behind.iter().filter(|line| line.stands()).count()
    }

    /// Whether the row of an event in the list is a line that is valid.
    pub fn counts(&self, seq: u64) -> bool {
        let lines = &self.lines.captured;
        lines.get(lines.partition_point(|line| line.seq < seq)).is_some_and(|line| line.seq == seq && line.stands())
    }

    /// Returns how many lines are valid.
    pub fn standing(&self) -> usize {
        self.lines.standing
    }

    /// Computes everything that depends on the current position in the session.
    pub(in crate::app) fn refresh(&mut self, catalogue: &Catalogue) {
        self.worked_out.stale = true;
        if self.recording.session().events().len() <= SAID_BETWEEN_LINES {
            // In a longer session the advice is computed after an interval, not after each line.
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

    /// Computes the advice for the facilitator.
    pub(in crate::app) fn guide(&mut self, catalogue: &Catalogue, now: Timestamp) {
        if self.worked_out.guided_at.is_none() && self.coach.is_none() {
            let at = self.recording.at(now);
            self.worked_out.guidance = Guidance::of(&self.recording, catalogue, &self.worked_out.graph, at);
            if let Some(insight) = self.worked_out.insight.as_ref().filter(|insight| insight.is_small()) {
                self.worked_out.guidance.ask(&self.recording, catalogue, insight, at);
                self.worked_out.guidance.perhaps = insight.perhaps(self.last.focus.as_deref(), self.recording.ledger());
            }
            self.worked_out.guided_at = Some(at);
        }
    }

    /// Computes the subjects of the step, if that is due; returns whether it was.
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

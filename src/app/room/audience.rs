use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::clock::RoomClock;
use super::exhibit::{Exhibit, counted, poll_counted};
use super::lists::{self, List};
use super::public::{public, with_public_names};
use super::told::{LineState, Told};
use crate::app::open_session::OpenSession;
use crate::app::recording::Recording;
use crate::app::run::recounts;
use crate::exercise::{Catalogue, Seed, Step};
use crate::graph::{Ledger, Positions};
use crate::record::spoken::capitalised;
use crate::record::{Event, Fact, RoomView, Session};

/// The question over a session that was made from notes.
const NOTES_ASK: &str = "What will this change next door?";

/// A session as its audience may see it; it grows event by event.
#[derive(Clone, Debug)]
pub struct Room {
    pub(super) recording: Recording,
    pub(super) catalogue: Catalogue,
    base: Ledger,
    told: Vec<Told>,
    /// For each line that was taken back, the number of the event that did so.
    taken_back: BTreeMap<u64, u64>,
    /// The counts of hands that a later count replaced.
    recounted: BTreeSet<u64>,
    positions: Positions,
    exhibit: Option<(u64, Exhibit)>,
    /// Whether a view was chosen since this step was entered.
    chosen: bool,
    /// Whether the curtain is down.
    covered: bool,
    /// Whether the session waits for its start; what is written until then is nothing that was said in the room.
    preparing: bool,
    /// The last chosen view other than the curtain.
    uncovered: RoomView,
    /// The number of the event that turned the room to its present view.
    looked: u64,
    /// The number of the last event that may have changed the map, or what is talked about.
    changed: u64,
    /// How often the sessions that this one builds on have grown.
    grown: u64,
    /// What the tables of the gathering contradict each other on, while the room looks at that.
    tables: Option<List>,
    prompt: Option<String>,
    /// The number of parked items that are left to talk about, in a step that walks over them.
    parked_left: Option<usize>,
}

impl Room {
    /// Returns the room's view of a session. Names of the private file are not copied.
    pub fn new(open: OpenSession, catalogue: Catalogue) -> Self {
        let OpenSession { session, base, .. } = open;
        let recording = recording(&session, &base, &catalogue);
        let mut room = Self {
            recording,
            catalogue,
            base,
            told: Vec::new(),
            taken_back: BTreeMap::new(),
            recounted: BTreeSet::new(),
            positions: Positions::default(),
            exhibit: None,
            chosen: false,
            covered: false,
            preparing: false,
            uncovered: RoomView::Talk,
            looked: 0,
            changed: 0,
            grown: 0,
            tables: None,
            prompt: None,
            parked_left: None,
        };
        room.tell_again();
        room
    }

    /// Continues on another base, because the sessions that this one builds on have grown.
    pub(in crate::app) fn build_on(&mut self, base: Ledger) {
        self.recording.build_on(base.clone());
        self.base = base;
        self.grown = self.grown.saturating_add(1);
        self.look_again(true);
    }

    /// Adds the next event.
    pub fn hear(&mut self, event: Event) {
        let event = public(event);
        let strikes = event.orders_strike();
        let reaches_back = self.recording.session().reaches_back(&event);
        self.recording.apply(event.clone(), &self.catalogue);
        if strikes {
            // The additions of the removed line to the map are removed too.
            self.recording = recording(self.recording.session(), &self.base, &self.catalogue);
        }
        if strikes || reaches_back {
            self.tell_again();
            self.changed = event.seq;
        } else {
            self.tell(&event);
            self.look_again(event.facts.iter().any(recounts));
        }
    }

    /// Processes every event again, from the first.
    fn tell_again(&mut self) {
        self.told.clear();
        self.taken_back.clear();
        self.positions = Positions::default();
        self.exhibit = None;
        self.chosen = false;
        (self.covered, self.preparing) = (false, false);
        self.uncovered = RoomView::Talk;
        self.looked = 0;
        for event in self.recording.session().events().to_vec() {
            self.tell(&event);
        }
        self.look_again(true);
    }

    /// Updates the prompt, and the counts that are no longer valid.
    fn look_again(&mut self, recounted: bool) {
        let asked = self.recording.asked(&self.catalogue);
        let walks_parked = self.step().is_some_and(|step| step.over == Some(Seed::Parked));
        self.parked_left = walks_parked.then(|| asked.frame.subjects.iter().filter(|subject| !subject.done).count());
        let tables = *self.recording.session().view() == RoomView::Tables;
        self.tables = tables.then(|| lists::tables(&self.recording));
        let prompt = Some(asked.prompt).filter(|prompt| !prompt.is_empty());
        // Notes that were typed elsewhere have no steps, and so no prompts.
        self.prompt = prompt.or_else(|| is_transcribed(self.recording.session()).then(|| NOTES_ASK.to_owned()));
        if recounted {
            self.recounted = self.recording.session().recounted();
        }
    }

    fn tell(&mut self, event: &Event) {
        let turns_to = |fact: &Fact| {
            matches!(
                fact,
                Fact::StepEntered { .. }
                    | Fact::Shown { .. }
                    | Fact::Revealed { .. }
                    | Fact::Voted { .. }
                    | Fact::Polled(_)
                    | Fact::PollCounted { .. }
            )
        };
        if event.facts.iter().any(turns_to) {
            self.looked = event.seq;
        }
        let changes = |fact: &Fact| {
            fact.is_content()
                || fact.is_undo_or_redo()
                || matches!(fact, Fact::StepEntered { .. } | Fact::Turned { .. })
        };
        if event.facts.iter().any(changes) {
            self.changed = event.seq;
        }
        for fact in &event.facts {
            match fact {
                Fact::Retracted { seq } => {
                    self.taken_back.insert(*seq, event.seq);
                }
                Fact::StepEntered { .. } | Fact::Collecting(_) | Fact::Closed => {
                    (self.exhibit, self.chosen) = (None, false);
                    self.preparing &= !matches!(fact, Fact::StepEntered { .. });
                }
                Fact::ClockPaused => self.preparing |= self.told.is_empty() && self.looked == 0,
                Fact::ClockRan => self.preparing = false,
                Fact::Shown { view: RoomView::Curtain } => self.covered = true,
                // A view that was on the screen before the curtain fell is restored as it was.
                Fact::Shown { view } if std::mem::take(&mut self.covered) && *view == self.uncovered => {}
                Fact::Shown { view } => {
                    self.uncovered.clone_from(view);
                    (self.exhibit, self.chosen) = (None, true);
                }
                Fact::Revealed { texts } => self.exhibit = Some((event.seq, Exhibit::Texts(texts.clone()))),
                Fact::Polled(poll) => self.exhibit = Some((event.seq, Exhibit::Poll(poll.clone()))),
                Fact::PollCounted { .. } => {
                    self.exhibit = poll_counted(event).map(|counted| (event.seq, counted));
                }
                Fact::PollDropped => self.exhibit = None,
                Fact::Voted { ballot, hands } => self.exhibit = Some((event.seq, counted(event, ballot, hands))),
                _ => {}
            }
        }
        let turned = self.positions.turns(event, self.recording.ledger(), self.recording.session());
        // A line typed behind the curtain or before the start is on the map, but was never shown to the room.
        if let Some(says) = self.sentence(event, turned).filter(|_| !self.covered && !self.preparing) {
            let is_text = event.facts.iter().all(|fact| matches!(fact, Fact::Answered { .. }));
            self.told.push(Told { seq: event.seq, says, turned, is_text });
        }
    }

    /// Returns the sentence read back for an event; `None` for events the room is not told about, such as an undo,
    /// after which a line only fades. Where a view changed, the unit is not named, because it may consist of one
    /// person.
    fn sentence(&self, event: &Event, turned: bool) -> Option<String> {
        if event.facts.iter().any(|fact| matches!(fact, Fact::Struck)) {
            return Some(String::new());
        }
        let unsaid = |fact: &Fact| fact.is_undo_or_redo() || matches!(fact, Fact::Scrapped { .. });
        if event.facts.iter().any(unsaid) || !event.facts.iter().any(|fact| fact.is_content() && !keeps_books(fact)) {
            return None;
        }
        let mut event = with_public_names(event, &self.recording);
        event.speaker = event.speaker.filter(|_| !turned);
        self.recording.retell(&event).filter(|says| !says.is_empty()).map(|says| capitalised(&says))
    }

    /// Returns the title; a placeholder for a private session.
    pub fn title(&self) -> &str {
        self.recording.session().title_in_public()
    }

    /// Returns the prompt; `None` before the first step.
    pub fn prompt(&self) -> Option<&str> {
        self.prompt.as_deref()
    }

    /// Returns how many items are parked; while they are walked over, how many of them are left.
    pub fn parked(&self) -> usize {
        self.parked_left.unwrap_or_else(|| lists::count_parked(self.recording.session()))
    }

    /// Returns the clocks at a moment.
    pub fn clock(&self, now: Timestamp) -> RoomClock {
        RoomClock::of(self.recording.session(), self.recording.at(now))
    }

    /// Returns the lines that the room sees, with the newest valid one first, so that nothing else is ever the main line.
    pub fn lines_main_first(&self) -> impl Iterator<Item = (&Told, LineState)> {
        let main = self.lines().find(|(_, of)| *of == LineState::Standing);
        let seq = main.map(|(told, _)| told.seq);
        main.into_iter().chain(self.lines().filter(move |(told, _)| Some(told.seq) != seq))
    }

    /// Returns the lines that the room sees, the newest first: valid lines, and those taken back since the newest line.
    pub fn lines(&self) -> impl Iterator<Item = (&Told, LineState)> {
        let newest = self.told.last().map_or(0, |told| told.seq);
        let exhibited = self.exhibit.as_ref().map(|(seq, _)| *seq);
        let hidden = move |told: &&Told| Some(told.seq) == exhibited || self.recounted.contains(&told.seq);
        self.told.iter().rev().filter(move |told| !hidden(told)).filter_map(move |told| {
            let of = match self.taken_back.get(&told.seq) {
                _ if told.says.is_empty() => LineState::Gap,
                Some(by) if !self.recording.session().stands(told.seq) => {
                    return (*by > newest).then_some((told, LineState::TakenBack));
                }
                _ => LineState::Standing,
            };
            Some((told, of))
        })
    }

    /// Returns what the tables contradict each other on.
    pub(super) fn tables(&self) -> List {
        self.tables.clone().unwrap_or_else(|| lists::tables(&self.recording))
    }

    /// Returns the newest valid line, if it came after the room turned to its present view.
    pub fn said_meanwhile(&self) -> Option<&Told> {
        let told = self.lines().find_map(|(told, of)| (of == LineState::Standing).then_some(told))?;
        (told.seq > self.looked).then_some(told)
    }

    /// Returns the number of the last event that may have changed the map, or what is talked about.
    pub(super) const fn changed(&self) -> u64 {
        self.changed
    }

    /// Returns how often the sessions that this one builds on have grown.
    pub(super) const fn grown(&self) -> u64 {
        self.grown
    }

    /// Returns one line, also one that was typed behind the curtain; `None` for what is for nobody to see.
    pub(super) fn line(&self, seq: u64) -> Option<(Told, LineState)> {
        let session = self.recording.session();
        let told = match self.told.iter().find(|told| told.seq == seq) {
            Some(told) => told.clone(),
            // The position of the speaker at that time is not known, so the unit is not named.
            None => Told { seq, says: self.sentence(session.event(seq)?, true)?, turned: false, is_text: false },
        };
        let state = match (told.says.is_empty(), session.stands(seq)) {
            (true, _) => LineState::Gap,
            (false, true) => LineState::Standing,
            (false, false) => LineState::TakenBack,
        };
        Some((told, state))
    }

    /// Returns the sentence for an event as the room may read it, without the unit of its speaker.
    pub(super) fn sentence_without_unit(&self, event: &Event) -> Option<String> {
        self.sentence(event, true)
    }

    /// Returns the event number of the newest valid line, and its sentence.
    pub(super) fn newest(&self) -> Option<(u64, &str)> {
        let stands = |told: &&Told| !told.says.is_empty() && self.recording.session().stands(told.seq);
        self.told.iter().rev().find(stands).map(|told| (told.seq, told.says.as_str()))
    }

    pub(super) fn exhibit(&self) -> Option<&Exhibit> {
        let (seq, exhibit) = self.exhibit.as_ref()?;
        self.recording.session().stands(*seq).then_some(exhibit)
    }

    /// Whether everybody writes silently, and no other view was chosen meanwhile.
    pub(super) fn is_quiet(&self) -> bool {
        !self.chosen && self.step().is_some_and(|step| step.quiet)
    }

    pub(super) fn step(&self) -> Option<&Step> {
        let step = self.catalogue.step(self.recording.step()?, self.recording.session().mode());
        step.map(|(_, step)| step)
    }
}

/// Whether a fact is about names alone: which of them are one. It is work of whoever writes, and nothing that was said.
const fn keeps_books(fact: &Fact) -> bool {
    matches!(fact, Fact::Merged { .. } | Fact::Unmerged { .. } | Fact::ToldApart { .. })
}

/// Whether a session was made from notes.
pub fn is_transcribed(session: &Session) -> bool {
    let made_from_notes = |event: &Event| event.facts.iter().any(|fact| matches!(fact, Fact::Transcribed { .. }));
    session.events().first().is_some_and(made_from_notes)
}

/// Returns a recording of the public part of a session, without the names of the private file.
fn recording(session: &Session, base: &Ledger, catalogue: &Catalogue) -> Recording {
    let session = Session::fold(session.header().clone(), session.recorded().cloned().map(public));
    let open = OpenSession { base: base.clone(), ..OpenSession::alone(session) };
    Recording::new(open, catalogue)
}

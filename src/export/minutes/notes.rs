use std::cell::OnceCell;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::capture::{Context, Heard, retell};
use crate::exercise::{Blanks, Catalogue, Step};
use crate::export::markdown::foreign;
use crate::graph::{Graph, Ledger, Owner};
use crate::lens::{Readings, read};
use crate::record::spoken::capitalised;
use crate::record::text::is_word;
use crate::record::{Due, Event, Exposure, Fact, Mode, Session, SessionKind, SessionTime, StepId};

/// The part of a session that the minutes may use: the events that were not taken back and that the room may see.
pub(super) struct Notes<'a> {
    pub(super) session: &'a Session,
    pub(super) catalogue: &'a Catalogue,
    pub(super) blanks: &'a Blanks,
    ledger: &'a Ledger,
    events: Vec<Event>,
    heard: Heard,
    graph: OnceCell<Graph>,
    readings: OnceCell<Readings>,
    /// For the number of an event, the position of its latest outcome: the index of an event, and of a fact in it.
    settled: BTreeMap<u64, (usize, usize)>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(session: &'a Session, ledger: &'a Ledger, catalogue: &'a Catalogue, blanks: &'a Blanks) -> Self {
        let events = session.live().filter(|event| event.exposure != Exposure::Private);
        let events: Vec<Event> = events.map(|event| session.masked(event)).collect();
        let settled = settled(&events, &session.header().id);
        let (heard, graph, readings) = (Heard::default(), OnceCell::new(), OnceCell::new());
        Self { session, catalogue, blanks, ledger, events, heard, graph, readings, settled }
    }

    /// The latest outcome of the event with this number.
    pub(super) fn settled(&self, seq: u64) -> Option<&Fact> {
        let (event, fact) = self.settled.get(&seq)?;
        self.events.get(*event)?.facts.get(*fact)
    }

    /// Every event that was not taken back and that the room may see; an event of an unnamed answer has no speaker.
    pub(super) fn events(&self) -> &[Event] {
        &self.events
    }

    /// Every fact of these events, in order.
    pub(super) fn facts(&self) -> impl Iterator<Item = (&Event, &Fact)> {
        self.events.iter().flat_map(|event| event.facts.iter().map(move |fact| (event, fact)))
    }

    /// Whether the minutes would be empty.
    pub(super) fn is_empty(&self) -> bool {
        !self.facts().any(|(_, fact)| fact.is_content() && !matches!(fact, Fact::Scrapped { .. }))
            && self.scraps().next().is_none()
    }

    /// The lines that could not be read, except for an undo that had nothing to take back.
    pub(super) fn scraps(&self) -> impl Iterator<Item = &Event> {
        let scrapped = |event: &&Event| event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. }));
        let typed =
            |event: &&Event| event.said.as_deref().is_some_and(|said| !is_word(said, "undo") && !is_word(said, "redo"));
        self.events.iter().filter(scrapped).filter(typed)
    }

    /// The map of this session and those it builds on; computed once.
    pub(super) fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| self.ledger.graph(None))
    }

    /// Whether a file was read and nobody met: the seats are of people whom the file names.
    pub(super) fn is_import(&self) -> bool {
        self.session.header().kind == SessionKind::Import
    }

    /// The findings on the map; computed once.
    pub(super) fn readings(&self) -> &Readings {
        self.readings.get_or_init(|| read(self.graph()))
    }

    pub(super) fn ledger(&self) -> &Ledger {
        self.ledger
    }

    pub(super) fn is_solo(&self) -> bool {
        self.session.mode() == Mode::Solo
    }

    /// The sentence that was shown when the event was recorded, escaped.
    pub(super) fn sentence(&self, event: &Event) -> Option<String> {
        let context = Context::new(self.ledger, self.session, &self.heard);
        let calls = |who: &str| match self.whose(who) {
            Owner::Oneself => Some("you".to_owned()),
            owner => owner.called(),
        };
        let told = retell(event, &context, &calls)?;
        let told = if self.is_solo() { to_you(&told) } else { told };
        // This question was for the room when the line was typed; in the minutes it is replaced by words for a gap.
        let told = match told.strip_suffix("; more or less?") {
            Some(told) => format!("{told}; nobody has said which way."),
            None => told,
        };
        Some(foreign(&told))
    }

    /// The words for a person, escaped: the name if its owner asked for that, else the unit, else `None`.
    pub(super) fn called(&self, who: &str) -> Option<String> {
        self.whose(who).called().as_deref().map(foreign)
    }

    /// The owner that a typed name, tag or unit stands for.
    pub(super) fn whose(&self, who: &str) -> Owner {
        Owner::of(self.session, self.ledger, who)
    }

    /// A step of the catalogue.
    pub(super) fn step(&self, id: &StepId) -> Option<&'a Step> {
        self.catalogue.step(id, self.session.mode()).map(|(_, step)| step)
    }

    /// The title of an exercise; its id if the catalogue does not hold it.
    pub(super) fn exercise(&self, id: &str) -> String {
        foreign(self.catalogue.find(id).map_or(id, |exercise| &exercise.title))
    }

    /// The day on which the session was opened.
    pub(super) fn opened(&self) -> Date {
        self.session.day()
    }

    /// The moment at which an event was recorded.
    pub(super) fn moment(&self, event: &Event) -> Timestamp {
        let opened = self.session.header().opened;
        opened.checked_add(event.at.since(SessionTime::OPENING)).unwrap_or(opened)
    }

    /// The due date as a day: a phrase such as "within two weeks" counts from the opening of the session.
    pub(super) fn due(&self, due: Due) -> Date {
        due.day(self.opened())
    }
}

/// A sentence of a session of one person, who is addressed as "you".
fn to_you(told: &str) -> String {
    let told = told.replace("; we want ", "; you want ");
    match told.strip_prefix("We want ") {
        Some(rest) => format!("You want {rest}"),
        None if told.starts_with("you ") => capitalised(&told),
        None => told,
    }
}

/// The position of the latest outcome of each event, by the number of the event; `here` is the id of this session.
fn settled(events: &[Event], here: &str) -> BTreeMap<u64, (usize, usize)> {
    let mut settled = BTreeMap::new();
    for (place, event) in events.iter().enumerate() {
        for (at, fact) in event.facts.iter().enumerate() {
            if let Fact::Settled { session, seq, .. } = fact
                && session.as_deref().is_none_or(|session| session == here)
            {
                settled.insert(*seq, (place, at));
            }
        }
    }
    settled
}

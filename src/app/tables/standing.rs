use jiff::{SignedDuration, Timestamp};

use crate::exercise::{Agenda, Catalogue};
use crate::record::{Fact, Session, SessionId, SessionTime};

/// How one table of a gathering stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableStanding {
    /// The number of the table; `None` for the plenary.
    pub table: Option<u16>,
    /// Its session; `None` as long as its file is not here.
    pub session: Option<SessionId>,
    /// Where it is in its agenda.
    pub stage: TableStage,
    /// The number of typed lines.
    pub lines: usize,
    /// When the last line was typed; `None` before the first one.
    pub last_line: Option<Timestamp>,
    /// The number of things that its lines name.
    pub things: usize,
}

/// Where a table is in its agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableStage {
    /// Its file is not here yet.
    Absent,
    /// Its session is private, and nothing of it is shown.
    Private,
    /// It was set up and nobody has started it yet.
    Waiting,
    /// It is at a step.
    At {
        /// The number of the step among all steps of the agenda, from 1; `None` for a step that is not in it.
        number: Option<usize>,
        /// The number of steps of the agenda.
        of: usize,
        /// The title of the step.
        title: String,
        /// How long the step has run, as of the reading.
        ran: SignedDuration,
        /// How long it was planned for.
        planned: SignedDuration,
        /// Whether its clock runs.
        running: bool,
    },
    /// It has ended.
    Ended,
}

impl TableStanding {
    /// Returns the standing of a table whose file is not here.
    pub(super) const fn absent(table: Option<u16>) -> Self {
        Self { table, session: None, stage: TableStage::Absent, lines: 0, last_line: None, things: 0 }
    }

    /// Returns how a session stands at this moment.
    pub(super) fn of(session: &Session, id: &SessionId, catalogue: &Catalogue, now: Timestamp) -> Self {
        let table = session.gathering().and_then(|place| place.table);
        let here = Self { session: Some(id.clone()), ..Self::absent(table) };
        if session.is_private() {
            return Self { stage: TableStage::Private, ..here };
        }
        let last = session.live().rfind(|event| event.is_line());
        Self {
            stage: TableStage::of(session, catalogue, now),
            lines: session.lines(),
            last_line: last.map(|event| session.header().moment_at(event.at)),
            ..here
        }
    }

    /// Returns what the table is called on the screen.
    pub fn called(&self) -> String {
        self.table.map_or_else(|| "plenary".to_owned(), |number| format!("table {number}"))
    }
}

impl TableStage {
    fn of(session: &Session, catalogue: &Catalogue, now: Timestamp) -> Self {
        let Some(place) = session.place().filter(|_| !session.is_closed()) else {
            return if session.is_closed() { Self::Ended } else { Self::Waiting };
        };
        let (step, planned) = (&place.step, place.planned);
        let mode = session.mode();
        let agenda = Agenda::lay_out(session.agenda(), catalogue, mode);
        let facts = session.events().iter().flat_map(|event| &event.facts);
        let entered =
            facts.filter_map(|fact| if let Fact::StepEntered { step, .. } = fact { Some(step) } else { None });
        let at = entered.fold(None, |at, step| agenda.place(step, at).or(at));
        let at = at.filter(|at| agenda.stops().get(*at).is_some_and(|stop| stop.step == *step));
        let at = at.or_else(|| agenda.place(step, at));
        let clock = session.clock(SessionTime::of(now, session.header().opened));
        let title = catalogue.step(step, mode).map_or_else(|| step.to_string(), |(_, step)| step.title.clone());
        Self::At {
            number: at.map(|at| at + 1),
            of: agenda.stops().len(),
            title,
            ran: clock.step,
            planned,
            running: clock.running,
        }
    }

    /// Returns the stage as JSON and scripts name it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Private => "private",
            Self::Waiting => "waiting",
            Self::At { .. } => "running",
            Self::Ended => "ended",
        }
    }
}

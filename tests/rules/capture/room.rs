//! A session in memory, and a short way to write down what a line was read as.

use adjacent::capture::{self, Context, Heard, Reading};
use adjacent::graph::{Ledger, Origin};
use adjacent::record::{
    Claim, Delay, Event, Fact, Header, Kind, Mode, Names, Relation, Session, SessionKind, SessionTime, Sign,
};

use crate::session::header;
use crate::talk::{opening, seats};

/// A session in which lines are typed, and everything that was said so far.
pub(crate) struct Room {
    pub(crate) session: Session,
    pub(crate) ledger: Ledger,
    pub(crate) heard: Heard,
}

impl Room {
    /// A room in which nothing has been said.
    pub(crate) fn new() -> Self {
        Self::with(SessionKind::Workshop, &[])
    }

    /// One person alone.
    pub(crate) fn alone() -> Self {
        Self::with(SessionKind::Solo, &[("me", "Claims")])
    }

    /// A room with these seats: tag and unit.
    pub(crate) fn of_people(people: &[(&str, &str)]) -> Self {
        Self::with(SessionKind::Workshop, people)
    }

    /// A room in which these lines were typed.
    pub(crate) fn after(lines: &[&str]) -> Self {
        let mut room = Self::new();
        for line in lines {
            room.hear(line);
        }
        room
    }

    fn with(kind: SessionKind, people: &[(&str, &str)]) -> Self {
        let mode = if kind == SessionKind::Solo { Mode::Solo } else { Mode::Live };
        let header = Header { kind, ..header("here", "Here") };
        let mut room = Self { session: Session::new(header), ledger: Ledger::new(), heard: Heard::default() };
        room.push(opening(mode, seats(people)));
        room
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context::new(&self.ledger, &self.session, &self.heard)
    }

    /// How the line would be read, without recording it.
    pub(crate) fn read(&self, line: &str) -> Reading {
        capture::read(line, &self.context())
    }

    /// Reads the line and records it.
    pub(crate) fn hear(&mut self, line: &str) -> Reading {
        let reading = self.read(line);
        self.record(&reading);
        reading
    }

    pub(crate) fn record(&mut self, reading: &Reading) {
        if reading.facts.is_empty() {
            return;
        }
        let seq = self.session.next_seq();
        self.push(Event {
            seq,
            at: SessionTime::from_millis(seq * 1000),
            speaker: reading.speaker.clone(),
            said: Some(reading.said.clone()),
            facts: reading.facts.clone(),
            ..Event::default()
        });
    }

    /// What other sessions of the workspace have said, in these lines.
    pub(crate) fn also_elsewhere(&mut self, lines: &[&str]) {
        let mut other = Room::after(lines);
        let header = Header { id: "elsewhere".into(), ..other.session.header().clone() };
        other.session = Session::fold(header, other.session.events().to_vec());
        self.ledger.add_session(&other.session, &Names::default());
    }

    fn push(&mut self, event: Event) {
        let rebuilt = event.facts.iter().any(Fact::is_undo_or_redo);
        self.heard.hear(&event);
        let origin = Origin::of(&self.session, &Names::default());
        self.ledger.apply(&origin, &event);
        self.session.push(event);
        if rebuilt {
            self.ledger = Ledger::new();
            self.ledger.add_session(&self.session, &Names::default());
        }
    }

    /// The sentence for a line that is only read.
    pub(crate) fn says(&self, line: &str) -> String {
        self.speak(&self.read(line))
    }

    /// The sentence for a reading; everybody is called by their tag with a capital.
    pub(crate) fn speak(&self, reading: &Reading) -> String {
        capture::read_back(reading, &self.context(), &|tag| Some(capital(tag)))
    }
}

fn capital(tag: &str) -> String {
    let mut letters = tag.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Every claim of a reading in the shape `!Bot -> ~Handle time : affects -- 7d seen "words"`.
pub(crate) fn claims(reading: &Reading) -> Vec<String> {
    reading
        .facts
        .iter()
        .filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim) } else { None })
        .map(|claim| show(claim, reading))
        .collect()
}

fn show(claim: &Claim, reading: &Reading) -> String {
    let thing = |label: &str| format!("{}{label}", sigil(kind_of(label, reading)));
    let mark: String = match claim.sign {
        Sign::Plus | Sign::Minus => claim.sign.mark().to_string().repeat(claim.strength.marks().into()),
        sign => format!("{}{}", sign.mark(), claim.strength.marks()),
    };
    let delay = match claim.delay {
        None => String::new(),
        Some(Delay::Days(days)) => format!(" {days}d"),
        Some(Delay::Later) => " later".to_owned(),
    };
    let words = claim.words.as_ref().map(|words| format!(" \"{words}\"")).unwrap_or_default();
    let note = claim.note.as_ref().map(|note| format!(" // {note}")).unwrap_or_default();
    let relation = if claim.kind == Relation::Affects { String::new() } else { format!("{} ", claim.kind.name()) };
    let basis = claim.basis.name();
    format!("{} -> {} : {relation}{mark}{delay} {basis}{words}{note}", thing(&claim.from), thing(&claim.to))
}

/// The kind a label on this line was read as.
pub(crate) fn kind_of(label: &str, reading: &Reading) -> Kind {
    let named = reading.facts.iter().find_map(|fact| match fact {
        Fact::Named { label: named, kind } if named == label => Some(*kind),
        _ => None,
    });
    let mentioned = reading
        .mentions
        .iter()
        .find(|mention| mention.typed.iter().any(|typed| typed == label))
        .map(|mention| mention.kind);
    named.or(mentioned).unwrap_or_default()
}

fn sigil(kind: Kind) -> String {
    kind.sigil().map(String::from).unwrap_or_default()
}

/// Everything a reading records beside namings and claims.
pub(crate) fn others(reading: &Reading) -> Vec<Fact> {
    let others = reading.facts.iter().filter(|fact| !matches!(fact, Fact::Named { .. } | Fact::Claimed(_)));
    others.cloned().collect()
}

/// What a reading names, in the shape `!Bot`.
pub(crate) fn named(reading: &Reading) -> Vec<String> {
    let names = reading.facts.iter().filter_map(|fact| match fact {
        Fact::Named { label, kind } => Some(format!("{}{label}", sigil(*kind))),
        _ => None,
    });
    names.collect()
}

/// What is worth a second look about a reading.
pub(crate) fn doubts(reading: &Reading) -> Vec<adjacent::capture::Doubt> {
    reading.amber.iter().map(|amber| amber.doubt).collect()
}

/// Why a line is a scrap, having checked that it left nothing behind.
pub(crate) fn scrapped(reading: &Reading) -> Option<&str> {
    let why = reading.why.as_deref()?;
    assert_eq!(reading.form, adjacent::capture::Form::Scrap);
    assert_eq!(reading.facts, [Fact::Scrapped { reason: why.to_owned() }]);
    assert!(reading.mentions.is_empty());
    Some(why)
}

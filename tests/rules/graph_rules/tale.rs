//! Sessions told in a few words, so that a test reads like what happened in the room.

use adjacent::graph::{Arrow, Graph, Key, Ledger, Link, Thing};
use adjacent::record::{
    Attribute, Basis, Claim, Delay, Event, Exposure, Fact, Header, Kind, Names, Person, Position, Relation, Session,
    SessionKind, SessionTime, Sign, Stance, Strength, from_whole_millis,
};

use crate::session::header;

/// One session in the making. One minute passes between events unless [`Tale::wait_days`] says otherwise.
#[derive(Clone)]
pub(crate) struct Tale {
    header: Header,
    events: Vec<Event>,
    at: SessionTime,
    claims: u32,
}

const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;

impl Tale {
    /// A workshop on a day of November 2026.
    pub(crate) fn on_day(day: u8, id: &str) -> Self {
        let opened = format!("2026-11-{day:02}T09:00:00Z").parse().unwrap();
        let header = Header { opened, ..header(id, id) };
        Self { header, events: Vec::new(), at: SessionTime::OPENING, claims: 0 }
    }

    /// A workshop.
    pub(crate) fn new() -> Self {
        Self::on_day(20, "workshop")
    }

    /// One person alone, who sits on seat `me` and works in `party`.
    pub(crate) fn solo(party: &str) -> Self {
        let mut tale = Self::on_day(20, "solo");
        tale.header.kind = SessionKind::Solo;
        tale.seat("me", None, Some(party))
    }

    /// An import: a file of another tool states what it holds.
    pub(crate) fn import(day: u8, id: &str) -> Self {
        let mut tale = Self::on_day(day, id);
        tale.header.kind = SessionKind::Import;
        tale
    }

    /// The import states these facts under one key.
    pub(crate) fn states(self, key: &str, facts: Vec<Fact>) -> Self {
        self.event(Event { source: Some(key.to_owned()), facts, ..Event::default() })
    }

    /// The import states an arrow under a key of its own.
    pub(crate) fn lists(self, arrow: &str, tail: &str) -> Self {
        let (tale, claim) = self.claim(arrow, tail);
        let claim = Claim { basis: Basis::Imported, ..claim };
        let named = |label: &String| Fact::Named { label: label.clone(), kind: Kind::Unknown };
        let facts = vec![named(&claim.from), named(&claim.to), Fact::Claimed(claim)];
        tale.states(arrow, facts)
    }

    /// The import states a thing under a key of its own.
    pub(crate) fn lists_thing(self, label: &str, kind: Kind) -> Self {
        self.states(label, vec![Fact::Named { label: label.into(), kind }])
    }

    /// The source no longer states an arrow that the event with this number stated.
    pub(crate) fn drops(self, seq: u64, arrow: &str, relation: Relation) -> Self {
        let (from, to) = arrow.split_once(" -> ").unwrap();
        self.fact(Fact::GoneFromSource { seq, label: from.into(), to: Some(to.into()), relation })
    }

    /// The source no longer lists a thing that the event with this number stated.
    pub(crate) fn drops_thing(self, seq: u64, label: &str) -> Self {
        self.fact(Fact::GoneFromSource { seq, label: label.into(), to: None, relation: Relation::default() })
    }

    /// Somebody takes a seat.
    pub(crate) fn seat(self, tag: &str, name: Option<&str>, party: Option<&str>) -> Self {
        let person =
            Person { tag: tag.into(), name: name.map(Into::into), party: party.map(Into::into), ..Person::default() };
        self.fact(Fact::Joined(person))
    }

    /// An event without a typed line.
    pub(crate) fn fact(self, fact: Fact) -> Self {
        self.event(Event { facts: vec![fact], ..Event::default() })
    }

    /// A typed line that was read as these facts.
    pub(crate) fn line(self, speaker: &str, facts: Vec<Fact>) -> Self {
        let speaker = (!speaker.is_empty()).then(|| speaker.into());
        self.event(Event { speaker, said: Some("a line".into()), facts, ..Event::default() })
    }

    /// Any event; its number and time are set here.
    pub(crate) fn event(mut self, event: Event) -> Self {
        self.at += from_whole_millis(MINUTE);
        self.events.push(Event { seq: self.events.len() as u64 + 1, at: self.at, ..event });
        self
    }

    pub(crate) fn wait_days(mut self, days: u64) -> Self {
        self.at += from_whole_millis(DAY * days);
        self
    }

    /// Somebody draws an arrow: `claims("mei", "Bot -> Trust", "affects - seen 1q")`. No speaker is `""`.
    pub(crate) fn claims(self, speaker: &str, arrow: &str, tail: &str) -> Self {
        let (tale, claim) = self.claim(arrow, tail);
        tale.line(speaker, vec![Fact::Claimed(claim)])
    }

    /// The next claim, to be changed and put in a line by hand.
    pub(crate) fn claim(mut self, arrow: &str, tail: &str) -> (Self, Claim) {
        self.claims += 1;
        let claim = read_claim(self.claims, arrow, tail);
        (self, claim)
    }

    /// Somebody takes a position on an arrow; the tail says what the claim they answer said.
    pub(crate) fn stance(self, speaker: &str, position: Position, arrow: &str, tail: &str) -> Self {
        let Claim { from, to, kind, sign, strength, delay, .. } = read_claim(0, arrow, tail);
        let stance = Stance { position, from, to, kind, sign, strength, delay, words: None };
        self.line(speaker, vec![Fact::Stanced(stance)])
    }

    pub(crate) fn named(self, label: &str, kind: Kind) -> Self {
        self.line("", vec![Fact::Named { label: label.into(), kind }])
    }

    pub(crate) fn set(self, label: &str, attribute: Attribute) -> Self {
        self.line("", vec![Fact::Set { label: label.into(), attribute, words: None }])
    }

    pub(crate) fn merged(self, keep: &str, drop: &str) -> Self {
        self.fact(Fact::Merged { keep: keep.into(), drop: drop.into() })
    }

    pub(crate) fn renamed(self, from: &str, to: &str) -> Self {
        self.fact(Fact::Renamed { from: from.into(), to: to.into() })
    }

    pub(crate) fn unmerged(self, keep: &str, drop: &str) -> Self {
        self.fact(Fact::Unmerged { keep: keep.into(), drop: drop.into() })
    }

    /// The last event is taken back.
    pub(crate) fn undone(self) -> Self {
        let seq = self.events.len() as u64;
        self.fact(Fact::Retracted { seq })
    }

    /// The last event is for the facilitator alone, or without its speaker.
    pub(crate) fn exposed(mut self, exposure: Exposure) -> Self {
        self.events.last_mut().unwrap().exposure = exposure;
        self
    }

    pub(crate) fn told(self) -> Session {
        Session::fold(self.header, self.events)
    }
}

fn read_claim(number: u32, arrow: &str, tail: &str) -> Claim {
    let (from, to) = arrow.split_once(" -> ").unwrap();
    let mut claim = Claim { claim: number, from: from.into(), to: to.into(), ..Claim::default() };
    for word in tail.split_whitespace() {
        read_word(&mut claim, word);
    }
    claim
}

fn read_word(claim: &mut Claim, word: &str) {
    if let Some(kind) = Relation::ALL.into_iter().find(|relation| relation.name() == word) {
        claim.kind = kind;
    } else if let Some(basis) = [Basis::Guess, Basis::Told, Basis::Seen].into_iter().find(|b| b.name() == word) {
        claim.basis = basis;
    } else if word == "later" {
        claim.delay = Some(Delay::Later);
    } else if word == "imagined" {
        claim.imagined = true;
    } else if let Some(days) = word.strip_suffix('d') {
        claim.delay = Some(Delay::Days(days.parse().unwrap()));
    } else {
        claim.sign = match word.chars().next() {
            Some('+') => Sign::Plus,
            Some('-') => Sign::Minus,
            Some('=') => Sign::NoEffect,
            _ => panic!("{word:?} is not part of a tail"),
        };
        claim.strength = Strength::from_marks(word.len());
    }
}

/// Everything said in these sessions, without names files.
pub(crate) fn ledger(sessions: &[Session]) -> Ledger {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    ledger
}

/// What these sessions add up to.
pub(crate) fn graph(sessions: &[Session]) -> Graph {
    ledger(sessions).graph(None)
}

/// What one session adds up to.
pub(crate) fn graph_of(tale: Tale) -> Graph {
    graph(&[tale.told()])
}

/// The arrows on the map, one `A -> B` each.
pub(crate) fn arrows(graph: &Graph) -> Vec<String> {
    graph.links().map(|link| ends(link)).collect()
}

/// The only arrow between two things.
pub(crate) fn arrow(graph: &Graph, between: &str) -> Arrow {
    let mut found = graph.links().filter(|link| ends(*link) == between);
    let arrow = found.next().unwrap_or_else(|| panic!("no arrow {between}")).arrow.clone();
    assert!(found.next().is_none(), "more than one arrow {between}");
    arrow
}

/// The thing with this label.
pub(crate) fn thing<'a>(graph: &'a Graph, label: &str) -> &'a Thing {
    graph.thing(&Key::of(label).unwrap()).unwrap_or_else(|| panic!("no thing {label}"))
}

fn ends(link: Link<'_>) -> String {
    format!("{} -> {}", link.from.label, link.to.label)
}

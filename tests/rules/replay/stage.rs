//! Sessions to look back at.

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::graph::Ledger;
use adjacent::record::{Event, Fact, Header, Mode, Names, Person, Session, SessionKind};
use adjacent::replay::Timeline;
use adjacent::store::samples;

/// The worked example.
pub(crate) fn sample() -> Session {
    samples::all().remove(0)
}

pub(crate) fn timeline(session: &Session) -> Timeline {
    Timeline::new(session.clone(), &Names::default(), Ledger::new())
}

/// The session as it stood after so many events.
pub(crate) fn cut(session: &Session, heard: usize) -> Session {
    Session::fold(session.header().clone(), session.events()[..heard].to_vec())
}

pub(crate) fn added_up<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Ledger {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    ledger
}

pub(crate) fn seat(tag: &str, party: &str) -> Person {
    Person { tag: tag.into(), party: Some(party.to_owned()), ..Person::default() }
}

/// A room of three teams in which these lines are typed, one a minute. `seq!` retracts that event, `seq^` restores it.
pub(crate) fn typed(id: &str, opened: &str, lines: &[&str]) -> Session {
    let header = Header {
        id: id.into(),
        title: id.to_owned(),
        opened: opened.parse().unwrap(),
        zone: adjacent::record::Zone::UTC,
        kind: SessionKind::Workshop,
        private: false,
    };
    let people = vec![seat("zqmei", "Claims"), seat("zqtom", "Contact Centre"), seat("zqpri", "Retention")];
    let opening = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    let catalogue = Catalogue::embedded();
    let mut recording = Recording::new(OpenSession::alone(Session::new(header)), &catalogue);
    recording.apply(recording.keyed(vec![opening], 0), &catalogue);
    for (at, line) in (1..).map(|minute| minute * 60_000).zip(lines) {
        let number = |mark: char| line.strip_suffix(mark).and_then(|seq| seq.parse().ok());
        let event = match (number('!'), number('^')) {
            (Some(seq), _) => recording.keyed(vec![Fact::Retracted { seq }], at),
            (_, Some(seq)) => recording.keyed(vec![Fact::Restored { seq }], at),
            _ => recording.spoken(&recording.read(line, None, &AnswerFrame::default(), at), at),
        };
        recording.apply(event, &catalogue);
    }
    recording.session().clone()
}

/// A keyed act at the end of a session.
pub(crate) fn keyed(session: &mut Session, at: u64, facts: Vec<Fact>) {
    session.push(Event { seq: session.next_seq(), at, facts, ..Event::default() });
}

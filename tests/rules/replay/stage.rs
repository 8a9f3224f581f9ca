//! Sessions to look back at.

use adjacent::app::OpenSession;
use adjacent::exercise::AnswerFrame;
use adjacent::graph::Ledger;
use adjacent::record::{Event, Fact, Header, Mode, Names, Session, SessionTime};
use adjacent::replay::Timeline;
use adjacent::store::samples;

use crate::session::header;
use crate::talk::{Talk, opening, seats};

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

/// A room of three teams in which these lines are typed, one a minute. `seq!` retracts that event, `seq^` restores it.
pub(crate) fn typed(id: &str, opened: &str, lines: &[&str]) -> Session {
    let header = Header { opened: opened.parse().unwrap(), ..header(id, id) };
    let people = seats(&[("zqmei", "Claims"), ("zqtom", "Contact Centre"), ("zqpri", "Retention")]);
    let Talk { mut recording, catalogue, .. } =
        Talk::on(OpenSession::alone(Session::fold(header, [opening(Mode::Live, people)])));
    for (at, line) in (1..).map(|minute| minute * 60_000).zip(lines) {
        let number = |mark: char| line.strip_suffix(mark).and_then(|seq| seq.parse().ok());
        let event = match (number('!'), number('^')) {
            (Some(seq), _) => recording.keyed(vec![Fact::Retracted { seq }], SessionTime::from_millis(at)),
            (_, Some(seq)) => recording.keyed(vec![Fact::Restored { seq }], SessionTime::from_millis(at)),
            _ => recording.spoken(
                &recording.read(line, None, &AnswerFrame::default(), SessionTime::from_millis(at)),
                SessionTime::from_millis(at),
            ),
        };
        recording.apply(event, &catalogue);
    }
    recording.session().clone()
}

/// A keyed act at the end of a session.
pub(crate) fn keyed(session: &mut Session, at: u64, facts: Vec<Fact>) {
    session.push(Event { seq: session.next_seq(), at: SessionTime::from_millis(at), facts, ..Event::default() });
}

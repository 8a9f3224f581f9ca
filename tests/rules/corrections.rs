//! A line that was corrected, at whatever place, reads everywhere as if it had been typed so, and undo brings it back.

use adjacent::app::open_session::OpenSession;
use adjacent::app::recording::Recording;
use adjacent::exercise::{Blanks, Catalogue};
use adjacent::export::{findings_json, map_json, minutes_markdown};
use adjacent::graph::Ledger;
use adjacent::lens;
use adjacent::record::{Event, Fact, Names, SeatTag, Session, SessionTime, line};
use adjacent::replay::{Timeline, narrative};
use adjacent::store::samples::EMBEDDED;

/// What every reader of a session shows of it.
#[derive(Debug, PartialEq)]
struct Read {
    map: String,
    findings: String,
    minutes: String,
    story: String,
    replayed: String,
}

fn samples() -> Vec<Session> {
    let read = EMBEDDED.iter().map(|bytes| line::read(bytes));
    read.map(|reading| Session::fold(reading.heading.header, reading.events)).collect()
}

fn map(session: &Session) -> String {
    let mut ledger = Ledger::new();
    ledger.add_session(session, &Names::default());
    map_json(&ledger.graph(None))
}

fn read(session: &Session, catalogue: &Catalogue) -> Read {
    let mut ledger = Ledger::new();
    ledger.add_session(session, &Names::default());
    let graph = ledger.graph(None);
    let mut timeline = Timeline::new(session.clone(), &Names::default(), Ledger::new());
    let end = timeline.end();
    Read {
        map: map_json(&graph),
        findings: findings_json(&graph, &lens::read(&graph).findings),
        minutes: minutes_markdown(session, &ledger, catalogue, &Blanks::default()),
        story: String::new(),
        replayed: map_json(timeline.look(end).graph()),
    }
}

fn story(session: &Session, catalogue: &Catalogue) -> String {
    let mut timeline = Timeline::new(session.clone(), &Names::default(), Ledger::new());
    format!("{:?}", narrative(&mut timeline, catalogue, &[]))
}

/// The session with another event in the place of one of its events.
fn typed_so(session: &Session, instead: &Event) -> Session {
    let events = session.recorded().map(|event| if event.seq == instead.seq { instead } else { event });
    Session::fold(session.header().clone(), events.cloned())
}

fn lines(session: &Session) -> Vec<u64> {
    session.live().filter(|event| event.is_line() && event.can_be_taken_back()).map(|event| event.seq).collect()
}

fn end(session: &Session) -> SessionTime {
    session.events().last().map_or(SessionTime::OPENING, |event| event.at)
}

/// The event as it would stand in its file, had the correction been typed in the first place.
fn as_typed(line: &Event, correction: &Event) -> Event {
    let facts = correction.stated().to_vec();
    Event { said: correction.said.clone(), speaker: correction.speaker.clone(), facts, ..line.clone() }
}

fn with(session: &Session, event: Event) -> Session {
    let mut session = session.clone();
    session.push(event);
    session
}

fn undone(session: &Session) -> Session {
    let facts = session.taking_back(session.undo_target().unwrap());
    let event = Event { seq: session.next_seq(), at: end(session), facts, ..Event::default() };
    with(session, event)
}

const WORDS: [&str; 4] =
    ["Scan reader -> fewer complaints : seen", "Reply bot needs Policy archive", "that is just talk", "park the name of the bot"];

/// Every line of every sample, with each kind of correction of it.
fn corrections(session: &Session, catalogue: &Catalogue) -> Vec<(u64, Event)> {
    let recording = Recording::new(OpenSession::alone(session.clone()), catalogue);
    let seat = session.everybody().last().map(|person| person.tag.clone());
    let mut all = Vec::new();
    for (place, line) in lines(session).into_iter().enumerate() {
        let words = WORDS[place % WORDS.len()];
        let speaker = session.event(line).unwrap().speaker.clone();
        let reading = recording.read_for_line(line, words, speaker.as_ref().map(SeatTag::as_ref), catalogue).unwrap();
        all.push((line, recording.corrected(line, &reading, end(session)).unwrap()));
        all.push((line, recording.said_by(line, seat.as_ref(), end(session), catalogue).unwrap()));
    }
    all
}

#[test]
fn a_line_corrected_at_any_place_of_any_sample_reads_as_if_it_had_been_typed_so_and_undo_brings_it_back() {
    let catalogue = Catalogue::embedded();
    for sample in samples() {
        let before = map(&sample);
        for (place, (line, correction)) in corrections(&sample, &catalogue).into_iter().enumerate() {
            let typed = typed_so(&sample, &as_typed(sample.event(line).unwrap(), &correction));
            let corrected = with(&sample, correction.clone());
            assert_eq!(read(&corrected, &catalogue), read(&typed, &catalogue), "{correction:?}");
            assert_eq!(map(&undone(&corrected)), before, "{correction:?}");
            if place % 40 == 0 {
                // The story reads the map after each line, which takes long.
                assert_eq!(story(&corrected, &catalogue), story(&typed, &catalogue), "{correction:?}");
            }
        }
    }
}

#[test]
fn a_line_taken_back_or_removed_for_good_leaves_the_map_of_a_session_without_it_corrected_or_not() {
    for sample in samples() {
        let catalogue = Catalogue::embedded();
        for (line, correction) in corrections(&sample, &catalogue).into_iter().step_by(3) {
            let without = sample.recorded().filter(|event| event.seq != line).cloned();
            let without = map(&Session::fold(sample.header().clone(), without));
            let corrected = with(&sample, correction);
            for session in [&sample, &corrected] {
                let act = |facts| Event { seq: session.next_seq(), at: end(session), facts, ..Event::default() };
                let taken = act(vec![Fact::Retracted { seq: session.version(line) }]);
                assert_eq!(map(&with(session, taken)), without);
                let orders = session.copies_of(line).into_iter().map(|seq| Fact::StrikeOrdered { seq });
                let struck = with(session, act(orders.collect()));
                let said = sample.event(line).unwrap().said.as_deref().unwrap();
                assert!(struck.recorded().all(|event| event.said.as_deref() != Some(said)), "{said}");
                assert!(!struck.stands(line) || struck.event(line).unwrap().is_struck());
            }
        }
    }
}

/// A line corrected twice, undone once, taken back and restored: each state equals the session in which it stood so.
#[test]
fn a_line_can_be_corrected_again_and_each_undo_goes_one_version_back() {
    let catalogue = Catalogue::embedded();
    let sample = samples().remove(0);
    let line = lines(&sample)[12];
    let correct = |session: &Session, words: &str| {
        let recording = Recording::new(OpenSession::alone(session.clone()), &catalogue);
        let reading = recording.read_for_line(line, words, None, &catalogue).unwrap();
        with(session, recording.corrected(line, &reading, end(session)).unwrap())
    };
    let first = correct(&sample, WORDS[0]);
    let second = correct(&first, WORDS[1]);
    assert_eq!(second.event(line).unwrap().said.as_deref(), Some(WORDS[1]));
    assert_eq!(second.versions(line).count(), 3);
    assert_eq!((second.lines(), second.is_corrected(line)), (sample.lines(), true));
    let once = undone(&second);
    assert_eq!((map(&once), once.event(line)), (map(&first), first.event(line)));
    let twice = undone(&once);
    assert_eq!((map(&twice), twice.is_corrected(line)), (map(&sample), false));
    // A copy of the session as it reads is the session.
    for session in [&first, &second, &once, &twice] {
        let copy = Session::fold(session.header().clone(), session.events().iter().cloned());
        assert_eq!(map(&copy), map(session));
        let again = Session::fold(session.header().clone(), session.recorded().cloned());
        assert_eq!((map(&again), again.events()), (map(session), session.events()));
    }
}

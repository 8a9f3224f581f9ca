//! A line that was corrected, at whatever place, reads everywhere as if it had been typed so, and undo brings it back.

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::{Blanks, Catalogue};
use adjacent::export::{findings_json, map_json, minutes_markdown};
use adjacent::graph::Ledger;
use adjacent::lens;
use adjacent::record::{Event, Fact, Names, SeatTag, Session, SessionTime, line};
use adjacent::replay::Timeline;
use adjacent::replay::narrative::narrative;
use adjacent::store::samples::EMBEDDED;

/// What every reader of a session shows of it.
type Shown = [String; 4];

fn samples() -> Vec<Session> {
    let read = EMBEDDED.iter().map(|bytes| line::read(bytes));
    read.map(|reading| Session::fold(reading.heading.header, reading.events)).collect()
}

/// The map without the number of lines, which counts lines that were taken back too.
fn uncounted(map: &str) -> String {
    map.lines().filter(|line| !line.contains("\"events\":")).collect::<Vec<_>>().join("\n")
}

fn map(session: &Session) -> String {
    let mut ledger = Ledger::new();
    ledger.add_session(session, &Names::default());
    map_json(&ledger.graph(None))
}

fn read(session: &Session, catalogue: &Catalogue) -> Shown {
    let mut ledger = Ledger::new();
    ledger.add_session(session, &Names::default());
    let graph = ledger.graph(None);
    let mut timeline = Timeline::new(session.clone(), &Names::default(), Ledger::new());
    let end = timeline.end();
    [
        map_json(&graph),
        findings_json(&graph, &lens::read(&graph).findings, &[]),
        minutes_markdown(session, &ledger, catalogue, &Blanks::default()),
        map_json(timeline.look(end).graph()),
    ]
}

fn story(session: &Session, catalogue: &Catalogue) -> String {
    let mut timeline = Timeline::new(session.clone(), &Names::default(), Ledger::new());
    format!("{:?}", narrative(&mut timeline, catalogue, &[]))
}

/// Compares two texts and tells the first line in which they differ.
#[track_caller]
fn assert_same(one: &str, other: &str, what: &dyn std::fmt::Debug) {
    let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    assert!(one == other, "{what:?}: {differs:?}");
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

const WORDS: [&str; 4] = [
    "Scan reader -> fewer complaints : seen",
    "Reply bot needs Policy archive",
    "that is just talk",
    "park the name of the bot",
];

/// Every line of a session, each with a correction of it.
fn corrections(session: &Session, catalogue: &Catalogue) -> Vec<(u64, Event)> {
    let recording = Recording::new(OpenSession::alone(session.clone()), catalogue);
    let seat = session.everybody().last().map(|person| person.tag.clone());
    let mut all = Vec::new();
    for (place, line) in lines(session).into_iter().enumerate() {
        let words = WORDS[place % WORDS.len()];
        let speaker = session.event(line).unwrap().speaker.clone();
        // Every third line is said by somebody else instead.
        let correction = if place % 3 == 2 {
            recording.said_by(line, seat.as_ref(), end(session), catalogue)
        } else {
            let seat = speaker.as_ref().map(SeatTag::as_ref);
            let reading = recording.context_of(line, catalogue).unwrap().read(words, seat, catalogue);
            recording.corrected(line, &reading, end(session))
        };
        all.push((line, correction.unwrap()));
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
            for (one, other) in read(&corrected, &catalogue).iter().zip(&read(&typed, &catalogue)) {
                assert_same(one, other, &correction);
            }
            assert_same(&map(&undone(&corrected)), &before, &correction);
            if place % 40 == 0 {
                // The story reads the map after each line, which takes long.
                assert_same(&story(&corrected, &catalogue), &story(&typed, &catalogue), &correction);
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
            let without = uncounted(&map(&Session::fold(sample.header().clone(), without)));
            let corrected = with(&sample, correction);
            for session in [&sample, &corrected] {
                let act = |facts| Event { seq: session.next_seq(), at: end(session), facts, ..Event::default() };
                let taken = act(vec![Fact::Retracted { seq: session.version(line) }]);
                assert_same(&uncounted(&map(&with(session, taken))), &without, &line);
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
        let reading = recording.context_of(line, &catalogue).unwrap().read(words, None, &catalogue);
        with(session, recording.corrected(line, &reading, end(session)).unwrap())
    };
    let first = correct(&sample, WORDS[0]);
    let second = correct(&first, WORDS[1]);
    assert_eq!(second.event(line).unwrap().said.as_deref(), Some(WORDS[1]));
    assert_eq!(second.versions(line).count(), 3);
    assert_eq!((second.lines(), second.is_corrected(line)), (sample.lines(), true));
    let once = undone(&second);
    assert_same(&map(&once), &map(&first), &"undone once");
    assert_eq!(once.event(line), first.event(line));
    let twice = undone(&once);
    assert_same(&map(&twice), &map(&sample), &"undone twice");
    assert!(!twice.is_corrected(line));
    // A copy of the session as it reads is the session.
    for session in [&first, &second, &once, &twice] {
        let copy = Session::fold(session.header().clone(), session.events().iter().cloned());
        assert_same(&map(&copy), &map(session), &"copied");
        let again = Session::fold(session.header().clone(), session.recorded().cloned());
        assert_eq!(again.events(), session.events());
    }
}

//! What is private is in nothing that looks back, and what was said without a name is nobody's.

use adjacent::graph::Ledger;
use adjacent::record::{Due, Event, Exposure, Fact, Names, Outcome, Session, SessionTime, matters};
use adjacent::replay::Timeline;
use adjacent::replay::brief::Brief;
use adjacent::replay::compare::{ComparedSide, Scope, compare};
use adjacent::replay::outlook::outlook;
use adjacent::replay::search::{Query, search};

use crate::replay::stage::{added_up, typed};

fn add(session: &mut Session, exposure: Exposure, facts: Vec<Fact>) -> u64 {
    let seq = session.next_seq();
    let at = seq * 60_000;
    session.push(Event {
        seq,
        at: SessionTime::from_millis(at),
        speaker: Some("zqtom".into()),
        exposure,
        facts,
        ..Event::default()
    });
    seq
}

fn promise(text: &str) -> Fact {
    let who = Some("zqtom".to_owned());
    Fact::Committed { text: text.to_owned(), who, due: Some(Due::In(14)), about: None, about_to: None }
}

/// A talk in which somebody kept something to themselves.
fn talk() -> Session {
    let mut session = typed("first", "2026-11-20T09:00:00Z", &["zqmei> Bot -> Trust : -", "? who tells them"]);
    let asked = session.next_seq() - 1;
    let facts = [
        vec![Fact::Asked { text: "hushed question".into() }],
        vec![Fact::Parked { text: "hushed item".into() }],
        vec![promise("hushed promise")],
        vec![Fact::Settled {
            session: None,
            seq: asked,
            outcome: Outcome::Answered,
            due: None,
            words: Some("hushed answer".into()),
        }],
    ];
    for facts in facts {
        add(&mut session, Exposure::Private, facts);
    }
    session
}

#[test]
fn what_is_private_is_no_matter_and_in_no_comparison_and_no_brief() {
    let session = talk();
    assert_eq!(matters(&[], [&session]).len(), 1);
    let empty = ComparedSide::new(Ledger::new(), []);
    let side = ComparedSide::new(added_up([&session]), [&session]);
    let changes = compare(&empty, &side, Scope::OneStory);
    let told = format!("{:?}", changes.sections());
    assert!(told.contains("who tells them") && !told.contains("hushed"), "{told}");
    let past = std::slice::from_ref(&session);
    let outlook = outlook(past, &added_up(past), "2026-12-20".parse().unwrap());
    let brief = Brief { outlook: &outlook, since: Some((&session, &changes)), newcomers: Vec::new() };
    for told in [format!("{:?}", brief.sections()), brief.json()] {
        assert!(told.contains("who tells them") && !told.contains("hushed"), "{told}");
    }
}

#[test]
fn settling_what_was_private_tells_nobody_what_it_was() {
    let first = talk();
    let mut second = typed("second", "2026-12-04T09:00:00Z", &["zqmei> Bot -> Trust : -"]);
    let private = first.events().iter().find(|event| event.exposure == Exposure::Private).unwrap().seq;
    let outcome = Outcome::Dropped;
    let settled = Fact::Settled { session: Some("first".into()), seq: private, outcome, due: None, words: None };
    add(&mut second, Exposure::Room, vec![settled]);
    let carried = matters(&[], [&first]);
    for &kind in adjacent::replay::search::HitKind::ALL {
        let query = Query { kind: Some(kind), ..Query::default() };
        for hit in search(&second, &carried, &query) {
            assert!(!hit.excerpt.contains("hushed"), "{}", hit.excerpt);
        }
    }
}

#[test]
fn what_was_promised_without_a_name_is_somebodys() {
    let mut session = typed("first", "2026-11-20T09:00:00Z", &[]);
    add(&mut session, Exposure::Anonymous, vec![promise("ring them")]);
    let matters = matters(&[], [&session]);
    assert_eq!(matters[0].who.as_deref(), Some("somebody"));
    assert!(matters[0].is_promise());
}

#[test]
fn an_arrow_drawn_without_a_name_tells_no_unit() {
    let said = typed("first", "2026-11-20T09:00:00Z", &["zqtom> Bot -> Trust : - seen"]);
    let heard = |exposure| {
        let events = said.events().iter().cloned().map(|event| match event.speaker {
            Some(_) => Event { exposure, ..event },
            None => event,
        });
        let session = Session::fold(said.header().clone(), events);
        let mut timeline = Timeline::new(session, &Names::default(), Ledger::new());
        let end = timeline.end();
        let still = timeline.look(end);
        let link = still.graph().links().next().unwrap();
        (link.arrow.heard_from.len(), link.arrow.supporters)
    };
    assert_eq!(heard(Exposure::Room), (1, 1));
    assert_eq!(heard(Exposure::Anonymous), (0, 1));
}

//! Where something was said, and what is never found.

use jiff::SignedDuration;

use adjacent::record::{Event, Exposure, Fact, Session, SessionTime};
use adjacent::replay::search::{Hit, HitKind, Query, search};

use crate::replay::stage::{sample, typed};

fn found(session: &Session, words: &str, kind: Option<HitKind>, unit: Option<&str>) -> Vec<Hit> {
    let words = words.split_whitespace().map(str::to_owned).collect();
    search(session, &[], &Query { words, kind, unit: unit.map(str::to_owned) })
}

fn lines(hits: &[Hit]) -> Vec<usize> {
    hits.iter().map(|hit| hit.line).collect()
}

#[test]
fn words_things_units_and_sorts_of_line_are_found_with_their_minute() {
    let session = sample();
    assert_eq!(lines(&found(&session, "complaint reasons", None, None)), [20, 48]);
    assert_eq!(lines(&found(&session, "COMPLAINT-reasons", None, Some("contact centre"))), [48]);
    assert_eq!(lines(&found(&session, "", Some(HitKind::Question), None)), [57]);
    assert_eq!(lines(&found(&session, "", Some(HitKind::Promise), None)), [73]);
    assert_eq!(lines(&found(&session, "", Some(HitKind::Seen), None)), [52]);
    assert_eq!(found(&session, "reason code", None, None)[0].at, SignedDuration::from_millis((27 * 60 + 40) * 1000));
    assert_eq!(found(&session, "zeppelin", None, None), []);
}

#[test]
fn what_was_taken_back_is_not_found() {
    assert_eq!(found(&sample(), "reply time", Some(HitKind::Position), None), []);
}

#[test]
fn nobody_is_named_and_no_tag_finds_anything() {
    let session = typed(
        "names",
        "2026-11-20T09:00:00Z",
        &["zqmei> do ring the bank : zqmei due 2026-12-04", "zqtom> Bot -> Calls : - seen"],
    );
    for &kind in HitKind::ALL {
        for hit in found(&session, "", Some(kind), None) {
            assert!(!hit.excerpt.contains("zq"), "{}", hit.excerpt);
        }
    }
    assert_eq!(found(&session, "zqmei", None, None), []);
    assert_eq!(lines(&found(&session, "ring", None, None)), [1]);
}

#[test]
fn what_is_private_and_what_was_removed_is_never_found() {
    let mut session = typed("private", "2026-11-20T09:00:00Z", &["zqmei> park the qqsecret plan"]);
    let removed = session.next_seq() - 1;
    let fact = Fact::Parked { text: "qqhidden thought".into() };
    let event = Event {
        seq: session.next_seq(),
        at: SessionTime::from_millis(120_000),
        said: Some("park qqhidden thought".into()),
        exposure: Exposure::Private,
        facts: vec![fact],
        ..Event::default()
    };
    session.push(event);
    assert_eq!(found(&session, "qqhidden", None, None), []);
    assert_eq!(found(&session, "qqsecret", None, None).len(), 1);
    crate::replay::stage::keyed(&mut session, 130_000, vec![Fact::StrikeOrdered { seq: removed }]);
    assert_eq!(found(&session, "qqsecret", None, None), []);
}

#[test]
fn a_line_said_without_a_name_is_of_no_unit() {
    let mut session = typed("unnamed", "2026-11-20T09:00:00Z", &["zqmei> park one"]);
    let event = Event {
        seq: session.next_seq(),
        at: SessionTime::from_millis(120_000),
        speaker: Some("zqmei".into()),
        said: Some("park two".into()),
        exposure: Exposure::Anonymous,
        facts: vec![Fact::Parked { text: "two".into() }],
        ..Event::default()
    };
    session.push(event);
    assert_eq!(lines(&found(&session, "", None, Some("Claims"))), [1]);
}

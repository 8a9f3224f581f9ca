//! Promises that are offered, before a line is recorded and after.

use adjacent::app::{OpenSession, Recording, read_person};
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::record::{Fact, Mode, Names, Session, SessionTime};

use crate::session::header;
use crate::talk::opening;

#[test]
fn a_promise_keeps_its_owner_when_it_is_offered_once_more() {
    let tags = Vec::new();
    let listed = read_person("tom = Tom Baker, claims lead @ Claims", &tags).unwrap();
    let seat = listed.person.tag.clone();
    let mut names = Names::default();
    names.names.insert(listed.person.tag.clone(), listed.name);
    let session = Session::fold(header("here", "Here"), [opening(Mode::Live, vec![listed.person])]);
    let catalogue = Catalogue::embedded();
    let mut recording =
        Recording::new(OpenSession { names, writable: true, ..OpenSession::alone(session) }, &catalogue);
    let frame = AnswerFrame::default();
    let at = SessionTime::from_millis(60_000);
    let line = "tom> Tom: ask finance for a retraining budget by friday";
    let before = recording.read(line, None, &frame, at);
    recording.apply(recording.spoken(&before, at), &catalogue);
    let event = recording.session().live().next_back().unwrap().clone();
    let after = recording.offers_for(&event, &frame);
    for offers in [before.offers, after] {
        let facts: Vec<&Fact> = offers.iter().flat_map(|offer| &offer.facts).collect();
        let [Fact::Committed { who, .. }] = facts[..] else { panic!("{facts:?}") };
        assert_eq!(who.as_deref(), Some(&*seat), "{line}");
    }
}

//! Whose word it is, and which unit they speak for.

use std::collections::BTreeMap;

use adjacent::graph::{Arrow, Ledger, Origin};
use adjacent::record::{Basis, Fact, Kind, Mode, Names, Person, Session};

use crate::graph_rules::tale::{Tale, arrow, graph, graph_of};

const BOT: &str = "Bot -> Trust";

fn says(day: u8, id: &str, tag: &str, name: Option<&str>, tail: &str) -> Tale {
    Tale::on_day(day, id).seat(tag, name, None).claims(tag, BOT, tail)
}

#[test]
fn the_same_name_is_one_person_in_every_session() {
    let monday = says(9, "monday", "mei", Some("Mei, claims lead"), "-").told();
    let friday = says(13, "friday", "m", Some("  MEI"), "-").told();
    assert_eq!(arrow(&graph(&[friday, monday]), BOT).tally.minus, 1);
}

#[test]
fn the_same_tag_in_two_sessions_is_two_people() {
    let monday = says(9, "monday", "mei", None, "-").told();
    let friday = says(13, "friday", "mei", None, "-").told();
    assert_eq!(arrow(&graph(&[monday, friday]), BOT).tally.minus, 2);
}

#[test]
fn the_private_names_file_tells_who_a_tag_is() {
    let mut ledger = Ledger::new();
    for (day, id, tag) in [(9, "monday", "mei"), (13, "friday", "m2")] {
        let names = Names { names: BTreeMap::from([(tag.into(), "Mei".to_owned())]), ..Names::default() };
        ledger.add_session(&says(day, id, tag, None, "-").told(), &names);
    }
    assert_eq!(arrow(&ledger.graph(None), BOT).tally.minus, 1);
}

#[test]
fn a_name_on_the_record_comes_before_the_names_file() {
    let mut ledger = Ledger::new();
    let names = Names { names: BTreeMap::from([("m".into(), "Somebody else".to_owned())]), ..Names::default() };
    ledger.add_session(&says(9, "monday", "m", Some("Mei"), "-").told(), &names);
    ledger.add_session(&says(13, "friday", "m", Some("Mei"), "-").told(), &Names::default());
    assert_eq!(arrow(&ledger.graph(None), BOT).tally.minus, 1);
}

#[test]
fn somebody_who_came_later_is_who_they_say_for_everything_they_said() {
    let tale = Tale::on_day(9, "monday").claims("m", BOT, "-").seat("m", Some("Mei"), Some("Claims")).told();
    let friday = says(13, "friday", "mei", Some("Mei"), "-").told();
    let arrow = arrow(&graph(&[tale, friday]), BOT);
    assert_eq!(arrow.tally.minus, 1);
}

#[test]
fn alone_an_untagged_line_belongs_to_the_one_who_is_there() {
    let tale = Tale::solo("Claims").claims("", BOT, "-").claims("me", BOT, "-").claims("", BOT, "-");
    assert_eq!(arrow(&graph_of(tale), BOT).tally.minus, 1);
}

#[test]
fn a_session_opened_as_solo_is_one() {
    let me = Person { tag: "me".into(), ..Person::default() };
    let opened = Fact::Opened { mode: Mode::Solo, facilitator: None, agenda: Vec::new(), people: vec![me] };
    let session = Tale::new().fact(opened).claims("", BOT, "-").claims("me", BOT, "-").told();
    assert_eq!(arrow(&graph(std::slice::from_ref(&session)), BOT).tally.minus, 1);

    let mut listening = Ledger::new();
    let before_opening = Origin::of(&Session::new(session.header().clone()), &Names::default());
    session.events().iter().for_each(|event| listening.apply(&before_opening, event));
    assert_eq!(arrow(&listening.graph(None), BOT).tally.minus, 1);
}

#[test]
fn alone_nobody_has_seen_what_happens_in_another_unit() {
    let basis = |own: &str| {
        let owners = Tale::solo(own)
            .named("Claims", Kind::Party)
            .claims("", "Claims -> Trust", "owns")
            .claims("me", BOT, "- seen");
        arrow(&graph_of(owners), BOT).basis
    };
    assert_eq!(basis("Claims"), Basis::Seen);
    assert_eq!(basis("Risk"), Basis::Told);
}

#[test]
fn somebody_listed_with_what_is_no_party_is_not_lifted() {
    let basis = |kind| {
        let tale = Tale::solo("Handlers")
            .named("Claims", Kind::Party)
            .named("Handlers", kind)
            .claims("", "Handlers -> Claims", "in")
            .claims("", "Claims -> Trust", "owns")
            .claims("me", BOT, "- seen");
        arrow(&graph_of(tale), BOT).basis
    };
    assert_eq!(basis(Kind::Party), Basis::Seen);
    assert_eq!(basis(Kind::Forum), Basis::Told);
}

#[test]
fn in_a_room_everybody_is_believed_about_what_they_saw() {
    let tale = Tale::new()
        .seat("ana", None, Some("Risk"))
        .named("Claims", Kind::Party)
        .claims("", "Claims -> Trust", "owns")
        .claims("ana", BOT, "- seen");
    assert_eq!(arrow(&graph_of(tale), BOT).basis, Basis::Seen);
}

fn between_claims_and_risk(speakers: &[&str]) -> Arrow {
    let tale = Tale::new()
        .seat("mei", None, Some("Claims"))
        .seat("sam", None, Some("Claims handlers"))
        .seat("ana", None, Some("Risk"))
        .seat("guest", None, None)
        .named("Claims", Kind::Party)
        .named("Claims handlers", Kind::Party)
        .named("Risk", Kind::Party)
        .claims("", "Claims handlers -> Claims", "in")
        .claims("", "Claims -> Bot", "owns")
        .claims("", "Risk -> Trust", "owns");
    arrow(&graph_of(speakers.iter().fold(tale, |tale, speaker| tale.claims(speaker, BOT, "-"))), BOT)
}

#[test]
fn breadth_counts_parties_and_not_people() {
    for (speakers, breadth, both_sides) in [
        (&["mei"][..], 1, false),
        (&["mei", "guest", ""], 1, false),
        (&["mei", "sam"], 2, false),
        (&["sam", "ana"], 2, true),
        (&["mei", "sam", "ana"], 3, true),
    ] {
        let arrow = between_claims_and_risk(speakers);
        assert_eq!((arrow.breadth, arrow.both_sides), (breadth, both_sides), "{speakers:?}");
    }
}

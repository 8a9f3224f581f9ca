//! Watched levels, compared with every later observation; what nobody has seen is no fact.

use adjacent::graph::{Ledger, Watch};
use adjacent::record::{Direction, Fact, Outcome};
use adjacent::replay::watched::crossed;

use crate::graph_rules::tale::{Tale, ledger};

fn watched(level: &str) -> Fact {
    Fact::Watched { label: "Quality index".into(), level: Some(level.into()), first: None, acts: Some("priya".into()) }
}

fn measured(words: &str) -> Fact {
    Fact::Measured { label: "quality index".into(), words: words.into() }
}

fn down(words: &str) -> Fact {
    Fact::Observed { label: "Quality index".into(), direction: Direction::Down, words: Some(words.into()) }
}

fn begun() -> Tale {
    Tale::new().seat("priya", None, Some("Risk")).fact(watched("below 70"))
}

fn watch(ledger: &Ledger) -> Watch {
    let graph = ledger.graph(None);
    graph.things().find_map(|thing| thing.watch.clone()).unwrap()
}

#[test]
fn a_later_observation_below_the_level_crosses_it_and_one_above_does_not() {
    for (fact, is_crossed) in [
        (measured("62"), true),
        (measured("71"), false),
        (down("to 62 since May"), true),
        (down("from 80 to 75"), false),
        (down("6pts since spring"), false),
    ] {
        let ledger = ledger(&[begun().fact(fact.clone()).told()]);
        assert_eq!(watch(&ledger).is_crossed(), is_crossed, "{fact:?}");
    }
}

#[test]
fn what_nobody_has_seen_is_not_said_to_be_within_the_level() {
    let none = watch(&ledger(&[begun().told()]));
    assert_eq!((none.latest, none.crossed), (None, None));
    let before = Tale::new().fact(measured("62")).fact(watched("below 70"));
    assert_eq!(watch(&ledger(&[before.told()])).latest, None);
}

#[test]
fn it_is_told_by_what_and_when_and_who_said_they_would_act() {
    let told = begun().told();
    let later = Tale::on_day(25, "later").fact(measured("62")).told();
    let sessions = [told, later];
    let found = crossed(&sessions.iter().collect::<Vec<_>>(), &ledger(&sessions));
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(found.says, "Quality index is at 62: below 70, and Risk said they would act.");
    let value = found.watch.crossed.as_ref().unwrap();
    assert_eq!((value.session.as_str(), value.day.to_string().as_str()), ("later", "2026-11-25"));
}

#[test]
fn the_other_names_of_a_thing_and_renaming_it_make_no_difference() {
    let tale = begun().renamed("Quality index", "Quality").fact(measured("62"));
    assert!(watch(&ledger(&[tale.told()])).is_crossed());
}

#[test]
fn what_became_of_it_closes_it_until_it_is_crossed_anew() {
    let settled = |outcome| Fact::Settled { session: None, seq: 2, outcome, due: None, words: None };
    let crossed = begun().fact(measured("62"));
    let is_crossed = |tale: Tale| watch(&ledger(&[tale.told()])).is_crossed();
    assert!(is_crossed(crossed.clone().fact(settled(Outcome::Moved))), "not yet");
    assert!(watch(&ledger(&[crossed.clone().fact(settled(Outcome::Moved)).told()])).waits);
    let acted = crossed.fact(settled(Outcome::Done));
    assert!(!is_crossed(acted.clone()));
    assert!(!is_crossed(acted.clone().fact(measured("63"))), "still on the other side");
    assert!(is_crossed(acted.fact(measured("75")).fact(measured("64"))));
}

#[test]
fn an_undone_observation_crosses_nothing() {
    assert!(!watch(&ledger(&[begun().fact(measured("62")).undone().told()])).is_crossed());
}

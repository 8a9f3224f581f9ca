//! Operators belong to a name, and in sessions written before that they do not.

use std::collections::BTreeSet;
use std::fs;

use adjacent::export::map_json;
use adjacent::graph::{Graph, Key, Ledger};
use adjacent::record::{Claim, Event, Fact, Header, Kind, Names, Relation, Session, SessionTime, Sign};
use adjacent::store::Workspace;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::run;
use crate::session::header;

/// The lines of `fixtures/reported/18-operators-in-names.txt`.
const REPORTED: [&str; 4] = [
    "debts > 90 days -> write-offs : +",
    "debts < 90 days -> write-offs : -",
    "grade 7+ -> retention : +",
    "grade 7 -> retention : -",
];

const OLD: &str = "2025-11-20-old-0001";

const LABELS: [&str; 9] = ["C++ bot", "C bot", "c# BOT", "R&D", "R D", "R & D desk", "R D desk", "Trust", "30 %"];

fn session(id: &str, opened: &str, exact_names: bool, facts: &[Fact]) -> Session {
    let header = Header { opened: opened.parse().unwrap(), exact_names, ..header(id, id) };
    let events = (1..).zip(facts).map(|(seq, fact)| Event {
        seq,
        at: SessionTime::from_millis(seq),
        facts: vec![fact.clone()],
        ..Event::default()
    });
    Session::fold(header, events)
}

fn old(facts: &[Fact]) -> Session {
    session(OLD, "2025-11-20T09:00:00Z", false, facts)
}

fn new(facts: &[Fact]) -> Session {
    session("2026-11-20-new-0002", "2026-11-20T09:00:00Z", true, facts)
}

fn ledger<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Ledger {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    ledger
}

fn labels(ledger: &Ledger) -> Vec<&str> {
    ledger.labels().collect()
}

fn named(label: &str) -> Fact {
    Fact::Named { label: label.into(), kind: Kind::Initiative }
}

fn claim(from: &str, to: &str, sign: Sign) -> Fact {
    Fact::Claimed(Claim {
        claim: 1,
        from: from.into(),
        to: to.into(),
        kind: Relation::Affects,
        sign,
        ..Claim::default()
    })
}

#[test]
fn names_that_differ_in_an_operator_are_one_thing_in_an_old_session_and_two_in_a_new_one() {
    let facts = [named("C++ bot"), named("C bot"), named("Trust"), claim("C bot", "Trust", Sign::Plus)];
    let (before, now) = (ledger([&old(&facts)]), ledger([&new(&facts)]));
    assert_eq!(labels(&before), ["C++ bot", "Trust"]);
    assert_eq!(labels(&now), ["C bot", "C++ bot", "Trust"]);
    let graph = before.graph(None);
    let bot = graph.thing(before.key_of("c bot").unwrap()).unwrap();
    assert_eq!(
        (bot.label.as_str(), bot.aliases.as_slice(), bot.kind),
        ("C++ bot", ["C bot".to_owned()].as_slice(), Kind::Initiative)
    );
    assert_eq!(graph.links().map(|link| link.from.label.as_str()).collect::<Vec<_>>(), ["C++ bot"]);
    assert!(before.joined().is_empty(), "nobody merged them, so nobody can take it back");
    let typed = before.spelled_differently();
    assert_eq!(typed.iter().map(|typed| typed.spellings.as_slice()).collect::<Vec<_>>(), [["C++ bot", "C bot"]]);
}

#[test]
fn a_new_session_continues_the_things_of_an_old_one_by_their_exact_names() {
    let (before, now) =
        (old(&[named("C++ bot"), named("C bot")]), new(&[named("c++ BOT"), named("C# bot"), named("C bot")]));
    for order in [[&before, &now], [&now, &before]] {
        let ledger = ledger(order);
        assert_eq!(labels(&ledger), ["C# bot", "C++ bot"]);
        assert_eq!(ledger.key_of("C bot"), ledger.key_of("C++ bot"));
    }
}

#[test]
fn a_new_session_alone_never_makes_one_thing_of_two() {
    let (before, now) = (old(&[named("C++ bot")]), new(&[named("C bot"), named("C# bot")]));
    for order in [[&before, &now], [&now, &before]] {
        assert_eq!(labels(&ledger(order)), ["C bot", "C# bot", "C++ bot"]);
    }
}

#[test]
fn a_merge_under_one_spelling_is_taken_back_under_the_other() {
    let (keep, drop) = ("Trust".to_owned(), |label: &str| label.to_owned());
    for (first, second) in [("C++ bot", "C bot"), ("C bot", "C++ bot")] {
        let mut facts = vec![named("C++ bot"), named("C bot"), named("Trust")];
        facts.push(Fact::Merged { keep: keep.clone(), drop: drop(first) });
        assert_eq!(labels(&ledger([&old(&facts)])), ["Trust"]);
        facts.push(Fact::Unmerged { keep: keep.clone(), drop: drop(second) });
        assert_eq!(labels(&ledger([&old(&facts)])), ["C++ bot", "Trust"]);
    }
}

#[test]
fn a_decision_about_another_spelling_is_about_the_thing_in_an_old_session() {
    let decided = Fact::Decided {
        about: "C bot".into(),
        verdict: adjacent::record::Verdict::Proceed,
        before: None,
        after: None,
        who: None,
    };
    let facts = [named("C++ bot"), decided];
    let is_decided = |session: &Session| ledger([session]).graph(None).things().any(|thing| thing.decided.is_some());
    assert!(is_decided(&old(&facts)));
    assert!(!is_decided(&new(&facts)));
}

#[test]
fn a_packed_ledger_has_the_same_things_and_learns_of_others_alike() {
    let (one, more) =
        (old(&[named("C++ bot"), named("C bot")]), session("x", "2025-12-01T09:00:00Z", false, &[named("C# bot")]));
    let mut packed = Ledger::unpacked(&ledger([&one]).packed().unwrap()).unwrap();
    assert_eq!(labels(&packed), ["C++ bot"]);
    packed.add_session(&more, &Names::default());
    assert_eq!(map_json(&packed.graph(None)), map_json(&ledger([&one, &more]).graph(None)));
    assert_eq!(labels(&packed), ["C++ bot"]);
}

#[test]
fn a_session_file_says_by_its_format_which_it_is() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    for (session, format) in [(old(&[named("C++ bot"), named("C bot")]), 1), (new(&[named("C# bot")]), 2)] {
        workspace.create(session.header(), session.events()).unwrap();
        let file = folder.path().join(format!("sessions/{}.ron", session.header().id));
        let text = fs::read_to_string(file).unwrap();
        assert!(text.contains(&format!("\n(format: {format}, id: ")), "{text}");
    }
    let picture = workspace.shared_map(|_| true).unwrap();
    assert_eq!(labels(&picture.ledger), ["C# bot", "C++ bot"]);
}

#[test]
fn the_reported_lines_name_four_things_on_the_left() {
    let folder = TempDir::new().unwrap();
    for line in REPORTED {
        assert_eq!(run(folder.path(), &["note", line]).code, 0, "{line}");
    }
    let map: Value = serde_json::from_str(&run(folder.path(), &["map", "--json"]).out).unwrap();
    let left: BTreeSet<&str> =
        map["edges"].as_array().unwrap().iter().filter_map(|arrow| arrow["from"].as_str()).collect();
    assert_eq!(left, ["debts < 90 days", "debts > 90 days", "grade 7", "grade 7+"].into(), "{map}");
}

#[test]
fn a_comparison_with_and_without_spaces_is_offered_as_one_thing_and_the_opposite_comparison_is_not() {
    let alike = |one: &str, other: &str| ledger([&new(&[named(one), named(other)])]).alike().len();
    assert_eq!(alike("debts < 90 days", "debts<90 days"), 1);
    for (one, other) in
        [("debts < 90 days", "debts > 90 days"), ("debts<90 days", "debts>90 days"), ("grade 7", "grade 7+")]
    {
        assert_eq!(alike(one, other), 0, "{one} and {other}");
    }
}

/// What a graph says, with every name as it was compared before operators belonged to it.
fn said_without_operators(graph: &Graph) -> BTreeSet<String> {
    let plain = |label: &str| {
        let label: String = label.chars().map(|c| if "+#<>%&".contains(c) { ' ' } else { c }).collect();
        Key::of(&label).map(|key| key.to_string()).unwrap_or_default()
    };
    let things = graph.things().map(|thing| {
        let names: BTreeSet<String> =
            thing.aliases.iter().map(|alias| plain(alias)).chain([plain(&thing.label)]).collect();
        format!("{} {names:?} {:?} {:?} {:?}", plain(&thing.label), thing.kind, thing.decided, thing.heard_in)
    });
    let arrows = graph.links().chain(graph.set_aside()).map(|link| {
        let (from, to, arrow) = (plain(&link.from.label), plain(&link.to.label), link.arrow);
        format!("{from} -> {to} {:?} {:?} {:?} {}", arrow.relation, arrow.sign, arrow.tally, arrow.evidence.len())
    });
    things.chain(arrows).collect()
}

fn fact() -> impl Strategy<Value = Fact> {
    let label = || prop::sample::select(&LABELS[..]).prop_map(str::to_owned);
    let kind = prop::sample::select(&[Kind::Factor, Kind::Initiative, Kind::Party][..]);
    prop_oneof![
        4 => (label(), kind).prop_map(|(label, kind)| Fact::Named { label, kind }),
        6 => (label(), label(), any::<bool>()).prop_map(|(from, to, more)| {
            claim(&from, &to, if more { Sign::Plus } else { Sign::Minus })
        }),
        1 => (label(), label()).prop_map(|(keep, drop)| Fact::Merged { keep, drop }),
        1 => (label(), label()).prop_map(|(keep, drop)| Fact::Unmerged { keep, drop }),
    ]
}

fn without_operators(fact: &Fact) -> Fact {
    let plain = |label: &String| label.replace(['+', '#', '<', '>', '%', '&'], " ");
    match fact {
        Fact::Named { label, kind } => Fact::Named { label: plain(label), kind: *kind },
        Fact::Claimed(said) => Fact::Claimed(Claim { from: plain(&said.from), to: plain(&said.to), ..said.clone() }),
        Fact::Merged { keep, drop } => Fact::Merged { keep: plain(keep), drop: plain(drop) },
        Fact::Unmerged { keep, drop } => Fact::Unmerged { keep: plain(keep), drop: plain(drop) },
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, rng_seed: RngSeed::Fixed(15), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn an_old_session_says_what_it_said_before_operators_belonged_to_names(facts in prop::collection::vec(fact(), 1..20)) {
        let plain: Vec<Fact> = facts.iter().map(without_operators).collect();
        let told = said_without_operators(&ledger([&old(&facts)]).graph(None));
        prop_assert_eq!(told, said_without_operators(&ledger([&session(OLD, "2025-11-20T09:00:00Z", true, &plain)]).graph(None)));
    }

    #[test]
    fn in_whatever_order_sessions_are_read_they_say_the_same(
        one in prop::collection::vec(fact(), 1..9),
        two in prop::collection::vec(fact(), 1..9),
        three in prop::collection::vec(fact(), 1..9),
    ) {
        let sessions = [old(&one), session("2025-12-01-old-0003", "2025-12-01T09:00:00Z", false, &two), new(&three)];
        let forwards = map_json(&ledger(&sessions).graph(None));
        prop_assert_eq!(map_json(&ledger(sessions.iter().rev()).graph(None)), forwards);
    }
}

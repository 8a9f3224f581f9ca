//! Which party answers for a thing.

use adjacent::record::{Kind, Position};

use crate::graph_rules::tale::{Tale, graph_of, thing};

fn parties(labels: &[&str]) -> Tale {
    labels.iter().fold(Tale::new(), |tale, label| tale.named(label, Kind::Party))
}

fn unit(tale: Tale, label: &str) -> Option<String> {
    let graph = graph_of(tale);
    thing(&graph, label).unit.as_ref().map(|unit| unit.as_str().to_owned())
}

#[test]
fn a_thing_belongs_to_its_owner_lifted_to_the_outermost_party() {
    let tale = parties(&["Handlers", "Claims", "Insurance"])
        .claims("", "Handlers -> Triage", "owns")
        .claims("", "Handlers -> Claims", "in")
        .claims("", "Claims -> Insurance", "in");
    assert_eq!(unit(tale, "Triage").as_deref(), Some("insurance"));
}

#[test]
fn a_party_is_its_own_unit_and_owning_it_changes_nothing() {
    let tale = parties(&["Claims", "Risk"]).claims("", "Risk -> Claims", "owns");
    assert_eq!(unit(tale, "Claims").as_deref(), Some("claims"));
}

#[test]
fn nobody_answers_for_what_nobody_owns() {
    assert_eq!(unit(Tale::new().named("Bot", Kind::Initiative), "Bot"), None);
}

#[test]
fn only_a_party_owns() {
    let tale = Tale::new().named("Clinic", Kind::Forum).claims("", "Clinic -> Bot", "owns");
    assert_eq!(unit(tale, "Bot"), None);
}

#[test]
fn of_several_owners_the_latest_named_counts() {
    let tale = parties(&["Claims", "Risk"]).claims("a", "Risk -> Bot", "owns").claims("b", "Claims -> Bot", "owns");
    assert_eq!(unit(tale, "Bot").as_deref(), Some("claims"));
    let tale = parties(&["Claims", "Risk"]).claims("a", "Claims -> Bot", "owns").claims("b", "Risk -> Bot", "owns");
    assert_eq!(unit(tale, "Bot").as_deref(), Some("risk"));
}

#[test]
fn agreeing_with_an_owner_does_not_make_it_the_latest() {
    let tale = parties(&["Claims", "Risk"])
        .claims("a", "Risk -> Bot", "owns")
        .claims("b", "Claims -> Bot", "owns")
        .stance("c", Position::Yes, "Risk -> Bot", "owns");
    assert_eq!(unit(tale, "Bot").as_deref(), Some("claims"));
}

#[test]
fn an_owner_that_was_denied_is_none() {
    let tale = parties(&["Claims"]).claims("a", "Claims -> Bot", "owns").claims("a", "Claims -> Bot", "owns =");
    assert_eq!(unit(tale, "Bot"), None);
}

#[test]
fn an_incentive_belongs_to_whom_it_covers_unless_somebody_owns_it() {
    let covered = || {
        parties(&["Claims", "Risk"])
            .named("Bonus", Kind::Incentive)
            .claims("", "Bonus -> Handle time", "covers")
            .claims("", "Bonus -> Claims", "covers")
    };
    assert_eq!(unit(covered(), "Bonus").as_deref(), Some("claims"));
    let owned = covered().claims("", "Risk -> Bonus", "owns");
    assert_eq!(unit(owned, "Bonus").as_deref(), Some("risk"));
}

#[test]
fn only_an_incentive_belongs_to_whom_it_covers() {
    let tale = parties(&["Claims"]).named("Clinic", Kind::Forum).claims("", "Clinic -> Claims", "covers");
    assert_eq!(unit(tale, "Clinic"), None);
}

#[test]
fn being_part_of_something_lifts_parties_only() {
    let tale = parties(&["Claims"]).named("Triage", Kind::Initiative).claims("", "Triage -> Claims", "in").claims(
        "",
        "Claims -> Building",
        "in",
    );
    assert_eq!(unit(tale, "Triage"), None);
    let tale = parties(&["Claims"]).claims("", "Claims -> Building", "in");
    assert_eq!(unit(tale, "Claims").as_deref(), Some("claims"));
}

#[test]
fn parties_in_a_loop_are_one_unit() {
    let circle = || {
        parties(&["Zebra", "Yak", "Xerus", "Ant"])
            .claims("", "Ant -> Zebra", "in")
            .claims("", "Zebra -> Yak", "in")
            .claims("", "Yak -> Xerus", "in")
            .claims("", "Xerus -> Zebra", "in")
    };
    for party in ["Ant", "Zebra", "Yak", "Xerus"] {
        assert_eq!(unit(circle(), party).as_deref(), Some("xerus"), "{party}");
    }
}

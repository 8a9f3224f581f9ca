//! What is said of a map as a whole.

use adjacent::graph::{Graph, Key};
use adjacent::lens::{Field, MapHealth, Missing, WholeMap, blocked, overview};
use adjacent::record::{Attribute, Kind, Status, Want};

use crate::graph_rules::tale::{Tale, graph_of};

/// A bot and its trouble: a loop, a loop without a sign, a dispute, a guess, a need that nobody supplies.
fn office() -> Tale {
    Tale::new()
        .seat("a", None, Some("Claims"))
        .named("Claims", Kind::Party)
        .named("Customers", Kind::Party)
        .named("Bot", Kind::Initiative)
        .named("Trust", Kind::Factor)
        .named("Calls", Kind::Factor)
        .named("Overtime", Kind::Factor)
        .claims("a", "Claims -> Bot", "owns")
        .claims("a", "Bot -> Calls", "- seen")
        .claims("a", "Calls -> Trust", "- guess")
        .claims("a", "Trust -> Calls", "- guess")
        .claims("a", "Calls -> Overtime", "+")
        .claims("a", "Bot -> Trust", "+")
        .claims("b", "Bot -> Trust", "-")
        .claims("a", "Bot -> History", "needs")
}

fn said(graph: &Graph) -> String {
    let sections = overview(&WholeMap::of(graph)).into_iter();
    let lines = sections.flat_map(|section| section.lines).map(|line| format!("{} | {}\n", line.says, line.could));
    lines.collect()
}

#[test]
fn six_sentences_say_how_a_map_stands_and_what_one_could_do() {
    let graph = graph_of(office());
    let sections = overview(&WholeMap::of(&graph));
    assert_eq!((sections[0].heading, sections[0].lines.len()), ("How the map stands", 6));
    let said = said(&graph);
    for sentence in [
        "Of 7 arrows, 2 are guesses, 4 were told and 1 was seen. | Ask who has seen it. Most hangs on ",
        "People of 1 team said something: Claims. On the map, and not heard so far: Customers. | ",
        "Open ends: 1 measure leads nowhere and 1 thing that is needed comes from nobody. | Ask what happens next when \
         Overtime changes.",
        "People disagree about 1 arrow. | Ask each side what it has seen that the other has not: Bot → Trust.",
        "No arrow is older than half a year and was not said again. | ",
        "1 loop closes: 1 makes itself stronger. | ",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
}

#[test]
fn an_end_that_is_wanted_or_leads_on_is_not_open() {
    let wanted = office().set("Overtime", Attribute::Want(Want::Down)).claims("a", "Claims -> History", "owns");
    let graph = graph_of(wanted);
    let health = MapHealth::of(&Field::of(&graph));
    assert_eq!((health.dead_ends, health.unsupplied), (Vec::new(), Vec::new()));
}

#[test]
fn what_is_in_the_middle_is_said_with_its_number_and_ties_are_said_as_ties() {
    let tale = Tale::new().claims("a", "A -> M", "+").claims("a", "B -> M", "+").claims("a", "M -> C", "+");
    let said = said(&graph_of(tale));
    for sentence in [
        "Most comes through M: 40 of 100 paths.",
        "Most starts at A and B alike: each reaches 2 of 3 other things. Then M (1).",
        "Most ends at C: it is reached from 3 of 3 other things. Then M (2).",
        "Whoever follows the arrows comes most often to C. Then M, then A and B.",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
}

#[test]
fn a_pilot_that_does_not_move_is_told_with_the_path_of_needs_to_what_is_missing() {
    let tale = Tale::new()
        .named("Churn model", Kind::Initiative)
        .named("Letters", Kind::Initiative)
        .named("History", Kind::Resource)
        .named("Engineers", Kind::Resource)
        .set("Churn model", Attribute::Status(Status::Pilot))
        .set("Letters", Attribute::Status(Status::Fading))
        .set("Engineers", Attribute::Scarce)
        .claims("a", "Churn model -> History", "needs")
        .claims("a", "Nightly match -> History", "feeds")
        .claims("a", "Nightly match -> Engineers", "needs");
    let graph = graph_of(tale);
    let field = Field::of(&graph);
    let found = blocked(&field);
    let path: Vec<&Key> = found[0].path.iter().map(|step| &step.thing.key).collect();
    assert_eq!(path.iter().map(|key| key.as_str()).collect::<Vec<_>>(), ["history", "nightly match", "engineers"]);
    assert_eq!((found[0].missing, found[1].missing), (Some(Missing::Scarce), None));
    let said = said(&graph);
    for sentence in [
        "Churn model needs History, which comes from Nightly match, which needs Engineers; there is not enough of it. | Ask \
         who decides who gets Engineers.",
        "Letters fade, and nothing named so far says why. | Ask what it waits for.",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
}

#[test]
fn nothing_is_said_of_an_empty_map() {
    assert_eq!(overview(&WholeMap::of(&graph_of(Tale::new()))), []);
}

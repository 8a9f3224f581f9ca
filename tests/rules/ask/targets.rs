//! What a thing may well change next.

use adjacent::ask::{GapModel, targets};
use adjacent::graph::Key;

use crate::ask::room::Room;

fn likely(lines: &str, from: &str) -> Vec<String> {
    let mut room = Room::of(&[]);
    let graph = room.says(lines).graph();
    targets(&graph, &GapModel::of(&graph), &Key::of(from).unwrap(), 5)
        .into_iter()
        .map(|target| format!("{}: {}", target.label, target.because))
        .collect()
}

#[test]
fn what_it_is_meant_to_move_comes_first_until_an_effect_is_named() {
    let talk = "!Bot -> ~Calls : aims -";
    assert_eq!(likely(talk, "Bot"), ["Calls: Bot is meant to move it"]);
    assert!(likely(&format!("{talk}\nBot -> Calls : -"), "Bot").is_empty());
}

#[test]
fn what_a_similar_thing_changes_is_suggested() {
    let talk = "!Bot, !Tool -> $Data : needs\nTool -> ~Cost : +";
    assert_eq!(likely(talk, "Bot"), ["Cost: Tool changes it, and the two have much in common"]);
    assert!(likely("!Bot needs $Data\n!Tool -> ~Cost : +", "Bot").is_empty());
}

#[test]
fn shared_words_and_what_is_near_are_suggested() {
    assert_eq!(
        likely("!Claims triage needs $Data\n~Cost -> ~Claims backlog : +", "Claims triage"),
        ["Claims backlog: both have the word \"claims\""]
    );
    assert_eq!(likely("!Bot -> ~Calls : +\nCalls -> ~Cost : +", "Bot"), ["Cost: Calls lie between the two"]);
    assert_eq!(likely("@Claims owns !Bot, ~Errors", "Bot"), ["Errors: Claims answers for both"]);
}

#[test]
fn what_somebody_looked_at_and_found_unmoved_is_not_suggested() {
    let talk = "!Bot -> ~Calls : aims -";
    assert!(likely(&format!("{talk}\nBot -> Calls : ="), "Bot").is_empty());
}

#[test]
fn there_are_five_at_most_and_none_of_what_is_unknown() {
    let many = "!Bot -> ~A1, ~A2, ~A3, ~A4, ~A5, ~A6 : aims +";
    assert_eq!(likely(many, "Bot").len(), 5);
    assert!(likely(many, "Nobody").is_empty());
}

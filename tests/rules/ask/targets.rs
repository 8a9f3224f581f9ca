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

/// Eight changes in two families: each of the bots leads to the same three factors, each of the forms to three others.
fn families() -> String {
    let bots = ["Reply", "Claims", "Sales", "Service"].map(|bot| format!("!{bot} bot -> ~Calls, ~Trust, ~Queue : +"));
    let forms = ["Entry", "Exit", "Order", "Travel"].map(|form| format!("!{form} form -> ~Errors, ~Delay, ~Paper : -"));
    [bots.join("\n"), forms.join("\n")].join("\n")
}

#[test]
fn on_a_larger_map_what_things_like_it_change_is_suggested_and_nothing_that_is_known() {
    let lines = format!("{}\n!Payment bot -> Calls : +", families());
    let mut room = Room::of(&[]);
    let graph = room.says(&lines).graph();
    let gaps = GapModel::of(&graph);
    let label = |key: &Key| graph.label(key).to_owned();
    let of = |from: &str| targets(&graph, &gaps, &Key::of(from).unwrap(), 5);
    let mut first: Vec<String> = of("Payment bot").iter().take(2).map(|target| label(&target.key)).collect();
    first.sort();
    assert_eq!(first, ["Queue", "Trust"]);
    for thing in graph.things() {
        for target in of(&thing.label) {
            assert!(target.key != thing.key, "{}", thing.label);
            let known = graph.links().any(|link| link.from.key == thing.key && link.to.key == target.key);
            assert!(!known && !target.because.is_empty(), "{} to {}", thing.label, target.label);
        }
    }
    assert_eq!(of("Reply bot"), of("Reply bot"));
}

#[test]
fn on_a_larger_map_too_what_it_is_meant_to_move_comes_first_and_what_was_denied_does_not_come() {
    let lines = format!("{}\n!Payment bot -> Paper : aims -\nPayment bot -> Delay : =", families());
    let found = likely(&lines, "Payment bot");
    assert_eq!(found[0], "Paper: Payment bot is meant to move it");
    assert!(!found.iter().any(|target| target.starts_with("Delay")), "{found:?}");
}

#[test]
fn a_sentence_that_people_say_is_nothing_that_anything_changes() {
    let lines = format!("{}\nsay @Staff: we are next", families());
    assert!(likely(&lines, "Reply bot").iter().all(|target| !target.starts_with("we are next")));
}

//! What a push on one thing does, wave by wave.

use adjacent::graph::{Causal, Graph, Impact, Key, Ripple};
use adjacent::record::Kind;

use crate::graph_rules::tale::{Tale, ledger};

fn told(graph: &Graph, from: &str) -> Vec<Vec<String>> {
    let causal = Causal::of(graph);
    let start = causal.place_of(&Key::of(from).unwrap()).unwrap();
    let ripple = Ripple::of(&causal, start, 6, Impact::hundredths(4));
    let wave = |wave: &Vec<adjacent::graph::ReachedThing<'_>>| {
        let line = |reached: &adjacent::graph::ReachedThing<'_>| {
            let amount = if reached.path.turns { "less" } else { "more" };
            let both = if reached.against.is_some() { " or not" } else { "" };
            let into: Vec<&str> = reached.crosses.iter().map(Key::as_str).collect();
            let into = if into.is_empty() { String::new() } else { format!(" into {}", into.join(", ")) };
            format!("{amount} {}{both}{into} {}d", causal.things()[reached.place].label, reached.path.days)
        };
        wave.iter().map(line).collect()
    };
    ripple.waves.iter().map(wave).collect()
}

#[test]
fn each_thing_is_told_in_the_wave_that_reaches_it_first_with_sign_delay_and_the_units_it_gets_into() {
    let tale = Tale::new()
        .named("Contact Centre", Kind::Party)
        .named("Retention", Kind::Party)
        .claims("a", "Contact Centre -> Bot", "owns")
        .claims("a", "Retention -> Trust", "owns")
        .claims("a", "Bot -> Time", "--")
        .claims("a", "Bot -> Calls", "+ 7d")
        .claims("a", "Time -> Trust", "+ 30d")
        .claims("a", "Calls -> Time", "+");
    let graph = ledger(&[tale.told()]).graph(None);
    assert_eq!(
        told(&graph, "Bot"),
        [vec!["less Time or not 0d", "more Calls 7d"], vec!["less Trust or not into retention 30d"]]
    );
}

#[test]
fn a_dispute_and_an_intention_carry_no_push() {
    let tale = Tale::new().claims("a", "Bot -> Time", "+").claims("b", "Bot -> Time", "-").claims(
        "a",
        "Bot -> Speed",
        "aims +",
    );
    let graph = ledger(&[tale.told()]).graph(None);
    assert_eq!(told(&graph, "Bot"), Vec::<Vec<String>>::new());
}

#[test]
fn a_push_goes_round_a_loop_once() {
    let tale = Tale::new().claims("a", "A -> B", "++").claims("a", "B -> C", "++").claims("a", "C -> A", "++");
    let graph = ledger(&[tale.told()]).graph(None);
    assert_eq!(told(&graph, "A"), [["more B 0d"], ["more C 0d"]]);
}

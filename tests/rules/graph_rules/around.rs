//! What is adjacent to the thing just named.

use adjacent::graph::Neighbour;
use adjacent::record::{Kind, Position, Relation, Sign};

use crate::graph_rules::tale::{Tale, ledger};

fn insurer() -> Tale {
    Tale::new()
        .named("Repeat calls", Kind::Factor)
        .claims("a", "Bot -> Resolution", "--")
        .claims("a", "Resolution -> Repeat calls", "- 7d")
        .claims("a", "Repeat calls -> Queue", "+")
        .claims("a", "Queue -> Bot", "+")
        .claims("a", "Bot -> Templates", "needs")
        .claims("a", "Risk -> Templates", "owns")
        .claims("a", "Bot -> Templates", "-")
}

fn told(rows: &[Neighbour]) -> Vec<String> {
    let line = |row: &Neighbour| {
        let via = row.via.as_deref().map_or(String::new(), |via| format!(" via {via}"));
        format!("{} {}{via} {}", row.depth, row.label, row.path.mark())
    };
    rows.iter().map(line).collect()
}

#[test]
fn two_steps_both_directions_with_what_more_of_the_start_does() {
    let around = ledger(&[insurer().told()]).around("BOT", 2);
    let out = ["1 Resolution -", "1 Templates -", "1 Templates ?", "2 Repeat calls via Resolution +"];
    assert_eq!(told(&around.out), out);
    assert_eq!(told(&around.into), ["1 Queue +", "2 Repeat calls via Queue +"]);
    assert_eq!(around.out[3].kind, Kind::Factor);
    assert_eq!(around.out[2].arrow.relation, Relation::Needs);
}

#[test]
fn a_loop_comes_back_to_the_start_and_goes_no_further() {
    let around = ledger(&[insurer().told()]).around("Bot", 9);
    assert_eq!(told(&around.out).last().unwrap(), "4 Bot via Queue +");
    assert_eq!(around.out.len(), 6);
}

#[test]
fn a_path_through_a_dispute_or_an_intention_leads_nobody_knows_which_direction() {
    for tail in ["aims +", "affects"] {
        let tale = Tale::new().claims("a", "Bot -> Speed", tail).claims("a", "Speed -> Trust", "+");
        let around = ledger(&[tale.told()]).around("Bot", 2);
        assert_eq!(told(&around.out), ["1 Speed ?", "2 Trust via Speed ?"], "{tail}");
    }
    let tale = Tale::new().claims("a", "Bot -> Speed", "+").claims("b", "Bot -> Speed", "-");
    let around = ledger(&[tale.told()]).around("Bot", 1);
    assert!(around.out[0].arrow.is_disputed());
    assert_eq!(around.out[0].path, Sign::Unknown);
}

#[test]
fn several_arrows_to_a_thing_lead_on_as_far_as_they_agree() {
    for (first, path) in [("affects", '-'), ("affects -", '-'), ("affects +", '?')] {
        let tale = Tale::new().claims("a", "Bot -> Speed", first).claims("a", "Bot -> Speed", "feeds -");
        let around = ledger(&[tale.claims("a", "Speed -> Trust", "+").told()]).around("Bot", usize::MAX);
        assert_eq!(told(&around.out)[2..], [format!("2 Trust via Speed {path}")], "{first}");
    }
}

#[test]
fn what_was_found_to_have_no_effect_is_not_beside_it() {
    let tale = Tale::new().claims("a", "Bot -> Speed", "+").stance("a", Position::No, "Bot -> Speed", "+");
    assert!(ledger(&[tale.told()]).around("Bot", 2).out.is_empty());
}

#[test]
fn another_name_looks_around_from_the_same_thing() {
    let merged = ledger(&[insurer().merged("Bot", "Service bot").told()]);
    assert_eq!(merged.around("service bot", 2), merged.around("Bot", 2));
    assert_eq!(merged.around("Bot", 1).out.len(), 3);
}

#[test]
fn there_is_nothing_around_a_thing_nobody_named() {
    let around = ledger(&[insurer().told()]).around("Weather", 2);
    assert!(around.into.is_empty() && around.out.is_empty());
}

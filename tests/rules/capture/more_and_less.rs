//! Amendment A8: *more* and *less* are signs.

use adjacent::capture::Doubt;

use crate::capture::room::{Room, claims, doubts};

fn read(line: &str) -> Vec<String> {
    claims(&Room::new().read(line))
}

#[test]
fn one_line_may_say_more_of_one_and_less_of_another() {
    assert_eq!(
        read("bot -> less handle time, more repeat calls"),
        ["!bot -> ~handle time : - told", "!bot -> ~repeat calls : + told",]
    );
}

#[test]
fn every_word_before_or_behind_a_target_is_its_sign() {
    for (typed, sign) in [
        ("more trust", '+'),
        ("higher trust", '+'),
        ("rising trust", '+'),
        ("less trust", '-'),
        ("fewer trust", '-'),
        ("lower trust", '-'),
        ("trust up", '+'),
        ("trust down", '-'),
        ("Less trust", '-'),
        ("less ~trust", '-'),
        ("~less trust", '-'),
        ("less trust (want up)", '-'),
    ] {
        assert_eq!(read(&format!("bot -> {typed}")), [format!("!bot -> ~trust : {sign} told")], "{typed}");
    }
}

#[test]
fn the_word_wins_over_the_mark_which_says_how_clearly() {
    let reading = Room::new().read("bot -> less trust : ++");
    assert_eq!(claims(&reading), ["!bot -> ~trust : -- told"]);
    assert!(doubts(&reading).is_empty());
    let reading = Room::new().read("bot -> more trust : --");
    assert_eq!(claims(&reading), ["!bot -> ~trust : ++ told"]);
    assert_eq!(doubts(&reading), [Doubt::Sign]);
    assert!(Room::new().read("bot -> less trust : --").amber.is_empty());
    assert_eq!(doubts(&Room::new().read("less training -> errors : +")), [Doubt::Sign]);
    assert!(Room::new().read("less training -> more errors : -").amber.is_empty());
}

#[test]
fn on_the_left_the_word_is_dropped_and_two_lesses_turn_the_sign() {
    for (line, expected) in [
        ("more training -> fewer errors", "~training -> ~errors : - told"),
        ("less training -> less quality", "~training -> ~quality : + told"),
        ("less training -> more errors", "~training -> ~errors : - told"),
        ("training down -> errors up", "~training -> ~errors : - told"),
        ("less training -> errors", "~training -> ~errors : ?1 told"),
    ] {
        assert_eq!(read(line), [expected], "{line}");
    }
}

#[test]
fn in_a_chain_every_thing_keeps_its_word() {
    assert_eq!(
        read("less training -> less quality -> more errors"),
        ["~training -> ~quality : + told", "~quality -> ~errors : - told",]
    );
}

#[test]
fn verbs_and_words_agree() {
    for (line, expected) in [
        ("^Save bonus pays for less churn", "^Save bonus -> ~churn : rewards - told"),
        ("^Save bonus pays for more discounts", "^Save bonus -> ~discounts : rewards + told"),
        ("Service bot aims less handle time", "!Service bot -> ~handle time : aims - told"),
        ("Service bot raises trust", "!Service bot -> ~trust : + told"),
        ("Service bot lowers trust", "!Service bot -> ~trust : - told"),
        ("Service bot drives more calls", "!Service bot -> ~calls : + told"),
        ("Service bot lowers trust : ++", "!Service bot -> ~trust : ++ told"),
    ] {
        assert_eq!(read(line), [expected], "{line}");
    }
}

#[test]
fn a_verb_and_a_word_that_both_say_which_direction_are_worth_a_look() {
    assert_eq!(doubts(&Room::new().read("Service bot lowers less trust")), [Doubt::Sign]);
    assert_eq!(doubts(&Room::new().read("Service bot lowers trust : +")), [Doubt::Sign]);
}

#[test]
fn a_known_name_a_bracket_and_a_typed_kind_keep_their_words() {
    let room = Room::after(&["~[Lower limit]", "@Higher management"]);
    assert_eq!(claims(&room.read("bot -> lower limit")), ["!bot -> ~lower limit : ?1 told"]);
    assert_eq!(claims(&room.read("bot -> higher management : -")), ["!bot -> @higher management : - told"]);
    assert_eq!(read("bot -> [trust index] down"), ["!bot -> ~trust index : - told"]);
    assert_eq!(read("bot -> [Less is more]"), ["!bot -> ~Less is more : ?1 told"]);
    assert_eq!(read("bot -> @Lower Saxony : +"), ["!bot -> @Lower Saxony : + told"]);
}

#[test]
fn a_follow_up_does_not_go_up() {
    assert_eq!(read("bot -> follow up : -"), ["!bot -> ~follow up : - told"]);
    assert!(read("bot -> up").is_empty() && read("bot -> more").is_empty(), "a direction alone is no name");
}

#[test]
fn where_no_sign_can_be_said_more_is_dropped_and_less_is_not() {
    assert_eq!(read("Churn model needs more data"), ["!Churn model -> $data : needs ?1 told"]);
    assert_eq!(read("Churn model needs less data"), ["!Churn model -> $less data : needs ?1 told"]);
    assert_eq!(read("@Claims owns more work"), ["@Claims -> more work : owns ?1 told"]);
}

#[test]
fn a_name_that_says_a_direction_is_asked_about() {
    let reading = Room::new().read("bot -> reducing handle time");
    assert_eq!(doubts(&reading), [Doubt::Sign]);
    assert_eq!(reading.amber[0].offer.as_ref().unwrap().lines, ["bot -> less handle time"]);
}

#[test]
fn a_stance_finds_the_arrow_that_was_drawn_with_a_word() {
    let room = Room::after(&["bot -> less handle time"]);
    assert!(room.read("no bot -> less handle time").why.is_none());
    assert!(room.read("no bot -> handle time").why.is_none());
}

#[test]
fn and_with_another_more_or_less_begins_another_name() {
    assert_eq!(read("bot -> less queueing and more trust"), ["!bot -> ~queueing : - told", "!bot -> ~trust : + told"]);
    let reading = Room::new().read("bot -> less research and development");
    assert!(claims(&reading).is_empty() && !reading.offers.is_empty(), "one thing or two: it is offered");
}

#[test]
fn a_thing_named_with_an_underscore_does_not_take_the_sign_from_the_words() {
    let room = Room::after(&["chat -> more_calls : -", "mail -> less-typing : +"]);
    assert_eq!(claims(&room.read("bot -> more calls")), ["!bot -> ~calls : + told"]);
    assert_eq!(claims(&room.read("bot -> less typing")), ["!bot -> ~typing : - told"]);
    assert_eq!(
        claims(&room.read("bot -> more_calls : -")),
        ["!bot -> ~more_calls : - told"],
        "as it was named it is known"
    );
    let apart = Room::after(&["chat -> more_calls : -", "~[More calls]"]);
    assert_eq!(
        claims(&apart.read("bot -> more calls")),
        ["!bot -> ~more calls : ?1 told"],
        "typed as words it keeps them"
    );
    let trailing = Room::after(&["chat -> calls_down : -"]);
    assert_eq!(claims(&trailing.read("bot -> calls down")), ["!bot -> ~calls : - told"]);
}

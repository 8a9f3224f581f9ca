//! Rule R12: what sort of thing a name is.

use adjacent::capture::Doubt;
use adjacent::record::{Fact, Kind};

use crate::capture::room::{Room, claims, doubts, kind_of, named};

#[test]
fn what_is_known_comes_first_then_the_sigil_the_verb_the_last_word_and_the_arrow() {
    let room = Room::after(&["$Trust team owns X"]);
    assert_eq!(claims(&room.read("Trust team needs Y")), ["$Trust team -> $Y : needs ?1 told"]);
    let room = Room::new();
    for (line, expected) in [
        ("/Trust team -> Y : feeds", "/Trust team -> Y : feeds ?1 told"),
        ("X needs Trust team", "X -> $Trust team : needs ?1 told"),
        ("X -> Trust team : feeds", "X -> @Trust team : feeds ?1 told"),
        ("X -> Y : feeds", "X -> Y : feeds ?1 told"),
        ("X -> Y", "~X -> ~Y : ?1 told"),
        ("X affects Y", "~X -> ~Y : ?1 told"),
        ("X raises Y", "~X -> ~Y : + told"),
    ] {
        assert_eq!(claims(&room.read(line)), [expected], "{line}");
    }
}

#[test]
fn roles_follow_the_stored_direction_and_plain_english() {
    for (line, expected) in [
        ("X <- Bot : needs", "!Bot -> $X : needs ?1 told"),
        ("X <- Y : owns", "@Y -> X : owns ?1 told"),
        ("X owns Y", "@X -> Y : owns ?1 told"),
        ("X depends on Y", "X -> $Y : needs ?1 told"),
        ("X rewards Y", "^X -> ~Y : rewards ?1 told"),
        ("X pays for Y", "^X -> ~Y : rewards ?1 told"),
        ("X builds Y", "!X -> !Y : builds ?1 told"),
        ("X builds on Y", "!X -> !Y : builds ?1 told"),
        ("X -> Y : builds on", "!X -> !Y : builds ?1 told"),
        ("X aims Y", "X -> Y : aims ?1 told"),
        ("X speaks for Y", "X -> Y : voices ?1 told"),
        ("X part of Y", "X -> Y : in ?1 told"),
        ("X supplies Y", "X -> Y : feeds ?1 told"),
        ("X covers Y", "X -> Y : covers ?1 told"),
    ] {
        assert_eq!(claims(&Room::new().read(line)), [expected], "{line}");
    }
}

#[test]
fn commands_have_roles_too() {
    for (line, label, kind) in [
        ("say X: so it is", "X", Kind::Party),
        ("say X: so it is", "so it is", Kind::Voice),
        ("saw X up", "X", Kind::Factor),
        ("want X up", "X", Kind::Factor),
        ("rule X never: lies", "X", Kind::Initiative),
        ("X is live", "X", Kind::Unknown),
        ("X is want up", "X", Kind::Unknown),
        ("same X = Y", "Y", Kind::Unknown),
        ("do write it down re X", "X", Kind::Unknown),
    ] {
        assert_eq!(kind_of(label, &Room::new().read(line)), kind, "{line}");
    }
}

#[test]
fn a_middle_of_a_chain_is_what_its_first_mention_says() {
    assert_eq!(named(&Room::new().read("X -> Y -> Z : needs")), ["X", "$Y", "$Z"]);
    assert_eq!(named(&Room::new().read("X <- Y <- Z : owns")), ["X", "@Y", "@Z"]);
}

#[test]
fn only_a_typed_sigil_takes_the_place_of_no_kind() {
    let mut room = Room::after(&["X is live"]);
    assert_eq!(claims(&room.hear("Y needs X")), ["Y -> X : needs ?1 told"]);
    let reading = room.hear("Y needs !X");
    assert_eq!(claims(&reading), ["Y -> !X : needs ?1 told"]);
    assert_eq!(named(&reading), ["!X"]);
    assert!(reading.amber.is_empty());
    assert_eq!(claims(&room.read("Y needs X")), ["Y -> !X : needs ?1 told"]);
}

#[test]
fn a_sigil_that_disagrees_keeps_the_kind_and_flags_the_line() {
    let room = Room::after(&["!X"]);
    let reading = room.read("Y needs $X");
    assert_eq!((claims(&reading), doubts(&reading)), (vec!["Y -> !X : needs ?1 told".to_owned()], vec![Doubt::Kind]));
}

#[test]
fn a_kind_typed_anywhere_on_the_line_counts_for_the_whole_line() {
    assert_eq!(named(&Room::new().read("X -> Y -> !X : feeds")), ["!X", "Y"]);
}

#[test]
fn guesses_are_told_apart_from_what_is_known_or_typed() {
    let room = Room::after(&["!Bot"]);
    let reading = room.read("Bot, @Sales -> Handle time");
    let guessed: Vec<_> = reading.mentions.iter().map(|mention| (mention.guessed, mention.new)).collect();
    assert_eq!(guessed, [(false, false), (false, true), (true, true)]);
}

#[test]
fn a_session_names_a_thing_once_and_again_when_the_naming_was_taken_back() {
    let mut room = Room::new();
    assert_eq!(named(&room.hear("@Claims owns !Bot")), ["@Claims", "!Bot"]);
    assert_eq!(named(&room.hear("Bot -> Trust : -")), ["~Trust"]);
    room.hear("undo");
    assert_eq!(named(&room.read("bot -> trust : -")), ["~trust"]);
    assert_eq!(named(&room.hear("!Bot")), ["!Bot"]);
}

#[test]
fn a_session_names_for_itself_what_others_have_named() {
    let mut room = Room::new();
    room.also_elsewhere(&["!Robbie"]);
    assert_eq!(named(&room.hear("Robbie -> Trust : -")), ["!Robbie", "~Trust"]);
    assert_eq!(named(&room.hear("Robbie -> Trust : -")), Vec::<String>::new());
    room.hear("undo");
    room.hear("undo");
    room.also_elsewhere(&["!Robbie"]);
    assert_eq!(named(&room.read("Robbie -> Trust : -")), ["!Robbie", "~Trust"]);
}

#[test]
fn another_name_of_a_thing_is_that_thing() {
    let mut room = Room::after(&["!Service bot", "same Service bot = Robbie"]);
    let reading = room.hear("Robbie -> Trust : -");
    let Some(Fact::Claimed(claim)) = reading.facts.last() else { panic!() };
    assert_eq!(claim.from, "Robbie");
    assert_eq!((reading.mentions[0].label.as_str(), reading.mentions[0].kind), ("Service bot", Kind::Initiative));
    assert_eq!(room.says("Robbie -> Trust : -"), "More of the Service bot, less Trust.");
    assert!(room.read("Robbie -> Service bot : +").why.is_some());
}

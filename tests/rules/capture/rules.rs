//! The exact rules R1 to R19, as far as a single line decides them.

use adjacent::record::{Basis, Fact, Sign};

use crate::capture::room::{Room, claims, named, scrapped};

fn read(line: &str) -> Vec<String> {
    claims(&Room::new().read(line))
}

#[test]
fn r1_a_tag_need_not_be_listed_and_a_line_without_one_has_no_speaker() {
    let room = Room::of_people(&[("mei", "Claims")]);
    assert_eq!(room.read("x9> A -> B").speaker.as_deref(), Some("x9"));
    assert_eq!(room.read("A -> B").speaker, None);
    assert_eq!(room.read("Mei> A -> B").tag.as_deref(), Some("mei"), "a listed person in whatever case");
    assert_eq!(room.read("Zoe> A -> B").tag, None);
}

#[test]
fn r1_alone_an_untagged_line_is_mine() {
    assert_eq!(Room::alone().read("A -> B").speaker.as_deref(), Some("me"));
}

#[test]
fn r1_a_seat_that_is_set_speaks_until_a_tag_says_otherwise() {
    let room = Room::new();
    let context = room.context().spoken_by(Some("tom"));
    assert_eq!(adjacent::capture::read("A -> B", &context).speaker.as_deref(), Some("tom"));
    assert_eq!(adjacent::capture::read("mei> A -> B", &context).speaker.as_deref(), Some("mei"));
}

#[test]
fn r3_arrows_dashes_and_quotes_are_read_as_typed_on_a_keyboard() {
    for line in ["Bot → Trust : −", "Bot —> Trust : –", "Trust ← Bot : ‑", "Bot ➡️ Trust : -"] {
        assert_eq!(read(line), ["!Bot -> ~Trust : - told"], "{line}");
    }
    assert_eq!(read("A ↔ B : + “so it is”")[1], "~B -> ~A : + told \"so it is\"");
    assert_eq!(Room::new().read("Bot → Trust").said, "Bot → Trust");
}

#[test]
fn r4_spelling_does_not_make_another_thing() {
    assert_eq!(
        scrapped(&Room::new().read("Handle-time -> HANDLE TIME : +")),
        Some("it points at itself; what does it act through?")
    );
    assert_eq!(named(&Room::new().read("A, a -> B, b! : +")), ["~A", "~B"]);
    assert_eq!(read("A, a -> B, b! : +").len(), 1);
}

#[test]
fn r5_words_and_note_may_both_be_there() {
    assert_eq!(read("A -> B : + seen // since May \"it fell\""), ["~A -> ~B : + seen \"it fell\" // since May"]);
    assert_eq!(read("A -> B : + oddly // since May"), ["~A -> ~B : + told // since May; oddly"]);
    assert_eq!(read("A, B -> C \"it fell\"").len(), 2);
    assert!(read("A, B -> C \"it fell\"").iter().all(|claim| claim.ends_with("\"it fell\"")));
}

#[test]
fn r8_claim_numbers_go_on_after_an_undo() {
    let mut room = Room::after(&["A -> B, C", "undo"]);
    let reading = room.hear("A -> B, C");
    let numbers: Vec<_> = reading
        .facts
        .iter()
        .filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim.claim) } else { None })
        .collect();
    assert_eq!(numbers, [3, 4]);
    assert!(room.read("yes #1").why.is_some());
    assert!(room.read("yes #4").why.is_none());
}

#[test]
fn r9_a_stance_on_something_that_was_taken_back_is_a_scrap_and_names_nothing() {
    let room = Room::after(&["A -> B : +", "C -> D : +", "undo"]);
    let denied = room.read("no C -> D");
    assert!(!denied.facts.iter().any(|fact| matches!(fact, Fact::Stanced(_))), "that arrow was taken back");
    let Some(Fact::Stanced(stance)) = room.read("yes").facts.pop() else { panic!() };
    assert_eq!(stance.from, "A");
    let denied = room.read("no A -> D");
    assert!(!denied.facts.iter().any(|fact| matches!(fact, Fact::Stanced(_))), "nobody drew that arrow");
}

#[test]
fn r10_a_stance_on_an_arrow_belongs_to_the_latest_claim_on_it() {
    let room = Room::after(&["A -> B : +", "A -> B : feeds -- 1w"]);
    let Some(Fact::Stanced(stance)) = room.read("no A -> B").facts.pop() else { panic!() };
    assert_eq!((stance.kind, stance.sign), (adjacent::record::Relation::Feeds, Sign::Minus));
}

#[test]
fn r11_every_verb_works_in_plain_english_and_in_the_tail() {
    for (verb, shape) in [
        ("affects", "?1"),
        ("changes", "?1"),
        ("drives", "?1"),
        ("raises", "+"),
        ("lowers", "-"),
        ("feeds", "feeds ?1"),
        ("gives", "feeds ?1"),
        ("supplies", "feeds ?1"),
        ("needs", "needs ?1"),
        ("uses", "needs ?1"),
        ("depends on", "needs ?1"),
        ("owns", "owns ?1"),
        ("runs", "owns ?1"),
        ("in", "in ?1"),
        ("part of", "in ?1"),
        ("rewards", "rewards ?1"),
        ("pays for", "rewards ?1"),
        ("aims", "aims ?1"),
        ("builds", "builds ?1"),
        ("builds on", "builds ?1"),
        ("covers", "covers ?1"),
        ("voices", "voices ?1"),
        ("speaks for", "voices ?1"),
    ] {
        let expected = [format!("/A -> /B : {shape} told")];
        assert_eq!(read(&format!("/A {verb} /B")), expected, "{verb}");
        assert_eq!(read(&format!("/A -> /B : {verb}")), expected, "{verb}");
        assert_eq!(read(&format!("/A->/B: {verb}")), expected, "{verb}");
    }
}

#[test]
fn r11_the_tail_rule_without_a_space_holds_for_plain_english() {
    assert_eq!(read("Bot lowers Handle time: seen"), ["!Bot -> ~Handle time : - seen"]);
    assert_eq!(read("Bot lowers Price: new book"), ["!Bot -> ~Price: new book : - told"]);
}

#[test]
fn r13_relations_without_a_sign_keep_their_strength() {
    for relation in ["needs", "owns", "in", "covers", "builds", "voices"] {
        assert_eq!(read(&format!("/A -> /B : {relation} +++")), [format!("/A -> /B : {relation} ?3 told")]);
        assert_eq!(read(&format!("/A -> /B : {relation} -")), [format!("/A -> /B : {relation} ?1 told")]);
        assert_eq!(read(&format!("/A -> /B : {relation} =")), [format!("/A -> /B : {relation} =1 told")]);
    }
}

#[test]
fn r14_naming_the_same_thing_twice_is_a_scrap_even_under_another_name() {
    let room = Room::after(&["!Bot", "same Bot = Robbie"]);
    assert_eq!(scrapped(&room.read("same BOT = robbie")), Some("both ends are the same thing"));
}

#[test]
fn r19_alone_everything_is_a_guess_until_somebody_says_how_they_know() {
    let basis = |line: &str| match Room::alone().read(line).facts.pop() {
        Some(Fact::Claimed(claim)) => claim.basis,
        other => panic!("{other:?}"),
    };
    assert_eq!(basis("A -> B : +"), Basis::Guess);
    assert_eq!(basis("A -> B : + told"), Basis::Told);
    assert_eq!(basis("A needs B : seen"), Basis::Seen);
}

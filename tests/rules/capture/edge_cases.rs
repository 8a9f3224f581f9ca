//! The edge cases of the grammar that must behave.

use adjacent::capture::{Doubt, Form};
use adjacent::record::{Fact, Kind};

use crate::capture::room::{Room, claims, doubts, kind_of, scrapped};

#[test]
fn these_lines_are_arrows() {
    for (line, expected) in [
        ("A -> B", vec!["~A -> ~B : ?1 told"]),
        ("Bot -> Complaints : =", vec!["!Bot -> ~Complaints : =1 told"]),
        ("Bot → Trust : −", vec!["!Bot -> ~Trust : - told"]),
        ("[Terms -> conditions] -> Complaints : +", vec!["~Terms -> conditions -> ~Complaints : + told"]),
        ("Bot -> Trust : - because it sounds canned", vec!["!Bot -> ~Trust : - told // because it sounds canned"]),
        ("A -> B -> C : +", vec!["~A -> ~B : + told", "~B -> ~C : + told"]),
        ("A -> B: +", vec!["~A -> ~B : + told"]),
        ("Needs assessment -> Onboarding : +", vec!["~Needs assessment -> /Onboarding : + told"]),
        ("A -> B \"X -> Y : -\"", vec!["~A -> ~B : ?1 told \"X -> Y : -\""]),
        ("A --> B : +", vec!["~A -> ~B : + told"]),
        ("A->B : +", vec!["~A -> ~B : + told"]),
        ("אבג -> Trust : +", vec!["~אבג -> ~Trust : + told"]),
        ("Réclamations -> Ménage : -", vec!["~Réclamations -> ~Ménage : - told"]),
        ("客户信任 -> 呼叫量 : --", vec!["~客户信任 -> ~呼叫量 : -- told"]),
        ("🤖 bot -> Trust 💛 : -", vec!["!🤖 bot -> ~Trust 💛 : - told"]),
    ] {
        let reading = Room::new().read(line);
        assert_eq!(claims(&reading), expected, "{line}");
    }
}

#[test]
fn a_word_before_a_colon_is_a_newcomer_or_a_part_of_the_name() {
    let reading = Room::new().read("Piet: new book -> Renewals : - 1q");
    let offered: Vec<_> = reading.offers.iter().flat_map(claims).collect();
    assert_eq!(offered, ["~new book -> /Renewals : - 91d told", "~Piet: new book -> /Renewals : - 91d told"]);
    assert!(reading.offers.iter().all(|offer| offer.said == reading.said));
    assert_eq!(reading.facts, [Fact::Answered { text: reading.said.clone() }]);
    let quantity = Room::new().read("Price: new book -> Renewals : - 1q");
    assert_eq!(claims(&quantity), ["~Price: new book -> /Renewals : - 91d told"], "a price is nobody");
    let known = Room::after(&["!Piet"]).read("Piet: new book -> Renewals : - 1q");
    assert_eq!(known.form, Form::Arrow, "a known thing is nobody");
}

#[test]
fn these_lines_are_scraps_that_leave_nothing_behind() {
    for (line, why) in [
        ("A -> B -> C : + - +", "three signs for two arrows"),
        ("A -> B : + -", "two signs for one arrow"),
        ("A -> A : +", "it points at itself; what does it act through?"),
        ("A -> , B : +", "a name is missing"),
        ("A -> B, : +", "a name is missing"),
        ("A ->", "a name is missing"),
        ("-> B", "a name is missing"),
        ("A -> (live) : +", "a name is missing"),
        ("A -> @ : +", "a name is missing"),
        ("👍 -> Trust : +", "a name needs at least one letter or digit"),
        ("yes .", "nothing has been claimed yet to say yes or no to"),
        ("yes #12", "there is no claim 12 to say yes or no to"),
        ("same Bot = BOT", "both ends are the same thing"),
        ("same Bot =", "a name is missing"),
        ("say @Handlers:", "the text is missing"),
        ("rule Bot never:", "the text is missing"),
        ("park", "the text is missing"),
        ("?", "the text is missing"),
    ] {
        let reading = Room::new().read(line);
        assert_eq!(scrapped(&reading), Some(why), "{line}");
        assert_eq!(reading.said, line);
    }
}

#[test]
fn a_scrap_leaves_nothing_behind_even_when_part_of_it_was_readable() {
    let mut room = Room::new();
    room.hear("@Claims owns !Triage (live), , !Bot");
    assert!(room.ledger.thing("Claims").is_none() && room.ledger.thing("Triage").is_none());
}

#[test]
fn words_the_tail_cannot_read_make_the_line_amber() {
    for line in ["Bot -> Trust : - because it sounds canned", "Bot lowers Trust : because it sounds canned"] {
        let reading = Room::new().read(line);
        assert_eq!(doubts(&reading), [Doubt::Unread], "{line}");
        assert_eq!(reading.amber[0].why, "kept as a note: because it sounds canned");
    }
}

#[test]
fn a_sentence_is_free_text_and_offered_as_something_people_say() {
    let room = Room::of_people(&[("sam", "Claims")]);
    let reading = room.read("sam> people are worried about the bot");
    assert_eq!(reading.form, Form::Text);
    assert_eq!(reading.facts, [Fact::Answered { text: "people are worried about the bot".to_owned() }]);
    let offer = reading.offer.unwrap();
    assert_eq!(offer.lines, ["say @Claims: people are worried about the bot"]);
    assert_eq!(room.read(&offer.lines[0]).form, Form::Say);
    assert!(reading.amber.is_empty());
    assert!(Room::new().read("people are worried").offer.is_none(), "a voice belongs to a party that somebody named");
}

#[test]
fn a_later_mention_is_the_same_thing_and_a_sigil_that_disagrees_flags_the_line() {
    let mut room = Room::after(&["@Retention team"]);
    let reading = room.hear("Retention team -> Morale : +");
    assert_eq!(claims(&reading), ["@Retention team -> ~Morale : + told"]);
    assert!(reading.amber.is_empty());
    let reading = room.hear("!retention TEAM -> Morale : -");
    assert_eq!(kind_of("retention TEAM", &reading), Kind::Party);
    assert_eq!(doubts(&reading), [Doubt::Kind]);
    assert_eq!(reading.amber[0].why, "Retention team stays a team or group, not something we are changing");
}

#[test]
fn a_long_name_is_clipped_and_its_end_goes_into_the_note() {
    let long = "a".repeat(250);
    let reading = Room::new().read(&format!("{long} -> B : +"));
    let Some(Fact::Claimed(claim)) = reading.facts.last() else { panic!("{:?}", reading.facts) };
    assert_eq!(claim.from.chars().count(), 200);
    assert_eq!(claim.note.as_deref(), Some("a".repeat(50).as_str()));
    assert_eq!(doubts(&reading), [Doubt::Cut]);
}

#[test]
fn a_pasted_paragraph_is_kept_whole_as_text() {
    let paragraph = "We talked about it for long. ".repeat(14);
    let reading = Room::new().read(&paragraph);
    assert_eq!(reading.facts, [Fact::Answered { text: paragraph.trim().to_owned() }]);
}

#[test]
fn control_characters_go_and_right_to_left_text_stays() {
    let reading = Room::new().read("Bot\u{1b}[31m\t-> שלום\u{202e} עולם : +\u{0}");
    assert_eq!(claims(&reading), ["~Bot[31m -> ~שלום עולם : + told"]);
    assert_eq!(reading.said, "Bot[31m -> שלום עולם : +");
}

#[test]
fn an_empty_line_does_nothing() {
    for line in ["", "   ", "\t\u{200b}", "mei> ", "mei>"] {
        let reading = Room::new().read(line);
        assert_eq!(reading.form, Form::Blank, "{line:?}");
        assert!(reading.facts.is_empty(), "{line:?}");
        assert_eq!(Room::new().speak(&reading), "");
    }
}

#[test]
fn a_line_of_ten_megabytes_is_read_and_cut() {
    let reading = Room::new().read(&"Bot needs [".repeat(1_000_000));
    assert_eq!(reading.said.chars().count(), 10_000);
    assert!(doubts(&reading).contains(&Doubt::Cut));
}

#[test]
fn a_line_that_would_draw_hundreds_of_arrows_is_a_scrap() {
    let many: Vec<_> = (0..60).map(|number| format!("thing {number}")).collect();
    let many = many.join(", ");
    let why = "that is more than 100 names or arrows; give it a line or two more";
    assert_eq!(scrapped(&Room::new().read(&format!("{many} -> {many} x : +"))), Some(why));
    assert_eq!(scrapped(&Room::new().read(&format!("{}Z", "a -> b -> ".repeat(100)))), Some(why));
}

//! Commands, stances, questions, promises: everything that is not an arrow.

use adjacent::capture::{Doubt, Form};
use adjacent::record::{Attribute, Due, Fact, Position, Slot, Status, Want};
use jiff::civil::date;

use crate::capture::room::{Room, claims, doubts, others};

fn form(line: &str) -> Form {
    Room::new().read(line).form
}

#[test]
fn a_command_that_lacks_its_structure_is_an_ordinary_line() {
    for line in [
        "say hello to everybody",
        "saw the bot fail yesterday",
        "want more data",
        "rule of thumb",
        "same as before",
        "yes we can",
        "no one told us",
        "unsure what to do",
        "undo that",
        "parking is a nightmare",
        "doing nothing is an option",
        "# a heading",
        "* a bullet",
    ] {
        assert_eq!(form(line), Form::Text, "{line}");
    }
}

#[test]
fn arrows_win_over_commands_whose_name_they_would_tear() {
    for line in ["want of care -> Errors : +", "same team -> Morale : =", "saw mill -> Noise up"] {
        assert_eq!(form(line), Form::Arrow, "{line}");
    }
}

#[test]
fn a_capital_is_a_telephone_and_not_another_word() {
    let room = Room::after(&["Bot -> Trust : -"]);
    for (line, form) in [
        ("No Bot -> Trust", Form::Stance),
        ("Yes", Form::Stance),
        ("Park this one", Form::Park),
        ("Undo", Form::Undo),
        ("Saw Trust down", Form::Saw),
        ("Do call them : tom due fri", Form::Do),
        ("No shows -> Costs : +", Form::Arrow),
        ("Park rangers -> Trust : +", Form::Arrow),
        ("Do not forget the letters", Form::Text),
    ] {
        assert_eq!(room.read(line).form, form, "{line}");
    }
    assert_eq!(room.read("Undo").said, "undo");
}

#[test]
fn bare_yes_no_and_unsure_answer_the_last_claim() {
    let room = Room::after(&["A -> B : +", "C -> D : --", "A -> B"]);
    for (line, position, ends) in [
        ("yes", Position::Yes, ("A", "B")),
        ("no .", Position::No, ("A", "B")),
        ("unsure.", Position::Unsure, ("A", "B")),
        ("no #2", Position::No, ("C", "D")),
        ("yes C->D", Position::Yes, ("C", "D")),
        ("yes D <- C", Position::Yes, ("C", "D")),
    ] {
        let reading = room.read(line);
        let [Fact::Stanced(stance)] = reading.facts.as_slice() else { panic!("{line}: {reading:?}") };
        assert_eq!((stance.position, (stance.from.as_str(), stance.to.as_str())), (position, ends), "{line}");
    }
}

#[test]
fn a_stance_keeps_what_else_was_said() {
    let reading = Room::after(&["A -> B : +"]).read("no A -> B // only last year \"we checked\"");
    let [Fact::Stanced(stance)] = reading.facts.as_slice() else { panic!() };
    assert_eq!(stance.words.as_deref(), Some("we checked; only last year"));
}

#[test]
fn a_line_that_ends_in_a_question_mark_is_a_question() {
    for (line, text) in [
        ("who owns the letters?", "who owns the letters?"),
        ("? who owns the letters", "who owns the letters"),
        ("?who", "who"),
        ("Letter drafter is live?", "Letter drafter is live?"),
        ("same Bot = Robbie?", "same Bot = Robbie?"),
        ("do we know who owns it?", "do we know who owns it?"),
        ("@Claims owns the letters?", "@Claims owns the letters?"),
    ] {
        let reading = Room::new().read(line);
        assert_eq!((reading.form, reading.facts), (Form::Ask, vec![Fact::Asked { text: text.to_owned() }]), "{line}");
    }
}

#[test]
fn a_question_mark_that_is_a_sign_or_a_saying_is_no_question() {
    for (line, expected) in [
        ("Bot lowers Trust : ?", Form::Arrow),
        ("Bot -> Trust : ?", Form::Arrow),
        ("Bot -> Trust?", Form::Arrow),
        ("&Am I training my replacement?", Form::Thing),
        ("&Does anybody know who owns it?", Form::Thing),
        ("say @Claims: are we next?", Form::Say),
        ("rule Bot uncertain: asks \"shall I?\"", Form::Rule),
        ("park why three decks?", Form::Park),
    ] {
        assert_eq!(form(line), expected, "{line}");
    }
}

#[test]
fn what_has_no_place_for_words_keeps_them_in_its_text() {
    let text = |line: &str| match Room::new().read(line).facts.pop() {
        Some(Fact::Parked { text } | Fact::Asked { text } | Fact::Answered { text } | Fact::Ruled { text, .. }) => text,
        other => panic!("{line}: {other:?}"),
    };
    assert_eq!(text("park the name // again \"Robbie\""), "the name // again \"Robbie\"");
    assert_eq!(text("? who said \"Robbie\""), "who said \"Robbie\"");
    assert_eq!(text("they call it \"Robbie\""), "they call it \"Robbie\"");
    assert_eq!(text("rule Bot never: says \"I am human\""), "says \"I am human\"");
}

#[test]
fn a_saying_may_be_quoted_and_may_be_about_nothing() {
    for (line, expected) in [
        ("say Handlers: \"We fear it\"", vec!["@Handlers -> &We fear it : owns ?1 told"]),
        ("say Handlers: We fear it \"every day\"", vec!["@Handlers -> &We fear it : owns ?1 told \"every day\""]),
        (
            "say @A, @B : so it is re X",
            vec!["@A -> &so it is : owns ?1 told", "@B -> &so it is : owns ?1 told", "&so it is -> X : covers ?1 told"],
        ),
    ] {
        assert_eq!(claims(&Room::new().read(line)), expected, "{line}");
    }
}

#[test]
fn attributes_are_set_in_every_way_they_can_be_typed() {
    for (line, form, attribute) in [
        ("X is live", Form::Is, Attribute::Status(Status::Live)),
        ("X is Stopped.", Form::Is, Attribute::Status(Status::Stopped)),
        ("X is scarce", Form::Is, Attribute::Scarce),
        ("X is outside", Form::Is, Attribute::Outside),
        ("X is want steady", Form::Is, Attribute::Want(Want::Steady)),
        ("want X steady", Form::Want, Attribute::Want(Want::Steady)),
        ("!X (idea)", Form::Thing, Attribute::Status(Status::Idea)),
    ] {
        let reading = Room::new().read(line);
        let set = Fact::Set { label: "X".to_owned(), attribute, words: None };
        assert_eq!((reading.form, others(&reading)), (form, vec![set]), "{line}");
    }
    assert_eq!(form("X is great"), Form::Text);
}

#[test]
fn several_attributes_may_stand_behind_a_name() {
    let reading = Room::new().read("A -> $B (scarce) (want up) (odd) : needs");
    assert!(others(&reading).is_empty(), "an unknown word in parentheses belongs to the name");
    assert_eq!(others(&Room::new().read("A -> $B (scarce) (want up) : needs")).len(), 2);
}

#[test]
fn a_list_of_names_takes_the_sigil_and_a_purpose_keeps_its_commas() {
    let labels = |line: &str| {
        let named = crate::capture::room::named(&Room::new().read(line));
        named.join(" | ")
    };
    assert_eq!(labels("!Bot, Triage, $Data"), "!Bot | !Triage | $Data");
    assert_eq!(labels("*Faster, fairer claims"), "*Faster, fairer claims");
    assert_eq!(labels("*What the team needs"), "*What the team needs");
}

#[test]
fn every_slot_of_a_charter_can_be_ruled() {
    for slot in Slot::ALL {
        let reading = Room::new().read(&format!("rule Bot {} : so", slot.name()));
        let expected = Fact::Ruled { label: "Bot".to_owned(), slot, text: "so".to_owned() };
        assert_eq!(others(&reading), [expected]);
    }
}

#[test]
fn a_promise_is_read_piece_by_piece() {
    let promise = |text: &str, who: Option<&str>, due, about: Option<&str>, about_to: Option<&str>| Fact::Committed {
        text: text.to_owned(),
        who: who.map(str::to_owned),
        due,
        about: about.map(str::to_owned),
        about_to: about_to.map(str::to_owned),
    };
    let fourth = Some(Due::On(date(2026, 12, 4)));
    for (line, expected) in [
        ("do call them : tom due 4 dec", promise("call them", Some("tom"), fourth, None, None)),
        ("do call them : tom due 2w", promise("call them", Some("tom"), Some(Due::In(14)), None, None)),
        ("do call them : Tom Baker", promise("call them", Some("Tom Baker"), None, None, None)),
        ("do call them due 4 dec", promise("call them", None, fourth, None, None)),
        ("do call them : due 4 dec", promise("call them", None, fourth, None, None)),
        ("do call them", promise("call them", None, None, None, None)),
        ("do call them re A -> B", promise("call them", None, None, Some("A"), Some("B"))),
        ("do call them re A <- B", promise("call them", None, None, Some("B"), Some("A"))),
        ("do call them : tom re A due 4 dec", promise("call them", Some("tom"), fourth, Some("A"), None)),
        ("do pay what is due to them", promise("pay what is due to them", None, None, None, None)),
        ("do fix 3:1 ratio : tom", promise("fix 3:1 ratio", Some("tom"), None, None, None)),
        ("do call them \"now\"", promise("call them (now)", None, None, None, None)),
    ] {
        let reading = Room::new().read(line);
        assert_eq!((reading.form, others(&reading)), (Form::Do, vec![expected]), "{line}");
        assert!(reading.amber.is_empty(), "{line}");
    }
}

#[test]
fn a_date_that_cannot_be_read_stays_in_the_text() {
    let reading = Room::new().read("do call them : tom due soon");
    let [Fact::Committed { text, who, due, .. }] = reading.facts.as_slice() else { panic!() };
    assert_eq!((text.as_str(), who.as_deref(), *due), ("call them (due soon)", Some("tom"), None));
    assert_eq!(doubts(&reading), [Doubt::Date]);
}

#[test]
fn a_weekday_is_the_next_one_after_today() {
    let room = Room::new();
    let context = room.context().on(date(2026, 11, 25));
    let reading = adjacent::capture::read("do call them : tom due fri", &context);
    let [Fact::Committed { due, .. }] = reading.facts.as_slice() else { panic!() };
    assert_eq!(*due, Some(Due::On(date(2026, 11, 27))));
}

#[test]
fn undo_goes_back_line_by_line_and_redo_forward() {
    let mut room = Room::after(&["A -> B : +", "people are tired", "A -> , B"]);
    let target = |fact: &Fact| match fact {
        Fact::Retracted { seq } | Fact::Restored { seq } => *seq,
        other => panic!("{other:?}"),
    };
    let undone: Vec<_> = (0..3).map(|_| target(&room.hear("undo").facts[0])).collect();
    assert_eq!(undone, [4, 3, 2]);
    let reading = room.hear("undo");
    assert_eq!(
        (reading.form, reading.facts),
        (Form::Undo, vec![Fact::Scrapped { reason: "there is nothing to take back".to_owned() }])
    );
    assert_eq!(target(&room.hear("redo").facts[0]), 2);
    assert!(room.ledger.thing("A").is_some());
}

#[test]
fn parking_with_a_colon_is_parking() {
    let read = Room::new().read("park: parking charges for staff");
    assert_eq!(read.facts, [Fact::Parked { text: "parking charges for staff".into() }]);
}

#[test]
fn when_a_change_begins_is_read_and_read_back() {
    for line in ["!Bot is starts 2027-01-12", "!Bot (from 2027-01-12)"] {
        let reading = Room::new().read(line);
        let started = Attribute::Started("2027-01-12".parse().unwrap());
        let set = |fact: &Fact| matches!(fact, Fact::Set { attribute, .. } if *attribute == started);
        assert!(reading.facts.iter().any(set), "{line}: {reading:?}");
        assert!(Room::new().says(line).contains("12 January 2027"), "{line}");
    }
}

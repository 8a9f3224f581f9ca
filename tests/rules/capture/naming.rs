//! Lines about names: two names for one thing, and another name for a thing.

use adjacent::capture::{Doubt, Form};
use adjacent::record::Fact;

use super::room::{Room, doubts, others, scrapped};

fn renamed(from: &str, to: &str) -> Fact {
    Fact::Renamed { from: from.to_owned(), to: to.to_owned() }
}

#[test]
fn a_thing_is_renamed_with_an_equals_sign_or_with_to() {
    for line in ["rename bot = Service bot", "rename Bot to Service bot"] {
        let room = Room::after(&["Bot -> Trust : -"]);
        let reading = room.read(line);
        assert_eq!((reading.form, others(&reading)), (Form::Rename, vec![renamed("Bot", "Service bot")]), "{line}");
        assert_eq!(room.says(line), "Bot is called Service bot from now on.");
    }
}

#[test]
fn the_old_name_goes_on_meaning_the_thing() {
    let mut room = Room::after(&["Bot -> Trust : -", "rename Bot = Service bot"]);
    assert_eq!(room.says("bot -> more calls"), "More of the Service bot, more calls.");
    room.hear("rename bot to Robbie");
    assert_eq!(room.ledger.thing("service bot").unwrap().label, "Robbie");
}

#[test]
fn a_name_that_holds_to_is_cut_behind_the_known_name() {
    let room = Room::after(&["Move to cloud -> Cost : -"]);
    assert_eq!(others(&room.read("rename move to cloud to cloud move")), [renamed("Move to cloud", "cloud move")]);
}

#[test]
fn a_sentence_that_begins_with_rename_stays_text() {
    let room = Room::after(&["Bot -> Trust : -"]);
    assert_eq!(room.read("rename the whole programme to something nicer").form, Form::Text);
    assert_eq!(scrapped(&room.read("rename Robbie = Bert")), Some("nothing is called Robbie so far"));
    assert_eq!(scrapped(&room.read("rename bot = Bot")), Some("it is called Bot already"));
}

#[test]
fn a_name_that_another_thing_has_is_told_and_a_merge_is_offered() {
    let room = Room::after(&["Bot -> Trust : -", "Service bot -> Calls : +"]);
    let reading = room.read("rename bot = service bot");
    assert_eq!((reading.form, doubts(&reading)), (Form::Text, vec![Doubt::SameThing]));
    let merged = Fact::Merged { keep: "Service bot".to_owned(), drop: "Bot".to_owned() };
    let offered: Vec<Fact> = reading.offers.iter().flat_map(others).collect();
    assert_eq!(offered, [merged]);
}

#[test]
fn same_in_the_other_order_shows_the_thing_under_the_other_name() {
    let mut room = Room::after(&["Bot -> Trust : -", "same Robbie = Bot"]);
    assert_eq!(room.ledger.thing("bot").unwrap().label, "Robbie");
    assert_eq!(scrapped(&room.read("same Robbie = Bot")), Some("both ends are the same thing"));
    assert_eq!(room.says("same Bot = Robbie"), "Bot and Robbie are one thing; we call it Bot.");
    room.hear("same Bot = Robbie");
    assert_eq!(room.ledger.thing("robbie").unwrap().label, "Bot");
}

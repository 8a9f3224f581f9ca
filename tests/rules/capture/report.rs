//! A reading as JSON, as `adjacent read --json` prints it.

use adjacent::capture::ReadingReport;
use serde_json::{Value, json};

use crate::capture::room::Room;

fn report(room: &Room, line: &str) -> Value {
    let reading = room.read(line);
    serde_json::to_value(ReadingReport::of(&reading, room.speak(&reading))).unwrap()
}

#[test]
fn an_arrow_is_reported_with_everything_it_says() {
    let room = Room::of_people(&[("tom", "Contact Centre")]);
    assert_eq!(
        report(&room, "tom> Service bot -> Handle time : -- 1w seen \"it fell\""),
        json!({
            "type": "edge",
            "speaker": "tom",
            "claims": [{
                "from": "Service bot", "from_kind": "Initiative", "to": "Handle time", "to_kind": "Factor",
                "kind": "affects", "sign": "-", "strength": 2, "delay_days": 7, "basis": "seen", "words": "it fell",
            }],
            "says": "More of the Service bot, less Handle time, clearly, after about a week; Tom has seen it: “it fell”.",
            "amber": null,
            "why": null,
        })
    );
}

#[test]
fn every_sign_has_its_character_and_a_relation_without_one_has_none() {
    for (line, sign, delay) in [
        ("A -> B : +", json!("+"), json!(null)),
        ("A -> B : - now", json!("-"), json!(0)),
        ("A -> B : later", json!("?"), json!(90)),
        ("A -> B : =", json!("="), json!(null)),
        ("A -> B : feeds", json!("?"), json!(null)),
        ("A -> B : needs +", json!(null), json!(null)),
        ("A -> B : owns =", json!(null), json!(null)),
    ] {
        let claim = &report(&Room::new(), line)["claims"][0];
        assert_eq!((&claim["sign"], &claim["delay_days"]), (&sign, &delay), "{line}");
    }
}

#[test]
fn a_thing_is_reported_under_the_label_it_is_known_by() {
    let room = Room::after(&["!Service bot", "same Service bot = Robbie"]);
    let claim = &report(&room, "ROBBIE -> Trust : -")["claims"][0];
    assert_eq!((&claim["from"], &claim["from_kind"]), (&json!("Service bot"), &json!("Initiative")));
}

#[test]
fn doubts_and_scraps_say_why() {
    let room = Room::of_people(&[("tom", "Contact Centre")]);
    assert_eq!(report(&room, "bot> A -> B : - oddly")["amber"], json!("who is bot?; kept as a note: oddly"));
    let scrap = report(&room, "A -> A");
    assert_eq!(
        (&scrap["type"], &scrap["why"]),
        (&json!("scrap"), &json!("it points at itself; what does it act through?"))
    );
    assert_eq!(scrap["claims"], json!([]));
}

#[test]
fn every_form_has_its_name() {
    let room = Room::after(&["A -> B : +"]);
    for (line, form) in [
        ("A -> B", "edge"),
        ("!A", "node"),
        ("say A: b", "say"),
        ("saw A up", "saw"),
        ("want A up", "want"),
        ("rule A never: b", "rule"),
        ("A is live", "is"),
        ("same A = B", "same"),
        ("yes", "stance"),
        ("do a", "do"),
        ("park a", "park"),
        ("? a", "ask"),
        ("undo", "undo"),
        ("redo", "redo"),
        ("some text", "text"),
        ("A -> ", "scrap"),
        (" ", "blank"),
    ] {
        assert_eq!(report(&room, line)["type"], json!(form), "{line}");
    }
}

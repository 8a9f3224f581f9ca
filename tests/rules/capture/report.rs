//! A reading as JSON, as `adjacent read --json` prints it.

use adjacent::capture::{Reading, ReadingOutcome, ReadingReport, ReportTerms};
use adjacent::record::SeatTag;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use crate::capture::room::Room;

/// A report in a room where everybody is called as they are typed.
struct Terms<'a> {
    room: &'a Room,
    explains: bool,
}

impl ReportTerms for Terms<'_> {
    fn says(&self, reading: &Reading) -> String {
        self.room.speak(reading)
    }

    fn called(&self, who: &str) -> String {
        format!("called {who}")
    }

    fn typed(&self, seat: &SeatTag) -> SeatTag {
        seat.clone()
    }

    fn day(&self) -> Date {
        date(2026, 11, 20)
    }

    fn explains(&self) -> bool {
        self.explains
    }
}

fn reported(room: &Room, reading: &Reading) -> Value {
    serde_json::to_value(ReadingReport::of(reading, &Terms { room, explains: false })).unwrap()
}

fn report(room: &Room, line: &str) -> Value {
    reported(room, &room.read(line))
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
            "who": null, "due": null, "text": null, "verdict": null, "counts": null,
            "amber": null,
            "why": null,
            "offers": [],
        })
    );
}

#[test]
fn promises_decisions_and_hands_are_reported_in_fields_of_their_own() {
    let room = Room::of_people(&[("tom", "Contact Centre")]);
    let promise = report(&room, "do ask Legal : tom due 2w");
    assert_eq!(
        (&promise["type"], &promise["who"], &promise["due"], &promise["text"]),
        (&json!("do"), &json!("called tom"), &json!("2026-12-04"), &json!("ask Legal"))
    );
    let decision = report(&room, "decide Service bot : guard: calls over two minutes go to a person");
    assert_eq!(
        (&decision["type"], &decision["verdict"], &decision["text"]),
        (&json!("decide"), &json!("guard"), &json!("calls over two minutes go to a person"))
    );
    for (line, counts) in [
        ("vote Service bot : wait 2, proceed 3", json!([3, 0, 2])),
        ("vote Service bot : will not 1, proceed 3", json!([3, 0, 0, 0, 1])),
        ("vote Service bot : red 2, blue 3", json!([2, 3])),
    ] {
        let hands = report(&room, line);
        assert_eq!((&hands["type"], &hands["counts"]), (&json!("hands"), &counts), "{line}");
    }
}

#[test]
fn what_is_offered_for_a_text_is_reported_in_the_shape_of_what_is_recorded() {
    let room = Room::of_people(&[("tom", "Contact Centre")]);
    let offered = Reading { because: vec!["`needs` is needs".to_owned()], ..room.read("Service bot needs history") };
    let text = Reading { offers: vec![offered.clone()], ..room.read("people are worried") };
    assert_eq!([text.outcome(), offered.outcome()], [ReadingOutcome::Offered, ReadingOutcome::Recorded]);
    assert_eq!(room.read("people are worried").outcome(), ReadingOutcome::Text);
    let found = reported(&room, &text);
    assert_eq!(found["claims"], json!([]), "nothing of an offer is recorded");
    assert_eq!(found["offers"], json!([reported(&room, &offered)]));
    let explained = ReadingReport::of(&text, &Terms { room: &room, explains: true });
    assert_eq!(explained.offers[0].because.as_deref(), Some(["`needs` is needs".to_owned()].as_slice()));
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

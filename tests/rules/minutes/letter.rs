//! The letter to those who were not there.

use adjacent::export::{Arrows, Material, letter, plain_text};
use adjacent::graph::{Graph, Ledger};
use adjacent::record::{Exposure, Fact, Names};

use crate::minutes::room::Room;
use crate::minutes::unedited::ward;

fn graph(room: &Room) -> Graph {
    let mut ledger = Ledger::new();
    ledger.add_session(room.session(), &Names::default());
    ledger.graph(None)
}

/// The letter about a session, to everybody or to a party.
fn letter_of(room: &Room, party: Option<&str>) -> String {
    let (graph, chapters) = (graph(room), [room.chapter()]);
    let to = party.map(|party| graph.things().find(|thing| thing.label == party).unwrap());
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let title = room.session().title();
    letter(&Material { title, graph: &graph, findings: &[], chapters: &chapters, arrows, most_things, house: None }, to)
}

#[test]
fn it_says_what_for_what_we_saw_what_we_promised_what_we_ask_and_how_to_answer() {
    let text = letter_of(&ward(), None);
    let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(headings, ["What we saw", "What we promised", "What we would like to ask you", "How to answer"]);
    assert!(text.contains("\n\nDear colleagues,\n\nOn Friday 20 November 2026 four of us, from Radiology, "), "{text}");
    assert!(text.contains("“40 % since May”") && text.contains("Please answer by Friday 4 December 2026."), "{text}");
    assert!(!text.contains('`') && !text.contains("adjacent "), "{text}");
}

#[test]
fn to_a_party_it_says_what_reaches_it_and_asks_what_it_knows() {
    let mut room = ward();
    room.says("@Emergency owns overtime").says("calls -> more overtime : +").says("say @Emergency: nobody asked us");
    room.says("Letter writer -> more calls : + seen \"they ring\"");
    let text = letter_of(&room, Some("Emergency"));
    for part in [
        "Dear colleagues in Emergency,",
        "Not all of you were there",
        "## What it means for you\n\n- **calls**: more overtime",
        "**Letter writer to overtime**: more calls, and with that more overtime.",
        "- Who tells Emergency?",
        "- Somebody said in your name: “nobody asked us”. Would you say it so?",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    let other = letter_of(&room, Some("IT"));
    assert!(other.contains("nothing so far that reaches you") && !other.contains("Who tells Emergency?"), "{other}");
}

#[test]
fn a_letter_of_one_person_says_i() {
    let mut room = Room::alone();
    room.says("!Bot -> more calls : seen \"they ring\"")
        .says("calls -> more overtime : seen")
        .says("? who counts them");
    let text = letter_of(&room, None);
    assert!(text.contains("## What I saw") && text.contains("## What I would like to ask you"), "{text}");
    assert!(!text.contains(" we "), "{text}");
}

#[test]
fn as_plain_text_it_has_no_marks() {
    let text = plain_text(&letter_of(&ward(), None));
    assert!(text.contains("\nWhat we saw\n-----------\n\n- Scan reader to report quality: more scans,"), "{text}");
    assert!(!text.contains("**") && !text.contains("##") && !text.contains('\\'), "{text}");
}

#[test]
fn nothing_private_hidden_struck_offered_or_taken_back_is_in_it() {
    let mut room = ward();
    room.types("zqer> Scan reader -> more Zqhidden : seen \"zqhidden\"", Exposure::Private);
    room.types("? zqhidden question for Emergency", Exposure::Private);
    room.types("zqer> Scan reader -> more waits : seen \"they wait\"", Exposure::Anonymous);
    room.says("zqer> waits -> more complaints : seen zqrad");
    room.says("Scan reader -> more Zqstruck : seen \"zqstruck\"");
    let seq = room.last();
    room.key(Fact::StrikeOrdered { seq });
    room.says("zqer> Scan reader -> more Zqundone : seen \"zqundone\"").says("undo");
    room.key(Fact::Offered { question: 1, about: Vec::new(), ask: "zqoffered?".to_owned() });
    for party in [None, Some("Radiology"), Some("Admissions"), Some("IT")] {
        let text = letter_of(&room, party).to_lowercase();
        assert!(!text.contains("zq"), "{text}");
    }
    let text = letter_of(&room, None);
    assert!(text.contains("“they wait” (seen)"), "a line without a name has no unit:\n{text}");
}

#[test]
fn what_somebody_of_the_party_said_is_theirs_and_their_own_burden_is_told() {
    let mut room = Room::new();
    room.says("zqtom> say @Contact Centre: What I hope is that the bot takes the bills");
    room.says("!Leak detector -> more complaints")
        .says("zqtom> complaints -> more calls : ++ seen \"my kettle looks like tea\"");
    room.says("calls -> more waiting").says("Claims -> @Contact Centre : ?");
    let text = letter_of(&room, Some("Contact Centre"));
    assert!(text.contains("One of you said: “the bot takes the bills”."), "{text}");
    assert!(!text.contains("Somebody said in your name"), "{text}");
    let reaches = text.split("## What it means for you").nth(1).unwrap().split("##").next().unwrap();
    assert!(reaches.contains("**complaints**: more calls") && reaches.contains("**calls**: more waiting"), "{reaches}");
}

//! Lines that were reported as read wrong, and what each is now.

use adjacent::capture::{Doubt, Form, Reading};
use adjacent::record::{Attribute, Fact, Kind, Status};

use super::room::{Room, claims, doubts};

/// Returns "recorded", "offered" or "text", and the arrows of the reading or of its first offer.
fn outcome(reading: &Reading) -> (&'static str, Vec<String>) {
    match (reading.form, reading.offers.first()) {
        (Form::Text | Form::Scrap, None) => ("text", Vec::new()),
        (Form::Text, Some(offer)) => ("offered", claims(offer)),
        _ => ("recorded", claims(reading)),
    }
}

fn is(room: &Room, line: &str, how: &str, arrows: &[&str]) {
    let (told, drawn) = outcome(&room.read(line));
    assert_eq!((told, drawn.iter().map(String::as_str).collect::<Vec<_>>()), (how, arrows.to_vec()), "{line}");
}

#[test]
fn a_sentence_that_begins_like_a_position_is_text() {
    let room = Room::after(&["@Claims owns triage bot", "triage bot -> churn model : feeds +"]);
    for line in [
        "No one told the night shift.",
        "Right now nobody checks the letters.",
        "Nearly all calls come back within a week",
    ] {
        assert_eq!(room.read(line).form, Form::Text, "{line}");
    }
    is(&room, "Wrong records lead to wrong decisions.", "recorded", &["~Wrong records -> ~wrong decisions : + told"]);
}

#[test]
fn what_is_missing_is_less_of_it() {
    let mut room = Room::after(&[]);
    room.hear("training -> fewer errors");
    is(&room, "no training -> more errors", "recorded", &["~training -> ~errors : - told"]);
    is(&room, "no owner -> delays", "recorded", &["~owner -> ~delays : ?1 told"]);
}

#[test]
fn the_head_of_a_name_says_its_kind() {
    let room = Room::after(&["@Contact Centre owns !Service bot (live)"]);
    for line in [
        "Service bot -> more pressure on staff",
        "Service bot -> less time for customers",
        "Service bot -> cost per council",
        "Service bot -> number of agents",
    ] {
        let reading = room.read(line);
        assert_eq!(reading.mentions.last().map(|mention| mention.kind), Some(Kind::Factor), "{line}");
    }
}

#[test]
fn something_in_something_is_not_always_a_part_of_it() {
    let room = Room::new();
    for line in ["Trust in management is low", "Handle time in March was 7 min"] {
        is(&room, line, "text", &[]);
    }
    assert_ne!(outcome(&room.read("Errors in billing doubled")).0, "recorded");
}

#[test]
fn a_reason_is_the_note_and_a_list_keeps_each_direction() {
    let room = Room::new();
    let reading = room.read("Triage bot -> more repeat calls, because customers ring back");
    assert_eq!(claims(&reading).len(), 1);
    let note =
        reading.facts.iter().find_map(|fact| if let Fact::Claimed(claim) = fact { claim.note.clone() } else { None });
    assert_eq!(note.as_deref(), Some("because customers ring back"));
    for line in
        ["Triage bot -> more repeat calls; less handle time", "Triage bot -> more repeat calls / less handle time"]
    {
        is(&room, line, "recorded", &["!Triage bot -> ~repeat calls : + told", "!Triage bot -> ~handle time : - told"]);
    }
}

#[test]
fn numbers_before_and_after_are_seen_and_are_no_things() {
    for (line, label) in [
        ("bug tickets: 12 -> 9", "bug tickets"),
        ("Bauanträge: 12 Wochen → 8 Wochen", "Bauanträge"),
        ("time of triage 30 min -> 2 min", "time of triage"),
        ("IP recruitment: 2 posts -> 0 hires", "IP recruitment"),
        ("velocity 2024 -> 2025: +15%", "velocity"),
    ] {
        let reading = Room::new().read(line);
        let seen = reading.offers.first().map(|offer| offer.facts.clone()).unwrap_or_default();
        let observed = seen.iter().any(|fact| matches!(fact, Fact::Observed { label: seen, .. } if seen == label));
        assert!(reading.form == Form::Text && observed, "{line}");
    }
}

#[test]
fn denials_and_idioms_are_no_arrows() {
    let room = Room::new();
    for line in [
        "Nobody owns the evaluation.",
        "IT no longer owns the server",
        "bot no longer needs history",
        "It needs to be said",
        "The transcription agent gives back 2 hours/day to the doctor",
        "The finance team rewards councils for cases closed.",
        "Nobody knows if the bot is live",
        "senior eng. -> no change",
    ] {
        assert_ne!(outcome(&room.read(line)).0, "recorded", "{line}");
    }
    is(&room, "Handle time falls when Triage bot is live", "recorded", &["!Triage bot -> ~Handle time : - told"]);
}

#[test]
fn marks_behind_and_before_a_name_are_its_direction() {
    let room = Room::new();
    for (line, arrow) in [
        ("bigger PRs --> senior review time ↑", "~PRs -> ~senior review time : + told"),
        ("Triage bot -> -handle time", "!Triage bot -> ~handle time : - told"),
        ("Triage bot -> + repeat calls", "!Triage bot -> ~repeat calls : + told"),
        ("Triage bot -> repeat calls++", "!Triage bot -> ~repeat calls : ++ told"),
        ("Triage bot => more repeat calls", "!Triage bot -> ~repeat calls : + told"),
        ("* no self-service → phone calls ↑", "~self-service -> ~phone calls : - told"),
        ("1. poor search -> more calls", "~poor search -> ~calls : + told"),
        ("Triage bot -> reduced handle time", "!Triage bot -> ~handle time : - told"),
        ("Triage bot -> shorter handle time", "!Triage bot -> ~handle time : - told"),
        ("Triage bot -> more repeat calls?", "!Triage bot -> ~repeat calls : + guess"),
        ("individual velocity -/-> team velocity", "~individual velocity -> ~team velocity : =1 told"),
        ("slow down -> more churn", "~slow down -> ~churn : + told"),
        ("lock down -> fewer visits", "~lock down -> ~visits : - told"),
        ("grade 7+ -> retention : +", "~grade 7+ -> ~retention : + told"),
    ] {
        is(&room, line, "recorded", &[arrow]);
    }
}

#[test]
fn a_quote_at_the_end_is_no_thing() {
    let reading = Room::new().read("less training -> less use -> \"the tool is bad\"");
    assert_eq!(claims(&reading).len(), 1);
}

#[test]
fn it_behind_a_comma_is_what_the_line_began_with() {
    let mut room = Room::after(&["!Meter reader", "!Leak detector", "@IT", "@Billing", "@Network Ops"]);
    let line = "Meter reader is live since march, billing answers for it";
    is(&room, line, "offered", &["@billing -> !Meter reader : owns ?1 told"]);
    let line = "Leak detector (live), Network Ops own it";
    is(&room, line, "offered", &["@Network Ops -> !Leak detector : owns ?1 told"]);
    is(&room, "lunch is ready, Ana makes it", "text", &[]);
    room.hear("Service bot -> more calls");
    is(&room, "the lift broke, it happens", "text", &[]);
}

#[test]
fn a_thing_in_test_is_a_pilot() {
    let room = Room::after(&["@IT", "!Pump scheduler"]);
    for line in ["IT owns !Pump scheduler (test)", "!Pump scheduler (in trial)"] {
        let set =
            Fact::Set { label: "Pump scheduler".into(), attribute: Attribute::Status(Status::Pilot), words: None };
        assert!(room.read(line).facts.contains(&set), "{line}");
    }
    let offered = room.read("we have the pump scheduler in test");
    let offered = offered.offers.first().expect("an offer");
    assert_eq!(offered.form, Form::Is);
}

#[test]
fn clauses_without_a_comma_and_clauses_with_but_are_offered() {
    let room = Room::after(&["!Service bot", "~complaints"]);
    let line = "when digs go up overtime goes up too, after about two weeks";
    is(&room, line, "offered", &["~digs -> ~overtime : + 14d told"]);
    let line = "the service bot answers faster but complaints go up";
    is(&room, line, "offered", &["!service bot -> ~complaints : + told"]);
    let line = "estimated bills go down but disputes go up";
    is(&room, line, "offered", &["~estimated bills -> ~disputes : - told"]);
}

#[test]
fn a_day_that_is_just_over_is_pointed_out_as_a_year_away() {
    let room = Room::new();
    let doubts = |line: &str| doubts(&room.read(line));
    let today = room.session.day();
    let over = today.yesterday().unwrap().strftime("%-d %b").to_string().to_lowercase();
    assert_eq!(doubts(&format!("do write the rule : Legal due {over}")), [Doubt::Date]);
    assert_eq!(doubts("do write the rule : Legal due 2w"), []);
}

#[test]
fn a_factor_is_not_asked_to_be_a_unit_of_a_longer_name() {
    let room = Room::after(&["@Quality Lab", "!Bot"]);
    assert_eq!(doubts(&room.read("Bot -> less quality")), []);
}

//! What is said not to be so, or not any more: never recorded by itself, and never offered turned round.

use adjacent::record::{Fact, Position, Relation};

use crate::capture::room::Room;

fn room() -> Room {
    Room::after(&[
        "@Border Protection owns !Autonomous Aerostat",
        "Autonomous Aerostat needs $weather data",
        "weather data feeds Autonomous Aerostat",
        "@Field office is part of @Border Protection",
        "^Save bonus covers @Retention team",
        "^Save bonus rewards ~handle time",
        "Planner builds on Autonomous Aerostat",
        "Mei Group voices &Am I next?",
    ])
}

/// Every way to say it with the verb as it is: "not ... any more" and its like.
const DENIALS: [&str; 8] = [
    "does not {verb} any more",
    "does not {verb} anymore",
    "doesn't {verb} any more",
    "do not {verb} any longer",
    "no longer {verbs}",
    "did not {verb}",
    "never {verbs}",
    "will not {verb} any more",
];

#[test]
fn a_denied_arrow_is_offered_as_a_no_to_it_and_never_as_the_arrow() {
    let room = room();
    for (from, verb, verbs, to, relation) in [
        ("Border Protection", "answer for", "answers for", "Autonomous Aerostat", Relation::Owns),
        ("Border Protection", "look after", "looks after", "Autonomous Aerostat", Relation::Owns),
        ("The aerostat", "need", "needs", "weather data", Relation::Needs),
        ("Autonomous Aerostat", "rely on", "relies on", "the weather data", Relation::Needs),
        ("weather data", "feed", "feeds", "Autonomous Aerostat", Relation::Feeds),
        ("Save bonus", "apply to", "applies to", "Retention team", Relation::Covers),
        ("Save bonus", "reward", "rewards", "handle time", Relation::Rewards),
        ("Planner", "build on", "builds on", "Autonomous Aerostat", Relation::Builds),
    ] {
        for denial in DENIALS {
            let (before, after) = denial.split_once("{verb").unwrap();
            let (verb, after) = match after.strip_prefix("s}") {
                Some(after) => (verbs, after),
                None => (verb, after.strip_prefix('}').unwrap()),
            };
            denied(&room, &format!("{from} {before}{verb} {to}{after}"), relation);
        }
    }
}

#[test]
fn passives_states_and_what_stopped_are_denied_too() {
    let room = room();
    for (line, relation) in [
        ("The aerostat is no longer owned by Border Protection", Relation::Owns),
        ("The aerostat is not owned by Border Protection any more", Relation::Owns),
        ("Border Protection is not responsible for the aerostat any more", Relation::Owns),
        ("Border Protection is no longer responsible for the aerostat", Relation::Owns),
        ("Field office is no longer part of Border Protection", Relation::In),
        ("Field office isn't part of Border Protection any more", Relation::In),
        ("Border Protection stopped looking after the aerostat", Relation::Owns),
        ("Border Protection has stopped owning the aerostat", Relation::Owns),
        ("The aerostat stopped needing weather data", Relation::Needs),
        ("The aerostat ceased to rely on weather data", Relation::Needs),
        ("The aerostat stopped using weather data", Relation::Needs),
    ] {
        denied(&room, line, relation);
    }
}

#[track_caller]
fn denied(room: &Room, line: &str, relation: Relation) {
    let reading = room.read(line);
    let is_statement = |fact: &Fact| matches!(fact, Fact::Claimed(_) | Fact::Named { .. } | Fact::Set { .. });
    assert!(!reading.facts.iter().any(is_statement), "{line} is recorded: {:?}", reading.facts);
    let offered: Vec<&Fact> = reading.offers.iter().flat_map(|offer| &offer.facts).collect();
    assert!(!offered.iter().any(|fact| is_statement(fact)), "{line} is turned round: {offered:?}");
    let is_no = |fact: &&&Fact| matches!(fact, Fact::Stanced(stance) if stance.position == Position::No && stance.kind == relation);
    assert_eq!(offered.iter().filter(is_no).count(), 1, "{line}: {offered:?}");
}

#[test]
fn the_offer_says_whole_names_and_that_it_is_a_no() {
    let mut room = Room::new();
    room.also_elsewhere(&["@Border Protection owns !Autonomous Aerostat"]);
    let reading = room.read("Border Protection does not answer for the aerostat any more");
    let says: Vec<String> = reading.offers.iter().map(|offer| room.speak(offer)).collect();
    assert_eq!(says, ["Somebody says no: Border Protection does not answer for Autonomous Aerostat."]);
}

#[test]
fn what_nobody_drew_stays_text() {
    let room = room();
    for line in [
        "Retention team no longer owns the weather data",
        "The bot does not send letters to customers",
        "The planner does not make calls longer",
        "The portal stopped sending reports to Border Protection",
        "Border Protection does not need the aerostat any more",
    ] {
        let reading = room.read(line);
        assert!(reading.offers.is_empty(), "{line}: {:?}", reading.offers);
        assert!(!reading.facts.iter().any(|fact| matches!(fact, Fact::Claimed(_))), "{line}: {:?}", reading.facts);
    }
}

#[test]
fn a_verb_that_stops_something_is_still_that_verb() {
    assert_eq!(Room::new().says("The cap stops overtime"), "More cap, less overtime.");
}

#[test]
fn other_languages_deny_as_well() {
    let lexicon = adjacent::capture::Lexicon::of(&["de", "fr", "es"], &[]);
    let room = Room::after(&["@Vertrieb owns !Bot", "Bot needs Historie"]);
    for line in [
        "Der Bot braucht die Historie nicht mehr",
        "Vertrieb betreut den Bot nicht mehr",
        "Bot a cessé d'utiliser Historie",
        "Bot dejó de necesitar Historie",
    ] {
        let reading = adjacent::capture::read(line, &room.context().in_languages(&lexicon));
        let facts: Vec<&Fact> =
            reading.facts.iter().chain(reading.offers.iter().flat_map(|offer| &offer.facts)).collect();
        assert!(!facts.iter().any(|fact| matches!(fact, Fact::Claimed(_))), "{line}: {facts:?}");
    }
}

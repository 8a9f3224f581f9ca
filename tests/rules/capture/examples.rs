//! Twenty-five lines that must parse.

use adjacent::capture::{Doubt, Form};
use adjacent::record::{
    Attribute, Direction, Due, Fact, Position, Relation, Sign, Slot, Stance, Status, Strength, Want,
};
use jiff::civil::date;

use crate::capture::room::{Room, claims, doubts, others};

#[test]
fn every_example_with_arrows_draws_exactly_these() {
    for (line, expected) in [
        ("Churn model -> Retention team : feeds +", vec!["!Churn model -> @Retention team : feeds + told"]),
        ("@Claims owns !Claims triage (live)", vec!["@Claims -> !Claims triage : owns ?1 told"]),
        ("Bot -> Handle time : --", vec!["!Bot -> ~Handle time : -- told"]),
        ("mei> Claims triage -> Cycle time : -- seen", vec!["~Claims triage -> ~Cycle time : -- seen"]),
        ("Queue pressure -> Bot share : + 2w guess", vec!["~Queue pressure -> ~Bot share : + 14d guess"]),
        (
            "Overtime -> Fatigue -> Errors : ++ + 1m",
            vec!["~Overtime -> ~Fatigue : ++ 30d told", "~Fatigue -> ~Errors : + 30d told"],
        ),
        (
            "Bot, Reply assistant -> Customer history : needs",
            vec!["!Bot -> $Customer history : needs ?1 told", "!Reply assistant -> $Customer history : needs ?1 told"],
        ),
        (
            "Claims data -> Triage model, Churn model : feeds + seen",
            vec!["$Claims data -> !Triage model : feeds + seen", "$Claims data -> !Churn model : feeds + seen"],
        ),
        ("Retention team <- Churn model : feeds +", vec!["!Churn model -> @Retention team : feeds + told"]),
        ("Quality <-> Morale : +", vec!["~Quality -> ~Morale : + told", "~Morale -> ~Quality : + told"]),
        ("Churn model needs complaint reasons", vec!["!Churn model -> $complaint reasons : needs ?1 told"]),
        ("^Handle-time bonus covers @Contact Centre", vec!["^Handle-time bonus -> @Contact Centre : covers ?1 told"]),
        (
            "^Handle-time bonus -> Handle time : rewards --",
            vec!["^Handle-time bonus -> ~Handle time : rewards -- told"],
        ),
        ("Triage model -> Cycle time (want down) : aims -", vec!["!Triage model -> ~Cycle time : aims - told"]),
        (
            "!Triage model -> *[Faster, fairer claims] : aims +",
            vec!["!Triage model -> *Faster, fairer claims : aims + told"],
        ),
        ("Reply assistant builds on Bot", vec!["!Reply assistant -> !Bot : builds ?1 told"]),
        (
            "#Data clinic covers @Data Platform, @Claims",
            vec!["#Data clinic -> @Data Platform : covers ?1 told", "#Data clinic -> @Claims : covers ?1 told"],
        ),
        ("Bot -> @Customers (outside) : voices", vec!["!Bot -> @Customers : voices ?1 told"]),
    ] {
        let reading = Room::new().read(line);
        assert_eq!(reading.form, Form::Arrow, "{line}");
        assert_eq!(claims(&reading), expected, "{line}");
    }
}

#[test]
fn a_voice_is_held_by_somebody_and_about_something() {
    let reading = Room::new().read("say @Handlers: Am I training my replacement? re Triage model");
    assert_eq!(reading.form, Form::Say);
    assert_eq!(
        claims(&reading),
        [
            "@Handlers -> &Am I training my replacement? : owns ?1 told",
            "&Am I training my replacement? -> !Triage model : covers ?1 told",
        ]
    );
}

#[test]
fn attributes_come_with_the_arrow() {
    for (line, label, attribute) in [
        ("@Claims owns !Claims triage (live)", "Claims triage", Attribute::Status(Status::Live)),
        ("Triage model -> Cycle time (want down) : aims -", "Cycle time", Attribute::Want(Want::Down)),
        ("Bot -> @Customers (outside) : voices", "Customers", Attribute::Outside),
    ] {
        let set = Fact::Set { label: label.to_owned(), attribute, words: None };
        assert_eq!(others(&Room::new().read(line)), [set], "{line}");
    }
}

#[test]
fn a_line_said_for_both_directions_is_worth_asking_about() {
    let reading = Room::new().read("Quality <-> Morale : +");
    assert_eq!(doubts(&reading), [Doubt::BothDirections]);
    assert_eq!(reading.amber[0].why, "ask each direction separately");
}

#[test]
fn a_tag_says_who_spoke() {
    let reading = Room::new().read("mei> Claims triage -> Cycle time : -- seen");
    assert_eq!((reading.tag.as_deref(), reading.speaker.as_deref()), (Some("mei"), Some("mei")));
    assert_eq!(reading.said, "Claims triage -> Cycle time : -- seen");
}

#[test]
fn every_example_without_an_arrow_is_this_one_fact() {
    let label = |text: &str| text.to_owned();
    let room = Room::after(&["Bot -> Resolution : ++ 1w seen", "@First-contact resolution owns X"]);
    for (line, form, expected) in [
        (
            "saw Customer trust down 6pts since spring",
            Form::Saw,
            Fact::Observed {
                label: label("Customer trust"),
                direction: Direction::Down,
                words: Some(label("6pts since spring")),
            },
        ),
        (
            "want Repeat calls down",
            Form::Want,
            Fact::Set { label: label("Repeat calls"), attribute: Attribute::Want(Want::Down), words: None },
        ),
        (
            "rule Bot uncertain: says so and offers a person",
            Form::Rule,
            Fact::Ruled { label: label("Bot"), slot: Slot::Uncertain, text: label("says so and offers a person") },
        ),
        (
            "sam> no Bot -> Resolution",
            Form::Stance,
            Fact::Stanced(Stance {
                position: Position::No,
                from: label("Bot"),
                to: label("Resolution"),
                kind: Relation::Affects,
                sign: Sign::Plus,
                strength: Strength::Clear,
                delay: Some(adjacent::record::Delay::Days(7)),
                words: None,
            }),
        ),
        (
            "same Resolution = First-contact resolution",
            Form::Same,
            Fact::Merged { keep: label("Resolution"), drop: label("First-contact resolution") },
        ),
        (
            "do Pair the bonus with resolution : tom due 2026-12-04 re Handle-time bonus",
            Form::Do,
            Fact::Committed {
                text: label("Pair the bonus with resolution"),
                who: Some(label("tom")),
                due: Some(Due::On(date(2026, 12, 4))),
                about: Some(label("Handle-time bonus")),
                about_to: None,
            },
        ),
    ] {
        let reading = room.read(line);
        assert_eq!(reading.form, form, "{line}");
        assert_eq!(others(&reading), [expected], "{line}");
        assert!(claims(&reading).is_empty(), "{line}");
    }
}

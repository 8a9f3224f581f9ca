//! Two findings that say one thing are one, and it names both readings.

use adjacent::graph::Key;
use adjacent::lens::{Field, FindingDraft, Lens, Lesson, Narration, Offered, Pattern, State, Treatment, read_with};
use adjacent::record::{Fact, Judgement};

use crate::talk::Talk;

const ONE: &Lens = &Lens { number: 201, name: "one-reading", read: same, treats: one };
const OTHER: &Lens = &Lens { number: 202, name: "other-reading", read: same, treats: other };
const APART: &Lens = &Lens { number: 203, name: "another-question", read: apart, treats: other };

fn draft(field: &Field<'_>, ask: &str) -> Vec<FindingDraft> {
    let about: Vec<Key> = field.graph.things().map(|thing| thing.key.clone()).collect();
    vec![FindingDraft {
        pattern: None,
        about,
        severity: 60,
        says: "Cost moves price.".to_owned(),
        ask: ask.to_owned(),
        arrows: Vec::new(),
        evidence: Vec::new(),
        guesses: 0,
        imported: 0,
    }]
}

fn same(field: &Field<'_>) -> Vec<FindingDraft> {
    draft(field, "Who sets the price?")
}

fn apart(field: &Field<'_>) -> Vec<FindingDraft> {
    draft(field, "Who pays it?")
}

fn treatment(called: &'static str) -> Treatment {
    let lesson = Lesson { called, source: "Nobody.", matters: "It is a test." };
    Treatment { lesson, offered: Offered::AtOnce, narration: Narration::Never, milestone: None, surprise: None }
}

fn one(_: Option<Pattern>) -> Treatment {
    treatment("A chain: it goes on.")
}

fn other(_: Option<Pattern>) -> Treatment {
    treatment("A knot: it holds.")
}

#[test]
fn one_question_about_the_same_things_is_one_finding_that_names_both_readings() {
    let mut talk = Talk::among(&[]);
    talk.says("Cost -> Price : +");
    let found = read_with(Vec::leak(vec![ONE, OTHER, APART]), &talk.graph()).findings;
    assert_eq!(found.len(), 2, "another question stays apart");
    assert_eq!(found[0].says, "Cost moves price. Read in more than one way: a chain and a knot.");
    assert_eq!(found[0].readings().map(|(lens, _)| lens.name()).collect::<Vec<_>>(), ["one-reading", "other-reading"]);
    assert_eq!(found[1].says, "Cost moves price.");
}

#[test]
fn what_the_room_judged_in_one_reading_is_judged_in_the_other() {
    let mut talk = Talk::among(&[]);
    talk.says("Cost -> Price : +").fact(Fact::Judged {
        lens: "other-reading".into(),
        pattern: None,
        about: vec!["Cost".into(), "Price".into()],
        judgement: Judgement::NotTrue,
        reason: None,
    });
    let found = read_with(Vec::leak(vec![ONE, OTHER]), &talk.graph()).findings;
    assert_eq!(found.iter().map(|finding| finding.state).collect::<Vec<_>>(), [State::Judged(Judgement::NotTrue)]);
}

//! The example line of every step is read as what the step says it writes.

use adjacent::capture::{Form, Reading};
use adjacent::exercise::{Answer, Catalogue, Step};
use adjacent::record::{Attribute, Fact, Kind, Mode, Outcome, Relation, Verdict, Want};

use crate::exercises::scene::Scene;

/// Steps whose example is told apart by its form and what it became.
const READ: &[(&str, u16, Mode, Form, &str)] = &[
    ("arrive", 2, Mode::Live, Form::Say, "say Claims handlers: I am training my replacement re Claims triage"),
    ("arrive", 1, Mode::Solo, Form::Say, "say Retention: I hear about launches from customers re Service bot"),
    ("draw", 2, Mode::Live, Form::Arrow, "Reply assistant needs customer history, data engineers"),
    ("draw", 3, Mode::Live, Form::Arrow, "Reply assistant -> @Customers (outside)"),
    ("draw", 4, Mode::Live, Form::Arrow, "Reply assistant aims ~less handle time (want down)"),
    ("bound", 3, Mode::Live, Form::Want, "want repeat calls down"),
    ("bound", 2, Mode::Solo, Form::Say, "say @Retention: every save costs us two calls"),
    ("incent", 2, Mode::Live, Form::Arrow, "Reply assistant pays for less handle time"),
    ("incent", 4, Mode::Live, Form::Thing, "*a call that ends the matter"),
    ("incent", 3, Mode::Solo, Form::Arrow, "less Handle time -> less discounts given"),
    ("folio", 1, Mode::Live, Form::Is, "Reply assistant is fading \"its sponsor moved on in March\""),
    ("folio", 3, Mode::Solo, Form::Want, "want Handle time down"),
    ("emerge", 2, Mode::Live, Form::Arrow, "less Handle time <- Service bot, Claims triage"),
    ("emerge", 4, Mode::Live, Form::Arrow, "Reply assistant feeds Complaints review"),
    ("moment", 1, Mode::Live, Form::Thing, "*faster, fairer claims"),
    ("moment", 2, Mode::Live, Form::Arrow, "Reply assistant aims *[faster, fairer claims] : +"),
    (
        "moment",
        3,
        Mode::Live,
        Form::Arrow,
        "Reply assistant builds on Service bot \"its list of words customers really use\"",
    ),
    ("moment", 7, Mode::Live, Form::Do, "do tell Reply assistant: fewer letters, more hard calls : mei due fri"),
    ("five", 2, Mode::Solo, Form::Arrow, "Service bot -> @Retention"),
    ("five", 4, Mode::Solo, Form::Do, "do ask Priya due fri"),
];

#[test]
fn every_example_is_read_as_what_its_step_writes() {
    for exercise in Catalogue::embedded().exercises() {
        for mode in [Mode::Live, Mode::Solo] {
            let scene = Scene::new(mode);
            for (number, step) in (1..).zip(exercise.steps(mode)) {
                let place = format!("{}.{number} {mode:?}: {}", exercise.id, step.example);
                fits(step, &scene.example(step), &place);
            }
        }
    }
}

fn fits(step: &Step, reading: &Reading, place: &str) {
    let has = |wanted: fn(&Fact) -> bool| reading.facts.iter().any(wanted);
    let example = step.example.as_str();
    assert_ne!(reading.form, Form::Scrap, "{place}");
    assert!(reading.amber.is_empty() || step.imagined, "{place}: {:?}", reading.amber);
    let right = match &step.answer {
        Answer::Text => step.bare.is_none() || !matches!(reading.form, Form::Text | Form::Blank),
        Answer::Pick => has(|fact| matches!(fact, Fact::Named { kind: Kind::Initiative, .. })),
        Answer::Arrows => has(|fact| matches!(fact, Fact::Claimed(_) | Fact::Named { .. } | Fact::Set { .. })),
        Answer::Number => has(|fact| matches!(fact, Fact::Observed { .. })),
        Answer::Stance => matches!(example, "right" | "nearly" | "no") || reading.form == Form::Arrow,
        Answer::Slot(_) => has(|fact| matches!(fact, Fact::Ruled { .. })),
        Answer::Commitment => has(|fact| matches!(fact, Fact::Committed { due: Some(_), .. })),
        Answer::Decision => Verdict::ALL.iter().any(|verdict| example.starts_with(&format!("{}:", verdict.name()))),
        Answer::Settle => Outcome::ALL.iter().any(|outcome| example == outcome.name()),
        Answer::Watch => example.contains(": ") && example.contains(" sees it first, ") && example.ends_with(" acts"),
        Answer::Vote { options: names } | Answer::Ranking { places: names } | Answer::Rating { scales: names } => {
            let numbers: Result<Vec<u16>, _> = example.split_whitespace().map(str::parse).collect();
            numbers.is_ok_and(|numbers| names.is_empty() || names.len() == numbers.len())
        }
        Answer::Slips => example.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ')),
        Answer::Dots { .. } => false,
    };
    assert!(right, "{place}: {reading:?}");
}

#[test]
fn a_bare_example_takes_the_long_form_of_its_step() {
    let catalogue = Catalogue::embedded();
    for (id, number, mode, form, said) in READ {
        let step = catalogue.find(id).unwrap().step(*mode, *number).unwrap();
        let reading = Scene::new(*mode).example(step);
        assert_eq!((reading.form, reading.said.as_str()), (*form, *said), "{id}.{number} {mode:?}");
    }
}

#[test]
fn the_steps_of_draw_write_needs_people_and_aims() {
    let draw = Catalogue::embedded().find("draw").unwrap().clone();
    let kinds = [2, 3, 4].map(|number| {
        let reading = Scene::new(Mode::Live).example(draw.step(Mode::Live, number).unwrap());
        reading.facts.iter().find_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim.kind) } else { None })
    });
    assert_eq!(kinds, [Some(Relation::Needs), Some(Relation::Affects), Some(Relation::Aims)]);
}

#[test]
fn a_number_that_both_sides_move_gets_the_way_it_is_wanted() {
    let bound = Catalogue::embedded().find("bound").unwrap().clone();
    let reading = Scene::new(Mode::Live).example(bound.step(Mode::Live, 3).unwrap());
    let label = "repeat calls".to_owned();
    assert_eq!(reading.facts, [Fact::Set { label, attribute: Attribute::Want(Want::Down), words: None }]);
}

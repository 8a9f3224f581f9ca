//! The worked example at minute 34.

use adjacent::ask::varied;
use adjacent::graph::Key;

use crate::ask::room::Room;
use crate::example::EXAMPLE;

/// Lines until minute 34: the last is "@Underwriting owns Loss ratio".
const MINUTE_34: usize = 55;

#[test]
fn at_minute_thirty_four_it_is_the_dispute_then_trust_then_what_one_side_alone_told() {
    let room = Room::transcript(EXAMPLE, MINUTE_34);
    let questions = room.questions();
    let asked: Vec<(u8, String)> = varied(&questions, 3)
        .into_iter()
        .map(|question| (question.template, question.about.iter().map(Key::as_str).collect::<Vec<_>>().join("/")))
        .collect();
    let expected =
        [(34, "claims triage/complex case load"), (9, "customer trust"), (18, "repeat calls/retention rate")];
    assert_eq!(asked, expected.map(|(template, about)| (template, about.to_owned())));
}

#[test]
fn and_they_are_put_in_words_the_room_uses() {
    let room = Room::transcript(EXAMPLE, MINUTE_34);
    let questions = room.questions();
    let asked: Vec<&str> = varied(&questions, 3).into_iter().map(|question| question.ask.as_str()).collect();
    assert_eq!(
        asked,
        [
            "Claims triage to Complex case load: what has each of you seen that the other hasn't?",
            "Three things meet in Customer trust. Whose problem does it become?",
            "Contact Centre, Retention says: more of your Repeat calls, less Retention rate. Right, nearly, or no?",
        ]
    );
}

#[test]
fn once_they_were_asked_others_come() {
    let mut room = Room::transcript(EXAMPLE, MINUTE_34);
    room.is_asked(34, &["Claims triage", "Complex case load"]).is_asked(9, &["Customer trust"]);
    let questions = room.questions();
    let first = questions.first().unwrap();
    assert_eq!((first.template, first.about.last().unwrap().as_str()), (18, "retention rate"));
    let again = |template: u8, key: &str| {
        questions
            .iter()
            .any(|question| question.template == template && question.about.iter().any(|at| at.as_str() == key))
    };
    assert!(!again(34, "complex case load") && !again(9, "customer trust"));
}

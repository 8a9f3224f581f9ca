//! What a step is about follows the talk, and its question stays the same until somebody turns it.

use adjacent::capture::Form;
use adjacent::record::{Fact, StepId};

use crate::talk::Talk;

fn room() -> Talk {
    Talk::among(&[("ana", "Network Ops"), ("ben", "Customer Care"), ("mar", "Field Crews")])
}

impl Talk {
    fn enters(&mut self, step: &str) -> &mut Self {
        let step: StepId = step.parse().unwrap();
        let event = self.recording.keyed(vec![Fact::StepEntered { step, planned: 60 }], self.at);
        self.recording.apply(event, &self.catalogue);
        self
    }

    /// Types a line as an answer to the question.
    fn answers(&mut self, line: &str) -> &mut Self {
        let frame = self.recording.asked(&self.catalogue).frame;
        let reading = self.recording.read(line, None, &frame, self.at);
        let event = self.recording.spoken(&reading, self.at);
        self.recording.apply(event, &self.catalogue);
        self
    }

    fn reads(&self, line: &str) -> Form {
        let frame = self.recording.asked(&self.catalogue).frame;
        self.recording.read(line, None, &frame, self.at).form
    }

    fn prompt(&self) -> String {
        self.recording.asked(&self.catalogue).prompt
    }
}

#[test]
fn nearly_and_no_answer_what_was_said_in_words_and_no_arrow_of_an_earlier_step() {
    let mut talk = room();
    talk.says("!Leak detector").enters("next.2").answers("Leak detector -> less pipe knowledge");
    talk.enters("bound.1").answers("I think Customer Care just wants us to be fast");
    for line in ["no", "nearly", "right", "no, we want you to be right"] {
        assert_eq!(talk.reads(line), Form::Text, "{line}");
    }
    talk.answers("Leak detector -> more dry digs");
    assert_eq!(talk.reads("no"), Form::Stance);
    talk.answers("everybody looked at the map").answers("!Service bot");
    assert_eq!(talk.reads("no"), Form::Text);
}

#[test]
fn a_position_right_after_a_step_was_entered_disputes_nothing_of_the_step_before() {
    let mut talk = room();
    talk.says("!Leak detector").enters("next.2").answers("Leak detector -> less pipe knowledge");
    assert_eq!(talk.reads("no"), Form::Stance);
    assert_eq!(talk.enters("bound.1").reads("no"), Form::Text);
}

#[test]
fn next_door_goes_on_from_the_effects_of_the_picked_change_and_not_of_another() {
    let mut talk = room();
    talk.says("!Pump scheduler\nPump scheduler -> less energy cost\n!Leak detector");
    talk.enters("next.1").answers("Leak detector").enters("next.2");
    talk.answers("Leak detector -> more dry digs, less walking");
    talk.enters("next.3");
    let asked = talk.prompt();
    assert!(asked.contains("more dry digs"), "{asked}");
    for line in ["more overtime", "walking -> more sick leave"] {
        let asked = talk.answers(line).prompt();
        assert!(!asked.contains("energy cost"), "{asked}");
    }
}

#[test]
fn what_a_change_is_meant_to_do_is_asked_about_only_when_nothing_else_is_left() {
    let mut talk = room();
    talk.says("!Leak detector\nLeak detector aims less water loss").enters("next.1").answers("Leak detector");
    talk.enters("next.2").answers("Leak detector -> less water loss").enters("next.3");
    assert!(talk.prompt().contains("less water loss"), "{}", talk.prompt());
    talk.enters("next.2").answers("Leak detector -> more dry digs").enters("next.3");
    assert!(talk.prompt().contains("more dry digs"), "{}", talk.prompt());
}

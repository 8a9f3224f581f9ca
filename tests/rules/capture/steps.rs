//! Amendment A11: in a step, a bare line becomes what the step is about.

use adjacent::capture::{Form, Reading, StepGrammar, read_in_step};
use adjacent::record::long_form::LongForm;

use crate::capture::room::Room;

/// A step in which a bare line becomes this.
struct Becomes(&'static str);

impl StepGrammar for Becomes {
    fn answer(&self, _: &str, _: Option<&str>) -> Option<LongForm> {
        None
    }

    fn complete(&self, said: &str, _: Option<&str>) -> Option<LongForm> {
        Some(LongForm::Line(self.0.replace("{}", said)))
    }
}

/// A step that makes nothing of a bare line.
struct Nothing;

impl StepGrammar for Nothing {
    fn answer(&self, _: &str, _: Option<&str>) -> Option<LongForm> {
        None
    }

    fn complete(&self, _: &str, _: Option<&str>) -> Option<LongForm> {
        None
    }
}

fn read(line: &str, long_form: &'static str) -> Reading {
    let room = Room::new();
    read_in_step(line, &Becomes(long_form), &room.context())
}

#[test]
fn a_bare_line_takes_the_long_form_of_its_step() {
    for (line, long_form, form, said) in [
        ("Claims triage", "!{}", Form::Thing, "!Claims triage"),
        ("mei> Claims triage", "!{}", Form::Thing, "!Claims triage"),
        ("we are worn out", "say @Claims: {}", Form::Say, "say @Claims: we are worn out"),
        ("Handlers: we are worn out", "say {}", Form::Say, "say Handlers: we are worn out"),
        ("Customer trust down since May", "saw {}", Form::Saw, "saw Customer trust down since May"),
        ("says so and asks", "rule Bot uncertain: {}", Form::Rule, "rule Bot uncertain: says so and asks"),
        ("call the brokers : tom due fri", "do {}", Form::Do, "do call the brokers : tom due fri"),
    ] {
        let reading = read(line, long_form);
        assert_eq!((reading.form, reading.said.as_str()), (form, said), "{line}");
    }
}

#[test]
fn a_line_that_is_valid_by_itself_always_wins() {
    for (line, form) in [
        ("Bot -> Trust : -", Form::Arrow),
        ("Bot needs data", Form::Arrow),
        ("park this", Form::Park),
        ("who knows?", Form::Ask),
        ("yes", Form::Scrap),
        ("undo", Form::Undo),
        ("A -> , B", Form::Scrap),
        ("", Form::Blank),
    ] {
        let reading = read(line, "do {}");
        assert_eq!((reading.form, reading.said.as_str()), (form, line), "{line}");
    }
}

#[test]
fn a_long_form_that_does_not_read_leaves_the_line_as_it_was() {
    for (line, long_form) in [("people are tired", "saw {}"), ("…", "!{}"), ("people are tired", "say {}")] {
        let reading = read(line, long_form);
        assert_eq!((reading.form, reading.said.as_str()), (Form::Text, line), "{line}");
    }
}

#[test]
fn the_long_form_keeps_the_speaker() {
    let reading = read("mei> Claims triage", "!{}");
    assert_eq!((reading.tag.as_deref(), reading.speaker.as_deref()), (Some("mei"), Some("mei")));
}

#[test]
fn what_was_said_in_a_step_reads_the_same_outside_of_it() {
    let room = Room::new();
    let inside = read_in_step("Claims triage", &Becomes("!{}"), &room.context());
    assert_eq!(room.read(&inside.said).facts, inside.facts);
}

#[test]
fn where_effects_are_asked_for_only_more_or_less_of_something_becomes_one() {
    for (line, form, said) in [
        ("less typing, more checking", Form::Arrow, "Service bot -> less typing, more checking"),
        ("typing down", Form::Arrow, "Service bot -> typing down"),
        ("people are worried about it", Form::Text, "people are worried about it"),
        ("sign up", Form::Text, "sign up"),
    ] {
        let reading = read(line, "Service bot -> {}");
        assert_eq!((reading.form, reading.said.as_str()), (form, said), "{line}");
    }
}

#[test]
fn more_or_less_alone_answers_the_arrow_that_was_left_open() {
    let mut room = Room::new();
    room.hear("Service bot -> Calls");
    let reading = read_in_step("less", &Nothing, &room.context());
    assert_eq!((reading.form, reading.said.as_str()), (Form::Arrow, "Service bot -> Calls : affects -"));
    room.hear("Service bot -> Calls : -");
    assert_eq!(read_in_step("less", &Nothing, &room.context()).form, Form::Text);
}

#[test]
fn a_remark_never_becomes_a_thing_because_a_step_asks_for_one() {
    for (line, long_form) in [
        ("the trust board is lying to us about the numbers", "Bot -> @{}"),
        ("sorry im late", "Bot -> @{}"),
        ("not live yet", "!{}"),
        ("and beds has a spreadsheet with a chat box", "!{}"),
        ("no thats not right, trolleys are down", "Bot -> {}"),
        ("more follow up scans", "Bot -> @{}"),
    ] {
        assert_eq!(read(line, long_form).form, Form::Text, "{line}");
    }
    assert_eq!(read("Retention", "Bot -> @{}").form, Form::Arrow);
    assert_eq!(read("we help people back to work", "*{}").form, Form::Thing, "a purpose is a sentence");
}

mod numbers;
mod positions;
mod sentences;

use super::*;
use crate::exercise::{Answer, Step, Subject};
use crate::record::Slot;

/// A step that asks for this.
fn step(answer: Answer) -> Step {
    let text = String::new;
    Step {
        title: "Where it matters".to_owned(),
        minutes: 1,
        prompt: text(),
        answer,
        bare: None,
        over: None,
        several: false,
        nothing: None,
        none: None,
        choices: None,
        quiet: false,
        unnamed: false,
        imagined: false,
        message: None,
        writes: text(),
        example: text(),
    }
}

/// What a room of four is asked in such a step, about these.
fn asks(answer: Answer, subjects: Vec<Subject>) -> AnswerFrame {
    let mut frame = AnswerFrame::new(&step(answer), subjects, None);
    frame.about(Some("Service bot"));
    let seat = |(tag, name): (&str, &str)| Attendee { tag: tag.into(), name: Some(name.to_owned()) };
    frame.people = [("mei", "Mei"), ("tom", "Tom"), ("pri", "Priya"), ("s4", "Ana")].map(seat).into();
    frame
}

fn with(template: &str, answer: Answer, subjects: Vec<Subject>) -> AnswerFrame {
    let mut frame = asks(answer, subjects);
    frame.becomes(Some(template.into()));
    frame
}

fn things(labels: &[&str]) -> Vec<Subject> {
    labels.iter().map(|label| Subject::one(label)).collect()
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Each line with its long form, or with an objection behind a mark, or with neither.
fn check(frame: &AnswerFrame, table: &[(&str, &str)]) {
    for (said, wanted) in table {
        let long = frame.answered(said, None).or_else(|| frame.completed(said, None));
        let objection = || frame.objection(said).map(|why| format!("? {why}"));
        let got = long.map(|long| long.to_string()).or_else(objection).unwrap_or_default();
        assert_eq!(got, *wanted, "{said:?} to {:?}", frame.asks());
    }
}

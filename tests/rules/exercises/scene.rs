//! A session in memory in which enough was said for every example of the catalogue to be typed.

use adjacent::capture::{Context, Heard, Reading, read, read_in_step};
use adjacent::exercise::{AnswerFrame, Seed, Step, Subject};
use adjacent::graph::{Ledger, Origin};
use adjacent::record::{Event, Fact, Header, Mode, Names, Session, SessionKind};

use super::asking::Asking;
use crate::session::header;
use crate::talk::{opening, seats};

/// What was said before, as it would be typed.
const BEFORE: &[&str] = &[
    "@Claims owns !Claims triage (live)",
    "@Contact Centre owns !Service bot (live)",
    "@Retention owns !Churn model (pilot)",
    "@Underwriting owns !Underwriting copilot (pilot)",
    "@Claims owns !Letter drafter (pilot)",
    "Claims triage -> $Severity scores : feeds +",
    "Service bot -> less Handle time",
    "Letter drafter -> less Reply time",
    "@Contact Centre owns Repeat calls",
    "Repeat calls -> Retention rate : - 1q",
    "^Handle-time bonus covers @Contact Centre",
];

/// What the blanks of a long form stand for here, but for `{thing}`.
const BLANKS: &[(&str, &str)] = &[
    ("{focus}", "Service bot"),
    ("{subject}", "Reply assistant"),
    ("{effect}", "less Handle time"),
    ("{neighbour}", "Retention"),
    ("{party}", "Retention"),
];

/// The session, and everything that was said in it.
pub(crate) struct Scene {
    session: Session,
    ledger: Ledger,
    heard: Heard,
}

impl Scene {
    pub(crate) fn new(mode: Mode) -> Self {
        let kind = if mode == Mode::Solo { SessionKind::Solo } else { SessionKind::Workshop };
        let header = Header { kind, ..header("here", "Here") };
        let mut scene = Self { session: Session::new(header), ledger: Ledger::new(), heard: Heard::default() };
        scene.push(None, opening(mode, seats(&[("me", "Claims")])).facts);
        for line in BEFORE {
            let reading = read(line, &scene.context());
            scene.push(Some(reading.said), reading.facts);
        }
        scene
    }

    fn context(&self) -> Context<'_> {
        Context::new(&self.ledger, &self.session, &self.heard)
    }

    fn push(&mut self, said: Option<String>, facts: Vec<Fact>) {
        let event = Event { seq: self.session.next_seq(), said, facts, ..Event::default() };
        self.heard.hear(&event);
        self.ledger.apply(&Origin::of(&self.session, &Names::default()), &event);
        self.session.push(event);
    }

    /// How the example of a step is read at that step.
    pub(crate) fn example(&self, step: &Step) -> Reading {
        read_in_step(&step.example, &Asking(frame(step)), &self.context())
    }
}

/// What a step asks about one thing that it walks over.
fn frame(step: &Step) -> AnswerFrame {
    let known = Subject {
        arrows: vec![("Repeat calls".to_owned(), "Retention rate".to_owned())],
        thing: Some("Handle time".to_owned()),
        seq: Some(2),
        ..Subject::one("Reply assistant")
    };
    let mut frame = AnswerFrame::new(step, step.over.map(|_| known).into_iter().collect(), None);
    frame.about(Some("Service bot"));
    // Of a reward and of what was seen to move it says more or less too.
    let phrase = matches!(step.over, Some(Seed::Incentives | Seed::Observed));
    let thing = if phrase { "less Handle time" } else { "Handle time" };
    let form = step.bare.as_ref().map(|bare| bare.to_string().replace("{thing}", thing));
    let filled = |form: String| BLANKS.iter().fold(form, |filled, (blank, value)| filled.replace(blank, value));
    frame.becomes(form.map(|form| filled(form).into()));
    frame
}

//! What is asked right now, as far as everything said so far has got.

use super::Recording;
use crate::app::follow_up;
use crate::exercise::{Answer, Catalogue, Frame, Scene, Step, Subject, answered_last, fill, long_form, subjects};
use crate::graph::{Graph, Ledger};

/// A map of so many things is weighed in a few milliseconds, before anybody types the next line.
const WEIGHED_BETWEEN_LINES: usize = 1_500;

/// What is asked right now: the words, what a line becomes, and a message that is ready to be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The prompt with its blanks filled.
    pub prompt: String,
    /// What a line without grammar of its own becomes.
    pub frame: Frame,
    /// A message to copy, once there is one.
    pub message: Option<String>,
}

impl Recording {
    /// The step at which the walk stands, as the catalogue has it.
    pub fn step_in<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Step> {
        Some(catalogue.step(self.step()?, self.session.mode())?.1)
    }

    /// What a step can walk over: everything said so far; of a map too large to weigh between two lines, what was
    /// said in this session.
    pub fn graph(&self) -> Graph {
        if self.ledger.keys().nth(WEIGHED_BETWEEN_LINES).is_none() {
            return self.ledger.graph(None);
        }
        let mut here = Ledger::new();
        here.add_session(&self.session, &self.names);
        here.graph(None)
    }

    /// What the step walks over, as everything said so far (`graph`) has it; nothing when it walks over nothing.
    pub fn subjects(&self, catalogue: &Catalogue, graph: &Graph) -> Vec<Subject> {
        let found = || {
            let over = self.step_in(catalogue)?.over?;
            let (matters, step) = (self.matters(), self.step()?);
            Some(subjects(over, &Scene { session: &self.session, graph, matters: &matters, step }))
        };
        found().unwrap_or_default()
    }

    /// What is asked, with everything that follows from what was said so far.
    pub fn asked(&self, catalogue: &Catalogue) -> Asked {
        let walks = self.step_in(catalogue).is_some_and(|step| step.over.is_some());
        let subjects = if walks { self.subjects(catalogue, &self.graph()) } else { Vec::new() };
        self.asked_over(catalogue, subjects)
    }

    /// What is asked when the step walks over these: at the one the talk was turned to, else at the first that is open.
    pub fn asked_over(&self, catalogue: &Catalogue, subjects: Vec<Subject>) -> Asked {
        let Some(step) = self.step_in(catalogue) else { return Asked::default() };
        let mut frame = Frame::new(step, subjects);
        let turned = self.session.turned();
        let turned = frame.subjects.iter().position(|subject| Some(subject.says.as_str()) == turned);
        // Nothing moves on by itself: the talk stays where it is until somebody turns it.
        let last = || answered_last(&self.session, &frame.subjects).filter(|_| step.answer != Answer::Settle);
        let stays = turned.or_else(last);
        frame.at = stays.unwrap_or(frame.at);
        frame.people = self.session.people().len();
        let blanks = follow_up::blanks(self, catalogue, frame.subject());
        let picked = blanks.of("focus").filter(|_| step.answer == Answer::Pick).map(str::to_owned);
        frame.about(blanks.of("focus"));
        if picked.is_some() {
            frame.subjects.clear();
        } else {
            frame.becomes(step.bare.as_deref().and_then(|bare| long_form(bare, &blanks.as_names())));
        }
        let prompt = match picked {
            Some(focus) => format!("{focus} it is. On to the next step, or name another one."),
            None if frame.is_settled() => "That was all of it; nothing is left open here.".to_owned(),
            None => fill(&step.prompt, &blanks),
        };
        let message = step.message.as_ref().map(|message| fill(message, &blanks));
        Asked { prompt, frame, message }
    }
}

//! The current prompt, computed from everything said so far.

use std::collections::BTreeSet;

use super::Recording;
use super::blanks::{blanks_for, counted, text_before};
use crate::exercise::{
    Answer, AnswerFrame, Attendee, BareForm, Catalogue, Seed, Step, StepContext, Subject, fill, subjects,
};
use crate::graph::{Graph, Key, Ledger};
use crate::record::persons::is_a_word;
use crate::record::{Claim, Fact, Person, Stance};

/// The maximum number of things in a map that is evaluated between two lines, which takes a few milliseconds.
pub(crate) const WEIGHED_BETWEEN_LINES: usize = 1_500;

/// The maximum number of claims that are read between two lines, which takes a few milliseconds.
pub(crate) const SAID_BETWEEN_LINES: usize = 4_000;

/// The current prompt: its text, how an answer is read, and a message that is ready to be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurrentPrompt {
    /// The text of the prompt with its blanks filled.
    pub prompt: String,
    /// How a line without grammar of its own is read.
    pub frame: AnswerFrame,
    /// A message to copy; `None` where the step makes no message.
    pub message: Option<String>,
}

/// The subjects of a step, and the choices it offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// The subjects, which are discussed one after the other.
    pub subjects: Vec<Subject>,
    /// The choices that typed numbers select; empty where numbers select subjects.
    pub choices: Vec<Subject>,
}

/// The prompt where the step needs a change and nobody has named one.
const WHICH: &str = "Which change is this about? Name it, and the question comes.";

/// The prompt until the session is started.
const BEFORE_START: &str = "Before we start.";

/// Returns the labels that a fact mentions.
fn mentioned(fact: &Fact) -> impl Iterator<Item = &str> {
    let labels = match fact {
        Fact::Claimed(Claim { from, to, .. })
        | Fact::Stanced(Stance { from, to, .. })
        | Fact::Merged { keep: from, drop: to }
        | Fact::Renamed { from, to } => [Some(from), Some(to)],
        Fact::Named { label, .. }
        | Fact::Set { label, .. }
        | Fact::Observed { label, .. }
        | Fact::Measured { label, .. }
        | Fact::Ruled { label, .. }
        | Fact::Watched { label, .. } => [Some(label), None],
        Fact::Committed { about, about_to, .. } => [about.as_ref(), about_to.as_ref()],
        _ => [None, None],
    };
    labels.into_iter().flatten().map(String::as_str)
}

impl Recording {
    /// Returns the current step from the catalogue.
    pub fn step_in<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Step> {
        Some(catalogue.step(self.step()?, self.session.mode())?.1)
    }

    /// Returns the graph in which a step finds its subjects: of everything said so far; if that is too large to
    /// evaluate between two lines, of this session, or in a plenary of the things that its tables spoke of; if the
    /// session is too long as well, of the things mentioned last in it.
    pub fn graph(&self) -> Graph {
        let is_small = self.ledger.keys().nth(WEIGHED_BETWEEN_LINES).is_none();
        if is_small && self.ledger.sayings() <= SAID_BETWEEN_LINES {
            return self.ledger.graph(None);
        }
        if let Some(place) = self.session.gathering().filter(|place| place.is_plenary()) {
            let heard = self.ledger.heard_at_tables(&place.id);
            return self.ledger.graph_among(&heard.into_iter().take(WEIGHED_BETWEEN_LINES).collect());
        }
        if self.session.events().len() <= SAID_BETWEEN_LINES {
            let mut here = Ledger::new();
            here.add_session(&self.session, &self.names);
            return here.graph(None);
        }
        self.ledger.graph_among(&self.mentioned_last())
    }

    /// Returns the part of that graph which the current step needs.
    fn graph_for(&self, catalogue: &Catalogue) -> Graph {
        let seeds = self.step_in(catalogue).map(|step| [step.over, step.choices]);
        if seeds.into_iter().flatten().flatten().all(|seed| seed == Seed::Initiatives) {
            return self.ledger.graph_among(&self.gist.changes(&self.ledger));
        }
        self.graph()
    }

    /// Returns the things mentioned last, as many as can be evaluated between two lines together with their claims.
    fn mentioned_last(&self) -> BTreeSet<&Key> {
        let (mut last, mut said) = (BTreeSet::new(), 0);
        let labels = self.session.live().rev().take(SAID_BETWEEN_LINES);
        let labels = labels.flat_map(|event| event.facts.iter().flat_map(mentioned));
        for key in labels.filter_map(|label| self.ledger.key_of(label)) {
            if last.len() >= WEIGHED_BETWEEN_LINES || said >= SAID_BETWEEN_LINES {
                break;
            }
            if last.insert(key) {
                said += self.ledger.sayings_of(key.as_str());
            }
        }
        last
    }

    /// Returns the subjects and choices of the current step, found in `graph`.
    pub fn walked(&self, catalogue: &Catalogue, graph: &Graph) -> Walked {
        let (Some(step), Some(id)) = (self.step_in(catalogue), self.step()) else { return Walked::default() };
        let matters = self.matters();
        let scene = StepContext { session: &self.session, graph, matters: &matters, step: id };
        let found = |seed: Option<Seed>| seed.map(|seed| subjects(seed, &scene)).unwrap_or_default();
        Walked { subjects: found(step.over), choices: found(step.choices) }
    }

    /// Returns the current prompt with everything that depends on what was said so far.
    pub fn asked(&self, catalogue: &Catalogue) -> CurrentPrompt {
        let walks = self.step_in(catalogue).is_some_and(Step::walks);
        let walked = if walks { self.walked(catalogue, &self.graph_for(catalogue)) } else { Walked::default() };
        self.asked_over(catalogue, walked)
    }

    /// Returns the current prompt for these subjects: for the selected one, else for the first that is open. A question
    /// that was put to the room in this step replaces the prompt of the step, unless it is about a thing whose line was
    /// taken back since.
    pub fn asked_over(&self, catalogue: &Catalogue, walked: Walked) -> CurrentPrompt {
        let asked = self.asked_in_step(catalogue, walked, None);
        let gone = |label: &String| !label.is_empty() && self.ledger.thing(label).is_none();
        let gone = self.session.offered_about().iter().any(gone);
        match self.session.offered().filter(|_| !gone) {
            Some(offered) => CurrentPrompt { prompt: offered.to_owned(), ..asked },
            None => asked,
        }
    }

    /// Returns the current prompt as if the talk were about this thing or unit: each blank of the step stands for it.
    pub fn asked_about(&self, catalogue: &Catalogue, current: &str) -> CurrentPrompt {
        self.asked_in_step(catalogue, self.walked(catalogue, &self.graph_for(catalogue)), Some(current))
    }

    fn asked_in_step(&self, catalogue: &Catalogue, walked: Walked, current: Option<&str>) -> CurrentPrompt {
        let Some(step) = self.step_in(catalogue) else {
            let prompt = if self.session.is_before_start() { BEFORE_START } else { "" };
            return CurrentPrompt { prompt: prompt.to_owned(), ..CurrentPrompt::default() };
        };
        let mut frame = AnswerFrame::new(step, walked.subjects, self.session.turned());
        frame.choices = walked.choices;
        if let Some(current) = current {
            frame.turn_to(current);
        }
        frame.people = self.seats();
        frame.has_counted(counted(self));
        frame.planned(text_before(self, catalogue));
        let written = step.bare.as_ref().map(ToString::to_string);
        let texts =
            [Some(&step.prompt), step.nothing.as_ref(), step.none.as_ref(), step.message.as_ref(), written.as_ref()];
        let texts = texts.into_iter().flatten().map(String::as_str);
        let mut blanks = blanks_for(self, catalogue, frame.subject(), texts);
        for blank in ["focus", "subject", "effect", "party"] {
            blanks.set(blank, current.map(str::to_owned));
        }
        frame.about(blanks.of("focus"));
        let picked = step.answer == Answer::Pick && blanks.of("focus").is_some();
        if picked {
            // A choice can still be named but is no longer listed, so that another line does not become a second
            // change.
            frame.choices = std::mem::take(&mut frame.subjects);
        }
        let bare = step.bare.as_ref().filter(|_| !picked);
        let unnamed = step.over.is_none() && blanks.of("focus").is_none() && !picked;
        if unnamed && written.is_some_and(|bare| bare.contains("{focus}") || bare.contains("{effect}")) {
            let mut which = AnswerFrame::which(step);
            which.people = frame.people;
            return CurrentPrompt { prompt: WHICH.to_owned(), frame: which, message: None };
        }
        // Where the speaker is unknown, the line itself names whose statement it is, or nobody does.
        let anybody = || bare.filter(|bare| bare.says()).map(|_| BareForm::said_by_anybody());
        let mut names = blanks.as_names();
        if names.of("effect").is_none() {
            // Where no effect is known to continue from, the prompt continues from the change itself.
            names.set("effect", names.of("focus").map(str::to_owned));
        }
        frame.becomes(bare.and_then(|bare| bare.filled(&names)).or_else(anybody));
        // What is said when all of several subjects were talked about is not true where there was none.
        let none = step.none.as_ref().filter(|_| frame.subjects.is_empty());
        let nothing = none.or(step.nothing.as_ref()).filter(|_| frame.subject().is_none());
        let asked = nothing.unwrap_or(&step.prompt);
        let message = step.message.as_ref().map(|message| fill(message, &blanks));
        CurrentPrompt { prompt: fill(asked, &blanks), frame, message }
    }

    /// Returns everybody in the session.
    pub(super) fn seats(&self) -> Vec<Attendee> {
        self.session.people().iter().map(|person| self.seat(person)).collect()
    }

    /// Returns a seat with the short form typed for it, unless that is a word of everyday English. Names are not
    /// needed, because they have become seats before a line is read.
    pub(super) fn seat(&self, person: &Person) -> Attendee {
        let typed = self.names.typed_for(&person.tag);
        let name = (typed != person.tag && !is_a_word(typed)).then(|| typed.to_owned());
        Attendee { tag: person.tag.to_string(), name }
    }
}

use std::collections::{BTreeMap, BTreeSet};

use crate::capture::{Form, Reading};
use crate::exercise::AnswerFrame;
use crate::record::{Session, StepId};

/// The lines of free text that could be something else, as far as they were looked for.
#[derive(Clone, Debug, Default)]
pub struct OffersWaiting {
    /// For each line found, by the number of its event, the form of its first offer.
    pub(super) found: BTreeMap<u64, Form>,
    /// How many events of the session were looked at.
    pub(super) looked: usize,
    /// Lines that were looked at and have changed since.
    pub(super) again: BTreeSet<u64>,
    /// The lines that stay text for good.
    pub(super) left: BTreeSet<u64>,
    /// For a line typed here, how it was read.
    pub(super) typed_in: BTreeMap<u64, AnswerFrame>,
    /// For a step, how its lines are read.
    pub(super) in_steps: BTreeMap<StepId, AnswerFrame>,
    /// The line that the last review stopped at.
    pub(super) place: Option<ReviewPlace>,
    /// Whether a quiet line says how many lines wait: after a step, or after a session was opened.
    pub(super) points_out: bool,
}

/// The place of a line in the review: questions come last, because they are the least that a line can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ReviewPlace {
    question: bool,
    /// The number of the line's event.
    pub(super) seq: u64,
}

impl ReviewPlace {
    /// The place before every line.
    pub(super) const FIRST: Self = Self { question: false, seq: 0 };

    /// Returns the place of a line whose first offer has this form.
    pub(super) fn of(seq: u64, form: Form) -> Self {
        Self { question: form == Form::Ask, seq }
    }

    /// Returns the place directly behind this one, or before it.
    pub(super) const fn beside(self, later: bool) -> Self {
        let seq = if later { self.seq.saturating_add(1) } else { self.seq.saturating_sub(1) };
        Self { seq, ..self }
    }
}

/// The offers about the last line.
#[derive(Clone, Debug, Default)]
pub struct LastOffers {
    /// The number of the line's event, and the number of events of the session when the line was read.
    pub(super) read: Option<(u64, usize)>,
    /// The readings that are offered.
    pub readings: Vec<Reading>,
    /// The index of the reading that a key takes.
    pub chosen: usize,
}

impl OffersWaiting {
    /// Returns the state for a session that was opened: nothing was looked at yet.
    pub(in crate::app) fn of(session: &Session, writable: bool) -> Self {
        Self { left: session.left_as_text(), points_out: writable, ..Self::default() }
    }

    /// Returns what a line could be, by the number of its event; `None` if nothing is offered for it.
    pub fn form_of(&self, seq: u64, session: &Session) -> Option<Form> {
        self.found.get(&seq).copied().filter(|_| session.stands(seq) && !self.left.contains(&seq))
    }

    /// Returns the lines that wait, by the numbers of their events, in order.
    pub fn waiting<'a>(&'a self, session: &'a Session) -> impl DoubleEndedIterator<Item = (u64, Form)> + 'a {
        let waits = |seq: &u64| session.stands(*seq) && !self.left.contains(seq);
        self.found.iter().map(|(seq, form)| (*seq, *form)).filter(move |(seq, _)| waits(seq))
    }

    /// Whether events of the session were not looked at yet.
    pub fn is_behind(&self, session: &Session) -> bool {
        self.looked < session.events().len()
    }

    /// Returns the quiet line about the lines that wait: "3 lines could be arrows". `None` where it is not due.
    pub fn pointed_out(&self, session: &Session) -> Option<String> {
        if !self.points_out {
            return None;
        }
        let forms: Vec<Form> = self.waiting(session).map(|(_, form)| form).collect();
        let arrows = forms.iter().all(|form| *form == Form::Arrow);
        match (forms.len(), arrows) {
            (0, _) => None,
            (1, _) => forms.first().map(|form| format!("1 line {}", could_be(*form))),
            (many, true) => Some(format!("{many} lines could be arrows")),
            (many, false) => Some(format!("{many} lines could be more than text")),
        }
    }
}

/// Returns what a line could be, in words: "could be an arrow".
pub const fn could_be(form: Form) -> &'static str {
    match form {
        Form::Arrow => "could be an arrow",
        Form::Do => "could be a promise",
        Form::Saw => "could be something seen",
        Form::Want => "could be an aim",
        Form::Decide => "could be a decision",
        Form::Ask => "could be a question",
        Form::Thing => "could be a name",
        Form::Stance => "could be a position",
        Form::Say => "could be what people say",
        _ => "could be more than text",
    }
}

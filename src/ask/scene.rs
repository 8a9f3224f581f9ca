use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::exercise::Catalogue;
use crate::graph::{Graph, Key};
use crate::lens::Readings;
use crate::record::{Matter, Session, SessionTime, StepId};

/// What is known when somebody asks for the next question.
#[derive(Clone, Copy, Debug)]
pub struct QuestionContext<'a> {
    /// What everything said so far adds up to.
    pub graph: &'a Graph,
    /// What the lenses see in it.
    pub readings: &'a Readings,
    /// The session: who is here, and what was asked before.
    pub session: &'a Session,
    /// Every exercise that can be used.
    pub catalogue: &'a Catalogue,
    /// What was left for later, in this session and before it.
    pub matters: &'a [Matter],
    /// The step the room is at; without one every question fits.
    pub step: Option<&'a StepId>,
    /// The moment in the session.
    pub at: SessionTime,
    /// The day; without it nothing is overdue.
    pub today: Option<Date>,
    /// Whole minutes that are left, below zero once they are over; without it there is time.
    pub minutes_left: Option<i64>,
    /// The units from which somebody has spoken, see [`heard`](super::heard).
    pub heard: &'a BTreeSet<Key>,
}

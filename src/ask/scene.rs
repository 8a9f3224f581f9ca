use std::collections::BTreeSet;

use jiff::civil::Date;

use super::GapModel;
use crate::exercise::Catalogue;
use crate::graph::{Graph, Key};
use crate::lens::Readings;
use crate::record::{Matter, Session, SessionTime, StepId};

/// All that the choice of the next question depends on.
#[derive(Clone, Copy, Debug)]
pub struct QuestionContext<'a> {
    /// The graph of everything said so far.
    pub graph: &'a Graph,
    /// Where arrows are likely to be missing in this graph.
    pub gaps: &'a GapModel,
    /// The findings of all lenses in this graph.
    pub readings: &'a Readings,
    /// The session: its people, and the questions asked before.
    pub session: &'a Session,
    /// The exercises.
    pub catalogue: &'a Catalogue,
    /// The promises, questions and parked items of this session and of earlier ones.
    pub matters: &'a [Matter],
    /// The current step; with `None`, every question fits.
    pub step: Option<&'a StepId>,
    /// The time within the session.
    pub at: SessionTime,
    /// The day; with `None`, no promise or prediction is overdue.
    pub today: Option<Date>,
    /// The whole minutes that are left, below 0 after the end; with `None`, time is no limit.
    pub minutes_left: Option<i64>,
    /// The units from which a person has spoken; see [`heard`](super::heard).
    pub heard: &'a BTreeSet<Key>,
}

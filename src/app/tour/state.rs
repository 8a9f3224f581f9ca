use super::script::{TOUR, TourGoal, TourSight, TourStep};
use crate::record::{Session, SessionId};

/// Where somebody is in the tour.
#[derive(Clone, Debug)]
pub struct Tour {
    steps: Vec<&'static TourStep>,
    at: usize,
    /// The step that was done last, until the next is done or another is chosen.
    done: Option<&'static TourStep>,
    /// The session and the number that its next event had when the step began; `None` while no session is open.
    since: Option<(SessionId, u64)>,
    /// What was shown when the person went back to this step: it counts again once it is shown anew.
    shown_before: Option<TourSight>,
}

impl Tour {
    /// Returns the tour of the console.
    pub fn on_screen() -> Self {
        Self::of(TOUR.iter().collect())
    }

    /// Returns the tour line by line, without the steps that need a screen.
    pub fn line_by_line() -> Self {
        Self::of(TOUR.iter().filter(|step| step.asks_plain.is_some()).collect())
    }

    const fn of(steps: Vec<&'static TourStep>) -> Self {
        Self { steps, at: 0, done: None, since: None, shown_before: None }
    }

    /// Returns the present step.
    pub fn step(&self) -> Option<&'static TourStep> {
        self.steps.get(self.at).copied()
    }

    /// Returns the number of the present step, from 1, and how many there are.
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.steps.len())
    }

    /// Returns the step that was just done; `None` once another was chosen.
    pub const fn done(&self) -> Option<&'static TourStep> {
        self.done
    }

    /// Looks at what has happened, and goes on if the step is done by it; returns whether it is.
    pub fn look(&mut self, session: Option<&Session>, sight: Option<TourSight>) -> bool {
        self.note_session(session);
        if self.shown_before.is_some() && self.shown_before != sight {
            self.shown_before = None;
        }
        let Some(step) = self.step().filter(|step| self.is_done(step, session, sight)) else { return false };
        self.done = Some(step);
        self.at += 1;
        self.begin(session);
        true
    }

    /// Goes on to the next step, although this one was not done; returns whether there is a next one.
    pub fn skip(&mut self, session: Option<&Session>) -> bool {
        let next = (self.at + 1..self.steps.len()).find(|at| self.stands_alone(*at));
        self.turn(next, session)
    }

    /// Goes back to the step before, which then waits to be done again; returns whether there is one. `sight` is what
    /// is shown now.
    pub fn back(&mut self, session: Option<&Session>, sight: Option<TourSight>) -> bool {
        let before = (0..self.at).rev().find(|at| self.stands_alone(*at));
        let turned = self.turn(before, session);
        self.shown_before = sight;
        turned
    }

    /// Whether a step can be done without the one before it. What was never shown cannot be put away.
    fn stands_alone(&self, at: usize) -> bool {
        self.steps.get(at).is_some_and(|step| !matches!(step.goal, TourGoal::PutAway(_)))
    }

    fn turn(&mut self, to: Option<usize>, session: Option<&Session>) -> bool {
        let Some(to) = to else { return false };
        self.at = to;
        self.done = None;
        self.begin(session);
        true
    }

    fn begin(&mut self, session: Option<&Session>) {
        self.since = session.map(|session| (session.header().id.clone(), session.next_seq()));
        self.shown_before = None;
    }

    /// Notes where the session stands if it was not open yet when the step began.
    fn note_session(&mut self, session: Option<&Session>) {
        let known = self.since.as_ref().map(|(id, _)| id);
        if let Some(session) = session.filter(|session| known != Some(&session.header().id)) {
            self.since = Some((session.header().id.clone(), session.next_seq()));
        }
    }

    fn is_done(&self, step: &TourStep, session: Option<&Session>, sight: Option<TourSight>) -> bool {
        match step.goal {
            TourGoal::Recorded(is_it) => {
                let since = self.since.as_ref().map_or(u64::MAX, |(_, seq)| *seq);
                session.is_some_and(|session| session.recorded().any(|event| event.seq >= since && is_it(event)))
            }
            TourGoal::Shown(wanted) => sight == Some(wanted) && self.shown_before != sight,
            TourGoal::PutAway(shown) => sight != Some(shown),
            TourGoal::Left => false,
        }
    }
}

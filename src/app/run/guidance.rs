//! Advice for the facilitator alone: what is missing, what to point out, and how much time is left.

use crate::app::findings::Insight;
use crate::app::recording::{Recording, blanks_for};
use crate::ask::{self, Question, heard, questions, varied};
use crate::exercise::{
    AgendaStop, Catalogue, Debit, Nudge, Pace, StepContext, counted, fill, holds, unheard, untouched,
};
use crate::graph::Graph;
use crate::record::spoken::listed;
use crate::record::{Fact, SessionTime, whole_millis};

/// The maximum number of questions suggested at a time.
const QUESTIONS: usize = 3;

/// The advice for the facilitator. None of it is ever shown to the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guidance {
    /// Hints for now, the most urgent first.
    pub nudges: Vec<String>,
    /// The goals of the exercise: the name of each, the number reached, and the number that is enough.
    pub goals: Vec<(String, usize, u16)>,
    /// The units of people present who were not heard in this exercise.
    pub unheard: Vec<String>,
    /// The pace of the session against its agenda.
    pub pace: Option<Pace>,
    /// Ways to make up for lost time.
    pub choices: Vec<Debit>,
    /// The first step of `close`, once only its own minutes are left and it has not begun.
    pub close_due: Option<AgendaStop>,
    /// How many things have no known kind yet.
    pub unsorted: usize,
    /// The suggested questions, the best first.
    pub questions: Vec<Question>,
    /// At the end of an exercise: findings, the most severe first, at most one of each lens.
    pub shows: Vec<String>,
    /// What the thing in view may change next, each as the beginning of a line; nobody has said so.
    pub perhaps: Vec<String>,
}

impl Guidance {
    /// Computes the advice at a moment.
    pub(in crate::app) fn of(recording: &Recording, catalogue: &Catalogue, graph: &Graph, at: SessionTime) -> Self {
        let session = recording.session();
        let pace = recording.pace(at);
        let position = recording.position(catalogue).zip(pace);
        let choices = position.map(|(position, pace)| position.catch_up(pace)).unwrap_or_default();
        let close_due = position.and_then(|(position, pace)| position.close_due(pace).cloned());
        let mut guidance = Self { pace, choices, close_due, ..Self::default() };
        let Some(step) = recording.step() else {
            guidance.nudges.extend(session.is_before_start().then(|| NOT_STARTED.to_owned()));
            return guidance;
        };
        let mode = session.mode();
        let Some((exercise, asked)) = catalogue.step(step, mode) else { return guidance };
        let matters = recording.matters();
        let scene = StepContext { session, graph, matters: &matters, step };
        let minutes = minutes_in(recording, at);
        guidance.unheard = unheard(&scene);
        guidance.unsorted = counted(crate::exercise::Measure::Unsorted, &scene);
        guidance.goals =
            exercise.goals(mode).map(|goal| (goal.words.clone(), counted(goal.measure, &scene), goal.least)).collect();
        let due = exercise.nudges(mode).filter(|nudge| nudge.when.iter().all(|when| holds(*when, &scene, minutes)));
        let due: Vec<&Nudge> = due.collect();
        let mut blanks = blanks_for(recording, catalogue, None, due.iter().map(|nudge| nudge.say.as_str()));
        for (blank, units) in [("untouched", &untouched(&scene)), ("unheard", &guidance.unheard)] {
            blanks.set(blank, Some(listed(units, "and")).filter(|units| !units.is_empty()));
        }
        let nudges = due.into_iter().map(|nudge| {
            let first = nudge.when.iter().find_map(|when| when.counts());
            blanks.set("count", first.map(|measure| counted(measure, &scene).to_string()));
            fill(&nudge.say, &blanks)
        });
        let unnamed = asked.unnamed && !was_shown_together(recording);
        guidance.nudges = unnamed.then(|| UNNAMED.to_owned()).into_iter().chain(nudges).collect();
        guidance
    }

    /// Computes the suggested questions at a moment, from the last reading of the lenses.
    pub(in crate::app) fn ask(
        &mut self,
        recording: &Recording,
        catalogue: &Catalogue,
        insight: &Insight,
        at: SessionTime,
    ) {
        let session = recording.session();
        let found = questions(&ask::QuestionContext {
            graph: &insight.graph,
            gaps: &insight.gaps,
            readings: &insight.readings,
            session,
            catalogue,
            matters: &recording.matters(),
            step: recording.step(),
            at,
            today: Some(recording.day(at)),
            minutes_left: self.pace.map(|pace| pace.to_go.as_secs().div_euclid(60)),
            heard: &heard(session, &insight.graph),
        });
        // The lenses may have read a thing whose line was taken back since.
        let ledger = recording.ledger();
        let stands = |question: &Question| question.about.iter().all(|key| ledger.key_of(key.as_str()).is_some());
        let found: Vec<Question> = found.into_iter().filter(stands).collect();
        self.questions = varied(&found, QUESTIONS).into_iter().cloned().collect();
        self.shows = if recording.ends_exercise() { insight.heaviest(recording.now(at)) } else { Vec::new() };
    }

    /// Returns ways to make up for lost time, in one line; `None` while the session is not late, or no later than
    /// `let_go` minutes, with which the facilitator is content.
    pub fn overrun(&self, let_go: i64) -> Option<String> {
        let pace = self.pace?;
        if self.close_due.is_some() {
            let left = (pace.left.as_secs() + 30) / 60;
            let left = if left > 0 { format!("{left} left") } else { "the planned end is here".to_owned() };
            return Some(format!("{left} (F7): they belong to the close; go there, or take from it on purpose"));
        }
        let late = self.late().filter(|late| *late > let_go)?;
        let choices: Vec<&str> = self.choices.iter().map(|choice| choice.says.as_str()).collect();
        if choices.is_empty() {
            return Some(format!("{late} over"));
        }
        Some(format!("{late} over (F7): {}", choices.join(", or ")))
    }

    /// Returns by how many minutes the session is behind its agenda; `None` below one minute.
    pub fn late(&self) -> Option<i64> {
        self.pace.map(|pace| (pace.drift.as_secs() + 30) / 60).filter(|late| *late >= 1)
    }
}

/// The hint at a step whose answers are unnamed, until the answers were shown.
const UNNAMED: &str = "Answers go without names here: F6 or /unnamed collects, then shows them.";

/// The hint until the session is started.
const NOT_STARTED: &str = "not started: Enter starts it; what is typed before that takes no time";

/// Whether answers were shown together since the step was entered.
fn was_shown_together(recording: &Recording) -> bool {
    let facts = recording.session().events().iter().rev().flat_map(|event| &event.facts);
    let mut here = facts.take_while(|fact| !matches!(fact, Fact::StepEntered { .. }));
    here.any(|fact| matches!(fact, Fact::Revealed { .. }))
}

/// Returns the minutes for which the current exercise has run, without pauses.
fn minutes_in(recording: &Recording, at: SessionTime) -> u64 {
    let session = recording.session();
    whole_millis(session.exercise_time(at)) / 60_000
}

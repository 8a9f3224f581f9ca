//! What shows on the map, and what could be asked next.

use std::io::Write;

use anyhow::Result;
use jiff::Timestamp;

use super::session::PlainSession;
use crate::ask::{GapModel, QuestionContext, heard, questions};
use crate::export::{findings_text, groups_text, health_text, matrix_text};
use crate::graph::{Causal, Key, MatrixOrder, Ripple, SignedMatrix};
use crate::lens::{FAINTEST, LONGEST_PATH, Pattern, State, read};
use crate::record::{Fact, Judgement};

/// The maximum number of findings and of questions that are listed.
const FINDINGS: usize = 10;
const QUESTIONS: usize = 3;

/// The maximum number of things of a printed matrix.
const MATRIX_THINGS: usize = 60;

/// A form in which the whole map is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WholeForm {
    Matrix,
    Groups,
    Health,
}

impl<W: Write> PlainSession<'_, W> {
    /// Lists what shows; for a number and a judgement, judges the finding with this number.
    pub(super) fn findings(&mut self, typed: &str) -> Result<()> {
        let graph = self.recording.ledger().graph(None);
        let refused = State::Judged(Judgement::NotTrue);
        let readings = read(&graph);
        let found: Vec<_> =
            readings.findings.iter().filter(|finding| finding.state != refused).take(FINDINGS).collect();
        if typed.is_empty() {
            if found.is_empty() {
                return self.say("Nothing shows so far. That says little about a map on which little was said.");
            }
            self.say_lines(findings_text(&graph, found).trim_end())?;
            return self.say("/findings 1 true, /findings 1 not true, /findings 1 not now judges the first.");
        }
        let (number, words) = typed.split_once(' ').unwrap_or((typed, ""));
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let judgement = Judgement::ALL.into_iter().find(|judgement| judgement.name() == words.trim());
        let (Some(finding), Some(judgement)) = (place.and_then(|place| found.get(place)), judgement) else {
            return self.say("Say which, and true, not true or not now: /findings 1 not now.");
        };
        let fact = Fact::Judged {
            lens: finding.lens.name().to_owned(),
            pattern: finding.pattern.map(Pattern::name).map(str::to_owned),
            about: finding.about.iter().map(|key| graph.label(key).to_owned()).collect(),
            judgement,
            reason: None,
        };
        if self.act(vec![fact])? { self.say(&format!("Judged: {}.", judgement.name())) } else { Ok(()) }
    }

    /// Lists the next good questions, each with its reason.
    pub(super) fn questions(&mut self) -> Result<()> {
        let graph = self.recording.ledger().graph(None);
        let at = self.recording.at(Timestamp::now());
        let session = self.recording.session();
        let found = questions(&QuestionContext {
            graph: &graph,
            gaps: &GapModel::of(&graph),
            readings: &read(&graph),
            session,
            catalogue: self.catalogue,
            matters: &self.recording.matters(),
            step: self.recording.step(),
            at,
            today: Some(session.day_at(at)),
            minutes_left: None,
            heard: &heard(session, &graph),
        });
        let told: Vec<String> =
            found.iter().take(QUESTIONS).map(|question| format!("{} ({})", question.ask, question.because)).collect();
        if told.is_empty() {
            return self.say("No question suggests itself yet; a few lines more, and one will.");
        }
        told.iter().try_for_each(|question| self.say(question))
    }

    /// Prints what follows from a push on a thing, wave by wave; `less` before it pushes it down.
    pub(super) fn ripple(&mut self, typed: &str) -> Result<()> {
        let (less, label) = typed.strip_prefix("less ").map_or((false, typed), |label| (true, label));
        let graph = self.recording.ledger().graph(None);
        let causal = Causal::of(&graph);
        let named = self.recording.ledger().thing(label).and_then(|thing| Key::of(thing.label));
        let Some(start) = named.and_then(|key| causal.place_of(&key)) else {
            return self.say("Name a thing that an arrow leads from: /ripple Handle time, /ripple less Handle time.");
        };
        let ripple = Ripple::of(&causal, start, LONGEST_PATH, FAINTEST);
        let mut told = Vec::new();
        for (number, wave) in (1..).zip(&ripple.waves) {
            let amounts = wave.iter().filter_map(|reached| {
                let amount = if reached.path.turns == less { "more" } else { "less" };
                Some(format!("{amount} {}", causal.thing(reached.place)?.label))
            });
            told.push(format!("{number}  {}", amounts.collect::<Vec<_>>().join(", ")));
        }
        if told.is_empty() {
            return self.say("No effect of it is named so far.");
        }
        told.iter().try_for_each(|wave| self.say(wave))
    }

    /// Prints the whole map in one of its forms.
    pub(super) fn whole_map(&mut self, form: WholeForm) -> Result<()> {
        let graph = self.recording.ledger().graph(None);
        let text = match form {
            WholeForm::Matrix => {
                matrix_text(&graph, &SignedMatrix::of(&graph, MatrixOrder::default(), false, MATRIX_THINGS))
            }
            WholeForm::Groups => groups_text(&graph),
            WholeForm::Health => health_text(&graph),
        };
        self.say_lines(text.trim_end())
    }
}

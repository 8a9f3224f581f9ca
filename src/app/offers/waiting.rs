//! Looks for the lines that could be something else while no input waits, a few at a time.

use super::last::{refresh_chosen, refresh_last};
use crate::app::model::Model;
use crate::app::recording::is_free_text;
use crate::app::run::Run;
use crate::capture::Reading;
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::{Event, Fact};

/// The maximum number of lines that are read between two keys, which takes a few milliseconds.
const AT_ONCE: usize = 100;

/// Reads the next lines of free text, and the last line.
pub(in crate::app) fn look(model: &mut Model) {
    let Some(run) = &mut model.run else { return };
    let mut read = 0;
    while read < AT_ONCE {
        let events = run.recording.session().events();
        let Some(event) = events.get(run.offered.looked) else { break };
        let seq = event.seq;
        let text = is_free_text(event) && run.recording.session().stands(seq);
        run.offered.looked += 1;
        if text {
            read += 1;
            let form = run.offers_for(seq, &model.catalogue).first().map(|offer| offer.form);
            match form {
                Some(form) => drop(run.offered.found.insert(seq, form)),
                None => drop(run.offered.found.remove(&seq)),
            }
        }
    }
    refresh_last(run, &model.catalogue);
    refresh_chosen(run, &model.catalogue);
}

/// Notes an event that is on disk; `frame` is how its line was read, where readings were offered for it.
pub(in crate::app) fn noted(run: &mut Run, event: &Event, frame: Option<AnswerFrame>) {
    if let Some(frame) = frame {
        run.offered.typed_in.insert(event.seq, frame);
    }
    let enters = event.facts.iter().any(|fact| matches!(fact, Fact::StepEntered { .. }));
    if enters {
        run.offered.in_steps.clear();
    }
    let settles = |fact: &Fact| fact.is_undo_or_redo() || matches!(fact, Fact::LeftAsText { .. });
    if event.facts.iter().any(settles) {
        run.offered.left = run.recording.session().left_as_text();
    }
    for fact in &event.facts {
        if let Fact::Restored { seq } = fact {
            let place = run.recording.session().events().partition_point(|event| event.seq < *seq);
            run.offered.looked = run.offered.looked.min(place);
        }
    }
    if enters || event.is_line() {
        run.offered.points_out = enters;
    }
}

impl Run {
    /// Returns the readings that are offered for a line, by the number of its event.
    pub(in crate::app) fn offers_for(&mut self, seq: u64, catalogue: &Catalogue) -> Vec<Reading> {
        let Some(line) = self.recording.line(seq) else { return Vec::new() };
        if self.offered.left.contains(&seq) {
            return Vec::new();
        }
        let plain = AnswerFrame::default();
        let frame = match (self.offered.typed_in.get(&seq), &line.step) {
            (Some(frame), _) => frame,
            (None, None) => &plain,
            (None, Some(step)) if self.coach.is_none() && Some(step) == self.recording.step() => &self.asked.frame,
            (None, Some(step)) => {
                let found = || self.recording.frame_in(step, catalogue);
                self.offered.in_steps.entry(step.clone()).or_insert_with(found)
            }
        };
        self.recording.offers_for(&line, frame)
    }
}

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
    while let Some(seq) = run.offered.again.pop_first() {
        read += usize::from(look_at(run, seq, &model.catalogue));
    }
    while read < AT_ONCE {
        let events = run.recording.session().events();
        let Some(event) = events.get(run.offered.looked) else { break };
        let seq = event.seq;
        run.offered.looked += 1;
        read += usize::from(look_at(run, seq, &model.catalogue));
    }
    refresh_last(run, &model.catalogue);
    refresh_chosen(run, &model.catalogue);
}

/// Notes what one line could be; returns whether it had to be read for that.
fn look_at(run: &mut Run, seq: u64, catalogue: &Catalogue) -> bool {
    let session = run.recording.session();
    let text = session.event(seq).is_some_and(is_free_text) && session.stands(seq);
    let offered = if text { run.offers_for(seq, catalogue) } else { Vec::new() };
    match offered.first().map(|offer| offer.form) {
        Some(form) => drop(run.offered.found.insert(seq, form)),
        None => drop(run.offered.found.remove(&seq)),
    }
    text
}

/// Notes an event that is on disk; `frame` is how its line was read, where readings were offered for it.
pub(in crate::app) fn noted(run: &mut Run, event: &Event, frame: Option<AnswerFrame>) {
    if let Some(frame) = frame {
        run.offered.typed_in.insert(run.recording.session().line_of(event.seq), frame);
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
        if let Fact::Retracted { seq } | Fact::Restored { seq } = fact {
            let line = run.recording.session().line_of(*seq);
            run.offered.again.insert(line);
        }
    }
    if enters || event.is_line() {
        run.offered.points_out = enters;
    }
}

impl Run {
    /// Returns the readings that are offered for a line, by the number of its event.
    pub(in crate::app) fn offers_for(&mut self, seq: u64, catalogue: &Catalogue) -> Vec<Reading> {
        let Some(line) = self.recording.session().event(seq).cloned() else { return Vec::new() };
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

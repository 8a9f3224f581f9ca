//! What is talked about now: the things of the last lines, and the subject that the step walks over.

use super::audience::Room;
use crate::exercise::Answer;
use crate::record::{Claim, Event, Exposure, Fact, Stance};

/// The number of lines whose things are talked about.
const LINES: usize = 2;

impl Room {
    /// Returns the labels of the things that are talked about, the latest first, each once.
    pub(super) fn talked_about(&self) -> Vec<String> {
        let session = self.recording.session();
        let spoken = session.live().rev().filter(|event| event.is_line() && event.exposure != Exposure::Private);
        let last = spoken.filter(|event| labels(event).next().is_some()).take(LINES);
        let last: Vec<String> = last.flat_map(labels).map(str::to_owned).collect();
        let frame = self.recording.asked(&self.catalogue).frame;
        // Where one of several things is to be chosen, none of them is the subject yet.
        let walks = self.step().is_some_and(|step| step.answer != Answer::Pick);
        let subject = frame.subject().filter(|_| walks);
        let subject = subject.into_iter().flat_map(|subject| subject.label.iter().chain(&subject.a).cloned());
        let mut found: Vec<String> = Vec::new();
        for label in last.into_iter().chain(subject) {
            let known = self.recording.ledger().thing(&label).map(|thing| thing.label.to_owned());
            if let Some(label) = known.filter(|label| !found.contains(label)) {
                found.push(label);
            }
        }
        found
    }
}

/// Returns the labels of the things that an event names.
fn labels(event: &Event) -> impl Iterator<Item = &str> {
    event.facts.iter().flat_map(|fact| {
        let pair = match fact {
            Fact::Claimed(Claim { from, to, .. }) | Fact::Stanced(Stance { from, to, .. }) => [Some(from), Some(to)],
            Fact::Named { label, .. }
            | Fact::Set { label, .. }
            | Fact::Observed { label, .. }
            | Fact::Ruled { label, .. }
            | Fact::Watched { label, .. } => [Some(label), None],
            Fact::Decided { about, .. } => [Some(about), None],
            _ => [None, None],
        };
        pair.into_iter().flatten().map(String::as_str)
    })
}

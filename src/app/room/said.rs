//! What was said last, grouped by the thing that it is about.

use super::audience::Room;
use super::told::{LineState, Told};
use crate::app::run::subject;

/// The maximum number of lines that are listed, with a heading for each group.
const LISTED: usize = 7;

/// What was said last about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidGroup {
    /// The thing; `None` for what is about none.
    pub about: Option<String>,
    /// The lines, the latest first.
    pub lines: Vec<(Told, LineState)>,
}

impl Room {
    /// Returns what was said last, the latest group first; at most seven rows with the headings of groups.
    pub(super) fn said_groups(&self) -> Vec<SaidGroup> {
        let mut groups: Vec<SaidGroup> = Vec::new();
        let mut rows = 0;
        for (told, state) in self.lines() {
            let about = self.about(told.seq);
            let at = groups.iter().position(|group| group.about == about);
            rows += if at.is_some() { 1 } else { 2 };
            if rows > LISTED {
                break;
            }
            match at.and_then(|at| groups.get_mut(at)) {
                Some(group) => group.lines.push((told.clone(), state)),
                None => groups.push(SaidGroup { about, lines: vec![(told.clone(), state)] }),
            }
        }
        groups
    }

    /// Returns the thing that a line is about, as it is called now.
    fn about(&self, seq: u64) -> Option<String> {
        let label = subject(self.recording.session().event(seq)?)?;
        self.recording.ledger().thing(&label).map(|thing| thing.label.to_owned())
    }
}

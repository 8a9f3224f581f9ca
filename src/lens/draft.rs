use std::collections::BTreeSet;

use crate::graph::{Arrow, Evidence, Key, Link, Path, PathStep};
use crate::record::{Basis, Relation};

use super::{Field, Pattern};

/// A finding as a lens makes it, without the lens and the state.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingDraft {
    /// Its pattern, if the lens makes several.
    pub pattern: Option<Pattern>,
    /// The things it is about, in the lens's own order.
    pub about: Vec<Key>,
    /// Its severity, from 0 to 100.
    pub severity: u8,
    /// One sentence to read aloud.
    pub says: String,
    /// The question it asks the room.
    pub ask: String,
    /// The arrows it rests on, each once, in order.
    pub arrows: Vec<(Key, Key, Relation)>,
    /// What was said about these arrows, in order.
    pub evidence: Vec<Evidence>,
    /// The number of its arrows that are guesses.
    pub guesses: usize,
    /// The number of its arrows that rest on imported files alone.
    pub imported: usize,
}

impl FindingDraft {
    /// Makes a finding about these things from its sentence and its question; it rests on no arrow yet.
    pub(super) fn new<'k>(about: impl IntoIterator<Item = &'k Key>, severity: f64, says: String, ask: String) -> Self {
        Self {
            pattern: None,
            about: about.into_iter().cloned().collect(),
            severity: rounded(severity),
            says,
            ask,
            arrows: Vec::new(),
            evidence: Vec::new(),
            guesses: 0,
            imported: 0,
        }
    }

    #[must_use]
    pub(super) fn with(mut self, pattern: Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// Adds the arrows of a path to those it rests on.
    #[must_use]
    pub(super) fn along(self, field: &Field<'_>, path: &Path<'_>) -> Self {
        self.on_steps(field, &path.steps)
    }

    /// Adds these steps to the arrows it rests on.
    #[must_use]
    pub(super) fn on_steps(self, field: &Field<'_>, steps: &[PathStep<'_>]) -> Self {
        let links = steps.iter().filter_map(|step| {
            let (from, to) = (field.causal.thing(step.from)?, field.causal.thing(step.to)?);
            Some(Link { from, to, arrow: step.arrow })
        });
        self.on(links)
    }

    /// Adds these arrows to those it rests on; an arrow that is added twice counts once.
    #[must_use]
    pub(super) fn on<'g>(mut self, links: impl IntoIterator<Item = Link<'g>>) -> Self {
        let mut known: BTreeSet<(Key, Key, Relation)> = self.arrows.iter().cloned().collect();
        for Link { from, to, arrow } in links {
            let named = (from.key.clone(), to.key.clone(), arrow.relation);
            if known.insert(named.clone()) {
                self.arrows.push(named);
                self.guesses += usize::from(arrow.basis == Basis::Guess);
                self.imported += usize::from(arrow.is_imported());
                self.evidence.extend(said(arrow));
            }
        }
        self.evidence.sort_by(|one, other| place(one).cmp(&place(other)));
        self.evidence.dedup_by(|one, other| place(one) == place(other));
        self
    }
}

/// Returns what people said themselves; what was imagined for somebody absent is no evidence.
fn said(arrow: &Arrow) -> impl Iterator<Item = Evidence> + '_ {
    arrow.evidence.iter().filter(|evidence| !evidence.imagined).cloned()
}

fn place(evidence: &Evidence) -> (&str, u64) {
    (&evidence.session, evidence.seq)
}

/// Rounds a severity to a whole number (half up), at most 100.
fn rounded(severity: f64) -> u8 {
    let whole = (severity + 0.5).floor().clamp(0.0, 100.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 100")]
    let whole = whole as u8;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_are_rounded_half_up_and_end_at_a_hundred() {
        for (severity, expected) in [(0.0, 0), (24.5, 25), (24.499_999, 24), (99.5, 100), (130.0, 100), (-1.0, 0)] {
            assert_eq!(rounded(severity), expected, "{severity}");
        }
    }
}

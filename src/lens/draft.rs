use std::collections::BTreeSet;

use crate::graph::{Arrow, Evidence, Key, Link, Path, PathStep};
use crate::record::{Basis, Relation};

use super::{Field, Pattern};

/// What a lens sees in what was said, before it is known which lens it was and where the finding stands.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingDraft {
    /// What sort of finding, where the lens makes several.
    pub pattern: Option<Pattern>,
    /// The things it is about, in the lens's own order.
    pub about: Vec<Key>,
    /// How much it weighs, from 0 to 100.
    pub severity: u8,
    /// One sentence to read aloud.
    pub says: String,
    /// The question it asks.
    pub ask: String,
    /// The arrows it rests on, each once, in order.
    pub arrows: Vec<(Key, Key, Relation)>,
    /// What was said about them, in order.
    pub evidence: Vec<Evidence>,
    /// How many of its arrows are guesses.
    pub guesses: usize,
}

impl FindingDraft {
    /// A finding about these things, which says this and asks that; it rests on nothing yet.
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
        }
    }

    #[must_use]
    pub(super) fn with(mut self, pattern: Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// With the arrows of a path as what it rests on.
    #[must_use]
    pub(super) fn along(self, field: &Field<'_>, path: &Path<'_>) -> Self {
        self.on_steps(field, &path.steps)
    }

    /// With these steps as what it rests on.
    #[must_use]
    pub(super) fn on_steps(self, field: &Field<'_>, steps: &[PathStep<'_>]) -> Self {
        let links = steps.iter().filter_map(|step| {
            let (from, to) = (field.causal.thing(step.from)?, field.causal.thing(step.to)?);
            Some(Link { from, to, arrow: step.arrow })
        });
        self.on(links)
    }

    /// With these arrows as what it rests on; each counts once, however often it is named.
    #[must_use]
    pub(super) fn on<'g>(mut self, links: impl IntoIterator<Item = Link<'g>>) -> Self {
        let mut known: BTreeSet<(Key, Key, Relation)> = self.arrows.iter().cloned().collect();
        for Link { from, to, arrow } in links {
            let named = (from.key.clone(), to.key.clone(), arrow.relation);
            if known.insert(named.clone()) {
                self.arrows.push(named);
                self.guesses += usize::from(arrow.basis == Basis::Guess);
                self.evidence.extend(said(arrow));
            }
        }
        self.evidence.sort_by(|one, other| place(one).cmp(&place(other)));
        self.evidence.dedup_by(|one, other| place(one) == place(other));
        self
    }
}

/// What people said themselves; what was imagined for somebody absent is no evidence.
fn said(arrow: &Arrow) -> impl Iterator<Item = Evidence> + '_ {
    arrow.evidence.iter().filter(|evidence| !evidence.imagined).cloned()
}

fn place(evidence: &Evidence) -> (&str, u64) {
    (&evidence.session, evidence.seq)
}

/// A severity: half up, at most 100.
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

use std::collections::BTreeSet;

use crate::graph::{Arrow, Evidence, Key, Link, Path, PathStep};
use crate::record::{Basis, Relation};

use super::field::Field;
use super::{LensId, Pattern, State};

/// How much a finding weighs, in four words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Below 25.
    Note,
    /// Below 50.
    Look,
    /// Below 75.
    Talk,
    /// From 75 on.
    Stop,
}

impl Band {
    /// The band of a severity.
    pub const fn of(severity: u8) -> Self {
        match severity {
            0..25 => Band::Note,
            25..50 => Band::Look,
            50..75 => Band::Talk,
            _ => Band::Stop,
        }
    }

    /// Its words: note, look, talk now, stop and talk.
    pub const fn name(self) -> &'static str {
        match self {
            Band::Note => "note",
            Band::Look => "look",
            Band::Talk => "talk now",
            Band::Stop => "stop and talk",
        }
    }
}

/// Something a lens sees in what was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which lens.
    pub lens: LensId,
    /// What sort of finding, where the lens makes several.
    pub pattern: Option<Pattern>,
    /// The things it is about, in the lens's own order; they outlive rewording and replay.
    pub about: Vec<Key>,
    /// How much it weighs, from 0 to 100; it orders, and does not measure.
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
    /// Where it stands.
    pub state: State,
}

impl Finding {
    /// A finding about these things, which says this and asks that; it rests on nothing yet.
    pub(super) fn new<'k>(
        lens: LensId,
        about: impl IntoIterator<Item = &'k Key>,
        severity: f64,
        says: String,
        ask: String,
    ) -> Self {
        let about = about.into_iter().cloned().collect();
        Self {
            lens,
            pattern: None,
            about,
            severity: rounded(severity),
            says,
            ask,
            arrows: Vec::new(),
            evidence: Vec::new(),
            guesses: 0,
            state: State::Open,
        }
    }

    #[must_use]
    pub(super) fn with(mut self, pattern: Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// With the arrows of a way as what it rests on.
    #[must_use]
    pub(super) fn along(self, field: &Field<'_>, trail: &Path<'_>) -> Self {
        self.on_steps(field, &trail.steps)
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

    /// Its band.
    pub const fn band(&self) -> Band {
        Band::of(self.severity)
    }

    /// What it is known by: lens, pattern and what it is about. Rewording and replay leave it alone.
    pub fn key(&self) -> String {
        let about: Vec<&str> = self.about.iter().map(Key::as_str).collect();
        let pattern = self.pattern.map(|pattern| format!(" {}", pattern.name())).unwrap_or_default();
        format!("{}{pattern}: {}", self.lens.name(), about.join(" | "))
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
    fn severities_round_half_up_and_end_at_a_hundred() {
        for (severity, expected) in [(0.0, 0), (24.5, 25), (24.499_999, 24), (99.5, 100), (130.0, 100), (-1.0, 0)] {
            assert_eq!(rounded(severity), expected, "{severity}");
        }
    }

    #[test]
    fn bands_begin_at_25_50_and_75() {
        let bands = [0, 24, 25, 49, 50, 74, 75, 100].map(Band::of);
        assert_eq!(
            bands,
            [Band::Note, Band::Note, Band::Look, Band::Look, Band::Talk, Band::Talk, Band::Stop, Band::Stop]
        );
    }
}

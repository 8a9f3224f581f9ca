use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Key};
use crate::lens::{Finding, Lens, State};
use crate::record::Judgement;

use super::ratings::{LeverRatings, ScaleRatings};

/// Levers by how easy they are and how much they are worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeverPlot {
    /// The levers of which both is known, in the order in which they were first rated.
    pub placed: Vec<PlacedLever>,
    /// The levers of which one is missing: those that were rated first, then those that the map shows, in key order.
    pub unplaced: Vec<UnplacedLever>,
}

/// A lever that has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedLever {
    /// What it is called.
    pub label: String,
    /// How easy it was rated.
    pub ease: ScaleRatings,
    /// How much it is worth.
    pub worth: LeverWorth,
}

/// Where the worth of a lever is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverWorth {
    /// People rated it.
    Rated(ScaleRatings),
    /// Nobody rated it, and the map shows how far it reaches: in tenths on the same scale, from 10 to 50.
    Map(u32),
}

/// A lever that has no place, because nobody rated it on both scales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnplacedLever {
    /// What it is called.
    pub label: String,
    /// What is missing.
    pub missing: MissingRating,
    /// The ratings on the other scale; empty if both are missing.
    pub known: ScaleRatings,
}

/// The rating of a lever that nobody gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingRating {
    /// The ease.
    Ease,
    /// The worth, which the map does not show either.
    Worth,
    /// Both: it is a lever because the map shows it.
    Both,
}

impl LeverWorth {
    /// Returns the worth in tenths, from 10 to 50.
    pub fn tenths(self) -> u32 {
        match self {
            Self::Rated(ratings) => ratings.tenths().unwrap_or_default(),
            Self::Map(tenths) => tenths,
        }
    }
}

impl PlacedLever {
    /// Returns the ease in tenths, from 10 to 50.
    pub fn ease_tenths(&self) -> u32 {
        self.ease.tenths().unwrap_or_default()
    }
}

impl LeverPlot {
    /// Places what was rated. The worth that nobody rated is read from the leverage finding about the same thing, if
    /// there is one; everything else without both ratings is listed.
    pub fn of(ratings: &[LeverRatings], findings: &[Finding], graph: &Graph) -> Self {
        let reach = reaches(findings);
        let mut plot = Self::default();
        let mut rated: BTreeSet<Key> = BTreeSet::new();
        for LeverRatings { label, ease, worth } in ratings.iter().cloned() {
            let key = on_map(graph, &label);
            let from_map = key.as_ref().and_then(|key| reach.get(std::slice::from_ref(key))).copied();
            rated.extend(key);
            let shown = if worth.count > 0 { Some(LeverWorth::Rated(worth)) } else { from_map.map(LeverWorth::Map) };
            match shown.filter(|_| ease.count > 0) {
                Some(worth) => plot.placed.push(PlacedLever { label, ease, worth }),
                None if ease.count > 0 => {
                    plot.unplaced.push(UnplacedLever { label, missing: MissingRating::Worth, known: ease });
                }
                None => plot.unplaced.push(UnplacedLever { label, missing: MissingRating::Ease, known: worth }),
            }
        }
        let unrated = reach.keys().filter(|about| !about.iter().any(|key| about.len() == 1 && rated.contains(key)));
        plot.unplaced.extend(unrated.map(|about| {
            let names: Vec<&str> = about.iter().map(|key| graph.label(key)).collect();
            let (missing, known) = (MissingRating::Both, ScaleRatings::default());
            UnplacedLever { label: names.join(" → "), missing, known }
        }));
        plot
    }

    /// Whether there is no lever.
    pub fn is_empty(&self) -> bool {
        self.placed.is_empty() && self.unplaced.is_empty()
    }
}

/// Returns the key of the thing with this name, if it is on the map.
fn on_map(graph: &Graph, label: &str) -> Option<Key> {
    let key = Key::of(label)?;
    let is_it = |alias: &String| Key::of(alias).as_ref() == Some(&key);
    let known = graph.thing(&key).or_else(|| graph.things().find(|thing| thing.aliases.iter().any(is_it)))?;
    Some(known.key.clone())
}

/// Returns how far each lever that the map shows reaches, in tenths on the scale of ratings. What the room refused, and
/// what does not show any more, is left out.
fn reaches(findings: &[Finding]) -> BTreeMap<&[Key], u32> {
    let shows = |finding: &&Finding| match finding.state {
        State::Open | State::Held => true,
        State::Judged(judgement) => judgement != Judgement::NotTrue,
        State::Gone => false,
    };
    let levers = findings.iter().filter(|finding| finding.lens == Lens::LEVERAGE).filter(shows);
    levers.map(|finding| (finding.about.as_slice(), 10 + u32::from(finding.severity) * 2 / 5)).collect()
}

//! A finding for the room: its question, and what it rests on, by unit and never by person.

use crate::app::map::{NeighbourSide, Shows, phrase};
use crate::graph::{Graph, Key, Ledger};
use crate::lens::{Finding, Pattern, read};
use crate::record::ShownFinding;
use crate::record::spoken::listed;

/// A finding in the words of the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomFinding {
    /// Its question.
    pub ask: String,
    /// What shows on the map, in one sentence.
    pub says: String,
    /// The arrows that it rests on.
    pub grounds: Vec<Ground>,
    /// What the pattern is called.
    pub called: String,
}

/// An arrow that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The sign of the arrow.
    pub shows: Shows,
    /// The arrow in words.
    pub words: String,
    /// The units that said so; empty where no unit is known.
    pub by: String,
}

impl RoomFinding {
    /// Finds it on the map that the room may see; `None` where it does not show there.
    pub(super) fn of(graph: &Graph, ledger: &Ledger, shown: &ShownFinding) -> Option<Self> {
        let about: Vec<&Key> = shown.about.iter().filter_map(|label| ledger.key_of(label)).collect();
        let is_meant = |finding: &&Finding| {
            finding.lens.name() == shown.lens
                && finding.pattern.map(Pattern::name) == shown.pattern.as_deref()
                && finding.about.iter().eq(about.iter().copied())
        };
        let readings = read(graph);
        let finding = readings.findings.iter().find(is_meant)?;
        Some(Self {
            ask: finding.ask.clone(),
            says: finding.says.clone(),
            grounds: finding
                .arrows
                .iter()
                .filter_map(|(from, to, relation)| {
                    let arrow = graph.arrow(from, to, *relation)?;
                    let (near, far) = (graph.thing(from)?, graph.thing(to)?);
                    let (from, to) = (graph.label(from), graph.label(to));
                    let leads = phrase(NeighbourSide::Out, *relation, near.agreement(), to, far.agreement());
                    let shows = Shows::of(arrow);
                    let amount = match shows {
                        Shows::More => "more ",
                        Shows::Less => "less ",
                        _ => "",
                    };
                    let amount = if relation.carries_sign() { amount } else { "" };
                    let units: Vec<&str> = arrow.heard_from.iter().map(|unit| graph.label(unit)).collect();
                    let disputed = arrow.is_disputed().then_some("they disagree");
                    let said = (!units.is_empty()).then(|| format!("said by {}", listed(&units, "and")));
                    let by: Vec<String> = disputed.map(str::to_owned).into_iter().chain(said).collect();
                    Some(Ground { shows, words: format!("{from}: {amount}{leads}"), by: by.join("; ") })
                })
                .collect(),
            called: finding.lesson().called.to_owned(),
        })
    }
}

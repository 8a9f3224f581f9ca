//! A finding for the room: its question, and what it rests on, by unit and never by person.

use crate::app::map::{NeighbourSide, Shows, phrase};
use crate::export::beside_a_list;
use crate::graph::{Graph, Key, Ledger};
use crate::lens::{Finding, Pattern, read};
use crate::record::spoken::listed;
use crate::record::{Relation, ShownFinding};

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
        let about: Option<Vec<&Key>> = shown.about.iter().map(|label| ledger.key_of(label)).collect();
        let about = about?;
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
            grounds: finding.arrows.iter().filter_map(|arrow| Ground::of(graph, arrow)).collect(),
            called: finding.lesson().called.to_owned(),
        })
    }
}

impl Ground {
    fn of(graph: &Graph, (from, to, relation): &(Key, Key, Relation)) -> Option<Self> {
        let arrow = graph.arrow(from, to, *relation)?;
        let (near, far) = (graph.thing(from)?, graph.thing(to)?);
        let leads = phrase(NeighbourSide::Out, *relation, near.agreement(), &far.label, far.agreement());
        let sign = Shows::of(arrow);
        let amount = match sign {
            Shows::More if relation.carries_sign() => "more ",
            Shows::Less if relation.carries_sign() => "less ",
            _ => "",
        };
        let units: Vec<&str> = arrow.heard_from.iter().map(|unit| graph.label(unit)).collect();
        let disputed = arrow.is_disputed().then(|| "they disagree".to_owned());
        let said = (!units.is_empty()).then(|| format!("said by {}", listed(&units, "and")));
        let listed = arrow.is_imported().then(|| "imported, nobody here has said so".to_owned());
        let beside = beside_a_list(arrow).map(str::to_owned);
        let by: Vec<String> = disputed.into_iter().chain(said).chain(listed).chain(beside).collect();
        Some(Self { shows: sign, words: format!("{}: {amount}{leads}", near.label), by: by.join("; ") })
    }
}

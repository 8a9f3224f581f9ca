use std::collections::BTreeSet;

use super::assessment::Assessment;
use super::thresholds::{CONTRADICTED_FROM, PULL_SEVERITY};
use crate::graph::{Crossing, Graph, Key, crossings};
use crate::record::{Basis, Kind, Relation, SessionId};

/// The map, with what it needs to know of the person who answered.
#[derive(Clone, Copy, Debug)]
pub struct Linked<'a> {
    /// The map.
    pub graph: &'a Graph,
    /// The units that this person answers for.
    pub units: &'a BTreeSet<Key>,
    /// The seats of this person, as session and tag, in sessions with other people. Sessions alone are left out: nobody
    /// alone sees what happens in another unit.
    pub seats: &'a BTreeSet<(SessionId, String)>,
    /// The incentives that pull against something wanted, as the lens for incentives found them.
    pub pulls: &'a [Pull],
}

/// An incentive that pulls against something wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pull {
    /// The key of the incentive.
    pub incentive: Key,
    /// Its severity, from 0 to 100.
    pub severity: u8,
    /// Whether nobody works on it: the finding is open.
    pub open: bool,
}

/// An item on which the map contradicts the answer. It is shown beside the answer and does not change the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The id of the item.
    pub item: String,
    /// What the map shows, in a sentence without labels and names.
    pub says: String,
    /// The labels of what the sentence is about, as typed.
    pub about: Vec<String>,
}

/// How the map contradicts an item: a sentence, and the labels that it is about. `None` if the map does not contradict
/// it.
type Contradiction = Option<(String, Vec<String>)>;

/// Checks whether the map contradicts an item.
type MapCheck = fn(&Linked<'_>) -> Contradiction;

/// Returns the items that were rated 4 or 5 and that the map contradicts, in the order of the instrument.
pub fn opinions(assessment: &Assessment, linked: &Linked<'_>) -> Vec<Opinion> {
    let checks: [(&str, MapCheck); 4] = [("S6", unseen), ("T2", unconfirmed), ("O3", pulled), ("O6", unanswered)];
    let claimed = |item: &str| assessment.rating(item).is_some_and(|rating| rating.digit() >= CONTRADICTED_FROM);
    let of = |(item, check): (&str, MapCheck)| {
        let (says, about) = check(linked)?;
        Some(Opinion { item: item.to_owned(), says, about })
    };
    checks.into_iter().filter(|(item, _)| claimed(item)).filter_map(of).collect()
}

/// Contradicts if this person has marked nothing about another unit as seen.
fn unseen(linked: &Linked<'_>) -> Contradiction {
    if linked.seats.is_empty() || linked.units.is_empty() {
        return None;
    }
    let abroad = |unit: &Option<Key>| unit.as_ref().is_some_and(|unit| !linked.units.contains(unit));
    let links = linked.graph.links().chain(linked.graph.set_aside());
    let mut elsewhere = links.filter(|link| abroad(&link.from.unit) || abroad(&link.to.unit));
    let seen = elsewhere.any(|link| {
        link.arrow.evidence.iter().any(|said| {
            let own = |tag: &str| linked.seats.iter().any(|(session, seat)| **session == *said.session && seat == tag);
            !said.imagined && said.basis == Some(Basis::Seen) && said.speaker.as_deref().is_some_and(own)
        })
    });
    let says = "so far, none of your lines about another unit on this map is marked seen";
    (!seen).then(|| (says.to_owned(), Vec::new()))
}

/// Contradicts if fewer than half of the crossings of this person's units were told from both sides.
fn unconfirmed(linked: &Linked<'_>) -> Contradiction {
    let own = |(one, other): (&Key, &Key)| linked.units.contains(one) || linked.units.contains(other);
    let crossings = crossings(linked.graph);
    let spoken = |crossing: &&Crossing<'_>| crossing.arrows.iter().any(|arrow| !arrow.is_imported());
    let border: Vec<_> = crossings.iter().filter(spoken).filter(|crossing| crossing.units().is_some_and(own)).collect();
    let confirmed = border.iter().filter(|crossing| crossing.both_sides()).count();
    let says =
        format!("of what crosses your edge on this map, {confirmed} of {} were told from both sides", border.len());
    (confirmed * 2 < border.len()).then(|| (says, Vec::new()))
}

/// Contradicts if an incentive that pulls against something wanted, and that nobody works on, covers one of this
/// person's units.
fn pulled(linked: &Linked<'_>) -> Contradiction {
    let heavy = linked.pulls.iter().filter(|pull| pull.open && pull.severity >= PULL_SEVERITY);
    let incentives: BTreeSet<&Key> = heavy.map(|pull| &pull.incentive).collect();
    let covers = |incentive: &Key| {
        linked.graph.links().any(|link| {
            let own = link.to.unit.as_ref().is_some_and(|unit| linked.units.contains(unit));
            link.from.key == *incentive && link.arrow.relation == Relation::Covers && own
        })
    };
    let about: Vec<String> = incentives
        .into_iter()
        .filter(|incentive| covers(incentive))
        .map(|incentive| linked.graph.label(incentive).to_owned())
        .collect();
    let says = match about.len() {
        0 => return None,
        1 => "a reward that covers your unit pulls against something that is wanted".to_owned(),
        some => format!("{some} rewards that cover your unit pull against something that is wanted"),
    };
    Some((says, about))
}

/// Contradicts if no purpose and no promise answers one of the voices.
fn unanswered(linked: &Linked<'_>) -> Contradiction {
    let covers = linked.graph.links().filter(|link| link.arrow.relation == Relation::Covers);
    let answered: BTreeSet<&Key> =
        covers.filter(|link| link.from.kind == Kind::Purpose).map(|link| &link.to.key).collect();
    let voices = linked.graph.things().filter(|thing| thing.kind == Kind::Voice);
    let open = voices.filter(|voice| !voice.promised && !answered.contains(&voice.key));
    let about: Vec<String> = open.map(|voice| voice.label.clone()).collect();
    let says = match about.len() {
        0 => return None,
        1 => "one thing people tell themselves has no answer on this map so far".to_owned(),
        some => format!("{some} things people tell themselves have no answer on this map so far"),
    };
    Some((says, about))
}

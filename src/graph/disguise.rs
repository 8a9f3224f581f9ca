use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::record::spoken::capitalised;
use crate::record::{Kind, SessionId, Zone};

use super::map::SetAside;
use super::{Arrow, Evidence, Gone, Graph, Judged, Key, Listing, Observation, Thing};

/// Neutral names for everything on a map, so that it can be shown to people who must not recognise whose map it is.
///
/// A name consists of the kind and a number or letter: "Team A", "Change 1", "Measure 3". Things with the most arrows
/// come first, so that the numbers do not reveal the alphabetical order. The same map has the same names, whatever the
/// order in which its sessions were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disguise {
    names: BTreeMap<Key, String>,
    /// The canonical name of each alias.
    aliases: BTreeMap<Key, Key>,
    sessions: BTreeMap<SessionId, SessionId>,
    /// The earliest moment of the map, in milliseconds since 1970; disguised moments are relative to it.
    since: i64,
}

impl Disguise {
    /// Assigns names to the things, the units and the sessions of a map.
    pub fn of(graph: &Graph) -> Self {
        let mut disguise = Self::default();
        for kind in Kind::SORTED.into_iter().chain([Kind::Unknown]) {
            for (number, key) in busiest(graph, kind).into_iter().enumerate() {
                disguise.names.insert(key, neutral(kind, number));
            }
        }
        for thing in graph.things() {
            let others = thing.aliases.iter().filter_map(|alias| Key::of(alias));
            disguise.aliases.extend(others.map(|alias| (alias, thing.key.clone())));
        }
        let said = graph.links().chain(graph.set_aside()).flat_map(|link| &link.arrow.evidence);
        let sessions: BTreeSet<&SessionId> =
            said.map(|said| &said.session).chain(graph.judged().iter().map(|judged| &judged.session)).collect();
        let numbered = sessions.into_iter().zip(1..);
        disguise.sessions = numbered.map(|(id, at)| (id.clone(), format!("Session {at}").into())).collect();
        disguise.since = moments(graph).min().unwrap_or_default();
        disguise
    }

    /// Returns the disguised name of a thing or a unit; `None` if it is not on the map.
    pub fn name(&self, label: &str) -> Option<&str> {
        let key = Key::of(label)?;
        let canonical = if self.names.contains_key(&key) { &key } else { self.aliases.get(&key)? };
        self.names.get(canonical).map(String::as_str)
    }

    /// Returns the disguised name of a session.
    pub fn session(&self, id: &SessionId) -> SessionId {
        self.sessions.get(id).cloned().unwrap_or_else(|| "Another session".into())
    }

    /// Returns a map, or a part of it, under these names: without labels, words, days and speakers.
    pub fn graph(&self, graph: &Graph) -> Graph {
        let mut things: Vec<(NodeIndex, Thing)> =
            graph.inner().node_indices().zip(graph.things()).map(|(at, thing)| (at, self.thing(thing))).collect();
        things.sort_by(|(_, one), (_, other)| one.key.cmp(&other.key));
        let mut masked = graph.emptied();
        let mut places: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
        for (at, thing) in things {
            places.insert(at, masked.inner.add_node(thing));
        }
        let place = |at: NodeIndex| places.get(&at).copied().unwrap_or_default();
        let mut arrows: Vec<(NodeIndex, NodeIndex, Arrow)> = graph
            .inner()
            .edge_references()
            .map(|edge| (place(edge.source()), place(edge.target()), self.arrow(edge.weight())))
            .collect();
        arrows.sort_by_key(|(from, to, arrow)| (*from, *to, arrow.relation));
        for (from, to, arrow) in arrows {
            masked.inner.add_edge(from, to, arrow);
        }
        let aside = graph.set_aside.iter();
        masked.set_aside = aside
            .map(|aside| SetAside { from: place(aside.from), to: place(aside.to), arrow: self.arrow(&aside.arrow) })
            .collect();
        masked.set_aside.sort_by_key(|aside| (aside.from, aside.to, aside.arrow.relation));
        masked.present = graph.present.keys().map(|unit| (self.key(unit), self.called(unit))).collect();
        masked.judged = graph.judged.iter().map(|judged| self.judged(judged)).collect();
        masked
    }

    fn called(&self, key: &Key) -> String {
        self.names.get(key).cloned().unwrap_or_else(|| "Something else".to_owned())
    }

    fn key(&self, key: &Key) -> Key {
        Key::of(&self.called(key)).unwrap_or_else(|| key.clone())
    }

    // Every field is written out, so that a new field of a thing or an arrow does not show undisguised.
    fn thing(&self, thing: &Thing) -> Thing {
        let seen = |seen: &Observation| {
            let time = self.moment(seen.time);
            Observation { direction: seen.direction, words: None, time, day: Zone::UTC.day_of(time) }
        };
        Thing {
            key: self.key(&thing.key),
            label: self.called(&thing.key),
            aliases: Vec::new(),
            kind: thing.kind,
            status: thing.status,
            status_listed: thing.status_listed,
            want: thing.want,
            scarce: thing.scarce,
            outside: thing.outside,
            started: None,
            unit: thing.unit.as_ref().map(|unit| self.key(unit)),
            owner: thing.owner.as_ref().map(|owner| self.key(owner)),
            owner_listed: thing.owner_listed,
            observations: thing.observations.iter().map(seen).collect(),
            rules: thing.rules.keys().map(|slot| (*slot, "agreed".to_owned())).collect(),
            promised: thing.promised,
            decided: thing.decided.map(|time| self.moment(time)),
            // A level and who acts are words, which are not disguised.
            watch: None,
            // What files say is words, which are not disguised.
            described: Vec::new(),
            imported: thing.imported,
            gone: thing.gone.as_ref().map(|gone| self.gone(gone)),
            heard_in: thing.heard_in.iter().map(|session| self.session(session)).collect(),
        }
    }

    fn arrow(&self, arrow: &Arrow) -> Arrow {
        Arrow {
            relation: arrow.relation,
            sign: arrow.sign,
            strength: arrow.strength,
            delay: arrow.delay,
            basis: arrow.basis,
            confidence: arrow.confidence,
            tally: arrow.tally,
            supporters: arrow.supporters,
            breadth: arrow.breadth,
            unplaced: arrow.unplaced,
            heard_from: arrow.heard_from.iter().map(|unit| self.key(unit)).collect(),
            both_sides: arrow.both_sides,
            owned: arrow.owned,
            affirmed: arrow.affirmed.map(|time| self.moment(time)),
            touched: arrow.touched.map(|time| self.moment(time)),
            stale: arrow.stale,
            listed: arrow.listed.as_ref().map(|listed| Listing {
                sign: listed.sign,
                differs: listed.differs,
                sessions: listed.sessions.iter().map(|session| self.session(session)).collect(),
                gone: listed.gone.as_ref().map(|gone| self.gone(gone)),
            }),
            evidence: arrow.evidence.iter().map(|said| self.evidence(said)).collect(),
        }
    }

    fn gone(&self, gone: &Gone) -> Gone {
        let time = self.moment(gone.time);
        Gone { session: self.session(&gone.session), time, day: Zone::UTC.day_of(time) }
    }

    /// Returns a moment relative to the earliest one: the order stays, the day does not.
    const fn moment(&self, time: i64) -> i64 {
        time.saturating_sub(self.since)
    }

    fn evidence(&self, said: &Evidence) -> Evidence {
        Evidence {
            session: self.session(&said.session),
            seq: said.seq,
            at: said.at,
            time: self.moment(said.time),
            day: Zone::UTC.day_of(self.moment(said.time)),
            speaker: None,
            unit: said.unit.as_ref().map(|unit| self.key(unit)),
            said: said.said,
            basis: said.basis,
            words: None,
            note: None,
            imagined: said.imagined,
        }
    }

    fn judged(&self, judged: &Judged) -> Judged {
        Judged {
            session: self.session(&judged.session),
            lens: judged.lens.clone(),
            pattern: judged.pattern.clone(),
            about: judged.about.iter().map(|key| self.key(key)).collect(),
            judgement: judged.judgement,
            reason: None,
            time: self.moment(judged.time),
        }
    }
}

/// Returns every moment on a map, in milliseconds since 1970.
fn moments(graph: &Graph) -> impl Iterator<Item = i64> {
    let arrows = graph.links().chain(graph.set_aside()).map(|link| link.arrow);
    let said =
        arrows.flat_map(|arrow| arrow.evidence.iter().map(|said| said.time).chain(arrow.affirmed).chain(arrow.touched));
    let seen = graph.things().flat_map(|thing| thing.observations.iter().map(|seen| seen.time).chain(thing.decided));
    said.chain(seen).chain(graph.judged().iter().map(|judged| judged.time))
}

/// Returns the things of a kind, those with the most arrows first. Parties include units that are no thing on the map:
/// those of listed people and of owners.
fn busiest(graph: &Graph, kind: Kind) -> Vec<Key> {
    let mut keys: BTreeSet<&Key> = graph.things().filter(|thing| thing.kind == kind).map(|thing| &thing.key).collect();
    if kind == Kind::Party {
        let heard = graph.links().chain(graph.set_aside()).flat_map(|link| &link.arrow.heard_from);
        let units = graph.present().chain(heard).chain(graph.things().filter_map(|thing| thing.unit.as_ref()));
        keys.extend(units.filter(|unit| graph.thing(unit).is_none()));
    }
    let mut keys: Vec<&Key> = keys.into_iter().collect();
    keys.sort_by_key(|key| std::cmp::Reverse(graph.arrows_at(key)));
    keys.into_iter().cloned().collect()
}

fn neutral(kind: Kind, number: usize) -> String {
    let word = capitalised(kind.word());
    if kind == Kind::Party { format!("{word} {}", lettered(number)) } else { format!("{word} {}", number + 1) }
}

/// Returns the letters of a number, like the columns of a sheet: A to Z, then AA to AZ, and so on.
fn lettered(number: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    let before = if number < 26 { String::new() } else { lettered(number / 26 - 1) };
    format!("{before}{}", letter(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_lettered_as_the_columns_of_a_sheet_are() {
        for (number, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(lettered(number), letters);
        }
    }
}

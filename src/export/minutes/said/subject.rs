use std::collections::{BTreeMap, BTreeSet};

use super::remark;
use crate::export::minutes::mentions::Mentions;
use crate::export::minutes::notes::Notes;
use crate::graph::{Graph, Key, Ledger, Link};
use crate::record::{Claim, Event, Fact, Kind, Relation};

/// The maximum number of arrows between a change and what is told under it.
const FAR: usize = 5;

/// The minimum number of letters of a single word by which a text mentions a thing.
const A_CLEAR_WORD: usize = 7;

/// Finds the thing that a line is about: the change or the incentive from which what it says follows, else the thing
/// that it names.
pub(super) struct Subjects<'a> {
    graph: &'a Graph,
    ledger: &'a Ledger,
    /// For each thing that follows from a change or an incentive, the thing under which it is told.
    headings: BTreeMap<Key, Key>,
    /// For each thing where several headings meet, the first of them.
    meeting: BTreeMap<Key, Key>,
    mentions: Mentions,
}

/// Whether chains of effects begin at things of a kind, so that lines are grouped under them.
pub(super) const fn is_a_beginning(kind: Kind) -> bool {
    matches!(kind, Kind::Initiative | Kind::Incentive)
}

impl<'a> Subjects<'a> {
    pub(super) fn of(notes: &'a Notes<'_>) -> Self {
        let graph = notes.graph();
        // A short word may stand in a text without meaning the thing.
        let long = |label: &str| label.split_whitespace().count() > 1 || label.chars().count() >= A_CLEAR_WORD;
        let clear = graph.things().filter(|thing| is_a_beginning(thing.kind) || long(&thing.label));
        let mentions = Mentions::of(clear.flat_map(|thing| {
            let names = thing.aliases.iter().chain([&thing.label]);
            names.map(|name| (name.as_str(), thing.label.as_str()))
        }));
        let (headings, meeting) = nearest(graph);
        Self { graph, ledger: notes.ledger(), headings, meeting, mentions }
    }

    /// Whether lines are grouped under a thing however few there are.
    pub(super) fn is_anchor(&self, key: &Key) -> bool {
        self.graph.thing(key).is_some_and(|thing| is_a_beginning(thing.kind))
    }

    /// The heading for a single line about a thing where several headings meet.
    pub(super) fn first_heading(&self, key: &Key) -> Option<&Key> {
        self.meeting.get(key)
    }

    /// Whether a text is the name of something on the map and no more.
    pub(super) fn is_a_name(&self, text: &str) -> bool {
        self.key(text.trim()).is_some()
    }

    /// Whether a text is about the day itself, and about nothing on the map.
    pub(super) fn is_housekeeping(&self, text: &str) -> bool {
        remark::is_of_the_day(text) && self.mentions.first_in(text).is_none()
    }

    /// The thing that a line is about; `None` where this is not clear.
    pub(super) fn subject(&self, event: &Event) -> Option<Key> {
        // An arrow says more about its line than the states that are set beside it.
        let is_arrow = |fact: &&Fact| matches!(fact, Fact::Claimed(_) | Fact::Stanced(_));
        let facts = || event.stated().iter();
        let sorted = facts().filter(is_arrow).chain(facts().filter(|fact| !is_arrow(fact)));
        let labels: Vec<String> = sorted.flat_map(|fact| self.labels(fact)).collect();
        let known: Vec<&Key> = labels.iter().filter_map(|label| self.key(label)).collect();
        let placed = known.iter().find_map(|key| self.headings.get(*key));
        placed.or_else(|| known.first().copied()).cloned()
    }

    /// The things that a fact is about, the most likely subject first.
    fn labels(&self, fact: &Fact) -> Vec<String> {
        let labels = match fact {
            Fact::Claimed(Claim { from, to, kind: Relation::Owns, .. }) => vec![to, from],
            Fact::Claimed(Claim { from, to, kind: Relation::Covers, .. }) => vec![from, to],
            Fact::Claimed(Claim { from, to, .. }) => self.first_or_change(from, to),
            Fact::Stanced(stance) => self.first_or_change(&stance.from, &stance.to),
            Fact::Set { label, .. } | Fact::Observed { label, .. } | Fact::Ruled { label, .. } => vec![label],
            Fact::Decided { about, .. } => vec![about],
            Fact::Answered { text } => return self.mentions.first_in(text).into_iter().collect(),
            _ => Vec::new(),
        };
        labels.into_iter().cloned().collect()
    }

    /// The start of an arrow; also its end where that is a change.
    fn first_or_change<'l>(&self, from: &'l String, to: &'l String) -> Vec<&'l String> {
        if self.key(to).is_some_and(|key| self.is_anchor(key)) { vec![from, to] } else { vec![from] }
    }

    /// The key of the thing that a label stands for on the map.
    pub(super) fn key(&self, label: &str) -> Option<&'a Key> {
        let known = self.ledger.thing(label).map_or(label, |known| known.label);
        self.graph.thing(&Key::of(known)?).map(|thing| &thing.key)
    }
}

/// For each thing the heading under which it is told: a change and an incentive have their own; a thing that is reached
/// from one heading alone, by the fewest arrows, stands under that; a thing where two meet begins a heading.
///
/// The second map holds the first heading for each thing of the last sort.
fn nearest(graph: &Graph) -> (BTreeMap<Key, Key>, BTreeMap<Key, Key>) {
    let mut ahead: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for link in graph.links().filter(leads_on) {
        ahead.entry(&link.from.key).or_default().push(&link.to.key);
    }
    let anchors = graph.things().filter(|thing| is_a_beginning(thing.kind)).map(|thing| &thing.key);
    let mut headings: BTreeMap<&Key, &Key> = anchors.map(|anchor| (anchor, anchor)).collect();
    let mut here: Vec<&Key> = headings.keys().copied().collect();
    let mut meeting = BTreeMap::new();
    for _ in 0..FAR {
        let mut reached: BTreeMap<&Key, BTreeSet<&Key>> = BTreeMap::new();
        for from in here {
            let Some(heading) = headings.get(from) else { continue };
            for to in ahead.get(from).into_iter().flatten().filter(|to| !headings.contains_key(**to)) {
                reached.entry(to).or_default().insert(heading);
            }
        }
        here = reached.keys().copied().collect();
        for (thing, from) in reached {
            let first = from.first().copied().unwrap_or(thing);
            if from.len() > 1 {
                meeting.insert(thing.clone(), first.clone());
            }
            headings.insert(thing, if from.len() > 1 { thing } else { first });
        }
    }
    (headings.into_iter().map(|(thing, heading)| (thing.clone(), heading.clone())).collect(), meeting)
}

fn leads_on(link: &Link<'_>) -> bool {
    match link.arrow.relation {
        Relation::Affects | Relation::Feeds | Relation::Rewards => true,
        Relation::Needs | Relation::Aims | Relation::Builds => link.from.kind == Kind::Initiative,
        _ => false,
    }
}

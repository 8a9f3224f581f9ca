use std::collections::BTreeSet;

use crate::export::beside::beside;
use crate::export::markdown::foreign;
use crate::export::minutes::notes::Notes;
use crate::graph::{Arrow, Evidence, Graph, Key, Link, Observation, Thing};
use crate::record::text::clean;
use crate::record::{Basis, Direction};

/// What the room itself gave to the map: quotes, reasons, and what was seen.
pub(super) struct RoomWords<'a> {
    pub(super) graph: &'a Graph,
    /// The id of the session.
    session: String,
    /// The opening of the session, in milliseconds since 1970.
    opened: i64,
}

/// The minimum weight of the words behind something that nobody judged.
const WEIGHTY: usize = 3;

impl<'a> RoomWords<'a> {
    pub(super) fn of(notes: &'a Notes<'_>) -> Self {
        let header = notes.session.header();
        let opened = header.opened.as_millisecond();
        Self { graph: notes.graph(), session: header.id.to_string(), opened }
    }

    /// Whether anybody spoke of an arrow in this session.
    pub(super) fn spoke_of(&self, arrow: &Arrow) -> bool {
        self.here(arrow).next().is_some()
    }

    /// What was said about an arrow in this session, except on behalf of somebody absent.
    fn here<'e>(&self, arrow: &'e Arrow) -> impl Iterator<Item = &'e Evidence> {
        arrow.evidence.iter().filter(|said| *said.session == *self.session && !said.imagined)
    }

    /// How much of the room's own is behind an arrow: the most for a quote, then for a reason, for what was seen, and for
    /// a second person who says so. It only orders.
    pub(super) fn weight(&self, arrow: &Arrow) -> usize {
        let any = |is: fn(&Evidence) -> bool| self.here(arrow).any(is);
        let quoted = usize::from(any(|said| said.words.is_some())) * 3;
        let reasoned = usize::from(any(|said| said.note.is_some())) * 2;
        let seen = usize::from(any(|said| said.basis == Some(Basis::Seen))) * 2;
        quoted + reasoned + seen + usize::from(arrow.supporters > 1) * 2
    }

    /// The weight of all that the room gave to these arrows and to the things at their ends. A chain of many arrows has
    /// more behind it, and is also harder to follow.
    pub(super) fn weight_of(&self, links: &[Link<'a>]) -> usize {
        let ends = ends(links);
        let seen: usize = ends.iter().flat_map(|thing| self.observed(thing)).map(seen_weight).sum();
        let said: usize = links.iter().map(|link| self.weight(link.arrow)).sum();
        let wanted = usize::from(links.last().is_some_and(|last| last.to.want.is_some())) * 2;
        let units: BTreeSet<&Key> = ends.iter().filter_map(|thing| thing.unit.as_ref()).collect();
        let across = usize::from(units.len() > 1) * 2;
        (said + seen + wanted + across) * 100 / (links.len() + 2)
    }

    /// Whether the room talked about these arrows in its own words: each was spoken of, nobody disagrees, something was
    /// quoted, reasoned or seen with its amount, and there is enough of that.
    pub(super) fn is_of_the_room(&self, links: &[Link<'a>]) -> bool {
        let arrows = || links.iter().map(|link| link.arrow);
        let seen = || ends(links).into_iter().flat_map(|thing| self.observed(thing));
        let weight = arrows().map(|arrow| self.weight(arrow)).sum::<usize>() + seen().map(seen_weight).sum::<usize>();
        let worded = arrows().any(|arrow| self.has_words(arrow)) || seen().any(|seen| seen.words.is_some());
        let spoken = arrows().all(|arrow| self.spoke_of(arrow) && !arrow.is_disputed());
        links.len() > 1 && spoken && worded && weight >= WEIGHTY
    }

    /// Whether somebody gave a quote, a reason or a remark with an arrow.
    pub(super) fn has_words(&self, arrow: &Arrow) -> bool {
        self.here(arrow).any(|said| beside(said).is_some())
    }

    /// What was seen of a thing in this session.
    pub(super) fn observed(&self, thing: &'a Thing) -> impl Iterator<Item = &'a Observation> {
        thing.observations.iter().filter(|seen| seen.time >= self.opened)
    }

    /// The words behind these arrows: what was said beside each, and what was seen at their ends, unless a sentence says
    /// it already.
    pub(super) fn behind(&self, links: &[Link<'a>], says: &str) -> Vec<String> {
        let mut told = Vec::new();
        for link in links {
            let said = self.here(link.arrow).filter_map(|said| Some((beside(said)?, said)));
            told.extend(said.map(|(words, said)| self.told(*link, &words, said)));
        }
        for thing in ends(links) {
            let is_new =
                |seen: &&Observation| seen.words.as_deref().is_none_or(|words| !says.contains(&foreign(words)));
            told.extend(self.observed(thing).filter(is_new).map(|observed| happened(thing, observed)));
        }
        told
    }

    /// What one person said beside an arrow, with the unit and how it is known.
    fn told(&self, link: Link<'_>, words: &str, said: &Evidence) -> String {
        let unit = said.unit.as_ref().map(|unit| clean(self.graph.label(unit)).into_owned());
        let known = match said.basis {
            Some(Basis::Seen) => Some("seen".to_owned()),
            Some(Basis::Guess) => Some("a guess".to_owned()),
            _ => None,
        };
        let whence: Vec<String> = unit.into_iter().chain(known).collect();
        let whence = if whence.is_empty() { String::new() } else { format!(" ({})", whence.join(", ")) };
        format!("{} → {}: {words}{whence}", clean(&link.from.label), clean(&link.to.label))
    }
}

/// The things at the ends of arrows, each once, in order.
fn ends<'a>(links: &[Link<'a>]) -> Vec<&'a Thing> {
    let mut seen: BTreeSet<&Key> = BTreeSet::new();
    let all = links.iter().flat_map(|link| [link.from, link.to]);
    all.filter(|thing| seen.insert(&thing.key)).collect()
}

/// The weight of an observation: more with its amount.
fn seen_weight(seen: &Observation) -> usize {
    if seen.words.is_some() { 4 } else { 2 }
}

/// What was seen of a thing: "scans went up, “40 % since May”".
fn happened(thing: &Thing, seen: &Observation) -> String {
    let went = match seen.direction {
        Direction::Up => "went up",
        Direction::Down => "went down",
        Direction::Flat => "stayed as it was",
    };
    let words = seen.words.as_deref().map(|words| format!(", “{}”", clean(words))).unwrap_or_default();
    format!("Seen: {} {went}{words}", clean(&thing.label))
}

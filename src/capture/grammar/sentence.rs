use crate::record::lexicon::Verb;
use crate::record::long_form::ArrowLink;
use crate::record::{Relation, Sign, Strength};

use super::name::TypedName;
use super::scrap::Scrap;
use super::tail::{self, ArrowTail};

/// In which direction an arrow was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArrowDirection {
    /// `->`, or a verb.
    Right,
    /// `<-`: typed from effect to cause, recorded from cause to effect.
    Left,
    /// `<->`: recorded as two arrows.
    Both,
}

/// Names with arrows or a verb between them, whichever was typed.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// The names, grouped by the arrows between them; always one group more than `links`.
    pub(crate) groups: Vec<Vec<TypedName>>,
    pub(crate) links: Vec<ArrowDirection>,
    pub(crate) relation: Relation,
    /// The sign that the verb says.
    pub(crate) verb_sign: Option<Sign>,
    pub(crate) tail: ArrowTail,
}

/// One arrow between two groups of names, as it is recorded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hop {
    /// The index of the group at its start.
    pub(crate) from: usize,
    /// The index of the group at its end.
    pub(crate) to: usize,
    /// The sign and strength typed for it.
    pub(crate) mark: Option<(Sign, Strength)>,
}

impl Sentence {
    /// Makes a sentence from names with arrows between them; the tail says the relation.
    pub(crate) fn by_arrows(groups: Vec<Vec<TypedName>>, links: Vec<ArrowDirection>, tail: ArrowTail) -> Self {
        let relation = tail.relation.unwrap_or_default();
        Self { groups, links, relation, verb_sign: tail.verb_sign, tail }
    }

    /// Makes a sentence from two groups of names with a verb between them.
    pub(crate) fn by_verb(groups: Vec<Vec<TypedName>>, verb: &Verb, tail: ArrowTail) -> Self {
        let links = vec![ArrowDirection::Right];
        Self { groups, links, relation: verb.relation, verb_sign: verb.sign, tail: tail.without_verb() }
    }

    /// Makes a sentence with one arrow: from the names in `from`, to the names in `behind`, which may end with a tail.
    pub(crate) fn from_one(from: &str, link: ArrowLink, behind: &str) -> Result<Self, Scrap> {
        let (names, tail) = tail::split(behind);
        let groups = vec![TypedName::list(from)?, TypedName::list(names)?];
        let tail = tail.unwrap_or_default();
        Ok(match link {
            ArrowLink::Right => Self::by_arrows(groups, vec![ArrowDirection::Right], tail),
            ArrowLink::Left => Self::by_arrows(groups, vec![ArrowDirection::Left], tail),
            ArrowLink::Verb(verb) => Self::by_verb(groups, verb, tail),
        })
    }

    /// Replaces the names of the last group, and adds what stands beside them to the tail.
    pub(crate) fn take_names(&mut self, names: Vec<TypedName>, beside: ArrowTail) {
        if let Some(last) = self.groups.last_mut() {
            *last = names;
        }
        self.tail = std::mem::take(&mut self.tail).beside(beside);
    }

    /// Returns the arrows in the order in which they were typed; a single typed sign counts for all of them.
    pub(crate) fn hops(&self) -> Result<Vec<Hop>, Scrap> {
        let marks = &self.tail.marks;
        if marks.len() > 1 && marks.len() != self.links.len() {
            return Err(Scrap::Signs { signs: marks.len(), arrows: self.links.len() });
        }
        let spread = if let [only] = marks.as_slice() { Some(*only) } else { None };
        let mut hops = Vec::new();
        for (place, link) in self.links.iter().enumerate() {
            let mark = spread.or_else(|| marks.get(place).copied());
            let forward = Hop { from: place, to: place + 1, mark };
            let backward = Hop { from: place + 1, to: place, mark };
            match link {
                ArrowDirection::Right => hops.push(forward),
                ArrowDirection::Left => hops.push(backward),
                ArrowDirection::Both => hops.extend([forward, backward]),
            }
        }
        Ok(hops)
    }

    /// Whether the sentence holds a `<->`.
    pub(crate) fn is_mutual(&self) -> bool {
        self.links.contains(&ArrowDirection::Both)
    }
}

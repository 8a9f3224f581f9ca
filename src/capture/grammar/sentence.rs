use crate::record::{Relation, Sign, Strength};

use super::name::Name;
use super::scrap::Scrap;
use super::tail::Tail;

/// Which way an arrow was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// `->`, or a verb.
    Right,
    /// `<-`: said backwards, kept forwards.
    Left,
    /// `<->`: two arrows.
    Both,
}

/// Names with arrows between them, however they were typed.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// The names between the arrows; one group more than there are links.
    pub(crate) groups: Vec<Vec<Name>>,
    pub(crate) links: Vec<Link>,
    pub(crate) relation: Relation,
    /// The sign that the verb says.
    pub(crate) verb_sign: Option<Sign>,
    pub(crate) tail: Tail,
}

/// One arrow between two groups, the way it is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hop {
    /// Where it starts, as a place in the groups.
    pub(crate) from: usize,
    /// Where it ends.
    pub(crate) to: usize,
    /// The sign and strength typed for it.
    pub(crate) mark: Option<(Sign, Strength)>,
}

impl Sentence {
    /// The arrows in the order in which they were typed; one sign spreads over all of them.
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
                Link::Right => hops.push(forward),
                Link::Left => hops.push(backward),
                Link::Both => hops.extend([forward, backward]),
            }
        }
        Ok(hops)
    }

    /// Whether somebody typed `<->`.
    pub(crate) fn goes_both_ways(&self) -> bool {
        self.links.contains(&Link::Both)
    }
}

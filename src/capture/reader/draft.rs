use crate::capture::grammar::{Scrap, Typed, TypedName};
use crate::capture::shape::Proposal;
use crate::capture::{Amber, Context, Doubt};
use crate::record::{Basis, Claim, Delay, Fact, Kind, Relation, Sign, Strength};

use super::cast::{Cast, NamedPart};
use super::doubt;
use super::kind::{EndRole, fits};

/// A line while it is read: its cast, its facts and its doubts so far.
#[derive(Clone, Debug)]
pub(crate) struct LineDraft<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) typed: Typed<'a>,
    pub(crate) cast: Cast,
    pub(crate) amber: Vec<Amber>,
    /// The readings that are only offered.
    pub(crate) offered: Vec<Proposal>,
    /// For a renaming to a name that another thing has: that name, and the name of the renamed thing.
    pub(crate) taken: Option<[String; 2]>,
    /// Why the line is read so, a reason for each part of it.
    pub(crate) because: Vec<String>,
    attributes: Vec<Fact>,
    facts: Vec<Fact>,
    overflow: Vec<String>,
    claims: u32,
    /// The indices in the cast of new names that may mean known things.
    fresh: Vec<usize>,
}

/// The relation, sign, strength, delay and basis that the words around an arrow say.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Manner {
    pub(crate) relation: Relation,
    pub(crate) sign: Sign,
    pub(crate) strength: Strength,
    pub(crate) delay: Option<Delay>,
    pub(crate) basis: Option<Basis>,
}

impl<'a> LineDraft<'a> {
    pub(crate) fn new(context: &'a Context<'a>, typed: Typed<'a>) -> Self {
        Self {
            context,
            typed,
            cast: Cast::default(),
            amber: Vec::new(),
            offered: Vec::new(),
            taken: None,
            because: Vec::new(),
            attributes: Vec::new(),
            facts: Vec::new(),
            overflow: Vec::new(),
            claims: 0,
            fresh: Vec::new(),
        }
    }

    /// Adds a name to the cast under this label, and returns its index.
    pub(crate) fn add(&mut self, name: &TypedName, label: &str, role: EndRole) -> Result<usize, Scrap> {
        let before = self.cast.parts().len();
        let place = self.cast.add(label, name.sigil, role, self.context)?;
        if let Some(part) = self.cast.parts().get(before).filter(|part| part.new) {
            self.amber.extend(doubt::about(part, name, &self.typed));
            if !name.bracketed {
                self.fresh.push(place);
            }
        }
        let label = self.label(place).to_owned();
        for attribute in &name.attributes {
            self.attributes.push(Fact::Set { label: label.clone(), attribute: *attribute, words: None });
        }
        if let Some(overflow) = &name.overflow {
            self.doubt(Doubt::Cut, "that name was too long; the end of it is in the note");
            self.overflow.push(overflow.clone());
        }
        Ok(place)
    }

    /// Adds a name under its full label, for forms in which no word says a sign.
    pub(crate) fn add_full(&mut self, name: &TypedName, role: EndRole) -> Result<usize, Scrap> {
        self.add(name, name.full(), role)
    }

    pub(crate) fn label(&self, place: usize) -> &str {
        self.cast.part(place).map_or("", |part| part.label.as_str())
    }

    pub(crate) fn kind(&self, place: usize) -> Kind {
        self.cast.part(place).map_or(Kind::Unknown, |part| part.kind)
    }

    /// Whether two indices of the cast are the same thing.
    pub(crate) fn is_same(&self, one: usize, other: usize) -> bool {
        let key = |place| self.cast.part(place).map(|part: &NamedPart| &part.key);
        key(one) == key(other)
    }

    /// Whether two names of one thing stand in the order that shows the thing under the first: it is shown under the
    /// second so far.
    pub(crate) fn turns(&self, first: usize, second: usize) -> bool {
        let (first, second) = (self.cast.part(first), self.cast.part(second));
        first.zip(second).is_some_and(|(first, second)| second.own == second.key && first.own != second.own)
    }

    /// Draws an arrow between two things of the cast.
    pub(crate) fn claim(&mut self, from: usize, to: usize, manner: Manner, note: Option<String>) {
        let claim = Claim {
            claim: self.context.session.next_claim() + self.claims,
            from: self.label(from).to_owned(),
            to: self.label(to).to_owned(),
            kind: manner.relation,
            sign: manner.sign,
            strength: manner.strength,
            delay: manner.delay,
            basis: manner.basis.unwrap_or_else(|| self.context.basis()),
            imagined: false,
            words: self.typed.words.map(str::to_owned),
            note,
        };
        self.claims += 1;
        self.facts.push(Fact::Claimed(claim));
        if !fits(manner.relation, self.kind(from), self.kind(to)) {
            self.amber.push(doubt::ends(manner.relation, self.cast.part(from), self.cast.part(to)));
        }
    }

    /// Records a naming for every thing on the line, also where the session has one already.
    pub(crate) fn name_all(&mut self) {
        self.cast.record_all();
    }

    pub(crate) fn fact(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    pub(crate) fn doubt(&mut self, doubt: Doubt, why: impl Into<String>) {
        self.amber.push(Amber { doubt, why: why.into(), offer: None });
    }

    /// Returns all doubts, after the whole line was read.
    pub(crate) fn doubts(&self) -> Vec<Amber> {
        let clashes = self.cast.clashes.iter().map(doubt::clash);
        let fresh = self.fresh.iter().filter_map(|place| self.cast.part(*place));
        let twins = fresh.filter_map(|part| doubt::same_thing(part, &self.cast, self.context));
        let mut doubts: Vec<Amber> = Vec::new();
        for amber in clashes.chain(self.amber.iter().cloned()).chain(twins) {
            if !doubts.contains(&amber) {
                doubts.push(amber);
            }
        }
        doubts
    }

    /// Returns the note of an arrow: the typed note, the words of the tail that could not be read, and the ends of
    /// names that were too long.
    pub(crate) fn note(&self, unread: Option<&str>) -> Option<String> {
        let parts: Vec<_> =
            self.typed.note.into_iter().chain(unread).chain(self.overflow.iter().map(String::as_str)).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// Returns the facts in the order of recording: namings, attributes, then the others.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        self.cast.named().chain(self.attributes.iter().cloned()).chain(self.facts.iter().cloned()).collect()
    }
}

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::graph::{Key, Link, Thing};
use crate::lens::thresholds::{GAP, GAPS_LISTED};
use crate::lens::{Draft, Field, Pattern};
use crate::record::Relation;
use crate::record::spoken::listed;

use super::around::Around;
use super::slot::{self, Beside, Slot};

/// Something of which something is missing.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Thing(&'a Thing),
    Arrow(Link<'a>),
}

/// What is missing of it.
struct Gap<'a> {
    subject: Subject<'a>,
    missing: Vec<Slot>,
    /// How much is missing where how much leads.
    score: usize,
}

/// The widest gaps among things and effects, but for those about something that was told already.
pub(super) fn widest<'a>(field: &Field<'a>, around: &Around<'a>, told: &BTreeSet<Vec<Key>>) -> Vec<Draft> {
    let things = field.things().map(|(_, thing)| {
        let missing = slot::of_thing(&Beside { field, around, thing });
        Gap::new(around, Subject::Thing(thing), missing)
    });
    let arrows = field.graph.links().map(|link| Gap::new(around, Subject::Arrow(link), slot::of_arrow(&link)));
    let untold = |gap: &Gap<'_>| gap.score > 0 && !told.contains(&gap.subject.about());
    let mut gaps: Vec<Gap<'_>> = things.chain(arrows).filter(untold).collect();
    gaps.sort_by_cached_key(|gap| (Reverse(gap.score), gap.subject.about()));
    gaps.iter().take(GAPS_LISTED).map(|gap| gap.finding(around)).collect()
}

impl<'a> Subject<'a> {
    fn about(&self) -> Vec<Key> {
        match self {
            Subject::Thing(thing) => vec![thing.key.clone()],
            Subject::Arrow(link) => vec![link.from.key.clone(), link.to.key.clone()],
        }
    }

    /// Where what leads into it arrives.
    const fn start(&self) -> &'a Thing {
        match self {
            Subject::Thing(thing) => thing,
            Subject::Arrow(link) => link.from,
        }
    }

    fn label(&self) -> String {
        match self {
            Subject::Thing(thing) => thing.label.clone(),
            Subject::Arrow(link) => format!("{} to {}", link.from.label, link.to.label),
        }
    }

    fn asked(&self, ask: &str) -> String {
        match self {
            Subject::Thing(thing) => ask.replace("{x}", &thing.label),
            Subject::Arrow(link) => ask.replace("{a}", &link.from.label).replace("{b}", &link.to.label),
        }
    }

    fn links(&self, around: &Around<'a>) -> Vec<Link<'a>> {
        match self {
            Subject::Thing(thing) => {
                around.into(thing, &Relation::ALL).chain(around.out(thing, &Relation::ALL)).collect()
            }
            Subject::Arrow(link) => vec![*link],
        }
    }
}

impl<'a> Gap<'a> {
    fn new(around: &Around<'a>, subject: Subject<'a>, missing: Vec<Slot>) -> Self {
        let score = missing.len() * (1 + around.into(subject.start(), &Relation::ALL).count());
        Self { subject, missing, score }
    }

    fn finding(&self, around: &Around<'a>) -> Draft {
        let words: Vec<&str> = self.missing.iter().map(|(words, _)| *words).collect();
        let says = format!("Of {}, nobody here has named yet {}.", self.subject.label(), listed(&words, "or"));
        let ask = self.missing.first().map(|(_, ask)| self.subject.asked(ask)).unwrap_or_default();
        let (about, severity) = (self.subject.about(), self.score.min(GAP) as f64);
        Draft::new(&about, severity, says, ask).with(Pattern::Gap).on(self.subject.links(around))
    }
}

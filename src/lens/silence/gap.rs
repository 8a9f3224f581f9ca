use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::graph::{Key, Link, Thing};
use crate::lens::limit_reason::LimitReason;
use crate::lens::thresholds::{GAP, GAPS_LISTED};
use crate::lens::words::asked;
use crate::lens::{ArrowsAround, Field, FindingDraft, Pattern};
use crate::record::english::{more_or_less, which_direction};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

use super::slot::{self, Beside, UsualPart};

/// The subject of a gap: a thing or an arrow that lacks a usual part.
#[derive(Clone, Copy)]
enum GapSubject<'a> {
    Thing(&'a Thing),
    Arrow(Link<'a>),
}

/// The usual parts that a subject lacks.
struct Gap<'a> {
    subject: GapSubject<'a>,
    missing: Vec<UsualPart>,
    /// The number of missing parts, times one more than the number of arrows that lead to the thing or to the arrow's
    /// start.
    score: usize,
}

/// Returns the gaps with the highest scores, without those about the same things as a finding in `told`; those of the rows of
/// lists only if `rows` says so.
pub(super) fn widest<'a>(
    field: &Field<'a>,
    around: &ArrowsAround<'a>,
    told: &BTreeSet<Vec<Key>>,
    rows: bool,
) -> Vec<FindingDraft> {
    let things = field.things().map(|(_, thing)| {
        let missing = slot::of_thing(&Beside { field, around, thing });
        Gap::new(around, GapSubject::Thing(thing), missing)
    });
    let files_tell_signs = field.graph.imports_tell_signs();
    let arrows = field.graph.links().map(|link| {
        let mut missing = slot::of_arrow(&link);
        if link.arrow.is_imported() && !files_tell_signs {
            missing.retain(|(_, ask)| *ask != slot::WHICH_DIRECTION);
        }
        Gap::new(around, GapSubject::Arrow(link), missing)
    });
    let untold =
        |gap: &Gap<'_>| gap.score > 0 && !told.contains(&gap.subject.about()) && (rows || !gap.subject.is_row());
    let mut gaps: Vec<Gap<'_>> = things.chain(arrows).filter(untold).collect();
    gaps.sort_by_cached_key(|gap| (gap.subject.is_imported(), Reverse(gap.score), gap.subject.about()));
    if gaps.len() > GAPS_LISTED {
        field.leave_out(LimitReason::MoreGaps, gaps.len() - GAPS_LISTED);
    }
    gaps.iter().take(GAPS_LISTED).map(|gap| gap.finding(around)).collect()
}

impl<'a> GapSubject<'a> {
    fn about(&self) -> Vec<Key> {
        match self {
            GapSubject::Thing(thing) => vec![thing.key.clone()],
            GapSubject::Arrow(link) => vec![link.from.key.clone(), link.to.key.clone()],
        }
    }

    /// Whether only imported files name it: what the room spoke of comes first.
    const fn is_imported(&self) -> bool {
        match self {
            GapSubject::Thing(thing) => thing.imported,
            GapSubject::Arrow(link) => link.arrow.is_imported(),
        }
    }

    /// Whether it is a row of a list: a change, or a unit that answers for changes, which only imported files name.
    fn is_row(&self) -> bool {
        match self {
            GapSubject::Thing(thing) => thing.imported && matches!(thing.kind, Kind::Initiative | Kind::Party),
            GapSubject::Arrow(link) => link.arrow.is_imported() && !link.arrow.is_effect(),
        }
    }

    /// Returns the thing whose incoming arrows count for the score.
    const fn start(&self) -> &'a Thing {
        match self {
            GapSubject::Thing(thing) => thing,
            GapSubject::Arrow(link) => link.from,
        }
    }

    fn label(&self) -> String {
        match self {
            GapSubject::Thing(thing) => thing.label.clone(),
            GapSubject::Arrow(link) => format!("the arrow from {} to {}", link.from.label, link.to.label),
        }
    }

    fn asked(&self, ask: &str) -> String {
        match self {
            GapSubject::Thing(thing) if ask == slot::WANTED_DIRECTION => {
                ask.replace("{x}", &more_or_less(&thing.label, thing.kind))
            }
            GapSubject::Thing(thing) => asked(ask, &[("x", thing)]),
            GapSubject::Arrow(link) if ask == slot::WHICH_DIRECTION => {
                which_direction(&link.from.label, &link.to.label)
            }
            GapSubject::Arrow(link) => asked(ask, &[("a", link.from), ("b", link.to)]),
        }
    }

    fn links(&self, around: &ArrowsAround<'a>) -> Vec<Link<'a>> {
        match self {
            GapSubject::Thing(thing) => {
                around.arrows_into(thing, &Relation::ALL).chain(around.arrows_out(thing, &Relation::ALL)).collect()
            }
            GapSubject::Arrow(link) => vec![*link],
        }
    }
}

impl<'a> Gap<'a> {
    fn new(around: &ArrowsAround<'a>, subject: GapSubject<'a>, missing: Vec<UsualPart>) -> Self {
        let score = missing.len() * (1 + around.arrows_into(subject.start(), &Relation::ALL).count());
        Self { subject, missing, score }
    }

    fn finding(&self, around: &ArrowsAround<'a>) -> FindingDraft {
        let words: Vec<&str> = self.missing.iter().map(|(words, _)| *words).collect();
        let says = format!("Of {}, nobody here has named yet {}.", self.subject.label(), listed(&words, "or"));
        let ask = self.missing.first().map(|(_, ask)| self.subject.asked(ask)).unwrap_or_default();
        let (about, severity) = (self.subject.about(), self.score.min(GAP) as f64);
        FindingDraft::new(&about, severity, says, ask).with(Pattern::Gap).on(self.subject.links(around))
    }
}

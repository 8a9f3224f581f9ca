//! Finds what lists leave open about whole units: many changes of which nobody has said what they change, how far along they
//! are, what they live on, or what they are for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::graph::{Key, Thing};
use crate::lens::thresholds::{GAP, GAPS_LISTED, UNSPOKEN_CHANGES};
use crate::lens::{ArrowsAround, EFFECTS, Field, FindingDraft, Pattern};
use crate::record::english::{in_digits, possessive};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

/// What may be unsaid of a change.
struct Unsaid {
    pattern: Pattern,
    /// What nobody has said, behind "nobody here has said".
    what: &'static str,
    /// The question, with `{whose}` for the unit and `{number}` for the number of its changes.
    ask: &'static str,
    is_open: fn(&ArrowsAround<'_>, &Thing) -> bool,
}

const UNSAID: [Unsaid; 4] = [
    Unsaid {
        pattern: Pattern::UnsaidEffects,
        what: "what any of them changes",
        ask: "Which of {whose} {number} changes would be missed tomorrow, and by whom?",
        is_open: |around, change| around.arrows_out(change, EFFECTS).next().is_none(),
    },
    Unsaid {
        pattern: Pattern::UnsaidStatus,
        what: "how far along they are",
        ask: "Which of {whose} {number} are in use today, and who would know?",
        is_open: |_, change| change.status.is_none(),
    },
    Unsaid {
        pattern: Pattern::UnsaidNeeds,
        what: "what any of them lives on",
        ask: "Which of {whose} {number} draw on the same data or the same people, and who decides between them?",
        is_open: |around, change| around.arrows_out(change, &[Relation::Needs]).next().is_none(),
    },
    Unsaid {
        pattern: Pattern::UnsaidAims,
        what: "what any of them is meant to make better",
        ask: "Which two of {whose} {number} are meant to make the same thing better, and do they know it?",
        is_open: |around, change| around.arrows_out(change, &[Relation::Aims]).next().is_none(),
    },
];

/// The number of changes of each unit, the largest first.
type OfUnits<'a> = Vec<(&'a Key, usize)>;

/// Returns at most one finding of each sort, about the units with the most such changes.
pub(super) fn findings(field: &Field<'_>, around: &ArrowsAround<'_>) -> Vec<FindingDraft> {
    UNSAID.iter().filter_map(|unsaid| finding(field, unsaid, &counted(field, around, unsaid))).collect()
}

/// Counts for each unit the listed changes of which this is unsaid; units with few are left out.
fn counted<'a>(field: &Field<'a>, around: &ArrowsAround<'_>, unsaid: &Unsaid) -> OfUnits<'a> {
    let is_meant = |change: &Thing| change.imported && (unsaid.is_open)(around, change);
    let mut of_unit: BTreeMap<&Key, usize> = BTreeMap::new();
    for (_, change) in field.of_kind(Kind::Initiative).filter(|(_, change)| is_meant(change)) {
        if let Some(unit) = &change.unit {
            *of_unit.entry(unit).or_default() += 1;
        }
    }
    let mut units: OfUnits<'a> = of_unit.into_iter().filter(|(_, many)| *many >= UNSPOKEN_CHANGES).collect();
    units.sort_by_key(|(unit, many)| (Reverse(*many), *unit));
    units
}

fn finding(field: &Field<'_>, unsaid: &Unsaid, units: &OfUnits<'_>) -> Option<FindingDraft> {
    let (unit, many) = *units.first()?;
    let says = format!("Of {}, nobody here has said {}.", whose_changes(field, units), unsaid.what);
    let ask = unsaid.ask.replace("{whose}", &possessive(field.label(unit))).replace("{number}", &in_digits(many));
    let told = || units.iter().take(GAPS_LISTED).map(|(unit, _)| *unit);
    let example = |unit: &Key| field.links(Relation::Owns).find(|link| link.from.unit.as_ref() == Some(unit));
    let examples: Vec<_> = told().filter_map(example).collect();
    Some(FindingDraft::new(told(), many.min(GAP) as f64, says, ask).with(unsaid.pattern).on(examples))
}

/// Names the listed changes of the first units by their numbers: "Energy's 178 listed changes, Health's 157 and Commerce's
/// 49".
fn whose_changes(field: &Field<'_>, units: &OfUnits<'_>) -> String {
    let told = units.iter().take(GAPS_LISTED).enumerate().map(|(at, (unit, many))| {
        let (unit, number) = (possessive(field.label(unit)), in_digits(*many));
        if at == 0 { format!("{unit} {number} listed changes") } else { format!("{unit} {number}") }
    });
    let told: Vec<String> = told.collect();
    listed(&told.iter().map(String::as_str).collect::<Vec<_>>(), "and")
}

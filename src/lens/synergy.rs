//! L6, missed synergy: one unit has or does what another unit could use, and no arrow joins the two.
//!
//! There are three sorts. (1) An initiative supplies a resource that a thing of another unit needs, no arrow carries it
//! to that thing, and the two units do not meet in a forum. Severity: 120 times the strength and the confidence of the
//! need. (2) Two initiatives of different units aim to move one factor in the same direction, overlap by less than a
//! fifth and do not build on each other. Severity: 40, once for each factor. (3) An initiative raises a resource or
//! factor that a thing of another unit needs, without supplying it to that thing; the two units do not meet, and nobody
//! from the initiative's unit has spoken of that need. Severity: 40.
//!
//! Source: weaving between groups, in Ernst and Chrobot-Mason's Boundary Spanning Leadership (2010). Trap: consent,
//! purpose and contracts may forbid the supply. If somebody checked and found no supply from the thing to its user, the
//! lens takes that as such a reason and makes no finding.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Impact, Key, Link, Thing};
use crate::record::{Kind, Relation, Sign};

use super::field::{Field, differ};
use super::footprint::Footprints;
use super::thresholds::{ROUNDING, SYNERGY_OVERLAP, SYNERGY_SUPPLY, SYNERGY_UNKNOWN};
use super::{FindingDraft, Lens, Lesson, Treatment};

impl Lens {
    /// L6, missed synergy.
    pub const SYNERGY: &'static Self = &Self { number: 6, name: "synergy", read, treats: |_| Treatment::of(LESSON) };
}

const LESSON: Lesson = Lesson {
    called: "A missed synergy: one side has what the other side is looking for.",
    source: "Chris Ernst and Donna Chrobot-Mason, Boundary Spanning Leadership (2010), on what lies between groups.",
    matters: "It is often the cheapest gain there is, and it stays missed because nobody's job looks across.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let needs_known = KnownNeeds::of(field);
    let mut found: Vec<FindingDraft> = field.graph.links().flat_map(|link| needs_known.for_what(field, link)).collect();
    found.extend(one_aim(field));
    found
}

/// The needs by the thing needed, and the pairs of things between which a supply was named or was denied.
struct KnownNeeds<'a> {
    needs: BTreeMap<&'a Key, Vec<Link<'a>>>,
    fed: BTreeSet<(&'a Key, &'a Key)>,
    ruled_out: BTreeSet<(&'a Key, &'a Key)>,
}

impl<'a> KnownNeeds<'a> {
    fn of(field: &Field<'a>) -> Self {
        let denied = field.graph.set_aside();
        let denied = denied.filter(|link| link.arrow.relation == Relation::Feeds && link.arrow.sign == Sign::NoEffect);
        Self {
            needs: field.ending(Relation::Needs),
            fed: field.links(Relation::Feeds).map(ends).collect(),
            ruled_out: denied.map(ends).collect(),
        }
    }

    /// Returns the missed synergies about the thing that an initiative supplies or raises.
    fn for_what(&self, field: &Field<'_>, link: Link<'a>) -> Vec<FindingDraft> {
        let (maker, thing) = (link.from, link.to);
        let supplies = link.arrow.relation == Relation::Feeds && thing.kind == Kind::Resource;
        let raises = link.arrow.relation == Relation::Affects
            && link.arrow.sign == Sign::Plus
            && matches!(thing.kind, Kind::Resource | Kind::Factor)
            && !self.fed.contains(&ends(link));
        if maker.kind != Kind::Initiative || !(supplies || raises) {
            return Vec::new();
        }
        let needs = self.needs.get(&thing.key).into_iter().flatten();
        let apart = needs.filter(|need| are_apart(field, maker, need.from) && !self.may_not(need));
        if supplies {
            apart.filter(|need| !self.is_carried(need)).map(|need| supply(field, link, *need)).collect()
        } else {
            let unheard =
                |need: &&Link<'_>| maker.unit.as_ref().is_none_or(|unit| !need.arrow.heard_from.contains(unit));
            apart.filter(unheard).map(|need| unknown(field, link, *need)).collect()
        }
    }

    /// Whether an arrow carries the needed thing to the thing that needs it.
    fn is_carried(&self, need: &Link<'_>) -> bool {
        self.fed.contains(&(&need.to.key, &need.from.key))
    }

    /// Whether people found that the needed thing is not supplied to the thing that needs it.
    fn may_not(&self, need: &Link<'_>) -> bool {
        self.ruled_out.contains(&(&need.to.key, &need.from.key))
    }
}

fn ends(link: Link<'_>) -> (&Key, &Key) {
    (&link.from.key, &link.to.key)
}

/// Whether two things belong to different units that no forum joins.
fn are_apart(field: &Field<'_>, one: &Thing, other: &Thing) -> bool {
    differ(one, other) && !field.bridges.join(one.unit.iter().chain(&other.unit).collect::<Vec<_>>())
}

fn supply(field: &Field<'_>, made: Link<'_>, need: Link<'_>) -> FindingDraft {
    let (a, r, c) = (&made.from.label, &made.to.label, &need.from.label);
    let severity = SYNERGY_SUPPLY * Impact::WHOLE.through(need.arrow.strength).share() * need.arrow.confidence;
    let it = made.to.agreement().object();
    let (makes, asks) = (made.from.agreement().verb("produces"), need.from.agreement().verb("is"));
    let says = format!(
        "{a} already {makes} {r}, and {c} {asks} asking for {it}; nobody here has named what carries {it} across."
    );
    finding(field, [made, need], severity, says)
}

fn unknown(field: &Field<'_>, raised: Link<'_>, need: Link<'_>) -> FindingDraft {
    let (x, r) = (&raised.from.label, &raised.to.label);
    let unit = field.unit_label(raised.from).unwrap_or(x);
    let (brings, needs) = (raised.from.with("brings"), need.from.with("needs"));
    let says = format!("{brings} more {r}, which {needs}; nobody here from {unit} has spoken of that need.");
    finding(field, [raised, need], SYNERGY_UNKNOWN, says)
}

fn finding(field: &Field<'_>, [made, need]: [Link<'_>; 2], severity: f64, says: String) -> FindingDraft {
    let whose = field.unit_label(need.from).unwrap_or(&need.from.label);
    let ask = format!("What would have to be true for {} to be used by {whose}?", made.to.label);
    let about = [&made.from.key, &made.to.key, &need.from.key];
    FindingDraft::new(about, severity, says, ask).on([made, need])
}

/// Returns for each factor the first two initiatives that aim to move it in the same direction and have little in
/// common.
fn one_aim(field: &Field<'_>) -> Vec<FindingDraft> {
    let prints = Footprints::of(field);
    let mut aims: BTreeMap<&Key, Vec<Link<'_>>> = BTreeMap::new();
    for link in field.links(Relation::Aims) {
        let moves = link.from.kind == Kind::Initiative && link.to.kind == Kind::Factor;
        if moves && matches!(link.arrow.sign, Sign::Plus | Sign::Minus) {
            aims.entry(&link.to.key).or_default().push(link);
        }
    }
    let strangers = |one: &Link<'_>, other: &Link<'_>| {
        let keys = (&one.from.key, &other.from.key);
        one.arrow.sign == other.arrow.sign
            && differ(one.from, other.from)
            && !prints.are_joined(keys.0, keys.1)
            && prints.overlap(keys.0, keys.1) + ROUNDING < SYNERGY_OVERLAP
    };
    let first = |links: Vec<Link<'_>>| {
        let pairs =
            links.iter().enumerate().flat_map(|(at, one)| links.iter().skip(at + 1).map(move |other| (one, other)));
        pairs.into_iter().find(|(one, other)| strangers(one, other)).map(|(one, other)| together(*one, *other))
    };
    aims.into_values().filter_map(first).collect()
}

fn together(one: Link<'_>, other: Link<'_>) -> FindingDraft {
    let (x, y, t) = (&one.from.label, &other.from.label, &one.to.label);
    let direction = if one.arrow.sign == Sign::Plus { "up" } else { "down" };
    let says = format!(
        "{x} and {y} are both meant to bring {t} {direction}; nobody here has named much else that joins them."
    );
    let ask = format!("What would have to be true for {x} and {y} to work on {t} together?");
    let about = [&one.from.key, &other.from.key, &one.to.key];
    FindingDraft::new(about, SYNERGY_UNKNOWN, says, ask).on([one, other])
}

//! L4, conflict: two initiatives, or an initiative and a reward, move one thing in opposite directions.
//!
//! The sources are initiatives and incentives. For two sources and a factor, process, resource or purpose, the lens
//! looks for a path of at most two arrows from each source to the thing: one that raises the thing, one that lowers it,
//! both with enough confidence. Conflicts at one arrow from both sources are found first. A conflict further away is
//! left out if both paths pass a thing at which the same two sources were already found to be in conflict. The
//! strongest pair of paths counts; of equally strong pairs the one with the larger severity. Severity: 100 times the
//! square root of the product of both impacts, times the square root of the lower confidence; less if the two sources
//! do not belong to different units.
//!
//! Source: conflicting goals of subsystems, the policy resistance of Meadows (2008). Traps: a brake may be there on
//! purpose, so the sentence says when only one of the sources aims at the thing; one label may cover different
//! customers; the two may work on different time scales. On imported maps, module `both_directions` also finds one thing that
//! pushes another both ways.

mod both_directions;

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Impact, Path, Thing};
use crate::record::{Kind, Relation};

use super::field::{Field, differ};
use super::thresholds::{CONFLICT_AT_HOME, CONFLICT_CONFIDENCE, CONFLICT_REACH};
use super::{FindingDraft, Lens, Lesson, Pattern, Surprise, Treatment};

impl Lens {
    /// L4, conflict.
    pub const CONFLICT: &'static Self = &Self {
        number: 4,
        name: "conflict",
        read,
        treats: |pattern| {
            let both_directions = pattern == Some(Pattern::BothDirections);
            Treatment::of(if both_directions { BOTH_DIRECTIONS } else { LESSON }).surprising(Surprise::SignsOpposed)
        },
    };
}

const LESSON: Lesson = Lesson {
    called: "Policy resistance: two efforts that pull one thing in opposite directions.",
    source: "Donella Meadows describes it in Thinking in Systems (2008).",
    matters: "Each side works harder against what the other one does, and the thing itself hardly moves.",
};

const BOTH_DIRECTIONS: Lesson = Lesson {
    called: "Both ways: one thing raises another along one way and lowers it along a second.",
    source: "Jay Forrester (1971) showed how what helps at once often harms later, along another way.",
    matters: "Which way is stronger, and when, decides what comes of it; the map cannot say, people who were there may.",
};

/// The places of two sources, in key order, and of the thing on which their paths meet.
type MeetingPlace = (usize, usize, usize);

/// Two paths to a thing, one of which raises it while the other lowers it.
#[derive(Clone, Copy)]
struct OpposedPaths<'f, 'a> {
    one: &'f Path<'a>,
    other: &'f Path<'a>,
}

impl<'f, 'a> OpposedPaths<'f, 'a> {
    fn of(one: &'f Path<'a>, other: &'f Path<'a>) -> Option<Self> {
        let sure = one.confidence.min(other.confidence) >= CONFLICT_CONFIDENCE;
        (sure && one.turns != other.turns).then_some(Self { one, other })
    }

    fn is_direct(&self) -> bool {
        self.one.len().max(self.other.len()) == 1
    }

    /// Returns the product of both impacts; for comparisons the square root is not needed.
    fn impact(&self) -> Impact {
        let steps = self.one.steps.iter().chain(&self.other.steps);
        steps.fold(Impact::WHOLE, |impact, step| impact.through(step.arrow.strength))
    }

    fn severity(&self, units_differ: bool) -> f64 {
        let home = if units_differ { 1.0 } else { CONFLICT_AT_HOME };
        let confidence = self.one.confidence.min(self.other.confidence);
        100.0 * self.impact().share().sqrt() * home * confidence.sqrt()
    }

    fn is_stronger_than(&self, known: &Self) -> bool {
        let weight = |meeting: &Self| (meeting.impact(), meeting.severity(true));
        weight(self) > weight(known)
    }

    /// Whether both paths pass a thing at which the two sources were already found to be in conflict.
    fn is_behind(&self, (one, other, _): MeetingPlace, met: &BTreeSet<MeetingPlace>) -> bool {
        let passed = |path: &'f Path<'a>| path.steps.iter().rev().skip(1).map(|step| step.to);
        passed(self.one).any(|place| met.contains(&(one, other, place)) && passed(self.other).any(|to| to == place))
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let (direct, further): (Vec<_>, Vec<_>) = meetings(field).into_iter().partition(|(_, meeting)| meeting.is_direct());
    let direct = strongest(direct);
    let met: BTreeSet<MeetingPlace> = direct.keys().copied().collect();
    let new = |(place, meeting): &(MeetingPlace, OpposedPaths<'_, '_>)| {
        !met.contains(place) && !meeting.is_behind(*place, &met)
    };
    let further = strongest(further.into_iter().filter(new));
    let between_two = direct.into_iter().chain(further).filter_map(|(place, meeting)| finding(field, place, meeting));
    between_two.chain(both_directions::findings(field)).collect()
}

/// Returns every path of one source paired with every opposed path of another source to the same thing.
fn meetings<'f, 'a>(field: &'f Field<'a>) -> Vec<(MeetingPlace, OpposedPaths<'f, 'a>)> {
    let mut pushes: BTreeMap<usize, Vec<(usize, &Path<'_>)>> = BTreeMap::new();
    let sources = field.things().filter(|(_, thing)| matches!(thing.kind, Kind::Initiative | Kind::Incentive));
    for (source, path) in sources.flat_map(|(source, _)| field.paths(source).iter().map(move |path| (source, path))) {
        let Some(end) = path.end().filter(|_| path.len() <= CONFLICT_REACH) else { continue };
        if field.causal.thing(end).is_some_and(|thing| may_be_fought_over(thing.kind)) {
            pushes.entry(end).or_default().push((source, path));
        }
    }
    let mut found = Vec::new();
    for (end, pushes) in &pushes {
        for (at, (source, one)) in pushes.iter().enumerate() {
            let others = pushes.iter().skip(at + 1).filter(|(other, _)| other != source);
            let met = others.filter_map(|(other, path)| Some(((*source, *other, *end), OpposedPaths::of(one, path)?)));
            found.extend(met);
        }
    }
    found
}

const fn may_be_fought_over(kind: Kind) -> bool {
    matches!(kind, Kind::Factor | Kind::Process | Kind::Resource | Kind::Purpose)
}

fn strongest<'f, 'a>(
    meetings: impl IntoIterator<Item = (MeetingPlace, OpposedPaths<'f, 'a>)>,
) -> BTreeMap<MeetingPlace, OpposedPaths<'f, 'a>> {
    let mut strongest: BTreeMap<MeetingPlace, OpposedPaths<'_, '_>> = BTreeMap::new();
    for (place, meeting) in meetings {
        if strongest.get(&place).is_none_or(|known| meeting.is_stronger_than(known)) {
            strongest.insert(place, meeting);
        }
    }
    strongest
}

fn finding(field: &Field<'_>, (one, other, end): MeetingPlace, meeting: OpposedPaths<'_, '_>) -> Option<FindingDraft> {
    let (x, y, t) = (field.causal.thing(one)?, field.causal.thing(other)?, field.causal.thing(end)?);
    let severity = meeting.severity(differ(x, y));
    let (up, down) =
        if meeting.one.turns { ((y, meeting.other), (x, meeting.one)) } else { ((x, meeting.one), (y, meeting.other)) };
    let says = format!(
        "{}{} {} {} up while {}{} {} the other way; {} would each call their part a success.{}",
        up.0.label,
        through(field, up.1),
        up.0.agreement().verb("pushes"),
        t.label,
        down.0.label,
        through(field, down.1),
        down.0.agreement().verb("pushes"),
        sides(field, up.0, down.0),
        brake(field, x, y, t),
    );
    let ask = format!("Which way do we want {}, for whom, and who decides?", t.label);
    let found = FindingDraft::new([&x.key, &y.key, &t.key], severity, says, ask);
    Some(found.along(field, meeting.one).along(field, meeting.other))
}

/// Names the last thing before the end of a path with more than one arrow: ", by way of Discounts given,". Else empty.
fn through(field: &Field<'_>, path: &Path<'_>) -> String {
    let between = path.steps.iter().rev().nth(1).map(|step| field.label_at(step.to));
    between.map(|label| format!(", by way of {label},")).unwrap_or_default()
}

fn sides(field: &Field<'_>, one: &Thing, other: &Thing) -> String {
    match (field.unit_label(one), field.unit_label(other)) {
        (Some(one), Some(other)) if one != other => format!("{one} and {other}"),
        _ => "the people behind the two".to_owned(),
    }
}

/// Returns one more sentence if exactly one of the two aims at the thing; else empty.
fn brake(field: &Field<'_>, one: &Thing, other: &Thing, end: &Thing) -> String {
    let aims = |source: &Thing| field.leads(&source.key, Relation::Aims, &end.key);
    let meant = match (aims(one), aims(other)) {
        (true, false) => one,
        (false, true) => other,
        _ => return String::new(),
    };
    format!(
        " {} meant to move {}, so perhaps this brake was put there on purpose.",
        meant.with("is"),
        end.agreement().object()
    )
}

use crate::graph::{Graph, Key};

use super::state::{covered, gone};
use super::{
    Field, Finding, Lesson, Pattern, archetype, boundary, charter, conflict, dispute, emergent, incentive, leverage,
    loops, mechanism, momentum, redundancy, ripple, silence, single_point, synergy, unmet,
};

/// The seventeen lenses, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LensId {
    /// Second-order ripple.
    Ripple,
    /// Loops.
    Loop,
    /// System archetypes.
    Archetype,
    /// Conflict.
    Conflict,
    /// Redundancy.
    Redundancy,
    /// Missed synergy.
    Synergy,
    /// Unmet need.
    Unmet,
    /// Boundary hot-spot.
    Boundary,
    /// Incentives that pull apart.
    Incentive,
    /// Leverage points.
    Leverage,
    /// Single point of failure.
    SinglePoint,
    /// Emergent effect.
    Emergent,
    /// Motion without momentum.
    Momentum,
    /// Coverage and silence.
    Silence,
    /// Agreement and disagreement.
    Dispute,
    /// Charter of software that acts.
    Charter,
    /// Hope without mechanism, and backfire.
    Mechanism,
}

impl LensId {
    /// The lens with this name.
    pub fn named(name: &str) -> Option<Self> {
        LENSES.iter().map(|lens| lens.id).find(|id| id.name() == name)
    }

    /// Its name, as typed and as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            LensId::Ripple => "ripple",
            LensId::Loop => "loop",
            LensId::Archetype => "archetype",
            LensId::Conflict => "conflict",
            LensId::Redundancy => "redundancy",
            LensId::Synergy => "synergy",
            LensId::Unmet => "unmet",
            LensId::Boundary => "boundary",
            LensId::Incentive => "incentive",
            LensId::Leverage => "leverage",
            LensId::SinglePoint => "single-point",
            LensId::Emergent => "emergent",
            LensId::Momentum => "momentum",
            LensId::Silence => "silence",
            LensId::Dispute => "dispute",
            LensId::Charter => "charter",
            LensId::Mechanism => "mechanism",
        }
    }
}

/// One way to read a graph.
#[derive(Clone, Copy, Debug)]
pub struct Lens {
    /// Which.
    pub id: LensId,
    /// Finds what there is to find; the order does not matter.
    pub read: fn(&Field<'_>) -> Vec<Finding>,
    /// What a finding of it is called, who described it, and why it matters.
    pub teaches: fn(Option<Pattern>) -> Lesson,
}

/// Every lens; a new one is one file and one entry here.
pub const LENSES: &[Lens] = &[
    ripple::LENS,
    loops::LENS,
    archetype::LENS,
    conflict::LENS,
    redundancy::LENS,
    synergy::LENS,
    unmet::LENS,
    boundary::LENS,
    incentive::LENS,
    leverage::LENS,
    single_point::LENS,
    emergent::LENS,
    momentum::LENS,
    silence::LENS,
    dispute::LENS,
    charter::LENS,
    mechanism::LENS,
];

impl Lens {
    /// What a finding is called, who described it, and why it matters.
    pub fn lesson(finding: &Finding) -> Option<Lesson> {
        let lens = LENSES.iter().find(|lens| lens.id == finding.lens)?;
        Some((lens.teaches)(finding.pattern))
    }
}

/// What all lenses see, in order: the heaviest first, then by lens, then by what it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    /// The findings.
    pub findings: Vec<Finding>,
    /// There are more loops than are listed, or so many of one story that there may be more.
    pub cut: bool,
}

/// Reads a graph through every lens.
pub fn read(graph: &Graph) -> Readings {
    let field = Field::of(graph);
    let mut findings: Vec<Finding> = LENSES.iter().flat_map(|lens| (lens.read)(&field)).collect();
    let covered = covered(graph);
    for finding in &mut findings {
        finding.state = finding.stands(graph, &covered);
    }
    findings.extend(gone(graph, &findings));
    findings.sort_by(|one, other| order(one).cmp(&order(other)));
    let cut = field.rounds().cut || archetype::is_cut(&findings);
    Readings { findings, cut }
}

fn order(finding: &Finding) -> (u8, LensId, &[Key], Option<Pattern>) {
    (100 - finding.severity, finding.lens, &finding.about, finding.pattern)
}

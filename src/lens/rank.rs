//! The order in which findings are told.
//!
//! What surprises, and what the room itself said and said lately, comes first; not what has most arrows. The rank of a
//! finding is a whole number, the sum of these points:
//!
//! | points | for |
//! | --- | --- |
//! | 0 to 33 | a third of its severity, which often only counts arrows |
//! | 10 | its things or the ends of its arrows belong to at least two units |
//! | 10 more | to at least three |
//! | 12 | signs against each other, as its lens says ([`Surprise::SignsOpposed`]) |
//! | 12 | an incentive against a goal, as its lens says ([`Surprise::IncentiveAgainstGoal`]), or opposed signs of which one is a reward |
//! | 12 | two sessions contradict each other on one of its arrows |
//! | 10 | somebody gave their own words or a reason with one of its arrows |
//! | 8 or 4 | the best basis among its arrows is seen, or told |
//! | -12 | all of its arrows are guesses, and none is disputed |
//! | 8 | something was said about one of its arrows in the session that was last talked in |
//! | 6 more | in the last quarter of an hour of that talk |
//! | -10 | it reports only that something is missing: a gap ([`Offered::OnceSettled`]), a part of a pattern, a second voice |
//! | -3 for each arrow beyond four | it is a loop: nobody follows a long one by ear |
//! | -8, at most three times | an earlier finding of the same lens and pattern shares half of its things |
//!
//! Findings that rest on imported files alone have less than half of their severity (`listed`) and none of the points for
//! words or for recent talk. Of equal ranks the larger severity comes first, then the lower number of the lens, then the
//! keys of the things; so the same events always give the same order. What no longer shows comes last.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Arrow, Evidence, Graph, Key, Link};
use crate::record::{Basis, Kind, Relation, SessionId};

use super::thresholds::FOLLOWED;
use super::{Finding, Lens, Offered, Pattern, Surprise};

const ABROAD: i32 = 10;
const FAR_ABROAD: i32 = 10;
const OPPOSED: i32 = 12;
const INCENTIVE: i32 = 12;
const SESSIONS_DISAGREE: i32 = 12;
const OWN_WORDS: i32 = 10;
const SEEN: i32 = 8;
const TOLD: i32 = 4;
const GUESSES: i32 = -12;
const SAME_SESSION: i32 = 8;
const JUST_NOW: i32 = 6;
const MISSING: i32 = -10;
const LONG_LOOP: i32 = -3;
const TOLD_BEFORE: i32 = -8;

/// At most so many earlier findings about much the same count.
const BEFORE: usize = 3;

/// A quarter of an hour, in milliseconds.
const LATELY: i64 = 15 * 60 * 1000;

/// The last talk on a graph: its session, and when something was last said in it.
#[derive(Debug)]
pub(super) struct LastTalk<'a> {
    graph: &'a Graph,
    session: Option<&'a SessionId>,
    time: i64,
}

impl<'a> LastTalk<'a> {
    pub(super) fn of(graph: &'a Graph) -> Self {
        let said = graph.links().flat_map(|link| &link.arrow.evidence).filter(|said| !said.is_imported());
        let last = said.max_by_key(|said| (said.time, &said.session));
        Self { graph, session: last.map(|said| &said.session), time: last.map_or(i64::MIN, |said| said.time) }
    }

    /// Returns the rank of a finding: a larger one is told earlier.
    pub(super) fn rank(&self, finding: &Finding) -> i32 {
        let links: Vec<Link<'_>> =
            finding.arrows.iter().filter_map(|(from, to, relation)| self.graph.link(from, to, *relation)).collect();
        let treatment = finding.treatment();
        let is_missing = treatment.offered == Offered::OnceSettled
            || matches!(finding.pattern, Some(Pattern::Near | Pattern::Untested | Pattern::Echo));
        let missing = if is_missing { MISSING } else { 0 };
        i32::from(finding.severity) / 3
            + self.abroad(finding, &links)
            + surprise(treatment.surprise, finding, &links)
            + if links.iter().any(|link| sessions_disagree(link.arrow)) { SESSIONS_DISAGREE } else { 0 }
            + own_words(finding, &links)
            + self.lately(&links)
            + missing
            + long_loop(finding)
    }

    fn abroad(&self, finding: &Finding, links: &[Link<'_>]) -> i32 {
        let about = finding.about.iter().filter_map(|key| self.graph.thing(key));
        let ends = links.iter().flat_map(|link| [link.from, link.to]);
        let units: BTreeSet<&Key> = about.chain(ends).filter_map(|thing| thing.unit.as_ref()).collect();
        match units.len() {
            0 | 1 => 0,
            2 => ABROAD,
            _ => ABROAD + FAR_ABROAD,
        }
    }

    fn lately(&self, links: &[Link<'_>]) -> i32 {
        let said = links.iter().flat_map(|link| &link.arrow.evidence);
        let said = said.filter(|said| !said.is_imported() && Some(&said.session) == self.session);
        let last = said.map(|said| said.time).max();
        last.map_or(0, |last| SAME_SESSION + if self.time.saturating_sub(last) <= LATELY { JUST_NOW } else { 0 })
    }
}

fn long_loop(finding: &Finding) -> i32 {
    let beyond = if finding.lens == Lens::LOOP { finding.arrows.len().saturating_sub(FOLLOWED) } else { 0 };
    LONG_LOOP * i32::try_from(beyond).unwrap_or_default()
}

/// Lowers the ranks of findings that say much the same as ones before them, which are in order.
pub(super) fn lower_the_repeated(findings: &mut [Finding]) {
    let mut told: BTreeMap<(&Lens, Option<Pattern>), Vec<BTreeSet<Key>>> = BTreeMap::new();
    for finding in findings {
        let about: BTreeSet<Key> = finding.about.iter().cloned().collect();
        let before = told.entry((finding.lens, finding.pattern)).or_default();
        let much = |other: &&BTreeSet<Key>| about.intersection(other).count() * 2 >= about.len();
        let repeated = if about.is_empty() { 0 } else { before.iter().filter(much).take(BEFORE).count() };
        finding.rank += TOLD_BEFORE * i32::try_from(repeated).unwrap_or_default();
        before.push(about);
    }
}

fn surprise(surprise: Option<Surprise>, finding: &Finding, links: &[Link<'_>]) -> i32 {
    match surprise {
        Some(Surprise::IncentiveAgainstGoal) => INCENTIVE,
        Some(Surprise::SignsOpposed) => {
            let is_incentive =
                |link: &Link<'_>| link.from.kind == Kind::Incentive && finding.about.contains(&link.from.key);
            let reward = links.iter().any(|link| link.arrow.relation == Relation::Rewards && is_incentive(link));
            OPPOSED + if reward { INCENTIVE } else { 0 }
        }
        None => 0,
    }
}

/// Whether one session says of an arrow what another denies or turns round.
fn sessions_disagree(arrow: &Arrow) -> bool {
    let mut said = arrow.evidence.iter().filter_map(|said| Some((&said.session, said.said?)));
    let Some((first, sign)) = said.next() else { return false };
    // Of three statements, one of the later two differs from the first in sign; it has to come from elsewhere.
    said.any(|(session, other)| session != first && other != sign)
}

/// Returns the points for what people said themselves.
fn own_words(finding: &Finding, links: &[Link<'_>]) -> i32 {
    let disputed = links.iter().any(|link| link.arrow.is_disputed());
    if !links.is_empty() && !disputed && finding.guesses == links.len() {
        return GUESSES;
    }
    let own = |said: &&Evidence| !said.is_imported();
    let words = finding.evidence.iter().filter(own).any(|said| said.words.is_some() || said.note.is_some());
    let best = finding.evidence.iter().filter(own).filter_map(|said| said.basis).max();
    let basis = match best {
        Some(Basis::Seen) => SEEN,
        Some(Basis::Told) => TOLD,
        _ => 0,
    };
    basis + if words { OWN_WORDS } else { 0 }
}

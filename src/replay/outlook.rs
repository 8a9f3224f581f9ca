//! What a workspace remembers on a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::look::{Came, Prediction, predictions};
use super::promise::{TrackedPromise, promises};
use crate::capture::claim_in_words;
use crate::exercise::open_worries;
use crate::graph::{Graph, Key, Ledger};
use crate::record::{
    Attribute, Basis, Claim, Exposure, Fact, Kind, Matter, MatterKind, Relation, Session, Status, Zone, matters,
};

/// The number of predictions that came true and of those that did not, among those that somebody has looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// They were seen.
    pub seen: usize,
    /// They were not.
    pub not_seen: usize,
}

/// A change whose status has not moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which change.
    pub label: String,
    /// Its status.
    pub status: Status,
    /// Since when.
    pub since: Date,
}

/// A worry that nothing answers so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worry {
    /// Who has it.
    pub whose: Vec<String>,
    /// What they say.
    pub says: String,
}

/// What a workspace remembers on a day: what is due, what became of what, what has not moved.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The day.
    pub today: Date,
    /// Since when there is anything to remember.
    pub since: Option<Date>,
    /// Every effect that was said with a delay.
    pub predictions: Vec<Prediction>,
    /// Every promise.
    pub promises: Vec<TrackedPromise>,
    /// How good predictions were, by how somebody knew; never by person.
    pub hits: BTreeMap<Basis, Hits>,
    /// Arrows that nobody has said again within 180 days.
    pub stale: Vec<String>,
    /// Changes by how long their status has stood, the longest first.
    pub standing: Vec<Standing>,
    /// Worries without an answer so far.
    pub worries: Vec<Worry>,
    /// Questions without an answer so far.
    pub questions: Vec<Matter>,
}

/// The outlook from sessions in the order in which they were opened.
///
/// `ledger` is what they add up to.
pub fn outlook(sessions: &[Session], ledger: &Ledger, today: Date) -> Outlook {
    // Half a year is counted to the end of the day in UTC; a few hours more or less make no difference.
    let graph = ledger.graph(Zone::UTC.end_of(today));
    let predictions = predictions(sessions, ledger);
    let matters = matters(&[], sessions);
    let mut hits: BTreeMap<Basis, Hits> = BTreeMap::new();
    for prediction in &predictions {
        let hits = hits.entry(prediction.basis).or_default();
        match prediction.came {
            Some(Came::Seen) => hits.seen += 1,
            Some(Came::NotSeen) => hits.not_seen += 1,
            _ => {}
        }
    }
    hits.retain(|_, hits| *hits != Hits::default());
    Outlook {
        today,
        since: sessions.first().map(Session::day),
        promises: promises(sessions, ledger, &graph),
        predictions,
        hits,
        stale: stale(&graph, ledger),
        standing: standing(sessions, &graph, ledger),
        worries: worries(&graph, &matters),
        questions: open_questions(matters),
    }
}

impl Outlook {
    /// The predictions that were to show by now and that nobody has looked up.
    pub fn due(&self) -> impl Iterator<Item = &Prediction> {
        self.predictions.iter().filter(|prediction| prediction.is_due(self.today))
    }
}

fn stale(graph: &Graph, ledger: &Ledger) -> Vec<String> {
    let about_work =
        |relation| matches!(relation, Relation::Affects | Relation::Feeds | Relation::Needs | Relation::Rewards);
    let links = graph.links().filter(|link| link.arrow.stale && about_work(link.arrow.relation));
    let said = links.map(|link| {
        let claim = Claim {
            from: link.from.label.clone(),
            to: link.to.label.clone(),
            kind: link.arrow.relation,
            sign: link.arrow.sign,
            ..Claim::default()
        };
        claim_in_words(&claim, ledger)
    });
    said.collect()
}

fn standing(sessions: &[Session], graph: &Graph, ledger: &Ledger) -> Vec<Standing> {
    let mut since: BTreeMap<Key, (Status, Date)> = BTreeMap::new();
    for session in sessions {
        for event in session.live().filter(|event| event.exposure != Exposure::Private) {
            for fact in &event.facts {
                let Fact::Set { label, attribute: Attribute::Status(status), .. } = fact else { continue };
                let Some(key) = ledger.key_of(label) else { continue };
                // That it is still a pilot is no move.
                let known = since.entry(key.clone()).or_insert((*status, session.day_at(event.at)));
                if known.0 != *status {
                    *known = (*status, session.day_at(event.at));
                }
            }
        }
    }
    let moving = graph.things().filter(|thing| thing.kind == Kind::Initiative && thing.status != Some(Status::Stopped));
    let mut standing: Vec<Standing> = moving
        .filter_map(|thing| {
            let (status, since) = since.get(&thing.key).copied()?;
            Some(Standing { label: thing.label.clone(), status, since })
        })
        .collect();
    standing.sort_by(|one, other| (one.since, &one.label).cmp(&(other.since, &other.label)));
    standing
}

fn worries(graph: &Graph, matters: &[Matter]) -> Vec<Worry> {
    let whose = |voice: &Key| {
        let owners = graph.links().filter(|link| link.to.key == *voice && link.arrow.relation == Relation::Owns);
        owners.map(|link| link.from.label.clone()).collect()
    };
    let open = open_worries(graph, matters).into_iter();
    open.map(|voice| Worry { whose: whose(&voice.key), says: voice.label.clone() }).collect()
}

fn open_questions(matters: Vec<Matter>) -> Vec<Matter> {
    matters.into_iter().filter(|matter| matter.kind == MatterKind::Question && matter.is_open()).collect()
}

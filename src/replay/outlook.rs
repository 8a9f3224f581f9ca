//! What a workspace remembers on a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::look::{Came, Prediction, predictions};
use super::promise::{TrackedPromise, promises};
use super::watched::{CrossedWatch, crossed};
use crate::capture::claim_in_words;
use crate::exercise::open_worries;
use crate::graph::{Graph, Key, Ledger, Thing};
use crate::record::voiced::own_words;
use crate::record::{
    Attribute, Basis, Claim, Exposure, Fact, Kind, Matter, MatterKind, Relation, Session, SessionKind, Status, Zone,
    matters,
};

/// How many predictions came true and how many did not. Only those count whose result was reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The number of predictions that came true.
    pub seen: usize,
    /// The number of predictions that did not come true.
    pub not_seen: usize,
}

/// A change, with the day since which its status has been the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The label of the change.
    pub label: String,
    /// Its status.
    pub status: Status,
    /// The day on which this status was first said.
    pub since: Date,
    /// Whether an imported file says so, and nobody in any room.
    pub imported: bool,
}

/// A worry that nothing in the map answers so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worry {
    /// The labels of those who have it.
    pub whose: Vec<String>,
    /// The worry as it was said.
    pub says: String,
}

/// What a workspace remembers on a day: predictions, promises, stale arrows, changes that have not moved, open worries
/// and questions.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The day for which the outlook is made.
    pub today: Date,
    /// The day of the first session; `None` if there is no session.
    pub since: Option<Date>,
    /// Every prediction, the earliest due first.
    pub predictions: Vec<Prediction>,
    /// The watched levels that were crossed, and of which nobody has said what became of it.
    pub crossed: Vec<CrossedWatch>,
    /// Every promise, the earliest due first.
    pub promises: Vec<TrackedPromise>,
    /// How many predictions came true, by how the speaker knew; never by person.
    pub hits: BTreeMap<Basis, Hits>,
    /// Arrows that were not said again within 180 days, each as a sentence.
    pub stale: Vec<String>,
    /// Changes by how long they have had their status, the longest first; those of imported files after those of which
    /// people spoke.
    pub standing: Vec<Standing>,
    /// Worries without an answer so far.
    pub worries: Vec<Worry>,
    /// Questions without an answer so far.
    pub questions: Vec<Matter>,
}

/// Returns the outlook from sessions in the order in which they were opened.
///
/// `ledger` is the sum of these sessions.
pub fn outlook(sessions: &[Session], ledger: &Ledger, today: Date) -> Outlook {
    // The 180 days are counted to the end of the day in UTC; a few hours more or less make no difference.
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
        crossed: crossed(&sessions.iter().collect::<Vec<_>>(), ledger),
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
    /// Returns the predictions that were to show by now and whose result nobody has reported.
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
    for session in sessions.iter().filter(|session| session.header().kind != SessionKind::Import) {
        for event in session.live().filter(|event| event.exposure != Exposure::Private) {
            for fact in &event.facts {
                let Fact::Set { label, attribute: Attribute::Status(status), .. } = fact else { continue };
                let Some(key) = ledger.key_of(label) else { continue };
                // A status that is said again does not restart the time.
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
            let said = since.get(&thing.key).copied();
            let (status, since) = said.or_else(|| listed_pilot(thing))?;
            Some(Standing { label: thing.label.clone(), status, since, imported: said.is_none() })
        })
        .collect();
    standing
        .sort_by(|one, other| (one.imported, one.since, &one.label).cmp(&(other.imported, other.since, &other.label)));
    standing
}

/// Returns the status of a pilot that an imported file lists with the day on which it began. Of other things in a file
/// nobody knows since when they stand as they do.
fn listed_pilot(thing: &Thing) -> Option<(Status, Date)> {
    let status = thing.status.filter(|status| *status == Status::Pilot)?;
    Some((status, thing.started?))
}

fn worries(graph: &Graph, matters: &[Matter]) -> Vec<Worry> {
    let whose = |voice: &Key| -> Vec<String> {
        let owners = graph.links().filter(|link| link.to.key == *voice && link.arrow.relation == Relation::Owns);
        owners.map(|link| link.from.label.clone()).collect()
    };
    let worry = |voice: &Thing| {
        let whose = whose(&voice.key);
        let says = own_words(&voice.label, whose.first().map(String::as_str)).to_owned();
        Worry { whose, says }
    };
    open_worries(graph, matters).into_iter().map(worry).collect()
}

fn open_questions(matters: Vec<Matter>) -> Vec<Matter> {
    matters.into_iter().filter(|matter| matter.kind == MatterKind::Question && matter.is_open()).collect()
}

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::Timestamp;

use super::standing::{TableStage, TableStanding};
use crate::exercise::Catalogue;
use crate::graph::{Evidence, Graph, Ledger, Link, TableContradiction};
use crate::record::lexicon::amount_of;
use crate::record::text::clean;
use crate::record::{Gathering, Session, SessionId, Sign};

/// The maximum number of arrows that are listed as the latest.
const LATEST: usize = 5;

/// What the lead of a gathering sees: where each table is, and the map they draw together. It holds no name of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheringOverview {
    /// The id of the gathering.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The moment for which the clocks were read.
    pub read_at: Timestamp,
    /// The plenary.
    pub plenary: TableStanding,
    /// The tables, in the order of their numbers; each number at least once.
    pub tables: Vec<TableStanding>,
    /// The number of things that the tables named.
    pub things: usize,
    /// The number of things that several tables named.
    pub shared_things: usize,
    /// The number of arrows that the tables drew.
    pub arrows: usize,
    /// The number of arrows that several tables drew and do not contradict each other on.
    pub shared_arrows: usize,
    /// When each arrow was first drawn at a table, the earliest first.
    pub drawn: Vec<Timestamp>,
    /// The arrows drawn last, the latest first.
    pub latest: Vec<LatestArrow>,
    /// What tables contradict each other on, with the arrow in words.
    pub contradictions: Vec<(String, TableContradiction)>,
}

/// An arrow with the table that drew it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestArrow {
    /// The number of the table.
    pub table: u16,
    /// The arrow in words.
    pub says: String,
}

/// What an overview is made of.
#[derive(Clone, Copy, Debug)]
pub struct OverviewSource<'a> {
    /// The gathering.
    pub gathering: &'a Gathering,
    /// Its sessions, each with the id of its file.
    pub sessions: &'a [(SessionId, Session)],
    /// The ledger of everything that was said, in the gathering and outside.
    pub ledger: &'a Ledger,
    /// The exercises.
    pub catalogue: &'a Catalogue,
    /// The present moment.
    pub now: Timestamp,
}

/// The tables by the ids of their sessions; without private ones.
type TableNumbers<'a> = BTreeMap<&'a str, u16>;

impl GatheringOverview {
    /// Returns the overview of a gathering.
    pub fn of(source: &OverviewSource<'_>) -> Self {
        let OverviewSource { gathering, sessions, ledger, now, .. } = *source;
        let numbers: TableNumbers<'_> = sessions
            .iter()
            .filter(|(_, session)| !session.is_private())
            .filter_map(|(_, session)| Some((session.header().id.as_str(), session.gathering()?.table?)))
            .collect();
        let graph = ledger.graph(None);
        let contradictions: Vec<(String, TableContradiction)> = graph
            .contradictions()
            .iter()
            .filter(|found| found.gathering == gathering.id)
            .map(|found| (clean(&graph.arrow_in_words(found)).into_owned(), found.clone()))
            .collect();
        let (mut plenary, mut tables) = standings(source);
        let named = things(ledger, &numbers);
        for table in tables.iter_mut().chain([&mut plenary]) {
            let session = table.session.as_ref().and_then(|id| sessions.iter().find(|(known, _)| known == id));
            let id = session.map(|(_, session)| session.header().id.as_str());
            table.things = id.map_or(0, |id| named.iter().filter(|of| of.contains(id)).count());
        }
        let drawn = drawn(&graph, &numbers);
        let contradicted = |link: &Link<'_>| {
            let is_it = |found: &TableContradiction| {
                found.from == link.from.key && found.to == link.to.key && found.relation == link.arrow.relation
            };
            contradictions.iter().any(|(_, found)| is_it(found))
        };
        let shared =
            |(link, tables, _): &&(Link<'_>, BTreeSet<u16>, &Evidence)| tables.len() > 1 && !contradicted(link);
        Self {
            id: gathering.id.clone(),
            title: title(source),
            read_at: now,
            things: named.len(),
            shared_things: named.iter().filter(|of| several(of, &numbers)).count(),
            arrows: drawn.len(),
            shared_arrows: drawn.iter().filter(shared).count(),
            latest: latest(&drawn, &numbers),
            drawn: drawn.iter().filter_map(|(.., first)| Timestamp::from_millisecond(first.time).ok()).collect(),
            plenary,
            tables,
            contradictions,
        }
    }

    /// Returns each contradiction in a sentence: "Service bot → Repeat calls: more at table 2, less at tables 3 and 5".
    pub fn contradictions_in_words(&self) -> impl Iterator<Item = String> {
        self.contradictions.iter().map(|(arrow, found)| in_words(arrow, found))
    }

    /// Returns how many arrows were first drawn after this moment.
    pub fn drawn_since(&self, since: Timestamp) -> usize {
        self.drawn.iter().filter(|drawn| **drawn > since).count()
    }
}

/// Returns the present title of the gathering: that of its plenary, which may have been renamed.
fn title(source: &OverviewSource<'_>) -> String {
    let is_plenary = |session: &&Session| session.gathering().is_some_and(Gathering::is_plenary);
    let plenary = source.sessions.iter().map(|(_, session)| session).find(is_plenary);
    clean(plenary.map_or(source.gathering.title.as_str(), Session::title_in_public)).into_owned()
}

/// Returns how the plenary and every table stand.
fn standings(source: &OverviewSource<'_>) -> (TableStanding, Vec<TableStanding>) {
    let here = source.sessions.iter();
    let here = here.map(|(id, session)| TableStanding::of(session, id, source.catalogue, source.now));
    let (plenaries, mut tables): (Vec<_>, Vec<_>) = here.partition(|standing| standing.table.is_none());
    for number in 1..=source.gathering.tables.min(Gathering::MOST_TABLES) {
        if !tables.iter().any(|standing| standing.table == Some(number)) {
            tables.push(TableStanding::absent(Some(number)));
        }
    }
    tables.sort_by(|one, other| (one.table, &one.session).cmp(&(other.table, &other.session)));
    let plenary = plenaries.into_iter().find(|standing| standing.stage != TableStage::Absent);
    (plenary.unwrap_or_else(|| TableStanding::absent(None)), tables)
}

/// Returns, for each thing that a table named, the ids of all sessions that named it.
fn things<'a>(ledger: &'a Ledger, numbers: &TableNumbers<'_>) -> Vec<BTreeSet<&'a str>> {
    let heard = ledger.things().map(|thing| {
        let heard = ledger.heard_in(thing.label);
        heard.into_iter().map(SessionId::as_str).collect::<BTreeSet<&str>>()
    });
    heard.filter(|of| of.iter().any(|session| numbers.contains_key(session))).collect()
}

/// Whether sessions of at least two tables are among these.
fn several(sessions: &BTreeSet<&str>, numbers: &TableNumbers<'_>) -> bool {
    let tables: BTreeSet<&u16> = sessions.iter().filter_map(|session| numbers.get(session)).collect();
    tables.len() > 1
}

/// Returns the arrows that tables drew, the earliest first: each with the tables that speak for it, and what the first
/// of them said.
fn drawn<'g>(graph: &'g Graph, numbers: &TableNumbers<'_>) -> Vec<(Link<'g>, BTreeSet<u16>, &'g Evidence)> {
    let of_tables = |link: Link<'g>| {
        let speaks = |said: &&Evidence| {
            !said.imagined && !said.is_imported() && said.said.is_some_and(|sign| sign != Sign::NoEffect)
        };
        let said = link.arrow.evidence.iter().filter(speaks);
        let said: Vec<(&Evidence, u16)> =
            said.filter_map(|said| Some((said, *numbers.get(said.session.as_str())?))).collect();
        let (first, _) = said.iter().min_by_key(|(said, _)| said.time)?;
        Some((link, said.iter().map(|(_, table)| *table).collect(), *first))
    };
    let mut drawn: Vec<(Link<'g>, BTreeSet<u16>, &Evidence)> = graph.links().filter_map(of_tables).collect();
    drawn.sort_by_key(|(.., first)| first.time);
    drawn
}

fn latest(drawn: &[(Link<'_>, BTreeSet<u16>, &Evidence)], numbers: &TableNumbers<'_>) -> Vec<LatestArrow> {
    let told = drawn.iter().rev().filter_map(|(link, _, first)| {
        let table = *numbers.get(first.session.as_str())?;
        Some(LatestArrow { table, says: said(link, first.said.unwrap_or_default()) })
    });
    told.take(LATEST).collect()
}

/// Returns an arrow as one table drew it: "Service bot → less Complaint reasons".
fn said(link: &Link<'_>, sign: Sign) -> String {
    let (from, to) = (&link.from.label, &link.to.label);
    let relation = link.arrow.relation;
    let says = if relation.carries_sign() {
        format!("{from} → {}", amount_of(sign, to))
    } else {
        format!("{from} {} {to}", relation.name())
    };
    clean(&says).into_owned()
}

fn in_words(arrow: &str, found: &TableContradiction) -> String {
    let mut says = format!("{arrow}: {}", found.sides_in_words());
    if let Some(torn) = found.torn_in_words() {
        let _ = write!(says, "; both at {torn}");
    }
    if found.plenary != Sign::Unknown {
        let _ = write!(says, "; the plenary: {}", found.told(found.plenary));
    }
    says
}

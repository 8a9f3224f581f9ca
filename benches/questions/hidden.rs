//! Hides a part of a map, asks, and counts what comes back.

use std::collections::{BTreeSet, HashMap};

use adjacent::ask::{GapModel, GapSide, QuestionContext, heard, open_ends, questions, targets};
use adjacent::exercise::Catalogue;
use adjacent::graph::{Graph, Key, Ledger};
use adjacent::lens::read;
use adjacent::record::{
    Claim, Event, Fact, Header, Mode, Names, Person, Relation, Session, SessionKind, SessionTime, Zone,
};

use crate::drawn_maps::{Dice, DrawnMap};

/// What is measured: orders of asking, then suggestions.
pub(crate) const ROWS: [&str; 10] =
    ["random", "earlier", "busy out", "busiest", "ours", "best out", "perfect", "five: was", "five: now", "chance"];

/// The number of questions that are asked.
const ASKED: usize = 10;
/// The number of suggestions for a thing.
const SUGGESTED: usize = 5;

/// What is hidden.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Hides {
    /// Thirty in a hundred arrows, by chance.
    Arrows,
    /// All that one person alone has said.
    Participant,
}

/// An open end: a thing, and the side on which it is asked for arrows.
type End = (usize, GapSide);

/// The share of hidden arrows that each row of [`ROWS`] brings back.
pub(crate) fn measured(map: &DrawnMap, hides: Hides, turn: u64) -> [f64; ROWS.len()] {
    let mut dice = Dice::new(turn + 1000);
    let hidden = hidden(map, hides, &mut dice);
    let left: Vec<usize> = (0..map.arrows.len()).filter(|at| !hidden.contains(at)).collect();
    let hidden: BTreeSet<(usize, usize)> = hidden.iter().map(|at| map.arrows[*at]).collect();
    let things = map.names.len();
    let session = session(map, &left);
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &Names::default());
    let graph = ledger.graph(None);
    let (gaps, none) = (GapModel::of(&graph), GapModel::default());
    let keys: Vec<Key> = map.names.iter().map(|name| Key::of(name).unwrap()).collect();
    let places: HashMap<&Key, usize> = keys.iter().zip(0..).collect();
    let asked = |gaps: &GapModel, earlier: bool| asked(&graph, gaps, &session, &places, earlier);
    let count = |(thing, side): End| left.iter().filter(|at| end(map.arrows[**at], side) == thing).count();
    let busy = |thing: usize| count((thing, GapSide::Out)) + count((thing, GapSide::Into));
    let both = || (0..things).flat_map(|thing| GapSide::BOTH.map(|side| (thing, side)));
    let out = || (0..things).map(|thing| (thing, GapSide::Out));
    let back = |ends: Vec<End>| share_back(&ends, &hidden);
    let by_chance = dice.shuffled(things).into_iter().map(|thing| (thing, GapSide::Out)).collect();
    let missing = |(thing, side): End| hidden.iter().filter(|arrow| end(**arrow, side) == thing).count();
    let five = |gaps: &GapModel| {
        let hit = |arrow: &&(usize, usize)| {
            let found = targets(&graph, gaps, &keys[arrow.0], SUGGESTED);
            found.iter().any(|target| target.key == keys[arrow.1])
        };
        hidden.iter().filter(hit).count() as f64 / hidden.len().max(1) as f64
    };
    [
        back(by_chance),
        back(asked(&none, true)),
        back(sorted(out(), |(thing, _)| busy(thing))),
        back(sorted(both(), |end| 1000 * count(end) + busy(end.0))),
        back(asked(&gaps, false)),
        back(sorted(out(), missing)),
        back(sorted(both(), missing)),
        five(&none),
        five(&gaps),
        SUGGESTED as f64 / things as f64,
    ]
}

fn hidden(map: &DrawnMap, hides: Hides, dice: &mut Dice) -> BTreeSet<usize> {
    if hides == Hides::Arrows {
        let count = map.arrows.len() * 30 / 100;
        return dice.shuffled(map.arrows.len()).into_iter().take(count).collect();
    }
    let last = map.speakers.iter().flatten().max().copied().unwrap_or_default();
    let person = dice.below(last + 1);
    (0..map.arrows.len()).filter(|at| map.speakers[*at] == [person]).collect()
}

fn end((from, to): (usize, usize), side: GapSide) -> usize {
    if side == GapSide::Out { from } else { to }
}

fn share_back(ends: &[End], hidden: &BTreeSet<(usize, usize)>) -> f64 {
    let asked: BTreeSet<End> = ends.iter().take(ASKED).copied().collect();
    let comes =
        |arrow: &&(usize, usize)| GapSide::BOTH.iter().any(|side| asked.contains(&(end(**arrow, *side), *side)));
    hidden.iter().filter(comes).count() as f64 / hidden.len().max(1) as f64
}

fn sorted(ends: impl Iterator<Item = End>, value: impl Fn(End) -> usize) -> Vec<End> {
    let mut ends: Vec<End> = ends.collect();
    ends.sort_by_cached_key(|end| (std::cmp::Reverse(value(*end)), *end));
    ends
}

/// The open ends that the program asks about, in its order. `earlier` leaves out what is asked about things that already
/// lead somewhere, and orders by score alone, as it was before anything was learned from the map.
fn asked(graph: &Graph, gaps: &GapModel, session: &Session, places: &HashMap<&Key, usize>, earlier: bool) -> Vec<End> {
    let readings = read(graph);
    let catalogue = Catalogue::embedded();
    let found = questions(&QuestionContext {
        graph,
        gaps,
        readings: &readings,
        session,
        catalogue: &catalogue,
        matters: &[],
        step: None,
        at: SessionTime::OPENING,
        today: None,
        minutes_left: None,
        heard: &heard(session, graph),
    });
    let chosen: Vec<_> = if earlier {
        found.iter().filter(|question| question.template < 50 && question.open.is_some()).collect()
    } else {
        open_ends(&found)
    };
    let end = |question: &adjacent::ask::Question| Some((*places.get(question.about.first()?)?, question.open?.side));
    chosen.into_iter().filter_map(end).collect()
}

/// A session in which what is left of the map was said.
fn session(map: &DrawnMap, left: &[usize]) -> Session {
    let header = Header {
        id: "2026-11-20-drawn-0001".into(),
        title: "Drawn".into(),
        opened: "2026-11-20T09:00:00Z".parse().unwrap(),
        zone: Zone::UTC,
        kind: SessionKind::Workshop,
        private: false,
        exact_names: true,
    };
    let speakers = map.speakers.iter().flatten().max().map_or(0, |last| last + 1);
    let seat = |person: usize| Person { tag: format!("p{person}").into(), ..Person::default() };
    let people = (0..speakers).map(seat).collect();
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    let named = map.names.iter().zip(&map.kinds).map(|(label, kind)| Fact::Named { label: label.clone(), kind: *kind });
    let mut said: Vec<(Option<usize>, Fact)> = std::iter::once(opened).chain(named).map(|fact| (None, fact)).collect();
    for at in left {
        let (from, to) = map.arrows[*at];
        let claim = Claim {
            from: map.names[from].clone(),
            to: map.names[to].clone(),
            kind: Relation::Affects,
            ..Claim::default()
        };
        said.extend(map.speakers[*at].iter().map(|speaker| (Some(*speaker), Fact::Claimed(claim.clone()))));
    }
    let events = said.into_iter().zip(1..).map(|((speaker, fact), seq)| Event {
        seq,
        at: SessionTime::from_millis(seq * 1000),
        speaker: speaker.map(|speaker| format!("p{speaker}").into()),
        facts: vec![fact],
        ..Event::default()
    });
    Session::fold(header, events)
}

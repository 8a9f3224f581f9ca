//! The same events, the same graph, in whatever order they come.

use adjacent::export::map_json;
use adjacent::graph::{Ledger, Origin};
use adjacent::record::{Attribute, Event, Fact, Kind, Names, Position, Relation, Session, SessionTime, Status};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::graph_rules::tale::{Tale, ledger};

const LABELS: [&str; 8] = ["Bot", "bot", "Trust", "TRUST", "Queue", "Claims", "Risk", "Straße"];
const TAILS: [&str; 9] =
    ["+", "-- 7d seen", "=", "affects", "owns", "in", "covers", "needs +++ guess", "+ later imagined"];
const TAGS: [&str; 4] = ["", "mei", "sam", "ana"];
const KINDS: [Kind; 5] = [Kind::Unknown, Kind::Party, Kind::Factor, Kind::Incentive, Kind::Initiative];

#[derive(Clone, Debug)]
enum Deed {
    Claims(&'static str, String, &'static str),
    Stance(&'static str, Position, String, &'static str),
    Named(&'static str, Kind),
    Corrected(&'static str, Kind),
    Set(&'static str, Status),
    Merged(&'static str, &'static str),
    Renamed(&'static str, &'static str),
    Unmerged(&'static str, &'static str),
    Seated(&'static str, Option<&'static str>, Option<&'static str>),
    Undone,
    Lists(String, &'static str),
    ListsThing(&'static str, Kind),
    Drops(u64, String),
    DropsThing(u64, &'static str),
    Describes(&'static str),
}

fn label() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&LABELS[..])
}

fn arrow() -> impl Strategy<Value = String> {
    (label(), label()).prop_map(|(from, to)| format!("{from} -> {to}"))
}

fn deed() -> impl Strategy<Value = Deed> {
    let tag = || proptest::sample::select(&TAGS[..]);
    let tail = || proptest::sample::select(&TAILS[..]);
    let kind = || proptest::sample::select(&KINDS[..]);
    let position = prop_oneof![Just(Position::Yes), Just(Position::No), Just(Position::Unsure)];
    let name = proptest::option::of(proptest::sample::select(&["Mei", "Sam"][..]));
    prop_oneof![
        6 => (tag(), arrow(), tail()).prop_map(|(tag, arrow, tail)| Deed::Claims(tag, arrow, tail)),
        3 => (tag(), position, arrow(), tail()).prop_map(|(tag, at, arrow, tail)| Deed::Stance(tag, at, arrow, tail)),
        2 => (label(), kind()).prop_map(|(label, kind)| Deed::Named(label, kind)),
        1 => (label(), kind()).prop_map(|(label, kind)| Deed::Corrected(label, kind)),
        2 => (label(), proptest::sample::select(&Status::ALL[..])).prop_map(|(label, status)| Deed::Set(label, status)),
        1 => (label(), label()).prop_map(|(keep, drop)| Deed::Merged(keep, drop)),
        1 => (label(), label()).prop_map(|(from, to)| Deed::Renamed(from, to)),
        1 => (label(), label()).prop_map(|(keep, drop)| Deed::Unmerged(keep, drop)),
        1 => (tag(), name, proptest::option::of(label())).prop_map(|(tag, name, party)| Deed::Seated(tag, name, party)),
        1 => Just(Deed::Undone),
    ]
}

fn tell(tale: Tale, deed: Deed) -> Tale {
    match deed {
        Deed::Claims(tag, arrow, tail) => tale.claims(tag, &arrow, tail),
        Deed::Stance(tag, position, arrow, tail) => tale.stance(tag, position, &arrow, tail),
        Deed::Named(label, kind) => tale.named(label, kind),
        Deed::Corrected(label, kind) => tale.set(label, Attribute::Kind(kind)),
        Deed::Set(label, status) => tale.set(label, Attribute::Status(status)),
        Deed::Renamed(from, to) => tale.renamed(from, to),
        Deed::Merged(keep, drop) => tale.merged(keep, drop),
        Deed::Unmerged(keep, drop) => tale.unmerged(keep, drop),
        Deed::Seated(tag, name, party) => tale.seat(tag, name, party),
        Deed::Undone => tale.undone(),
        Deed::Lists(arrow, tail) => tale.lists(&arrow, tail),
        Deed::ListsThing(label, kind) => tale.lists_thing(label, kind),
        Deed::Drops(seq, arrow) => tale.drops(seq, &arrow, Relation::Affects),
        Deed::DropsThing(seq, label) => tale.drops_thing(seq, label),
        Deed::Describes(label) => tale.fact(Fact::Described { label: label.into(), words: format!("of {label}") }),
    }
}

fn session(day: u8, id: &'static str) -> impl Strategy<Value = Session> {
    proptest::collection::vec(deed(), 0..30)
        .prop_map(move |deeds| deeds.into_iter().fold(Tale::on_day(day, id), tell).told())
}

/// What the editions of an imported file state, one after the other.
fn import(day: u8, id: &'static str) -> impl Strategy<Value = Session> {
    let tail = proptest::sample::select(&["+", "-", "=", "affects", "needs", "owns", "in", "++ 7d"][..]);
    let kind = proptest::sample::select(&KINDS[..]);
    let seq = || 1_u64..12;
    let deed = prop_oneof![
        5 => (arrow(), tail).prop_map(|(arrow, tail)| Deed::Lists(arrow, tail)),
        3 => (label(), kind).prop_map(|(label, kind)| Deed::ListsThing(label, kind)),
        2 => (label(), proptest::sample::select(&Status::ALL[..])).prop_map(|(label, status)| Deed::Set(label, status)),
        3 => (seq(), arrow()).prop_map(|(seq, arrow)| Deed::Drops(seq, arrow)),
        2 => (seq(), label()).prop_map(|(seq, label)| Deed::DropsThing(seq, label)),
        1 => label().prop_map(Deed::Describes),
        1 => (label(), label()).prop_map(|(from, to)| Deed::Renamed(from, to)),
        1 => Just(Deed::Undone),
    ];
    proptest::collection::vec(deed, 0..15)
        .prop_map(move |deeds| deeds.into_iter().fold(Tale::import(day, id), tell).told())
}

/// Three sessions, two of which were opened at the same moment and so run side by side, and an import between them.
fn sessions() -> impl Strategy<Value = Vec<Session>> {
    (session(9, "monday"), session(9, "another monday"), session(13, "friday"), import(11, "list"))
        .prop_map(|(a, b, c, d)| vec![a, b, c, d])
}

/// Every event that stands, with its session.
fn standing(sessions: &[Session]) -> Vec<(Origin, Event)> {
    let of = |session: &Session| Origin::of(session, &Names::default());
    sessions.iter().flat_map(|session| session.live().map(move |event| (of(session), event.clone()))).collect()
}

/// Everything that can be asked of a ledger.
fn told(ledger: &Ledger) -> Vec<String> {
    let graph = ledger.graph(None);
    let things = graph.things().map(|thing| format!("{thing:?}"));
    let links = graph.links().chain(graph.set_aside()).map(|link| format!("{link:?}"));
    let around = ledger.things().map(|known| format!("{known:?} {:?}", ledger.around(known.label, 2)));
    let latest = LABELS.iter().map(|label| format!("{:?}", ledger.latest_on("Bot", label)));
    things.chain(links).chain(around).chain(latest).collect()
}

fn apply_all(events: &[(Origin, Event)]) -> Ledger {
    let mut ledger = Ledger::new();
    for (origin, event) in events {
        ledger.apply(origin, event);
    }
    ledger
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(20),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_in_which_events_come_does_not_matter(
        (straight, shuffled) in sessions()
            .prop_map(|sessions| standing(&sessions))
            .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        prop_assert_eq!(told(&apply_all(&straight)), told(&apply_all(&shuffled)));
    }

    #[test]
    fn files_read_in_another_order_give_the_same_bytes(sessions in sessions()) {
        let reversed: Vec<Session> = sessions.iter().rev().cloned().collect();
        let (forward, backward) = (ledger(&sessions), ledger(&reversed));
        prop_assert_eq!(map_json(&forward.graph(None)), map_json(&backward.graph(None)));
        prop_assert_eq!(told(&forward), told(&backward));
    }

    #[test]
    fn taking_back_every_merge_gives_the_bytes_of_a_record_without_merges(sessions in sessions()) {
        let mut merged = standing(&sessions);
        let apart = |label: &&str| Fact::Unmerged { keep: (*label).into(), drop: (*label).into() };
        let facts = LABELS.iter().map(apart).collect();
        let all_apart = Event { seq: 99, at: SessionTime::from_millis(u32::MAX.into()), facts, ..Event::default() };
        merged.push((Origin::of(&sessions[2], &Names::default()), all_apart));
        let mut plain = merged.clone();
        for fact in plain.iter_mut().flat_map(|(_, event)| &mut event.facts) {
            if let Fact::Merged { keep, drop } = fact {
                *fact = Fact::Unmerged { keep: keep.clone(), drop: drop.clone() };
            }
        }
        prop_assert_eq!(map_json(&apply_all(&plain).graph(None)), map_json(&apply_all(&merged).graph(None)));
    }

    #[test]
    fn adding_up_at_once_and_line_by_line_is_the_same(sessions in sessions()) {
        prop_assert_eq!(told(&ledger(&sessions)), told(&apply_all(&standing(&sessions))));
    }
}

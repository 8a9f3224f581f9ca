use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::scene::{Imports, arrow, of_status};
use crate::graph::Key;
use crate::import::ImportedMap;
use crate::record::text::clean;
use crate::record::{Fact, Names, Session, Status};

/// Any edition of a small source: rows with any names, some of them with arrows to other rows.
fn any_map() -> impl Strategy<Value = ImportedMap> {
    let row =
        (0..6_usize, "[A-Da-d]{1}|[A-D] ?[+#]?|\\PC{1,12}", any::<bool>(), prop::collection::vec(0..6_usize, 0..3));
    prop::collection::vec(row, 0..6).prop_map(|rows| {
        let mut list = ImportedMap::default();
        let mut keys = BTreeSet::new();
        let mut names = BTreeSet::new();
        for (key, name, live, _) in &rows {
            let Some(name_key) = Key::of(name) else { continue };
            let name = clean(name);
            if keys.insert(*key) && names.insert(name_key) && Key::of(&name).is_some() {
                let status = if *live { Status::Live } else { Status::Pilot };
                list.things.push(of_status(&format!("R{key}"), &name, status));
            }
        }
        let count = list.things.len();
        for (key, _, _, to) in &rows {
            for to in to {
                let from = list.things.iter().position(|thing| thing.key == format!("R{key}"));
                if let Some(from) = from.filter(|from| *to < count && from != to)
                    && !list.arrows.iter().any(|arrow| (arrow.from, arrow.to) == (from, *to))
                {
                    list.arrows.push(arrow(&format!("R{key}"), from, *to));
                }
            }
        }
        list
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(17), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_editions_the_last_one_is_what_the_session_says(maps in prop::collection::vec(any_map(), 1..5)) {
        let mut imports = Imports::new();
        for map in &maps {
            imports.take(map);
            prop_assert!(imports.looked_at(map).is_unchanged());
        }
        let last = maps.last().unwrap();
        let ledger = imports.ledger();
        let graph = ledger.graph(None);
        for thing in &last.things {
            let known = ledger.thing(&thing.label).unwrap();
            prop_assert_eq!(Key::of(known.label), Key::of(&thing.label), "a thing is shown under its name of now");
            let named = Fact::Named { label: thing.label.clone(), kind: thing.kind };
            prop_assert!(imports.session.live().any(|event| event.facts.contains(&named)), "a label survives exactly");
        }
        let mut keys = BTreeSet::new();
        for thing in &last.things {
            prop_assert!(keys.insert(ledger.key_of(&thing.label).cloned()), "no two things became one");
        }
        for arrow in &last.arrows {
            let end = |place: usize| ledger.key_of(&last.things[place].label).unwrap();
            prop_assert!(graph.arrow(end(arrow.from), end(arrow.to), arrow.relation).is_some());
        }
        let mut again = Imports { session: Session::fold(imports.session.header().clone(), imports.session.recorded().cloned()), names: Names::default() };
        prop_assert!(again.take(last).is_unchanged());
    }
}

//! Findings that rest on imported files alone are a file's word, come after what the room knows, and are few.

use std::collections::BTreeMap;

use adjacent::graph::Graph;
use adjacent::lens::{Band, Finding, Lens, LimitReason, read};
use adjacent::record::{Kind, Names, Relation, Sign, Status};

use crate::import::{Import, ledger};
use crate::talk::Talk;

/// A register in which every change aims at one of a few things and needs two of a few others.
fn register(rows: usize) -> Import {
    let mut list = Import::titled(9, "Register");
    for supply in 0..4 {
        list = list.thing(&format!("Supply {supply}"), Kind::Resource);
    }
    for row in 0..rows {
        let label = format!("Change {row:03}");
        list = list.change(&label, Status::Pilot, &format!("Unit {}", row % 5));
        list = list.arrow(&label, Relation::Aims, &format!("Goal {}", row % 3), Sign::Plus);
        for supply in [row % 4, (row + 1) % 4] {
            list = list.arrow(&label, Relation::Needs, &format!("Supply {supply}"), Sign::Unknown);
        }
    }
    list
}

fn of_lens<'f>(found: &'f [Finding], lens: &Lens) -> Vec<&'f Finding> {
    found.iter().filter(|finding| finding.lens == lens).collect()
}

#[test]
fn a_finding_that_rests_on_files_alone_says_whose_word_it_is_and_is_none_to_talk_about_now() {
    let graph: Graph = register(6).ledger().graph(None);
    let found = read(&graph).findings;
    assert!(!found.is_empty());
    for finding in &found {
        let whose = ["The Register says so, and nobody here has: ", "From the Register alone: "];
        assert!(whose.iter().any(|whose| finding.says.starts_with(whose)), "{}", finding.says);
        assert!(finding.band() < Band::Talk, "{finding:?}");
    }
}

#[test]
fn a_register_does_not_flood_the_findings() {
    let readings = read(&register(120).ledger().graph(None));
    let mut of_each: BTreeMap<_, usize> = BTreeMap::new();
    for finding in &readings.findings {
        *of_each.entry((finding.lens, finding.pattern)).or_default() += 1;
    }
    assert!(of_each.values().all(|count| *count <= 5), "{of_each:?}");
    assert!(
        readings.left_out.iter().any(|left| left.reason == LimitReason::MoreListed),
        "and that there are more is said"
    );
}

#[test]
fn once_somebody_speaks_of_it_a_finding_is_the_rooms() {
    let mut talk = Talk::among(&[("mei", "Sales")]);
    talk.says("mei> Change 000 -> Goal 0 : aims +");
    let graph = ledger(&[register(2).told(), talk.session().clone()]).graph(None);
    let found = read(&graph).findings;
    let own: Vec<&Finding> = found.iter().filter(|finding| !finding.says.contains("Register")).collect();
    assert!(own.iter().any(|finding| finding.about.iter().any(|key| key.as_str() == "change 000")), "{found:?}");
}

#[test]
fn changes_that_only_a_list_names_are_no_portfolio_of_the_room() {
    let found = read(&register(6).ledger().graph(None)).findings;
    assert!(of_lens(&found, Lens::MOMENTUM).is_empty());
}

#[test]
fn no_effect_is_invented_from_a_list() {
    let list = Import::titled(9, "Register").change("Bot", Status::Live, "Claims");
    let list = list.arrow("Bot", Relation::Needs, "Data", Sign::Unknown);
    let mut ledger = list.ledger();
    ledger.add_session(Talk::among(&[]).says("!App -> ~Calls : -").session(), &Names::default());
    let graph = ledger.graph(None);
    assert_eq!(graph.links().filter(|link| link.arrow.is_effect()).count(), 1);
}

//! Findings that rest on imported files alone are a file's word, come after what the room knows, and are few.

use std::collections::BTreeMap;

use adjacent::graph::Graph;
use adjacent::lens::{Band, Finding, Lens, LimitReason, Pattern, read};
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
        let whose = ["From the Register, and said by nobody here: ", "From the Register alone: "];
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

/// A map as another tool exports it: effects alone, from each first to each second, more with `+` and less with `-`.
fn map(arrows: &[(&str, char, &str)]) -> Graph {
    let signed = |sign: char| match sign {
        '+' => Sign::Plus,
        '-' => Sign::Minus,
        _ => Sign::Unknown,
    };
    let import = arrows.iter().fold(Import::titled(9, "Policy map"), |import, (from, sign, to)| {
        import.arrow(from, Relation::Affects, to, signed(*sign))
    });
    import.ledger().graph(None)
}

fn of_pattern(found: &[Finding], pattern: Pattern) -> Vec<&Finding> {
    found.iter().filter(|finding| finding.pattern == Some(pattern)).collect()
}

#[test]
fn of_an_imported_map_one_question_is_asked_once() {
    // Three ways round bring Bills down again; all three would ask whether anybody holds Bills.
    let graph = map(&[
        ("Bills", '+', "Pressure"),
        ("Pressure", '-', "Bills"),
        ("Bills", '+', "Debt"),
        ("Debt", '-', "Bills"),
        ("Bills", '+', "Thrift"),
        ("Thrift", '-', "Bills"),
    ]);
    let readings = read(&graph);
    let asks: Vec<&str> = readings.findings.iter().map(|finding| finding.ask.as_str()).collect();
    let once: std::collections::BTreeSet<&str> = asks.iter().copied().collect();
    assert_eq!(asks.len(), once.len(), "{asks:?}");
    assert_eq!(of_pattern(&readings.findings, Pattern::Balancing).len(), 1);
    let left = readings.left_out.iter().find(|left| left.lens == Lens::LOOP).unwrap();
    assert_eq!((left.reason, left.count), (LimitReason::MoreListed, 2), "that there are more is said");
}

#[test]
fn the_gap_of_an_arrow_and_the_loop_it_would_close_are_one_finding() {
    let found = read(&map(&[("Homes", '?', "Damp"), ("Damp", '-', "Health"), ("Health", '+', "Homes")])).findings;
    let ask = "Do more Homes mean more Damp, or less?";
    let asking: Vec<&Finding> = found.iter().filter(|finding| finding.ask == ask).collect();
    let [only] = asking.as_slice() else { panic!("{asking:?}") };
    assert_eq!(only.pattern, Some(Pattern::Open));
    assert!(!only.says.contains("more than one way"), "a gap is a part of it: {}", only.says);
}

#[test]
fn where_one_thing_pushes_another_both_directions_an_imported_map_says_so_with_both_directions() {
    let arrows =
        [("Levies", '+', "Bills"), ("Levies", '+', "Grants"), ("Grants", '-', "Bills"), ("Bills", '+', "Debt")];
    let found = read(&map(&arrows)).findings;
    let [only] = of_pattern(&found, Pattern::BothDirections)[..] else { panic!("{found:?}") };
    assert_eq!(only.about.iter().map(adjacent::graph::Key::as_str).collect::<Vec<_>>(), ["levies", "bills"]);
    let says = "Levies push Bills both ways: more Levies, more Bills; but also more Levies, more Grants, less Bills.";
    assert!(only.says.ends_with(says), "what follows from Bills is not told again: {}", only.says);
    assert_eq!(only.ask, "Which way from Levies to Bills is stronger: straight, or by way of Grants? And for whom?");
    assert_eq!(only.arrows.len(), 3);
    // Where somebody in the room speaks of it, what is wanted tells harm from help, and the ripples say it.
    let mut talk = Talk::among(&[]);
    talk.says("Levies -> Bills : +").says("Levies -> Grants : +").says("Grants -> Bills : -");
    assert!(of_pattern(&read(&talk.graph()).findings, Pattern::BothDirections).is_empty());
    let one_way = read(&map(&arrows[..2])).findings;
    assert!(of_pattern(&one_way, Pattern::BothDirections).is_empty());
}

#[test]
fn things_of_one_sort_in_three_units_are_told_and_a_topic_is_not() {
    let list = |rows: &[(&str, &str)]| {
        let list = rows
            .iter()
            .fold(Import::titled(9, "Register"), |list, (label, unit)| list.change(label, Status::Pilot, unit));
        read(&list.ledger().graph(None)).findings
    };
    let three =
        [("Website Chatbot", "Labor"), ("Chatbot pilot", "Trade"), ("Two chatbots", "Health"), ("Scoring", "Health")];
    let found = list(&three);
    let [only] = of_pattern(&found, Pattern::OneSort)[..] else { panic!("{found:?}") };
    assert_eq!(
        only.says,
        "From the Register, and said by nobody here: Chatbots are listed for Health, Labor and Trade."
    );
    assert_eq!(only.ask, "What has one of these three units learned with its chatbots that the others pay for again?");
    assert!(of_pattern(&list(&three[..2]), Pattern::OneSort).is_empty(), "two may talk to each other");
    let topic = [("Fraud forecasting", "Labor"), ("Crop forecasting", "Trade"), ("Bed forecasting", "Health")];
    assert!(of_pattern(&list(&topic), Pattern::OneSort).is_empty());
}

#[test]
fn what_a_list_leaves_open_about_its_units_is_said_once_with_the_largest_first() {
    let list = (0..24).fold(Import::titled(9, "Register"), |list, row| {
        let unit = if row < 9 {
            "Zoning"
        } else if row < 16 {
            "Archive"
        } else {
            "Parks"
        };
        list.change(&format!("Change {row:02}"), Status::Live, unit)
    });
    let found = read(&list.ledger().graph(None)).findings;
    let says = "From the Register alone: Of Zoning's 9 listed changes, Parks' 8 and Archive's 7, nobody here has said what \
                any of them changes.";
    let missed: Vec<&Finding> = found.iter().filter(|finding| finding.ask.contains("missed tomorrow")).collect();
    let [only] = missed[..] else { panic!("{missed:?}") };
    assert_eq!(only.says, says);
    assert_eq!(only.ask, "Which of Zoning's 9 changes would be missed tomorrow, and by whom?");
}

#[test]
fn loops_without_their_signs_through_mostly_the_same_things_are_told_once() {
    let round = [("Calls", '?', "Photos"), ("Photos", '?', "Trips"), ("Trips", '?', "Calls")];
    let another_way = [("Calls", '?', "Fun"), ("Fun", '?', "Trips")];
    let elsewhere = [("Rain", '?', "Crops"), ("Crops", '?', "Rain"), ("Sun", '+', "Crops")];
    let arrows: Vec<_> = round.into_iter().chain(another_way).chain(elsewhere).collect();
    let found = read(&map(&arrows)).findings;
    let told: Vec<&str> = of_pattern(&found, Pattern::Open).iter().map(|finding| finding.says.as_str()).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter().any(|says| says.contains("Crops")) && told.iter().any(|says| says.contains("Calls")),
        "{told:?}"
    );
}

#[test]
fn of_a_file_that_never_says_what_raises_and_what_lowers_no_sign_is_missing() {
    let unsigned = [("Better seeds", '?', "More food"), ("More food", '?', "Income"), ("Better seeds", '?', "Income")];
    let asks = |arrows: &[(&str, char, &str)]| -> Vec<String> {
        read(&map(arrows))
            .findings
            .into_iter()
            .map(|finding| finding.ask)
            .filter(|ask| ask.contains(" mean "))
            .collect()
    };
    assert!(asks(&unsigned).is_empty(), "its names say it: {:?}", asks(&unsigned));
    let signed = [unsigned[0], ("More food", '+', "Income"), unsigned[2]];
    assert!(!asks(&signed).is_empty());
}

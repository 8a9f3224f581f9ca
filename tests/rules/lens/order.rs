//! What surprises and what the room itself said comes first, not what has most arrows.

use adjacent::graph::Ledger;
use adjacent::lens::{Finding, Lens, Pattern, read};
use adjacent::record::Names;

use crate::talk::Talk;

fn place(found: &[Finding], lens: &Lens, about: &str) -> usize {
    let is_it = |finding: &&Finding| finding.lens == lens && finding.about.iter().any(|key| key.as_str() == about);
    found.iter().position(|finding| is_it(&finding)).unwrap_or_else(|| panic!("{} {about}: {found:#?}", lens.name()))
}

#[test]
fn what_was_seen_in_somebodys_words_comes_before_a_guess() {
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> b1 : + guess\nb1 -> a1 : + guess\nc1 -> d1 : + seen \"since May\"\nd1 -> c1 : + seen");
    let found = talk.findings();
    assert!(place(&found, Lens::LOOP, "c1") < place(&found, Lens::LOOP, "a1"));
    assert_eq!(found[place(&found, Lens::LOOP, "c1")].rank - found[place(&found, Lens::LOOP, "a1")].rank, 30 + 10);
}

#[test]
fn what_crosses_units_comes_before_what_stays_at_home() {
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> b1 -> a1 : +\nc1 -> d1 -> c1 : +\n@Claims owns a1, b1, c1\n@Sales owns d1");
    let found = talk.findings();
    assert!(place(&found, Lens::LOOP, "c1") < place(&found, Lens::LOOP, "a1"));
}

#[test]
fn an_effect_that_two_pull_apart_comes_before_one_in_which_more_things_meet() {
    let mut talk = Talk::among(&[]);
    let causes: Vec<String> = (0..12).map(|cause| format!("cause {cause} x -> noise : +\n")).collect();
    let causes = causes.concat();
    talk.says(&format!("!Bot -> calls : + seen\n!Drafter -> calls : - seen\n{causes}"));
    let found = talk.findings();
    let (conflict, noise) = (place(&found, Lens::CONFLICT, "calls"), place(&found, Lens::SILENCE, "noise"));
    assert!(found[conflict].severity < found[noise].severity && conflict < noise);
}

#[test]
fn what_was_said_in_the_last_session_comes_before_what_was_said_long_ago() {
    let mut ledger = Ledger::new();
    for (day, lines) in [(3, "a1 -> b1 -> a1 : +"), (20, "y1 -> z1 -> y1 : +")] {
        ledger.add_session(Talk::on_day(day, lines).session(), &Names::default());
    }
    let found = read(&ledger.graph(None)).findings;
    assert!(place(&found, Lens::LOOP, "y1") < place(&found, Lens::LOOP, "a1"));
}

#[test]
fn what_two_sessions_contradict_each_other_on_comes_first() {
    let mut ledger = Ledger::new();
    let lines = "a1 -> b1 : +\nb1 -> a1 : +\nc1 -> d1 : +\nd1 -> c1 : +";
    ledger.add_session(Talk::on_day(3, &format!("{lines}\nc1 -> d1 : +")).session(), &Names::default());
    ledger.add_session(Talk::on_day(20, &format!("{lines}\nc1 -> d1 : -")).session(), &Names::default());
    let found = read(&ledger.graph(None)).findings;
    assert!(place(&found, Lens::LOOP, "c1") < place(&found, Lens::LOOP, "a1"));
}

#[test]
fn of_findings_about_much_the_same_the_first_comes_early_and_the_others_give_way() {
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> b1 -> c1 -> a1 : +\na1 -> b1 -> d1 -> a1 : +\nx1 -> y1 -> z1 -> x1 : +");
    let loops: Vec<Finding> = talk.findings().into_iter().filter(|finding| finding.lens == Lens::LOOP).collect();
    assert!(place(&loops, Lens::LOOP, "x1") < 2, "{loops:#?}");
}

#[test]
fn the_order_is_the_same_each_time() {
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> b1 -> a1 : +\nc1 -> d1 -> c1 : -\n!Bot -> c1 : +\nwant a1 up");
    let keys = || talk.findings().iter().map(Finding::key).collect::<Vec<_>>();
    assert_eq!(keys(), keys());
    assert!(talk.findings().iter().any(|finding| finding.pattern == Some(Pattern::Reinforcing)));
}

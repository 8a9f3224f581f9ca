//! What tables of one gathering contradict each other on.

use adjacent::graph::{Ledger, TableContradiction};
use adjacent::record::{Fact, Gathering, Header, Mode, Names, Session, Sign};

use crate::session::header;
use crate::talk::{Talk, opening, seats};

/// What was typed at a table of the gathering "g"; at its plenary without a number.
fn table(number: Option<u16>, lines: &str) -> Session {
    of_gathering("g", number, lines)
}

fn of_gathering(id: &str, table: Option<u16>, lines: &str) -> Session {
    let place = Gathering { id: id.to_owned(), title: "All".to_owned(), tables: 3, table };
    let mut opening = opening(Mode::Live, seats(&[("a", "One"), ("b", "Two"), ("c", "Two"), ("d", "Two")]));
    opening.facts.push(Fact::Gathered(place));
    let header = Header { ..header(&format!("{id}-{table:?}"), "Table") };
    let mut talk = Talk::on(adjacent::app::OpenSession::alone(Session::fold(header, [opening])));
    talk.says(lines);
    talk.session().clone()
}

fn contradictions(sessions: &[Session]) -> Vec<TableContradiction> {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    ledger.graph(None).contradictions().to_vec()
}

fn told(sessions: &[Session]) -> Vec<String> {
    let told = |found: &TableContradiction| {
        format!("{} {}: {}", found.from.as_str(), found.to.as_str(), found.sides_in_words())
    };
    contradictions(sessions).iter().map(told).collect()
}

#[test]
fn more_at_one_table_and_less_at_another_is_a_contradiction() {
    let (one, two) = (table(Some(1), "a> Bot -> Calls : +"), table(Some(2), "a> Bot -> Calls : -"));
    assert_eq!(told(&[one.clone(), two.clone()]), ["bot calls: more at table 1, less at table 2"]);
    // In any order of the files.
    assert_eq!(contradictions(&[one.clone(), two.clone()]), contradictions(&[two, one]));
}

#[test]
fn tables_that_agree_or_are_silent_contradict_nobody() {
    for (one, two) in [
        ("a> Bot -> Calls : +", "a> Bot -> Calls : ++"),
        ("a> Bot -> Calls : +", "a> Bot -> Calls : ?"),
        ("a> Bot -> Calls : +", "a> Calls -> Bot : -"),
        ("a> Bot -> Calls : +", ""),
    ] {
        assert_eq!(told(&[table(Some(1), one), table(Some(2), two)]), [""; 0], "{one} / {two}");
    }
}

#[test]
fn that_there_is_no_such_effect_contradicts_that_there_is_one() {
    let two = table(Some(2), "a> Bot -> Calls : +\na> no Bot -> Calls");
    let found = told(&[table(Some(1), "a> Bot -> Calls : +"), two]);
    assert_eq!(found, ["bot calls: more at table 1, no effect at table 2"]);
}

#[test]
fn a_table_that_disagrees_within_itself_takes_no_side() {
    let torn = table(Some(2), "a> Bot -> Calls : +\nb> Bot -> Calls : -");
    assert_eq!(told(&[table(Some(1), "a> Bot -> Calls : +"), torn.clone()]), [""; 0]);
    let three = [table(Some(1), "a> Bot -> Calls : +"), torn, table(Some(3), "a> Bot -> Calls : -")];
    let found = contradictions(&three);
    assert_eq!((found.len(), found[0].torn.iter().copied().collect::<Vec<_>>()), (1, vec![2]));
}

#[test]
fn each_person_counts_once_with_the_latest_position() {
    let turned = table(Some(2), "a> Bot -> Calls : -\na> Bot -> Calls : +");
    assert_eq!(told(&[table(Some(1), "a> Bot -> Calls : +"), turned]), [""; 0]);
}

#[test]
fn the_plenary_takes_no_part_and_its_word_stands_beside() {
    let tables = [table(Some(1), "a> Bot -> Calls : +"), table(None, "a> Bot -> Calls : -")];
    assert_eq!(told(&tables), [""; 0]);
    let three = [tables[0].clone(), tables[1].clone(), table(Some(2), "a> Bot -> Calls : -")];
    assert_eq!(contradictions(&three)[0].plenary, Sign::Minus);
}

#[test]
fn names_that_the_plenary_made_one_thing_are_one_at_every_table() {
    let tables = [table(Some(1), "a> Bot -> Calls : +"), table(Some(2), "a> Bot -> Phone calls : -")];
    assert_eq!(told(&tables), [""; 0]);
    let plenary = table(None, "Calls -> Trust : +\nsame Calls = Phone calls");
    let all = [tables[0].clone(), tables[1].clone(), plenary];
    assert_eq!(told(&all).len(), 1, "{:?}", told(&all));
}

#[test]
fn tables_of_two_gatherings_do_not_contradict_each_other() {
    let (one, two) =
        (of_gathering("g", Some(1), "a> Bot -> Calls : +"), of_gathering("h", Some(2), "a> Bot -> Calls : -"));
    assert_eq!(told(&[one, two]), [""; 0]);
}

#[test]
fn a_packed_ledger_knows_the_tables() {
    let mut ledger = Ledger::new();
    for session in [table(Some(1), "a> Bot -> Calls : +"), table(Some(2), "a> Bot -> Calls : -")] {
        ledger.add_session(&session, &Names::default());
    }
    let unpacked = Ledger::unpacked(&ledger.packed().unwrap()).unwrap();
    assert_eq!(unpacked.graph(None).contradictions(), ledger.graph(None).contradictions());
    assert_eq!(unpacked.graph(None).contradictions().len(), 1);
}

#[test]
fn the_arrow_with_the_most_people_comes_first() {
    let one = table(Some(1), "a> Bot -> Calls : +\na> Bot -> Trust : +\nb> Bot -> Trust : +");
    let two = table(Some(2), "a> Bot -> Calls : -\na> Bot -> Trust : -");
    let found = told(&[one, two]);
    assert_eq!(
        found.iter().map(|says| says.split(':').next().unwrap()).collect::<Vec<_>>(),
        ["bot trust", "bot calls"]
    );
}

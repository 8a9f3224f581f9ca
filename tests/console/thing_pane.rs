//! The pane of a thing: one place on the map and in the table from which its name, kind, status, owner and good direction
//! are set.

use adjacent::app::{Code, Effect, KeyPress};
use adjacent::record::{Attribute, Fact, Kind, Status, Want};
use insta::assert_snapshot;

use crate::keyboard::Console;
use crate::typing::Typing;

const PANE: KeyPress = KeyPress::ctrl('k');

fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    console
}

/// A workshop with a few lines, on the map of the thing named last but one.
fn on_map() -> Console {
    let mut console = workshop();
    console.says("bot -> more calls").says("Service line -> less trust").says("@Claims owns bot");
    console.press(KeyPress::plain(Code::F(3)));
    console
}

fn looking_at(label: &str) -> Console {
    let mut console = on_map();
    console.press(KeyPress::ctrl('b')).types(label).enter().press(PANE);
    console
}

fn last(console: &Console) -> &[Fact] {
    &console.saved.last().unwrap().facts
}

fn clear(console: &mut Console) {
    console.press(KeyPress::ctrl('u'));
}

#[test]
fn the_pane_lists_what_is_known_and_what_can_be_set() {
    assert_snapshot!(looking_at("bot").screen());
}

#[test]
fn a_name_is_one_event_and_one_undo_brings_back_the_old_one() {
    let mut console = looking_at("bot");
    let before = console.saved.len();
    console.enter();
    clear(&mut console);
    console.types("Triage bot").enter();
    assert_eq!(last(&console), [Fact::Renamed { from: "bot".into(), to: "Triage bot".into() }]);
    assert_eq!(console.saved.len(), before + 1);
    assert_eq!(console.notice(), "bot is called Triage bot from now on. Ctrl-Z takes it back.");
    assert!(console.screen().contains("also called bot"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc));
    assert!(console.screen().starts_with("Triage bot"), "{}", console.screen());
    console.press(KeyPress::ctrl('z'));
    assert!(console.screen().starts_with("bot"), "{}", console.screen());
}

#[test]
fn kind_status_owner_and_direction_are_the_facts_that_typed_lines_make() {
    let mut console = looking_at("bot");
    console.types("2").types("3");
    let kind = Attribute::Kind(Kind::Process);
    assert_eq!(last(&console), [Fact::Set { label: "bot".into(), attribute: kind, words: None }]);
    console.types("3").types("2");
    let status = Attribute::Status(Status::Pilot);
    assert_eq!(last(&console), [Fact::Set { label: "bot".into(), attribute: status, words: None }]);
    console.types("5").types("2");
    let want = Attribute::Want(Want::Down);
    assert_eq!(last(&console), [Fact::Set { label: "bot".into(), attribute: want, words: None }]);
    console.types("4");
    clear(&mut console);
    console.types("@Service").enter();
    let [Fact::Named { label, kind: Kind::Party }, Fact::Claimed(claim)] = last(&console) else { panic!() };
    assert_eq!((label.as_str(), claim.from.as_str(), claim.to.as_str()), ("Service", "Service", "bot"));
    assert_snapshot!(console.screen());
}

#[test]
fn what_is_so_already_makes_no_event() {
    let mut console = looking_at("bot");
    console.types("3").types("2");
    let before = console.saved.len();
    console.types("3").types("2");
    assert_eq!((console.saved.len(), console.notice()), (before, "It is like that already."));
}

#[test]
fn a_name_that_another_thing_has_is_told_and_enter_merges_the_two() {
    let mut console = looking_at("bot");
    console.enter();
    clear(&mut console);
    console.types("calls").enter();
    assert!(console.screen().contains("Another thing is called calls already."), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc));
    assert!(console.screen().contains("good direction"), "{}", console.screen());
    console.enter();
    clear(&mut console);
    console.types("calls").enter().enter();
    assert_eq!(last(&console), [Fact::Merged { keep: "calls".into(), drop: "bot".into() }]);
}

#[test]
fn in_the_table_the_pane_is_that_of_the_row_and_palette_and_door_know_it() {
    let mut console = on_map();
    console.press(KeyPress::ctrl('p')).types("table").enter();
    console.press(KeyPress::plain(Code::Home)).press(PANE);
    let first = console.model.map.scene.table[0].cells[0].clone();
    assert!(console.screen().contains(&format!(" {first} ")), "{}", console.screen());
    let mut console = workshop();
    console.says("bot -> more calls").says("/rename");
    assert!(console.screen().contains("calls: name") || console.screen().contains("bot: name"), "{}", console.screen());
}

#[test]
fn without_a_session_the_desk_session_gets_the_event() {
    let mut console = Console::at_home(Vec::new());
    console.press(KeyPress::plain(Code::F(3)));
    let talk = crate::talk::Talk::transcript(include_str!("../fixtures/harbourline.txt"));
    console.happen(adjacent::app::Msg::Surveyed(Box::new(talk.ledger())));
    console.types("l").types("service bot").enter().types("n").enter();
    clear(&mut console);
    console.types("Robbie").enter();
    let renamed = Fact::Renamed { from: "Service bot".into(), to: "Robbie".into() };
    assert_eq!(console.chores.last(), Some(&Effect::Desk { said: None, facts: vec![renamed] }));
}

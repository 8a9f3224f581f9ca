//! The drawn map is laid out beside the keys.

use std::sync::atomic::AtomicBool;

use adjacent::app::map::View;
use adjacent::app::{Code, Effect, KeyPress, LayoutOrder, Msg, OpenSession};
use adjacent::graph::Ledger;
use adjacent::record::{Basis, Claim, Event, Fact, Header, Names, Session, SessionKind, Sign};

use crate::session::header;
use crate::slow::Slow;
use crate::typing::Typing;

/// A workshop that has said this, with the drawn map on the screen and nothing laid out yet.
fn drawn(lines: &[&str]) -> Slow {
    let mut console = Slow::workshop();
    for line in lines {
        console.says(line);
        console.settles();
    }
    console.press(KeyPress::plain(Code::F(3)));
    while console.model.map.view != View::Drawn {
        console.press(KeyPress::plain(Code::Tab));
    }
    console
}

fn orders(console: &Slow) -> Vec<LayoutOrder> {
    let order = |effect: &Effect| if let Effect::LayOut(order) = effect { Some(order.clone()) } else { None };
    console.chores.iter().filter_map(order).collect()
}

fn finished(order: &LayoutOrder) -> Msg {
    Msg::LaidOut(Box::new(order.lay_out(&AtomicBool::new(false)).unwrap()))
}

/// A list that states an effect.
fn list() -> Ledger {
    let header = Header { kind: SessionKind::Import, ..header("2026-11-09-list-0001", "List") };
    let (from, to, sign, basis) = ("Backlog".to_owned(), "Overtime".to_owned(), Sign::Plus, Basis::Imported);
    let facts = vec![Fact::Claimed(Claim { claim: 1, from, to, sign, basis, ..Claim::default() })];
    let mut ledger = Ledger::new();
    ledger.add_session(&Session::fold(header, [Event { seq: 1, facts, ..Event::default() }]), &Names::default());
    ledger
}

#[test]
fn below_a_drawn_map_it_says_what_is_from_a_file() {
    for (base, is_said) in [(list(), true), (Ledger::new(), false)] {
        let mut console = Slow::workshop();
        let session = Session::fold(crate::slow::header(), [crate::slow::opening()]);
        console.opens(OpenSession { base, writable: true, ..OpenSession::alone(session) });
        console.settles();
        console.says("Backlog -> more calls");
        console.settles();
        console.press(KeyPress::plain(Code::F(3)));
        while console.model.map.view != View::Drawn {
            console.press(KeyPress::plain(Code::Tab));
        }
        let order = orders(&console).pop().unwrap();
        console.happens(finished(&order));
        let screen = console.screen();
        assert_eq!(screen.contains("··· from a file"), is_said, "{screen}");
        assert_eq!(screen.contains("Overtime"), is_said, "{screen}");
    }
}

#[test]
fn no_key_waits_for_a_layout_and_an_old_one_is_told_as_such() {
    let mut console = drawn(&["Service bot -> less handle time, more repeat calls"]);
    let first = orders(&console);
    assert_eq!(first.len(), 1);
    assert!(console.model.map.scene.picture.is_none());
    assert!(console.screen().contains("The map is being drawn."), "{}", console.screen());
    console.chores.clear();
    console.happens(finished(&first[0]));
    assert!(console.screen().contains("Handle time") || console.screen().contains("handle time"));
    assert!(!console.screen().contains("being drawn"), "{}", console.screen());

    // Another centre: the picture before stays, and says so, until the new one is there.
    console.press(KeyPress::ctrl_with(Code::Up)).press(KeyPress::ctrl('t'));
    let later = orders(&console);
    assert!(!later.is_empty());
    assert!(console.screen().contains("being drawn; below, the picture before"), "{}", console.screen());
    let last = later.last().unwrap();
    // What an older order brings after a newer one is not put up.
    console.happens(finished(last));
    let shown = console.model.map.scene.picture.clone().unwrap();
    console.happens(finished(&first[0]));
    assert!(std::sync::Arc::ptr_eq(&shown, console.model.map.scene.picture.as_ref().unwrap()));
    assert!(!console.screen().contains("being drawn"), "{}", console.screen());
}

#[test]
fn looking_again_at_the_same_map_orders_no_layout() {
    let mut console = drawn(&["Service bot -> less handle time"]);
    let first = orders(&console);
    console.chores.clear();
    console.happens(finished(&first[0]));
    console.happens(Msg::Resize(console.model.size.0, console.model.size.1)).happens(Msg::Tick);
    console.press(KeyPress::plain(Code::Down));
    assert_eq!(orders(&console), []);
    console.happens(Msg::Resize(60, 20));
    assert_eq!(orders(&console).len(), 1);
}

#[test]
fn a_layout_that_is_no_longer_wanted_ends_without_a_picture() {
    let console = drawn(&["Service bot -> less handle time"]);
    assert!(orders(&console)[0].lay_out(&AtomicBool::new(true)).is_none());
}

#[test]
fn too_many_things_are_not_drawn_and_it_says_what_makes_them_fewer() {
    let mut console = Slow::workshop();
    for from in 0..45 {
        let effects: Vec<String> = (0..10).map(|to| format!("more effect {from} {to}")).collect();
        console.says(&format!("hub -> more cause {from}"));
        console.says(&format!("cause {from} -> {}", effects.join(", ")));
        console.settles();
    }
    console.press(KeyPress::plain(Code::F(3)));
    console.press(KeyPress::ctrl('b')).types("hub").enter();
    while console.model.map.view != View::Drawn {
        console.press(KeyPress::plain(Code::Tab));
    }
    assert!(orders(&console).is_empty());
    let screen = console.screen();
    assert!(screen.contains("are too many to draw.") && screen.contains("One step less"), "{screen}");
    console.press(KeyPress::ctrl_with(Code::Down));
    assert_eq!(orders(&console).len(), 1);
}

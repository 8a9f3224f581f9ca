//! Any keys in the list, in any order: nothing panics, at any size; and undone to the beginning, the map is the one of
//! the lines as they were first said.

use adjacent::app::{Code, KeyPress};
use adjacent::export::map_json;
use adjacent::graph::Ledger;
use adjacent::record::Names;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{SIZES, session, talked};
use crate::keyboard::Console;
use crate::typing::Typing;

const KEYS: [KeyPress; 22] = [
    KeyPress::plain(Code::Up),
    KeyPress::plain(Code::Up),
    KeyPress::plain(Code::Down),
    KeyPress::plain(Code::PageUp),
    KeyPress::plain(Code::PageDown),
    KeyPress::plain(Code::Home),
    KeyPress::plain(Code::End),
    KeyPress::plain(Code::Enter),
    KeyPress::plain(Code::Enter),
    KeyPress::plain(Code::Esc),
    KeyPress::plain(Code::Char('1')),
    KeyPress::plain(Code::Char('2')),
    KeyPress::plain(Code::Char('4')),
    KeyPress::plain(Code::Char('x')),
    KeyPress::ctrl('f'),
    KeyPress::ctrl('d'),
    KeyPress::ctrl('r'),
    KeyPress::ctrl('k'),
    KeyPress::ctrl('o'),
    KeyPress::ctrl('x'),
    KeyPress::ctrl('t'),
    KeyPress::plain(Code::F(1)),
];

/// The map as it is exported, without the number of lines that were ever typed: a line typed here and undone counts.
fn map(console: &Console) -> String {
    let mut ledger = Ledger::new();
    ledger.add_session(session(console), &Names::default());
    let map = map_json(&ledger.graph(None));
    map.lines().filter(|line| !line.contains("\"events\":")).collect::<Vec<_>>().join("\n")
}

/// Undoes everything but these lines, and brings back those of them that were taken back.
fn undo_all(console: &mut Console, lines: &[u64]) {
    console.code(Code::Esc).code(Code::Esc).code(Code::Esc).press(KeyPress::ctrl('u'));
    for _ in 0..400 {
        let session = session(console);
        let gone = lines.iter().copied().find(|seq| !session.stands(*seq));
        if session.undo_target().is_some_and(|seq| !lines.contains(&seq)) {
            console.press(KeyPress::ctrl('z'));
        } else if gone.is_some() {
            console.model.run.as_mut().unwrap().lines.chosen = gone;
            console.press(KeyPress::ctrl('d')).code(Code::Esc);
        } else {
            return;
        }
    }
    panic!("undo has no end");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, rng_seed: RngSeed::Fixed(16), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keys_in_any_order_never_panic_and_what_the_list_changed_can_be_undone(
        keys in prop::collection::vec(0..KEYS.len(), 1..50),
        size in 0..SIZES.len(),
    ) {
        let mut console = talked().with_size(SIZES[size].0, SIZES[size].1);
        let first = map(&console);
        let said = session(&console).events().iter().filter(|event| event.is_line());
        let lines: Vec<u64> = said.map(|event| event.seq).collect();
        for key in keys {
            console.press(KEYS[key]);
            console.screen();
        }
        undo_all(&mut console, &lines);
        prop_assert_eq!(map(&console), first);
    }
}

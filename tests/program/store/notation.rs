//! A line means what it means in RON, whichever of the two readers reads it.

use adjacent::record::Event;
use adjacent::record::line::{CLOSING, LineMark, event_line, header_line, read, ron_style};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use crate::campaigns::scale::whole_or;
use crate::store::{any_event, session};

/// What RON could write instead, and what it must not.
const AWKWARD: [&str; 36] = [
    " ",
    "\t",
    ",",
    ":",
    "(",
    ")",
    "[",
    "]",
    "{",
    "\"",
    "\\",
    "\\x41",
    "\\u{41}",
    "\\u{1F600}",
    "\\u{d800}",
    "\\'",
    "'",
    "/",
    "//",
    "/**/",
    "_",
    "0",
    "1",
    "-",
    "+",
    ".5",
    "e3",
    "u8",
    "0x1",
    "r",
    "r#\"",
    "#",
    "Some(",
    "None",
    "\0",
    "ß",
];

/// The number of changed lines for each line as it is written.
const CHANGES: usize = 9;

/// Replaces some characters at a place in a line by an awkward text.
#[derive(Clone, Debug)]
struct Change {
    at: usize,
    removed: usize,
    put: &'static str,
}

impl Change {
    fn made_in(&self, line: &str) -> String {
        let at = self.at % (line.chars().count() + 1);
        let before: String = line.chars().take(at).collect();
        let behind: String = line.chars().skip(at + self.removed).collect();
        before + self.put + &behind
    }
}

fn change() -> impl Strategy<Value = Change> {
    let removed = prop_oneof![4 => 0..2_usize, 1 => 0..30_usize];
    (any::<usize>(), removed, select(&AWKWARD)).prop_map(|(at, removed, put)| Change { at, removed, put })
}

/// Checks that a line, sealed as it is, is read as the event that it is in RON, or kept as one that cannot be read.
fn means_what_it_means_in_ron(body: &str) {
    let above = header_line(&session::header()).unwrap();
    let mark = LineMark::seal(Some(above.mark), format!("{body},").as_bytes());
    let reading = read(format!("{}{body}, // {mark}\n{CLOSING}", above.text).as_bytes());
    let by_ron: Option<Event> = ron_style().from_str(body).ok();
    assert_eq!(reading.unknown.len(), usize::from(by_ron.is_none()), "{body}");
    assert_eq!(reading.events, by_ron.into_iter().collect::<Vec<_>>(), "{body}");
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: whole_or(100_000, 1_000) as u32,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_129),
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_line_as_it_is_written_and_a_changed_one_mean_what_they_mean_in_ron(
        event in any_event::event(7),
        changes in prop::collection::vec(change(), CHANGES),
    ) {
        let line = event_line(&event, None).unwrap().text;
        let (body, _) = line.rsplit_once(", // ").unwrap();
        means_what_it_means_in_ron(body);
        for change in changes {
            means_what_it_means_in_ron(&change.made_in(body));
        }
    }
}

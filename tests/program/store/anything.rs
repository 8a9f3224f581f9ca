//! Whatever is written is read back, and whatever is read is survived.

use adjacent::record::line::{FaultSeverity, GrowingFile, mend, read, read_heading, ron_style};
use adjacent::record::{Event, Fact, Header, SessionKind};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde::Deserialize;

use crate::store::{any_event, session};

/// A session file as one RON document, as any other reader of RON sees it.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Document {
    format: u32,
    id: String,
    title: String,
    opened: Timestamp,
    kind: SessionKind,
    #[serde(default)]
    private: bool,
    events: Vec<Event>,
}

fn document(bytes: &[u8]) -> (Header, Vec<Event>) {
    let text = String::from_utf8_lossy(bytes);
    let whole: Document = ron_style().from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let Document { format, id, title, opened, kind, private, events } = whole;
    assert!((1..=Header::FORMAT).contains(&format));
    let exact_names = format == 2;
    (Header { id: id.into(), title, opened, zone: adjacent::record::Zone::UTC, kind, private, exact_names }, events)
}

/// One way to damage a file.
#[derive(Clone, Debug)]
enum Blow {
    Cut(usize),
    Zero(usize, usize),
    Flip(usize),
    Take(usize, usize),
    Repeat(usize, usize),
    Put(usize, Vec<u8>),
}

impl Blow {
    fn hit(&self, bytes: &mut Vec<u8>) {
        let within = |at: usize| at % (bytes.len() + 1);
        let range = |at: usize, length: usize| within(at)..(within(at) + length).min(bytes.len());
        match self {
            Blow::Cut(at) => bytes.truncate(within(*at)),
            Blow::Zero(at, length) => {
                let range = range(*at, *length);
                bytes.get_mut(range).unwrap().fill(0);
            }
            Blow::Flip(at) => {
                let place = within(*at / 8);
                bytes.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= 1 << (at % 8));
            }
            Blow::Take(at, length) => drop(bytes.drain(range(*at, *length))),
            Blow::Repeat(at, length) => {
                let range = range(*at, *length);
                let copy = bytes.get(range.clone()).unwrap().to_vec();
                bytes.splice(range.start..range.start, copy);
            }
            Blow::Put(at, other) => {
                let place = within(*at);
                bytes.splice(place..place, other.iter().copied());
            }
        }
    }
}

fn blow() -> impl Strategy<Value = Blow> {
    let at = || any::<usize>();
    let bits = prop_oneof![
        Just(b"\n".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"])\n".to_vec()),
        Just(b"// by hand (me)\n".to_vec()),
        Just(b"(seq: 3, at: 5, facts: [Closed]),\n".to_vec()),
        prop::collection::vec(any::<u8>(), 0..40),
    ];
    prop_oneof![
        at().prop_map(Blow::Cut),
        (at(), 1..400_usize).prop_map(|(at, length)| Blow::Zero(at, length)),
        at().prop_map(Blow::Flip),
        at().prop_map(Blow::Flip),
        (at(), 1..200_usize).prop_map(|(at, length)| Blow::Take(at, length)),
        (at(), 1..400_usize).prop_map(|(at, length)| Blow::Repeat(at, length)),
        (at(), bits).prop_map(|(at, bits)| Blow::Put(at, bits)),
    ]
}

/// Reading, mending and following must cope, and mending must settle everything.
fn settles(bytes: &[u8]) {
    let first = read(bytes);
    let _ = read_heading(bytes);
    let _ = GrowingFile::default().take(bytes);
    let mended = mend(bytes, &first, "id", false).unwrap();
    let second = read(&mended.bytes);
    if first.is_session() {
        let texts = [bytes, &mended.bytes].map(String::from_utf8_lossy);
        assert!(second.weight() < Some(FaultSeverity::Damage), "{:?}\n{}\n{}", second.faults, texts[0], texts[1]);
        assert_eq!(second.events, first.events);
        assert_eq!(mended.done.is_empty(), mended.bytes == bytes, "{:?}\n{}\n{}", mended.done, texts[0], texts[1]);
        // Text that stands where no other reader looks for it is no part of the document.
        assert_eq!(document(&mended.bytes).1, second.events);
    }
    let again = mend(&mended.bytes, &second, "id", false).unwrap();
    assert_eq!(String::from_utf8_lossy(&again.bytes), String::from_utf8_lossy(&mended.bytes));
    if let Some(tail) = &first.tail {
        let whole = [bytes.get(..tail.keep).unwrap(), tail.patch.as_bytes()].concat();
        let closed = read(&whole);
        assert_eq!(
            closed.events,
            first.events,
            "{}\n{}",
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&whole)
        );
        assert_eq!((&closed.events, &closed.unknown, &closed.tail), (&first.events, &first.unknown, &None));
        assert_eq!((closed.next_seq(), closed.last_mark()), (first.next_seq(), first.last_mark()));
    }
    let sealed = mend(bytes, &first, "id", true).unwrap();
    let third = read(&sealed.bytes);
    assert_eq!(third.events, first.events);
    assert_eq!(mend(&sealed.bytes, &third, "id", true).unwrap().bytes, sealed.bytes);
}

/// The same cases on every run, and no files left behind.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_120),
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_event_is_read_back_as_it_was_written(events in any_event::events()) {
        let bytes = session::file(&events);
        let reading = read(&bytes);
        prop_assert_eq!(&reading.faults, &[]);
        prop_assert_eq!(&reading.heading.header, &session::header());
        prop_assert_eq!(&reading.events, &events);
    }

    #[test]
    fn the_whole_file_is_one_ron_document_that_says_the_same(events in any_event::events()) {
        prop_assert_eq!(document(&session::file(&events)), (session::header(), events));
    }

    #[test]
    fn one_event_is_one_line_without_characters_that_act(event in any_event::event(1)) {
        let bytes = session::file(std::slice::from_ref(&event));
        let text = String::from_utf8(bytes).unwrap();
        prop_assert_eq!(text.lines().count(), 4);
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn any_garbage_is_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        settles(&bytes);
    }

    #[test]
    fn garbage_in_the_shape_of_a_session_is_settled_by_mending(
        lines in prop::collection::vec("(\\(seq: [0-9]{1,3}, at: [0-9]{1,2}, facts: \\[\\]\\),?|\\(format: [12], [a-z: \",]{0,30}events: \\[|\\]\\)|// [a-z ]*)?( // [0-9a-f]{16})?", 0..8)
    ) {
        settles(lines.join("\n").as_bytes());
    }

    #[test]
    fn blows_to_a_session_with_orders_to_strike_are_settled_by_mending_and_what_was_ordered_is_gone(
        mut events in any_event::events(),
        orders in prop::collection::vec(1..14_u64, 1..3),
        blows in prop::collection::vec(blow(), 0..5),
    ) {
        let facts = orders.iter().map(|&seq| Fact::StrikeOrdered { seq }).collect();
        events.push(Event { seq: events.len() as u64 + 1, facts, ..Event::default() });
        let mut bytes = session::file(&events);
        for blow in &blows {
            blow.hit(&mut bytes);
        }
        let first = read(&bytes);
        for reseal in [false, true] {
            let mended = mend(&bytes, &first, "id", reseal).unwrap();
            let second = read(&mended.bytes);
            prop_assert!(!first.is_session() || second.weight() < Some(FaultSeverity::Damage), "{:?}", second.faults);
            prop_assert!(second.unstruck().is_empty());
            let again = mend(&mended.bytes, &second, "id", reseal).unwrap();
            prop_assert!(again.bytes == mended.bytes && again.done.is_empty(), "{:?}", again.done);
        }
    }

    #[test]
    fn several_blows_at_once_are_settled_by_mending(
        events in any_event::events(),
        blows in prop::collection::vec(blow(), 1..5),
    ) {
        let mut bytes = session::file(&events);
        for blow in &blows {
            blow.hit(&mut bytes);
        }
        settles(&bytes);
    }
}

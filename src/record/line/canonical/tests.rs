use super::read;
use crate::record::line::{ron_style, write::event_line};
use crate::record::{Event, Fact, RoomView};

/// One line with every shape of value that an event can hold.
const EVERY_SHAPE: &str = "(seq: 7, at: 1200, speaker: \"sam\", step: \"next.3\", exposure: Private, \
    said: \"Bot, größer -> \\'Zeit\\' \\\"\\\\ \\n\\r\\t\\0\\u{1b}\", facts: [Closed, Resumed(), Parked(text: \"\"), \
    Set(label: \"Bot\", attribute: Status(Live)), Set(label: \"Bot\", attribute: Started(\"2026-11-20\")), \
    Claimed(claim: 3, from: \"A\", to: \"B\", strength: Dominant, delay: Days(7), imagined: true), \
    Joined(tag: \"sam\"), TimeAdded(seconds: -60), Shown(view: Around(\"Bot\")), Shown(view: Line(7)), \
    AgendaChanged(agenda: [(exercise: \"next\", minutes: 10, without: [1, 2], longer: [(1, 5), (2, 10)])])])";

/// The samples of the repository.
const SAMPLES: [&str; 4] = [
    include_str!("../../../../sessions/2026-11-20-four-ai-changes-one-customer-9f3c.ron"),
    include_str!("../../../../sessions/2026-12-11-noted-in-december-2026-63bd.ron"),
    include_str!("../../../../sessions/2027-01-22-noted-in-january-2027-e5d5.ron"),
    include_str!("../../../../sessions/2027-02-25-three-months-on-harbourline-mutual-inven-7c6e.ron"),
];

fn by_ron(text: &str) -> Option<Event> {
    ron_style().from_str(text).ok()
}

#[test]
fn a_line_is_read_without_the_ron_parser_whatever_it_holds_and_means_what_it_means_in_ron() {
    let event: Event = read(EVERY_SHAPE).expect(EVERY_SHAPE);
    assert_eq!(Some(&event), by_ron(EVERY_SHAPE).as_ref());
    let written = event_line(&event, None).unwrap().text;
    assert!(written.starts_with(EVERY_SHAPE), "the writer writes it in the same way: {written}");
}

#[test]
fn every_line_of_the_samples_is_read_without_the_ron_parser() {
    for text in SAMPLES {
        for line in text.lines().filter(|line| line.starts_with("(seq: ")) {
            let (body, _) = line.rsplit_once(", // ").unwrap();
            let event = read::<Event>(body);
            assert!(event.is_some(), "{body}");
            assert_eq!(event, by_ron(body), "{body}");
        }
    }
}

#[test]
fn any_other_notation_is_left_to_the_ron_parser() {
    for text in [
        "(seq:1,at:0,facts:[])",
        "( seq: 1, at: 0, facts: [])",
        "Event(seq: 1, at: 0, facts: [])",
        "(at: 0x0, seq: 1, facts: [])",
        "(seq: 01, at: 0, facts: [])",
        "(seq: 1_0, at: 0, facts: [])",
        "(seq: +1, at: 0, facts: [])",
        "(seq: 1, at: 0, said: r\"a\", facts: [])",
        "(seq: 1, at: 0, said: Some(\"a\"), facts: [])",
        "(seq: 1, at: 0, said: None, facts: [])",
        "(seq: 1, at: 0, said: \"\\x41\\u{1B}\\u{000041}\", facts: [])",
        "(seq: 1, at: 0, facts: [Closed,])",
        "(seq: 1, at: 0, facts: [],)",
        "(seq: 1, at: 0, facts: [TimeAdded(seconds: -0)])",
        "(seq: 1, at: 0, facts: [] /* so */)",
        "(seq: 1, at: 0, facts: []) ",
        "(seq: 1, at: 0, facts: []) // so",
    ] {
        assert_eq!(read::<Event>(text), None, "{text}");
        assert!(by_ron(text).is_some(), "{text}");
    }
}

#[test]
fn what_is_no_event_in_ron_is_none_here() {
    for text in [
        "",
        "(",
        "(seq: 1, at: 0)",
        "(seq: 1, seq: 1, at: 0, facts: [])",
        "(seq: 1, at: 0, tune: \"la\", facts: [])",
        "(seq: 18446744073709551616, at: 0, facts: [])",
        "(seq: -1, at: 0, facts: [])",
        "(seq: 1, at: 0, said: \"\\u{d800}\", facts: [])",
        "(seq: 1, at: 0, said: \"\\u{}\", facts: [])",
        "(seq: 1, at: 0, said: \"\\q\", facts: [])",
        "(seq: 1, at: 0, said: \"\\",
        "(seq: 1, at: 0, step: \"next\", facts: [])",
        "(seq: 1, at: 0, facts: [Sung(song: \"la\")])",
        "(seq: 1, at: 0, facts: [Claimed((claim: 3, from: \"A\", to: \"B\"))])",
        "(seq: 1, at: 0, facts: [Closed()])",
        "(seq: 1, at: 0, facts: [Shown(view: MapPart(65536))])",
        "(seq: 1, at: 0, facts: []// (me)",
        "(seq: 1, at: 0, facts: []/*])",
    ] {
        assert_eq!(read::<Event>(text), None, "{text}");
        assert_eq!(by_ron(text), None, "{text}");
    }
}

#[test]
fn whatever_one_byte_becomes_it_is_never_read_as_something_else_than_in_ron() {
    for at in 0..EVERY_SHAPE.len() {
        for byte in
            [0, b'\n', b' ', b'"', b'(', b')', b',', b'-', b'/', b'0', b'9', b':', b'[', b'\\', b']', b'a', b'_']
        {
            let mut bytes = EVERY_SHAPE.as_bytes().to_vec();
            bytes[at] = byte;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let event = read::<Event>(&text);
            assert!(event.is_none() || event == by_ron(&text), "{text}");
        }
    }
}

#[test]
fn no_text_makes_the_reader_recurse_without_end() {
    #[derive(serde::Deserialize)]
    enum Nested {
        #[expect(dead_code, reason = "only the depth is of interest")]
        In(Box<Nested>),
        Out,
    }
    let nested = |depth: usize| format!("{}Out{}", "In(".repeat(depth), ")".repeat(depth));
    assert!(matches!(read(&nested(31)), Some(Nested::In(_))));
    assert!(read::<Nested>(&nested(33)).is_none());
    assert!(read::<Nested>(&nested(1_000_000)).is_none());
}

#[test]
fn a_variant_that_holds_text_or_a_number_stands_in_parentheses_of_its_own() {
    let views = [RoomView::Around("A \"b\"".into()), RoomView::MapPart(2), RoomView::Talk];
    let facts: Vec<Fact> = views.map(|view| Fact::Shown { view }).into();
    let text = "[Shown(view: Around(\"A \\\"b\\\"\")), Shown(view: MapPart(2)), Shown(view: Talk)]";
    assert_eq!(read::<Vec<Fact>>(text), Some(facts));
}

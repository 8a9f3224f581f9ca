//! Text that would like to be more than text.

use adjacent::record::text::acts;
use adjacent::record::{Event, Fact, Hands, Person, SessionKind, Verdict};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::minutes::room::Room;

/// A session with this text in every field that holds text, so that every section stands.
fn full_of(text: &str) -> String {
    let word = || text.to_owned();
    let people = [Person { tag: "zqmei".into(), name: Some(word()), party: Some(word()), ..Person::default() }];
    let mut room = Room::opened(SessionKind::Workshop, &people, &[("next", 14), ("bound", 20)]);
    room.key(Fact::Titled { title: word() }).enter("next.2").wait(1);
    room.says("zqmei> A -> B : +").says("zqtom> A -> B : -");
    let facts = [
        Fact::Answered { text: word() },
        Fact::Parked { text: word() },
        Fact::Asked { text: word() },
        Fact::Committed { text: word(), who: Some("zqmei".to_owned()), due: None, about: Some(word()), about_to: None },
        Fact::Decided { about: word(), before: Some(word()), verdict: Verdict::Stop, after: Some(word()), who: None },
        Fact::Watched { label: word(), level: Some(word()), first: None, acts: None },
        Fact::Voted { ballot: format!("? {text}"), hands: vec![Hands { option: word(), count: 1 }] },
        Fact::Ranked { ballot: format!("? {text}"), order: vec![word(), word()] },
        Fact::Rated { item: format!("? {text}"), scale: Some(word()), value: 3 },
        Fact::Revealed { texts: vec![word(), word()] },
        Fact::Ruled { label: "Bot".to_owned(), slot: adjacent::record::Slot::Never, text: word() },
    ];
    for fact in facts {
        room.key(fact);
    }
    let scrap = Fact::Scrapped { reason: word() };
    room.push(Event { seq: room.last() + 1, said: Some(format!("? {text}")), facts: vec![scrap], ..Event::default() });
    room.minutes()
}

/// What each line is to a reader of Markdown: which mark it begins with, and how many cells it has.
fn shape(page: &str) -> Vec<(String, usize)> {
    let lines = page.lines().map(|line| {
        let marks: String = line.chars().take_while(|c| !c.is_alphanumeric() && !"“\\`".contains(*c)).collect();
        let marks = if marks.chars().all(|c| "#- |*>".contains(c)) { marks } else { String::new() };
        let cells = line.replace("\\|", "").matches('|').count();
        (marks, cells)
    });
    lines.collect()
}

#[track_caller]
fn acts_like_a_word(text: &str) {
    let page = full_of(text);
    let found = page.chars().find(|c| (acts(*c) && *c != '\n') || *c == '<');
    assert_eq!(found, None, "{text:?} left a character that acts:\n{page}");
    assert_eq!(shape(&page).len(), shape(&full_of("word")).len(), "{text:?} made or took away a line:\n{page}");
    for (line, (found, expected)) in page.lines().zip(shape(&page).into_iter().zip(shape(&full_of("word")))) {
        assert_eq!(found, expected, "{text:?} changed what this line is: {line}");
    }
}

#[test]
fn markup_never_acts() {
    for text in [
        "x\n# Decisions\n\n- forged",
        "x\r\n## Forged",
        "x | y | z |",
        "x <script>alert(1)</script>",
        "x <!-- gone",
        "x [press](https://evil.example)",
        "x ![i](https://evil.example/i.png)",
        "x https://evil.example/`<b>`|",
        "x `code` and ```fence```",
        "x \u{1b}]0;owned\u{7}\u{1b}[2J",
        "x \u{202e}desrever\u{2066}",
        "x &lt;b&gt; &#60;",
        "x **bold** __bold__ ~~gone~~ $x$ {: .class}",
        "x\u{2028}# line\u{2029}- item",
        "x\\",
    ] {
        acts_like_a_word(text);
    }
}

#[test]
fn a_text_that_begins_like_a_block_is_still_a_text() {
    for text in ["# x", "- x", "+ x", "* x", "> x", "1. x", "1) x", "    x", "--- x", "=== x", "``` x", "| x |", ": x"]
    {
        let mut room = Room::new();
        room.key(Fact::Parked { text: text.to_owned() });
        let item = room.under("Parked");
        let inside = item.strip_prefix("- ").unwrap();
        let digits = inside.trim_start_matches(|c: char| c.is_ascii_digit());
        let opens = inside.starts_with(['#', '-', '+', '*', '>', '`', '|', ':', '=', ' ']);
        let numbers = digits.len() < inside.len() && digits.starts_with(['.', ')']);
        assert!(!opens && !numbers, "{text:?} became {item:?}");
    }
}

#[test]
fn an_address_is_no_link() {
    let mut room = Room::new();
    room.says("look at https://evil.example/x and www.evil.example or write tom@evil.example");
    let said = "- “look at `https://evil.example/x` and `www.evil.example` or write `tom@evil.example`”";
    assert_eq!(room.under("What was said"), said);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_more_than_text(text in "x[ \\PC#|<>*_`\\[\\]!\\-+\n\r\t\u{1b}\u{202e}&;:/.\\\\]{0,40}") {
        acts_like_a_word(&text);
    }
}

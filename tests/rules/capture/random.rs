//! Whatever is typed or pasted: no panic, no half-read line, the same reading every time.

use adjacent::capture::{Form, Reading, complete, read};
use adjacent::graph::Key;
use adjacent::record::Fact;

use crate::capture::room::Room;

/// A small generator with a fixed seed (Marsaglia's xorshift, 2003), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const TOKENS: [&str; 96] = [
    "->",
    "<-",
    "<->",
    "→",
    "−",
    "—",
    " : ",
    ":",
    ",",
    " // ",
    "\"",
    "“",
    "[",
    "]",
    "(",
    ")",
    "(live)",
    "(want down)",
    "(scarce)",
    "+",
    "++",
    "--",
    "---",
    "?",
    "=",
    "1w",
    "2q",
    "now",
    "later",
    "seen",
    "told",
    "guess",
    "@",
    "!",
    "/",
    "$",
    "~",
    "^",
    "#",
    "*",
    "&",
    "mei>",
    "say",
    "saw",
    "want",
    "rule",
    "yes",
    "no",
    "unsure",
    "same",
    "do",
    "park",
    "undo",
    "redo",
    "is",
    "re",
    "due",
    "fri",
    "4 dec",
    "uncertain",
    "never:",
    "up",
    "down",
    "flat",
    "steady",
    "live",
    ".",
    "#3",
    "needs",
    "owns",
    "in",
    "part of",
    "builds on",
    "raises",
    "lowers",
    "covers",
    "uses",
    "pays for",
    "more",
    "less",
    "but",
    "and",
    "Bot",
    "Service bot",
    "Handle time",
    "trust",
    "Claims",
    "客户信任",
    "שלום",
    "e\u{301}",
    "🤖",
    "\u{202e}",
    "\t",
    "\u{0}",
    "ß",
    "the",
];

fn mixed(dice: &mut Dice) -> String {
    let mut line = String::new();
    for _ in 0..dice.roll(14) {
        line.push_str(dice.pick(&TOKENS));
        if dice.roll(4) > 0 {
            line.push(' ');
        }
    }
    line
}

fn bytes(dice: &mut Dice) -> String {
    let bytes: Vec<u8> = (0..dice.roll(40)).map(|_| u8::try_from(dice.roll(256)).unwrap()).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn room() -> Room {
    Room::after(&["@Claims owns !Service bot", "Service bot -> Handle time : -", "same Service bot = Robbie", "A -> B"])
}

#[test]
fn a_hundred_thousand_lines_are_read_without_a_panic_and_leave_only_whole_facts() {
    let room = room();
    let mut dice = Dice(0x5eed_0fad_7ac3_11e5);
    let mut forms = std::collections::BTreeMap::new();
    for turn in 0..100_000 {
        let line = if turn % 4 == 0 { bytes(&mut dice) } else { mixed(&mut dice) };
        let reading = room.read(&line);
        whole(&line, &reading);
        *forms.entry(reading.form.name()).or_insert(0) += 1;
        if turn % 16 == 0 {
            same_again(&room, &line, &reading);
        }
    }
    assert_eq!(forms.len(), 17, "every form was among them: {forms:?}");
}

/// A scrap leaves nothing but its reason; anything else names only what has an identity.
fn whole(line: &str, reading: &Reading) {
    assert_eq!(reading.facts.is_empty(), reading.form == Form::Blank, "{line:?}");
    assert_eq!(reading.why.is_some(), reading.form == Form::Scrap, "{line:?}");
    if reading.form == Form::Scrap {
        assert!(matches!(reading.facts.as_slice(), [Fact::Scrapped { .. }]), "{line:?}");
    }
    for label in reading.facts.iter().flat_map(labels) {
        assert!(Key::of(label).is_some(), "{line:?} names {label:?}");
        assert!(label.chars().count() <= 200, "{line:?}");
        assert!(!label.chars().any(char::is_control), "{line:?}");
    }
}

fn labels(fact: &Fact) -> Vec<&str> {
    match fact {
        Fact::Named { label, .. }
        | Fact::Set { label, .. }
        | Fact::Observed { label, .. }
        | Fact::Ruled { label, .. } => {
            vec![label]
        }
        Fact::Claimed(claim) => vec![&claim.from, &claim.to],
        Fact::Stanced(stance) => vec![&stance.from, &stance.to],
        Fact::Merged { keep, drop } => vec![keep, drop],
        Fact::Committed { about, about_to, .. } => about.iter().chain(about_to).map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The same line gives the same reading, and what was kept of it the same facts; both can be told and completed.
fn same_again(room: &Room, line: &str, reading: &Reading) {
    assert_eq!(room.read(line), *reading, "{line:?}");
    let context = room.context().spoken_by(reading.speaker.as_deref());
    let again = read(&reading.said, &context);
    let ambiguous = again.tag.is_some();
    assert!(ambiguous || again.facts == reading.facts, "{line:?} was kept as {:?}", reading.said);
    let sentence = room.speak(reading);
    assert_eq!(sentence.is_empty(), reading.form == Form::Blank, "{line:?}");
    assert!(!sentence.chars().any(char::is_control), "{line:?}");
    let cursor = line.char_indices().map(|(at, _)| at).nth(line.chars().count() / 2).unwrap_or_default();
    drop(complete(line, cursor, ["Service bot", "Handle time"], &|_| false));
}

#[test]
fn a_session_of_random_lines_can_be_recorded_undone_and_told() {
    let mut dice = Dice(0x0ddb_a115_ca1e_d0e5);
    let mut room = room();
    for _ in 0..600 {
        let line = mixed(&mut dice);
        let reading = room.hear(&line);
        whole(&line, &reading);
    }
    for event in room.session.events() {
        let told = adjacent::capture::retell(event, &room.context(), &|_| None);
        assert_eq!(told.is_some(), event.seq > 1, "{:?}", event.said);
    }
}

//! An invented session of any length, as a room would have typed it.

use adjacent::record::line::{BANNER, CLOSING, event_line, header_line};
use adjacent::record::{
    Basis, Claim, Delay, Event, Fact, Header, Kind, Mode, Person, SessionTime, Sign, StepId, Strength,
};

use crate::session;

const THINGS: [&str; 8] = [
    "Claims triage",
    "Service bot",
    "Customer history",
    "Handle time",
    "Letter templates",
    "Größe der Akte",
    "Repeat calls",
    "Jonas' JSON \"feed\"",
];

/// The header of the session.
pub(crate) fn header() -> Header {
    session::header("2026-11-20-four-ai-changes-9f3c", "Four AI changes, one customer")
}

/// That many events: the opening, then lines and keyed acts.
pub(crate) fn events(count: u64) -> Vec<Event> {
    (1..=count).map(event).collect()
}

/// The event with this number.
pub(crate) fn event(seq: u64) -> Event {
    if seq == 1 {
        return opening();
    }
    let at = seq * 7_300;
    match seq % 10 {
        4 => Event {
            seq,
            at: SessionTime::from_millis(at),
            facts: vec![Fact::Retracted { seq: seq - 1 }],
            ..Event::default()
        },
        7 => entered(seq, at),
        9 => named(seq, at),
        _ => claimed(seq, at),
    }
}

fn opening() -> Event {
    let person = |tag: &str, party: &str| Person { tag: tag.into(), party: Some(party.into()), ..Person::default() };
    let opened = Fact::Opened {
        mode: Mode::Live,
        facilitator: Some("Noor".into()),
        agenda: Vec::new(),
        people: vec![person("sam", "Claims"), person("pri", "Retention")],
    };
    Event { seq: 1, at: SessionTime::OPENING, facts: vec![opened], ..Event::default() }
}

fn entered(seq: u64, at: u64) -> Event {
    let step = StepId::new("next", (seq % 5) as u16 + 1);
    Event {
        seq,
        at: SessionTime::from_millis(at),
        facts: vec![Fact::StepEntered { step, planned: 300 }],
        ..Event::default()
    }
}

fn named(seq: u64, at: u64) -> Event {
    let label = format!("{} {seq}", thing(seq));
    let said = format!("{label}?");
    let facts = vec![Fact::Named { label, kind: Kind::Unknown }, Fact::Asked { text: said.clone() }];
    Event {
        seq,
        at: SessionTime::from_millis(at),
        speaker: Some("pri".into()),
        said: Some(said),
        facts,
        ..Event::default()
    }
}

fn claimed(seq: u64, at: u64) -> Event {
    let claim = Claim {
        claim: seq as u32,
        from: thing(seq).into(),
        to: thing(seq + 3).into(),
        sign: if seq.is_multiple_of(2) { Sign::Plus } else { Sign::Minus },
        strength: if seq.is_multiple_of(3) { Strength::Clear } else { Strength::Some },
        delay: seq.is_multiple_of(5).then_some(Delay::Days(90)),
        basis: if seq.is_multiple_of(7) { Basis::Seen } else { Basis::Told },
        ..Claim::default()
    };
    Event {
        seq,
        at: SessionTime::from_millis(at),
        speaker: Some("sam".into()),
        step: Some(StepId::new("next", 3)),
        said: Some(format!("{} -> {}", thing(seq), thing(seq + 3))),
        facts: vec![Fact::Claimed(claim)],
        ..Event::default()
    }
}

fn thing(number: u64) -> &'static str {
    THINGS[number as usize % THINGS.len()]
}

/// The bytes of a session file with these events.
pub(crate) fn file(events: &[Event]) -> Vec<u8> {
    let head = header_line(&header()).unwrap();
    let mut text = format!("{BANNER}{}", head.text);
    let mut above = head.mark;
    for event in events {
        let line = event_line(event, Some(above)).unwrap();
        text.push_str(&line.text);
        above = line.mark;
    }
    text.push_str(CLOSING);
    text.into_bytes()
}

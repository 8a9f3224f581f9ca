//! Sessions of any length, as people might have held them.

use std::path::Path;

use adjacent::record::{Basis, Claim, Event, Fact, Header, Kind, Mode, SessionKind, SessionTime, Sign, Strength};
use adjacent::store::Workspace;

/// The title of the session with ten thousand things.
pub(crate) const BIG: &str = "Ten thousand things";

/// How many lines it holds; each names one of the things.
pub(crate) const BIG_LINES: u64 = 10_000;

pub(crate) fn header(title: &str, number: u16) -> Header {
    let opened = "2026-11-20T09:00:00Z".parse().unwrap();
    let workspace = Workspace::open(Path::new(".")).unwrap();
    workspace.new_header(title, SessionKind::Workshop, opened, number)
}

pub(crate) fn opening() -> Event {
    let opened =
        Fact::Opened { mode: Mode::Live, facilitator: Some("Noor".into()), agenda: Vec::new(), people: Vec::new() };
    Event { seq: 1, at: SessionTime::OPENING, facts: vec![opened], ..Event::default() }
}

/// The line with this number: it names one new thing and draws an arrow to an earlier one.
pub(crate) fn line(seq: u64) -> Event {
    let (from, to) = (label(seq), label(seq * 7 % seq.max(1) / 2 + 1));
    // About one line in eight holds somebody's own words, as in the worked example.
    let words = seq.is_multiple_of(8).then(|| "we saw it on the ward".to_owned());
    let quote = words.as_ref().map(|words| format!(" \"{words}\"")).unwrap_or_default();
    let said = format!("{from} -> {to} : ++ seen{quote}");
    let claim = Claim {
        claim: u32::try_from(seq).unwrap_or(u32::MAX),
        from: from.clone(),
        to,
        sign: if seq.is_multiple_of(3) { Sign::Minus } else { Sign::Plus },
        strength: Strength::Clear,
        basis: Basis::Seen,
        words,
        ..Claim::default()
    };
    let facts = vec![Fact::Named { label: from, kind: Kind::Factor }, Fact::Claimed(claim)];
    Event {
        seq,
        at: SessionTime::from_millis(seq * 1000),
        speaker: Some("mei".into()),
        said: Some(said),
        facts,
        ..Event::default()
    }
}

fn label(number: u64) -> String {
    const WORDS: [&str; 8] = ["Handle", "Queue", "Ward", "Claims", "Letter", "Bed", "Theatre", "Discharge"];
    const KINDS: [&str; 5] = ["time", "pressure", "backlog", "errors", "trust"];
    let pick = |words: &[&'static str], number: u64| words[(number % words.len() as u64) as usize];
    format!("{} {} {number}", pick(&WORDS, number), pick(&KINDS, number / 8))
}

/// Sessions of a hundred lines each.
pub(crate) fn small_sessions(folder: &Path, count: u16) {
    let workspace = Workspace::open(folder).unwrap();
    for number in 0..count {
        let mut events = vec![opening()];
        events.extend((2..102).map(line));
        workspace.create(&header("A morning", number), &events).unwrap();
    }
}

/// One session that names ten thousand things.
pub(crate) fn big_session(folder: &Path) {
    let mut events = vec![opening()];
    events.extend((2..2 + BIG_LINES).map(line));
    Workspace::open(folder).unwrap().create(&header(BIG, 1), &events).unwrap();
}

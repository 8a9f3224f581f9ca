//! A session as people might have held it, and a small source of chance.

use adjacent::record::{Claim, Event, Fact, Header, Mode, SessionTime, Sign};

use crate::session;

pub(crate) fn header() -> Header {
    session::header("2026-11-20-talk-0000", "Talk")
}

pub(crate) fn opening() -> Event {
    let opened =
        Fact::Opened { mode: Mode::Live, facilitator: Some("Noor".into()), agenda: Vec::new(), people: Vec::new() };
    Event { seq: 1, at: SessionTime::OPENING, facts: vec![opened], ..Event::default() }
}

/// The event with this number, from 2 on.
pub(crate) fn event(seq: u64) -> Event {
    let (from, to) = (format!("Thing {seq}"), format!("Other {seq}"));
    let said = format!("{from} -> {to} : + \"they said so in line {seq}\"");
    let claim = Claim { claim: seq as u32, from, to, sign: Sign::Plus, ..Claim::default() };
    Event {
        seq,
        at: SessionTime::from_millis(seq * 1000),
        said: Some(said),
        facts: vec![Fact::Claimed(claim)],
        ..Event::default()
    }
}

/// Chance that is the same in every run.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit.max(1) as u64) as usize
    }
}

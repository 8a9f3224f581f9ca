//! Whether a session may leave this machine.

use std::collections::BTreeSet;
use std::fmt;

use super::{Event, Exposure, Fact, Header, Person, SessionKind};

/// The reason why a session, or the rest of it, does not go to the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldBack {
    /// It was opened as private.
    Private,
    /// It was made private by the event with this number.
    PrivateSince(u64),
    /// Somebody said that it stays on this machine.
    StaysHere,
    /// It is a rehearsal.
    Rehearsal,
    /// It is a what-if branch that nobody adopted.
    NotAdopted,
    /// It is a self-assessment.
    Assessment,
    /// It holds the name of a person.
    HoldsNames,
    /// It holds lines for the facilitator alone.
    HoldsPrivateLines,
}

impl fmt::Display for HeldBack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Private | Self::PrivateSince(_) => "it is private",
            Self::StaysHere => "it was told to stay here",
            Self::Rehearsal => "it is a rehearsal",
            Self::NotAdopted => "it is a what-if that was not adopted",
            Self::Assessment => "it is a self-assessment",
            Self::HoldsNames => "it holds names of people",
            Self::HoldsPrivateLines => "it holds lines for the facilitator alone",
        })
    }
}

/// What the events of one session, taken in order, say about whether it may leave this machine.
#[derive(Clone, Debug)]
pub struct TravelRule {
    /// The reason that lies in the header.
    opened_as: Option<HeldBack>,
    /// The number of the event that made the session private.
    private_since: Option<u64>,
    stays_here: bool,
    names: bool,
    private_lines: bool,
    adopted: BTreeSet<u64>,
    taken_back: BTreeSet<u64>,
}

impl TravelRule {
    /// The rule for a session with this header and no events.
    pub fn new(header: &Header) -> Self {
        let opened_as = match header.kind {
            _ if header.private => Some(HeldBack::Private),
            SessionKind::Rehearsal => Some(HeldBack::Rehearsal),
            SessionKind::Assessment => Some(HeldBack::Assessment),
            SessionKind::WhatIf { .. } => Some(HeldBack::NotAdopted),
            SessionKind::Workshop | SessionKind::Solo | SessionKind::Desk | SessionKind::Import => None,
        };
        Self {
            opened_as,
            private_since: None,
            stays_here: false,
            names: false,
            private_lines: false,
            adopted: BTreeSet::new(),
            taken_back: BTreeSet::new(),
        }
    }

    /// Takes the next event.
    pub fn take(&mut self, event: &Event) {
        self.private_lines |= event.exposure == Exposure::Private;
        self.names |= event.scribe.is_some();
        for fact in &event.facts {
            match fact {
                Fact::MadePrivate => self.private_since = Some(event.seq),
                Fact::MadeShared => self.private_since = None,
                Fact::StaysHere => self.stays_here = true,
                Fact::MayTravel => self.stays_here = false,
                Fact::Adopted => {
                    self.adopted.insert(event.seq);
                }
                Fact::Retracted { seq } => {
                    self.taken_back.insert(*seq);
                }
                Fact::Restored { seq } => {
                    self.taken_back.remove(seq);
                }
                Fact::Opened { facilitator, people, .. } => {
                    self.names |= facilitator.is_some() || people.iter().any(is_named);
                }
                Fact::Joined(person) => self.names |= is_named(person),
                Fact::Resumed { who } => self.names |= who.is_some(),
                _ => {}
            }
        }
    }

    /// The reason why the session does not travel now; `None` when it does.
    pub fn withheld(&self) -> Option<HeldBack> {
        let adopted = || self.adopted.difference(&self.taken_back).next().is_some();
        let by_kind = self.opened_as.filter(|why| *why != HeldBack::NotAdopted || !adopted());
        by_kind
            .or(self.names.then_some(HeldBack::HoldsNames))
            .or(self.private_lines.then_some(HeldBack::HoldsPrivateLines))
            .or(self.stays_here.then_some(HeldBack::StaysHere))
            .or(self.private_since.map(HeldBack::PrivateSince))
    }
}

const fn is_named(person: &Person) -> bool {
    person.name.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Mode;

    fn after(kind: SessionKind, facts: &[Fact]) -> Option<HeldBack> {
        let mut rule = TravelRule::new(&Header::here(kind));
        for (seq, fact) in (1..).zip(facts) {
            rule.take(&Event { seq, facts: vec![fact.clone()], ..Event::default() });
        }
        rule.withheld()
    }

    #[test]
    fn what_happened_in_the_room_travels_and_what_was_tried_out_does_not() {
        for (kind, withheld) in [
            (SessionKind::Workshop, None),
            (SessionKind::Solo, None),
            (SessionKind::Desk, None),
            (SessionKind::Import, None),
            (SessionKind::Rehearsal, Some(HeldBack::Rehearsal)),
            (SessionKind::Assessment, Some(HeldBack::Assessment)),
            (SessionKind::WhatIf { of: "a".into(), after: 3 }, Some(HeldBack::NotAdopted)),
        ] {
            assert_eq!(after(kind, &[]), withheld);
        }
        let private = Header { private: true, ..Header::here(SessionKind::Workshop) };
        assert_eq!(TravelRule::new(&private).withheld(), Some(HeldBack::Private));
    }

    #[test]
    fn an_adopted_branch_travels_until_the_adoption_is_taken_back() {
        let branch = || SessionKind::WhatIf { of: "a".into(), after: 3 };
        assert_eq!(after(branch(), &[Fact::Adopted]), None);
        let back = [Fact::Adopted, Fact::Retracted { seq: 1 }];
        assert_eq!(after(branch(), &back), Some(HeldBack::NotAdopted));
        assert_eq!(after(branch(), &[back.as_slice(), &[Fact::Restored { seq: 1 }]].concat()), None);
    }

    #[test]
    fn private_and_here_hold_until_the_opposite_is_said() {
        let held_back = |facts: &[Fact]| after(SessionKind::Workshop, facts);
        assert_eq!(held_back(&[Fact::Closed, Fact::MadePrivate]), Some(HeldBack::PrivateSince(2)));
        assert_eq!(held_back(&[Fact::MadePrivate, Fact::MadeShared]), None);
        assert_eq!(held_back(&[Fact::StaysHere]), Some(HeldBack::StaysHere));
        assert_eq!(held_back(&[Fact::StaysHere, Fact::MayTravel]), None);
    }

    #[test]
    fn a_name_or_a_line_for_the_facilitator_alone_holds_a_session_back() {
        let ana = Person { tag: "ana".into(), name: Some("Ana Ruiz".into()), ..Person::default() };
        let opened = |facilitator: Option<&str>, people: &[Person]| Fact::Opened {
            mode: Mode::Live,
            facilitator: facilitator.map(str::to_owned),
            agenda: Vec::new(),
            people: people.to_vec(),
        };
        let keyed = Person { name: None, key: Some("0123456789abcdef".into()), ..ana.clone() };
        for (fact, withheld) in [
            (opened(None, &[]), None),
            (opened(None, std::slice::from_ref(&keyed)), None),
            (opened(Some("Ana Ruiz"), &[]), Some(HeldBack::HoldsNames)),
            (opened(None, std::slice::from_ref(&ana)), Some(HeldBack::HoldsNames)),
            (Fact::Joined(keyed), None),
            (Fact::Joined(ana), Some(HeldBack::HoldsNames)),
            (Fact::Resumed { who: Some("Ana Ruiz".into()) }, Some(HeldBack::HoldsNames)),
        ] {
            assert_eq!(after(SessionKind::Workshop, std::slice::from_ref(&fact)), withheld, "{fact:?}");
        }
        let mut rule = TravelRule::new(&Header::here(SessionKind::Workshop));
        rule.take(&Event { seq: 1, exposure: Exposure::Private, ..Event::default() });
        assert_eq!(rule.withheld(), Some(HeldBack::HoldsPrivateLines));
    }
}

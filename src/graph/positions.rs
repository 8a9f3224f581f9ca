use std::collections::BTreeMap;

use super::{Key, Ledger};
use crate::record::{Claim, Event, Fact, Position, Relation, SeatTag, Session, Sign, Stance};

/// One seat's view of one arrow: the seat, the things at both ends, and the relation.
type SeatOnArrow = (SeatTag, Key, Key, Relation);

/// Records the position of each seat on each arrow, so that a change of position is noticed. Nothing of it is shown.
#[derive(Clone, Debug, Default)]
pub struct Positions {
    stood: BTreeMap<SeatOnArrow, Vec<(u64, Sign)>>,
}

impl Positions {
    /// Records the speaker's positions and returns whether one of them differs from the speaker's last one.
    pub fn turns(&mut self, event: &Event, ledger: &Ledger, session: &Session) -> bool {
        let Some(speaker) = &event.speaker else { return false };
        let mut turned = false;
        for (from, to, relation, sign) in event.facts.iter().filter_map(position) {
            let key = |label| ledger.key_of(label).cloned().or_else(|| Key::of(label));
            let (Some(from), Some(to)) = (key(from), key(to)) else { continue };
            let stood = self.stood.entry((speaker.clone(), from, to, relation)).or_default();
            turned |= last(stood, session).is_some_and(|before| before != sign);
            stood.push((event.seq, sign));
        }
        turned
    }
}

/// Returns the last position that was not taken back: correcting a line is no change of position.
fn last(stood: &[(u64, Sign)], session: &Session) -> Option<Sign> {
    stood.iter().rev().find(|(seq, _)| session.stands(*seq)).map(|(_, sign)| *sign)
}

fn position(fact: &Fact) -> Option<(&str, &str, Relation, Sign)> {
    let (from, to, relation, sign) = match fact {
        Fact::Stanced(Stance { position: Position::No, from, to, kind, .. }) => (from, to, *kind, Sign::NoEffect),
        Fact::Claimed(Claim { from, to, kind, sign, imagined: false, .. })
        | Fact::Stanced(Stance { position: Position::Yes, from, to, kind, sign, .. }) => (from, to, *kind, *sign),
        _ => return None,
    };
    (sign != Sign::Unknown).then_some((from.as_str(), to.as_str(), relation, sign))
}

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Basis, Claim, Delay, Position, Relation, Sign, Stance, Strength};

use super::session_record::{SessionRecord, Who};
use super::statement::{Saying, Statement};
use super::tally::Tally;
use super::{Key, Ledger, Moment};

/// The position one person holds on one arrow.
#[derive(Clone, Debug)]
pub(super) struct HeldPosition<'a> {
    pub(super) sign: Sign,
    pub(super) strength: Strength,
    pub(super) delay: Option<Delay>,
    pub(super) basis: Basis,
    /// When the position was taken.
    pub(super) taken: &'a Moment,
    /// When the position was last repeated.
    pub(super) affirmed: &'a Moment,
    /// Whether the position was taken by a claim of one's own, and not by a stance.
    pub(super) own: bool,
    /// The person's party, as listed.
    pub(super) party: Option<&'a Key>,
    /// Whether it was taken in a session of one person.
    pub(super) solo: bool,
}

/// The positions of all people on one arrow, and what imported files state about it.
#[derive(Clone, Debug)]
pub(super) struct ArrowPositions<'a> {
    relation: Relation,
    held: BTreeMap<Who, HeldPosition<'a>>,
    unsure: BTreeSet<Who>,
    /// What imported files state; nobody holds it.
    listed: Vec<HeldPosition<'a>>,
    /// When somebody last said something.
    spoken: Option<&'a Moment>,
}

impl<'a> ArrowPositions<'a> {
    /// Replays what was said about an arrow, in time order; imagined claims take no position.
    pub(super) fn of(ledger: &'a Ledger, relation: Relation, words: &[&'a (Moment, Statement)]) -> Self {
        let mut standing =
            Self { relation, held: BTreeMap::new(), unsure: BTreeSet::new(), listed: Vec::new(), spoken: None };
        for (moment, word) in words {
            if let Some(meeting) = ledger.sessions.get(&moment.session) {
                standing.hear(meeting, moment, word);
            }
        }
        standing
    }

    fn hear(&mut self, meeting: &'a SessionRecord, moment: &'a Moment, word: &'a Statement) {
        if let Some(claim) = word.claim().filter(|_| word.is_imported()) {
            self.listed.push(HeldPosition::claimed(self.relation, claim, meeting, moment, word));
            return;
        }
        self.spoken = self.spoken.max(Some(moment));
        let who = meeting.who(word, moment);
        let taken = match &word.saying {
            Saying::Claim(claim) if claim.imagined => return,
            Saying::Claim(claim) => HeldPosition::claimed(self.relation, claim, meeting, moment, word),
            Saying::Stance(stance) if stance.position == Position::Unsure => {
                self.unsure.insert(who);
                return;
            }
            Saying::Stance(stance) => HeldPosition::answered(self.relation, stance, meeting, moment, word),
        };
        self.unsure.remove(&who);
        match self.held.get_mut(&who) {
            Some(held) if !taken.own && held.sign == taken.sign => held.affirmed = moment,
            _ => {
                self.held.insert(who, taken);
            }
        }
    }

    /// Counts the people on each side.
    pub(super) fn tally(&self) -> Tally {
        let holding = |sign| self.held.values().filter(|held| held.sign == sign).count();
        Tally {
            plus: holding(Sign::Plus),
            minus: holding(Sign::Minus),
            none: holding(Sign::NoEffect),
            unsure: self.unsure.len(),
        }
    }

    /// Returns the positions that the arrow rests on: those with the winning sign; without one, all that do not deny
    /// the arrow.
    pub(super) fn supporters(&self) -> impl Iterator<Item = &HeldPosition<'a>> {
        let winner = self.tally().winner();
        self.held.values().filter(move |held| match winner {
            Sign::Unknown => held.sign != Sign::NoEffect,
            sign => held.sign == sign,
        })
    }

    /// Returns what imported files state, in time order.
    pub(super) fn listed(&self) -> &[HeldPosition<'a>] {
        &self.listed
    }

    /// Whether only files state the arrow: nobody has taken a side.
    pub(super) fn is_listed_only(&self) -> bool {
        self.held.is_empty() && !self.listed.is_empty()
    }

    /// Returns when somebody last said something about the arrow.
    pub(super) const fn last_spoken(&self) -> Option<&'a Moment> {
        self.spoken
    }

    /// Whether the arrow belongs on the map: somebody claims it, and those who deny it have not won. As long as nobody
    /// has taken a side, a file that states it is enough.
    pub(super) fn is_drawn(&self) -> bool {
        if self.is_listed_only() {
            return self.listed.iter().any(|held| held.sign != Sign::NoEffect);
        }
        self.tally().winner() != Sign::NoEffect && self.supporters().next().is_some()
    }

    /// Returns how much the latest statement counts that the arrow rests on, with its moment: what people say before
    /// what files state, and a claim before a stance.
    pub(super) fn latest(&self) -> Option<(bool, bool, &'a Moment)> {
        let said = self.supporters().map(|held| (true, held.own, held.taken)).max();
        said.or_else(|| self.listed.last().map(|held| (false, true, held.taken)))
    }
}

impl<'a> HeldPosition<'a> {
    fn claimed(
        relation: Relation,
        claim: &Claim,
        meeting: &'a SessionRecord,
        moment: &'a Moment,
        word: &'a Statement,
    ) -> Self {
        Self {
            sign: side(relation, claim.sign),
            strength: claim.strength,
            delay: claim.delay,
            basis: claim.basis,
            taken: moment,
            affirmed: moment,
            own: true,
            party: meeting.party(word),
            solo: meeting.solo,
        }
    }

    fn answered(
        relation: Relation,
        stance: &Stance,
        meeting: &'a SessionRecord,
        moment: &'a Moment,
        word: &'a Statement,
    ) -> Self {
        let denied = stance.position == Position::No;
        Self {
            sign: if denied { Sign::NoEffect } else { side(relation, stance.sign) },
            strength: stance.strength,
            delay: stance.delay,
            basis: if meeting.solo { Basis::Guess } else { Basis::Told },
            taken: moment,
            affirmed: moment,
            own: false,
            party: meeting.party(word),
            solo: meeting.solo,
        }
    }
}

/// Returns the side that a sign counts for. For a relation without a sign, saying that there is such an arrow counts as
/// plus.
const fn side(relation: Relation, sign: Sign) -> Sign {
    match sign {
        Sign::NoEffect => Sign::NoEffect,
        _ if !relation.carries_sign() => Sign::Plus,
        sign => sign,
    }
}

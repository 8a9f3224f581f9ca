//! Which language each name is in.

use std::collections::BTreeMap;

use super::small_words::tells;
use super::tongue::Tongue;
use crate::graph::name_record::NameRecord;
use crate::graph::{Key, Ledger};
use crate::record::SessionId;

/// How many words of each language speak for it.
type Votes = [usize; Tongue::ALL.len()];

/// The languages of the sessions of a ledger.
///
/// A session whose languages were set has these, and English. Any other may have each of them, and what the small words of
/// all its names speak for counts where a name has none.
pub(super) struct Tongues<'a> {
    ledger: &'a Ledger,
    votes: BTreeMap<&'a SessionId, Votes>,
}

impl<'a> Tongues<'a> {
    pub(super) fn of(ledger: &'a Ledger, keys: &[&'a Key]) -> Self {
        let mut votes: BTreeMap<&SessionId, Votes> = BTreeMap::new();
        for key in keys {
            let Some(moment) = ledger.names.get(*key).and_then(|name| name.first()) else { continue };
            let session = votes.entry(&moment.session).or_default();
            session.iter_mut().zip(votes_of(key)).for_each(|(sum, votes)| *sum += votes);
        }
        Self { ledger, votes }
    }

    /// Returns the language that a name is most probably in: the one that its own small words speak for, else the one of
    /// the session in which it was first said, else English.
    pub(super) fn of_name(&self, key: &Key, name: &NameRecord) -> Tongue {
        let Some(session) = name.first().map(|moment| &moment.session) else { return Tongue::English };
        let set = self.ledger.sessions.get(session).map_or(&[][..], |record| record.languages());
        let set: Vec<Tongue> = set.iter().filter_map(|code| Tongue::of(code)).collect();
        let in_session = self.votes.get(session).copied().unwrap_or_default();
        let possible = |tongue: Tongue| set.is_empty() || tongue == Tongue::English || set.contains(&tongue);
        let own = votes_of(key);
        // One word may belong to several languages: "over" is Dutch, and English.
        let enough = if set.is_empty() { 2 } else { 1 };
        let rank = |tongue: Tongue| {
            let votes = |votes: &Votes| votes.get(tongue as usize).copied().unwrap_or_default();
            let place = set.iter().position(|known| *known == tongue).map_or(0, |place| set.len() - place);
            let own = Some(votes(&own)).filter(|own| *own >= enough);
            (own, place, votes(&in_session), tongue == Tongue::English)
        };
        Tongue::ALL
            .into_iter()
            .filter(|tongue| possible(*tongue))
            .max_by_key(|tongue| rank(*tongue))
            .unwrap_or(Tongue::English)
    }
}

/// Returns how many words and letters of a name speak for each language.
fn votes_of(key: &Key) -> Votes {
    Tongue::ALL.map(|tongue| {
        let words = key.as_str().split(' ').filter(|word| tells(tongue, word)).count();
        let letters = key.as_str().chars().filter(|c| tongue.letters().contains(*c)).count();
        words + letters
    })
}

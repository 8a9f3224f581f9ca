use std::collections::BTreeSet;

use crate::record::{Relation, SessionId, Sign};

use super::gone::Gone;
use super::standing::ArrowPositions;
use super::{Key, Ledger, Moment};

/// What imported files state about an arrow, beside what people say. Nobody in any room has said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The sign that the files state; unknown where they leave it open or state different ones.
    pub sign: Sign,
    /// Whether the files state different signs.
    pub differs: bool,
    /// The import sessions whose files state it, the earliest first.
    pub sessions: Vec<SessionId>,
    /// Since when no file states it any more, until a file states it again or somebody says something about it.
    pub gone: Option<Gone>,
}

impl Listing {
    /// Adds up the imported claims about the arrow between two canonical names; `None` if no file states it.
    ///
    /// A claim that its source no longer states counts only where no other claim is left.
    pub(super) fn of(
        ledger: &Ledger,
        (from, to): (&Key, &Key),
        relation: Relation,
        standing: &ArrowPositions<'_>,
    ) -> Option<Self> {
        let listed = standing.listed();
        if listed.is_empty() {
            return None;
        }
        let notes = ledger.notes_of_gone_arrow(from, to, relation);
        let gone_since = |moment: &Moment| notes.iter().filter(|(since, note)| note.ends(since, moment)).max();
        let still: Vec<_> = listed.iter().filter(|held| gone_since(held.taken).is_none()).collect();
        let last = listed.iter().filter_map(|held| gone_since(held.taken)).map(|(since, _)| *since).max();
        let gone = last.filter(|since| still.is_empty() && standing.last_spoken().is_none_or(|said| said < *since));
        let counts = if still.is_empty() { listed.iter().collect() } else { still };
        let sides: BTreeSet<Sign> = counts.iter().map(|held| held.sign).filter(|sign| *sign != Sign::Unknown).collect();
        let mut sessions: Vec<SessionId> = Vec::new();
        for held in &counts {
            if !sessions.contains(&held.taken.session) {
                sessions.push(held.taken.session.clone());
            }
        }
        let sign = if sides.len() == 1 { sides.first().copied().unwrap_or_default() } else { Sign::Unknown };
        Some(Self { sign, differs: sides.len() > 1, sessions, gone: gone.map(|since| ledger.gone_at(since)) })
    }
}

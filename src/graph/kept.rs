//! A ledger as it is kept for the next time, so that it need not be told anew.
//!
//! Every text that is said again and again (ids, tags, identities, labels) is written once, in a table, and referred to
//! by its place there: so it is there once when it is taken up. The names beside the sessions are left out: they are
//! nobody else's business, and are noted again then.

mod collections;
mod texts;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::record::{Judgement, Names, Relation, Session, SessionId, Slot};

use super::merging::Merging;
use super::moment::Origin;
use super::name::{NameRecord, Observation};
use super::people::SessionRecord;
use super::timeline::Chronology;
use super::traits::Trait;
use super::word::Saying;
use super::words::Words;
use super::{Judged, Key, Ledger};

pub(super) use texts::{At, Gathered, Texts};

/// Something that is kept with its texts in a table.
pub(super) trait Keep: Sized {
    /// How it is written.
    type Packed: Serialize + DeserializeOwned;

    /// Ready to be written; its texts are gathered.
    fn packed(&self, texts: &mut Gathered) -> Self::Packed;

    /// As it was; none when it refers to a text that is not there.
    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self>;
}

/// How something is written.
pub(super) type Packed<T> = <T as Keep>::Packed;

/// What is written as it is.
macro_rules! as_it_is {
    ($($plain:ty),*) => {
        $(impl Keep for $plain {
            type Packed = Self;

            fn packed(&self, _: &mut Gathered) -> Self {
                Clone::clone(self)
            }

            fn taken_up(packed: Self, _: &Texts) -> Option<Self> {
                Some(packed)
            }
        })*
    };
}

as_it_is!(bool, i64, String, Judgement, Relation, Slot, Observation, Trait);

/// A ledger, ready to be written.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedLedger {
    texts: Vec<String>,
    names: Packed<BTreeMap<Key, Arc<NameRecord>>>,
    merging: Packed<Merging>,
    apart: Packed<BTreeSet<(Key, Key)>>,
    sessions: Packed<BTreeMap<SessionId, Arc<SessionRecord>>>,
    judgements: Packed<Chronology<Judged>>,
    decided: Packed<BTreeMap<Key, i64>>,
}

impl Ledger {
    /// Ready to be written.
    pub fn packed(&self) -> PackedLedger {
        let mut texts = Gathered::default();
        PackedLedger {
            names: self.names.packed(&mut texts),
            merging: self.merging.packed(&mut texts),
            apart: self.apart.packed(&mut texts),
            sessions: self.sessions.packed(&mut texts),
            judgements: self.judgements.packed(&mut texts),
            decided: self.decided.packed(&mut texts),
            texts: texts.into_table(),
        }
    }

    /// As it was, without the names beside the sessions; none when a text is missing.
    pub fn taken_up(packed: PackedLedger) -> Option<Self> {
        let texts = Texts::of(packed.texts);
        let mut ledger = Self {
            names: Keep::taken_up(packed.names, &texts)?,
            merging: Keep::taken_up(packed.merging, &texts)?,
            apart: Keep::taken_up(packed.apart, &texts)?,
            sessions: Keep::taken_up(packed.sessions, &texts)?,
            judgements: Keep::taken_up(packed.judgements, &texts)?,
            decided: Keep::taken_up(packed.decided, &texts)?,
            words: Words::default(),
            sayings: 0,
            claims: 0,
        };
        ledger.number_claims();
        Some(ledger)
    }

    /// Sessions know their claims by number, which follows from what was said.
    fn number_claims(&mut self) {
        let mut meetings: HashMap<&str, &mut SessionRecord> =
            self.sessions.iter_mut().map(|(id, meeting)| (&**id, Arc::make_mut(meeting))).collect();
        (self.sayings, self.claims) = (0, 0);
        let outs = self.names.values().flat_map(|name| name.out.values()).flat_map(BTreeMap::values);
        for (moment, word) in outs.flat_map(Chronology::iter) {
            self.sayings += 1;
            self.claims += usize::from(word.claim().is_some());
            if let (Saying::Claim(claim), Some(meeting)) = (&word.saying, meetings.get_mut(&*moment.session)) {
                meeting.note_claim(claim, moment);
            }
        }
    }

    /// Notes whose seats the tags of a session are.
    pub fn name_seats(&mut self, session: &Session, names: &Names) {
        let origin = Origin::of(session, names);
        if let Some(meeting) = self.sessions.get_mut(&origin.session) {
            Arc::make_mut(meeting).note_names(&origin);
        }
    }
}

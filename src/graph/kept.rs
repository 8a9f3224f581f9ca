//! A ledger as it is kept for the next time, so that it need not be told anew.
//!
//! The names beside the sessions are left out: they are nobody else's business, and are noted again when it is taken up.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::record::{Basis, Claim, Delay, Names, Position, Relation, Session, Sign, Stance, Strength};

use super::moment::Origin;
use super::people::Meeting;
use super::timeline::Timeline;
use super::word::Saying;
use super::{Key, Ledger};

impl Ledger {
    /// Makes whole what was not kept because it follows from the rest.
    #[must_use]
    pub fn taken_up(mut self) -> Self {
        HEARD.with_borrow_mut(HashSet::clear);
        self.merging.retell();
        let mut meetings: HashMap<&str, &mut Meeting> =
            self.sessions.iter_mut().map(|(id, meeting)| (&**id, Arc::make_mut(meeting))).collect();
        let outs = self.names.values().flat_map(|name| name.out.values()).flat_map(BTreeMap::values);
        for (moment, word) in outs.flat_map(Timeline::iter) {
            if let (Saying::Claim(claim), Some(meeting)) = (&word.saying, meetings.get_mut(&*moment.session)) {
                meeting.note_claim(claim, moment);
            }
        }
        self
    }

    /// Notes whose seats the tags of a session are.
    pub fn name_seats(&mut self, session: &Session, names: &Names) {
        let origin = Origin::of(session, names);
        if let Some(meeting) = self.sessions.get_mut(&origin.session) {
            Arc::make_mut(meeting).note_names(&origin);
        }
    }
}

thread_local! {
    /// The ids and tags of what is being read: each is there once, however often it is said.
    static HEARD: RefCell<HashSet<Arc<str>>> = RefCell::default();
}

fn once(text: &str) -> Arc<str> {
    HEARD.with_borrow_mut(|heard| match heard.get(text) {
        Some(known) => Arc::clone(known),
        None => {
            let text: Arc<str> = text.into();
            heard.insert(Arc::clone(&text));
            text
        }
    })
}

/// Reads an id that stands on everything said in a session.
pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    <&str>::deserialize(deserializer).map(once)
}

/// Reads a tag that stands on everything somebody said.
pub(super) fn tag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Arc<str>>, D::Error> {
    Ok(Option::<&str>::deserialize(deserializer)?.map(once))
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&str>::deserialize(deserializer).map(|folded| Key::kept(folded.into()))
    }
}

/// A claim with every field in its place: what is kept here is read without the names of the fields.
type PackedClaim =
    (u32, String, String, Relation, Sign, Strength, Option<Delay>, Basis, bool, Option<String>, Option<String>);

type PackedStance = (Position, String, String, Relation, Sign, Strength, Option<Delay>, Option<String>);

/// A saying with every field in its place.
#[derive(Serialize, Deserialize)]
pub(super) enum PackedSaying {
    Claim(PackedClaim),
    Stance(PackedStance),
}

impl From<Saying> for PackedSaying {
    fn from(saying: Saying) -> Self {
        match saying {
            Saying::Claim(claim) => {
                let Claim { claim, from, to, kind, sign, strength, delay, basis, imagined, words, note } =
                    Arc::unwrap_or_clone(claim);
                Self::Claim((claim, from, to, kind, sign, strength, delay, basis, imagined, words, note))
            }
            Saying::Stance(stance) => {
                let Stance { position, from, to, kind, sign, strength, delay, words } = Arc::unwrap_or_clone(stance);
                Self::Stance((position, from, to, kind, sign, strength, delay, words))
            }
        }
    }
}

impl From<PackedSaying> for Saying {
    fn from(packed: PackedSaying) -> Self {
        match packed {
            PackedSaying::Claim((claim, from, to, kind, sign, strength, delay, basis, imagined, words, note)) => {
                Self::Claim(Arc::new(Claim {
                    claim,
                    from,
                    to,
                    kind,
                    sign,
                    strength,
                    delay,
                    basis,
                    imagined,
                    words,
                    note,
                }))
            }
            PackedSaying::Stance((position, from, to, kind, sign, strength, delay, words)) => {
                Self::Stance(Arc::new(Stance { position, from, to, kind, sign, strength, delay, words }))
            }
        }
    }
}

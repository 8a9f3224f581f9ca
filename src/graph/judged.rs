use crate::record::{Judgement, SessionId};

use super::kept::{Gathered, Keep, Packed, Texts};
use super::timeline::Chronology;
use super::{Key, Ledger};

/// What a room said about something that a lens sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The session in which it was said.
    pub session: SessionId,
    /// Which lens, by its name.
    pub lens: String,
    /// Which pattern of it.
    pub pattern: Option<String>,
    /// The things it is about, under the names that are kept for them.
    pub about: Vec<Key>,
    /// What was said.
    pub judgement: Judgement,
    /// Why.
    pub reason: Option<String>,
    /// When, in milliseconds since 1970.
    pub time: i64,
}

impl Judged {
    /// Whether two judgements are about one finding.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.lens == other.lens && self.pattern == other.pattern && self.about == other.about
    }
}

impl Ledger {
    /// What was judged, in time order; a later judgement of the same finding stands behind the earlier one.
    pub(super) fn judged(&self) -> Vec<Judged> {
        let kept = |judged: &Judged| {
            let about = judged.about.iter().map(|key| self.aliases().kept(key).clone()).collect();
            Judged { about, ..judged.clone() }
        };
        Chronology::iter(&self.judgements).map(|(_, judged)| kept(judged)).collect()
    }
}

impl Keep for Judged {
    type Packed = (Packed<SessionId>, String, Option<String>, Packed<Vec<Key>>, Judgement, Option<String>, i64);

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        let Self { session, lens, pattern, about, judgement, reason, time } = self.clone();
        (session.packed(texts), lens, pattern, about.packed(texts), judgement, reason, time)
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        let (session, lens, pattern, about, judgement, reason, time) = packed;
        let (session, about) = (Keep::taken_up(session, texts)?, Keep::taken_up(about, texts)?);
        Some(Self { session, lens, pattern, about, judgement, reason, time })
    }
}

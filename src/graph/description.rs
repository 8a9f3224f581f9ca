use crate::record::SessionId;

use super::{Key, Ledger, Moment};

/// What an imported file says about a thing, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// The words, as one line.
    pub words: String,
    /// The session that imported the file.
    pub session: SessionId,
}

impl Ledger {
    /// Returns what files say about a thing, which is given by its canonical name: the earliest first, each text once.
    pub(super) fn described(&self, thing: &Key) -> Vec<Description> {
        let names = self.aliases().all(thing).filter_map(|name| self.names.get(name));
        let mut told: Vec<&(Moment, String)> = names.flat_map(|name| name.described.iter()).collect();
        told.sort_by_key(|(moment, _)| moment);
        let mut described: Vec<Description> = Vec::new();
        for (moment, words) in told {
            if described.iter().all(|known| known.words != *words) {
                described.push(Description { words: words.clone(), session: moment.session.clone() });
            }
        }
        described
    }
}

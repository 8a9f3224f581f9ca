//! Packs a ledger as bytes, so that the next start need not add up all sessions again.
//!
//! Serde writes every field. Texts that recur (ids, tags, labels) are written once, in a [`text_table`]. The people's
//! names in the sessions' private files are left out, because nobody else may read them; they are taken over again
//! after loading.

pub(super) mod text_table;

use std::collections::HashMap;
use std::sync::Arc;

use crate::record::{Names, Session};

use super::chronology::Chronology;
use super::paged::PagedMap;
use super::session_record::SessionRecord;
use super::statement::Saying;
use super::{Ledger, Origin};

impl Ledger {
    /// Returns the ledger as bytes, in a format that may change with every version; `None` when it cannot be written.
    pub fn packed(&self) -> Option<Vec<u8>> {
        let (ledger, texts) = text_table::gathered(|| postcard::to_stdvec(self));
        let mut bytes = postcard::to_stdvec(&texts).ok()?;
        bytes.extend(ledger.ok()?);
        Some(bytes)
    }

    /// Reads a ledger from bytes, without the people's names of the sessions; `None` when the bytes are damaged.
    pub fn unpacked(bytes: &[u8]) -> Option<Self> {
        let (texts, ledger) = postcard::take_from_bytes(bytes).ok()?;
        let mut ledger: Self = text_table::resolved(texts, || postcard::from_bytes(ledger)).ok()?;
        ledger.number_claims();
        ledger.add_up_traits();
        Some(ledger)
    }

    /// Adds up what was said about each name, which is not packed.
    fn add_up_traits(&mut self) {
        let imports = &self.imports;
        self.names.change_values(|name| Arc::make_mut(name).traits.add_up(|session| imports.contains(session)));
    }

    /// Counts the statements, and records the numbers of the claims in each session. Neither is packed.
    fn number_claims(&mut self) {
        let mut sessions: HashMap<&str, &mut SessionRecord> =
            self.sessions.iter_mut().map(|(id, session)| (id.as_str(), Arc::make_mut(session))).collect();
        let outs = self.names.values().flat_map(|name| name.out.values()).flat_map(PagedMap::values);
        for (moment, statement) in outs.flat_map(Chronology::iter) {
            self.sayings += 1;
            self.claims += usize::from(statement.is_made());
            if let (Saying::Claim(claim), Some(session)) = (&statement.saying, sessions.get_mut(&*moment.session)) {
                session.note_claim(claim, moment);
            }
        }
    }

    /// Takes over the people's names from the private file of a session.
    pub fn name_seats(&mut self, session: &Session, names: &Names) {
        let origin = Origin::of(session, names);
        if let Some(session) = self.sessions.get_mut(&origin.session) {
            Arc::make_mut(session).note_names(&origin);
        }
    }
}

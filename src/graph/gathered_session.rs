use serde::{Deserialize, Serialize};

use crate::record::Gathering;

/// The place of a session in its gathering, as the ledger holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct GatheredSession {
    /// The id of the gathering.
    pub(super) gathering: String,
    /// The number of the table; `None` for the plenary.
    pub(super) table: Option<u16>,
}

impl From<&Gathering> for GatheredSession {
    fn from(place: &Gathering) -> Self {
        Self { gathering: place.id.clone(), table: place.table }
    }
}

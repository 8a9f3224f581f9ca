//! What was said about watching, measuring and settling, as the ledger holds it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::Outcome;

/// What somebody said about watching a thing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct WatchNote {
    pub(super) level: Option<String>,
    pub(super) acts: Option<String>,
}

/// What somebody measured, in their words: "62 points".
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct MeasureNote {
    pub(super) words: String,
    pub(super) day: Date,
}

/// What became of a matter of this or another session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SettlementNote {
    pub(super) session: String,
    pub(super) seq: u64,
    pub(super) outcome: Outcome,
}

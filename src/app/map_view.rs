//! The map screen: one thing, what leads into it, what it leads to.

use super::entry::Entry;
use super::model::Screen;
use crate::graph::Ledger;

/// Where the map screen looks.
#[derive(Clone, Debug, Default)]
pub struct MapView {
    /// What is looked at, when no session is open.
    pub ledger: Ledger,
    /// Part of a name, to list fewer things.
    pub filter: Entry,
    /// The labels of the things whose name holds that part, in key order.
    pub listed: Vec<String>,
    /// The row under the cursor, among the things listed.
    pub selected: usize,
    /// The screen to go back to.
    pub back: Screen,
}

/// The labels of the things whose name holds `part`, in key order.
pub(super) fn list(ledger: &Ledger, part: &str) -> Vec<String> {
    let wanted = part.trim().to_lowercase();
    ledger.labels().filter(|label| label.to_lowercase().contains(&wanted)).map(str::to_owned).collect()
}

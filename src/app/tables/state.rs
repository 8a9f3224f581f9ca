use jiff::Timestamp;

use super::overview::GatheringOverview;

/// What the console knows about the tables of a gathering.
#[derive(Clone, Debug, Default)]
pub struct TablesState {
    /// The tables as they were seen last; `None` before the first look, and where there are none.
    pub overview: Option<Box<GatheringOverview>>,
    /// Why the tables are not shown; empty while nothing is wrong.
    pub says: String,
    /// Identifies the files as they were read last; 0 before the first look.
    pub stamp: u64,
    /// Whether a look is on its way.
    pub looking: bool,
    /// When the last look ended.
    pub looked: Option<Timestamp>,
}

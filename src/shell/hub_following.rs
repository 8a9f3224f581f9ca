//! Brings a workspace and its hub up to date once, for the commands.

/// What came and went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BroughtUpToDate {
    /// The number of sessions of which lines came.
    pub arrived: usize,
    /// The number of lines that went up.
    pub sent: usize,
    /// What somebody should know, a sentence each.
    pub says: Vec<String>,
}

#[cfg(feature = "hub")]
mod once;

#[cfg(feature = "hub")]
pub use once::bring_up_to_date;
#[cfg(not(feature = "hub"))]
pub use without::bring_up_to_date;

#[cfg(not(feature = "hub"))]
mod without {
    use super::BroughtUpToDate;
    use crate::shell::hub_joining::HubFailure;
    use crate::store::Workspace;

    /// Does nothing: this program was built without the hub.
    #[allow(clippy::unnecessary_wraps, clippy::missing_const_for_fn, reason = "with the hub it can fail")]
    pub fn bring_up_to_date(_: &Workspace) -> Result<Option<BroughtUpToDate>, HubFailure> {
        Ok(None)
    }
}

//! Lets a branch add to the shared map.

use jiff::Timestamp;

use super::open;
use crate::app::Recording;
use crate::exercise::Catalogue;
use crate::record::Fact;
use crate::store::{StoreError, Workspace};

/// Lets a branch add to the shared map from now on. Returns its title, and whether that is new.
pub fn adopt(workspace: &Workspace, id: &str) -> Result<(String, bool), StoreError> {
    let (mut file, open) = open(workspace, id)?;
    let title = open.session.title().to_owned();
    if open.session.feeds_shared_graph() {
        return Ok((title, false));
    }
    let recording = Recording::new(open, &Catalogue::embedded());
    file.append(&recording.keyed(vec![Fact::Adopted], recording.at(Timestamp::now())))?;
    Ok((title, true))
}

//! What has to be said beside a map that is true as far as it goes: on standard error, a sentence each.

use std::io::{self, Write};

use super::failure::Failure;
use crate::graph::Ledger;
use crate::record::text::plain;
use crate::store::Workspace;

/// Says what the shared map of a workspace rests on and cannot show.
pub(super) fn tell(workspace: &Workspace, ledger: &Ledger) -> Result<(), Failure> {
    let mut err = io::stderr().lock();
    let copies = workspace.copies()?;
    for says in copies.iter().map(ToString::to_string).chain(workspace.about_people(ledger)) {
        writeln!(err, "{}", plain(&says))?;
    }
    Ok(())
}

//! What has to be said beside a map that is true as far as it goes: on standard error, a sentence each.

use std::io::{self, Write};

use super::failure::Failure;
use crate::graph::Ledger;
use crate::record::text::plain;
use crate::shell::workshop;
use crate::store::Workspace;

/// Says what the shared map of a workspace rests on and cannot show.
pub(super) fn tell(workspace: &Workspace, ledger: &Ledger) -> Result<(), Failure> {
    let mut err = io::stderr().lock();
    for says in about(workspace, ledger)? {
        writeln!(err, "{}", plain(&says))?;
    }
    Ok(())
}

fn about(workspace: &Workspace, ledger: &Ledger) -> Result<Vec<String>, Failure> {
    Ok(workspace.about_people(ledger))
}

/// What has to be said beside the whole map of a workspace, as sentences.
pub(super) fn about_all(workspace: &Workspace) -> Result<Vec<String>, Failure> {
    about(workspace, &workshop::survey(workspace)?)
}

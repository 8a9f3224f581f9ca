//! Prints warnings about what a map does not show, on standard error, one sentence each.

use std::io::Write;

use super::call::Call;
use super::failure::Failure;
use crate::graph::Ledger;

/// Prints the warnings about the shared map of a workspace.
pub(super) fn tell(call: &Call, ledger: &Ledger) -> Result<(), Failure> {
    let workspace = call.workspace()?;
    let copies = workspace.copies()?;
    for says in copies.iter().map(ToString::to_string).chain(workspace.about_people(ledger)) {
        writeln!(call.err(), "{says}")?;
    }
    Ok(())
}

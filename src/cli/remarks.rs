//! What has to be said beside a map that is true as far as it goes: on standard error, a sentence each.

use std::io::Write;

use super::call::Call;
use super::failure::Failure;
use crate::graph::Ledger;

/// Says what the shared map of a workspace rests on and cannot show.
pub(super) fn tell(call: &Call, ledger: &Ledger) -> Result<(), Failure> {
    let workspace = call.workspace()?;
    let copies = workspace.copies()?;
    for says in copies.iter().map(ToString::to_string).chain(workspace.about_people(ledger)) {
        writeln!(call.err(), "{says}")?;
    }
    Ok(())
}

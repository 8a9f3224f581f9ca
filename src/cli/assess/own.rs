//! The assessments of this user.

use crate::assess::{Assessment, Instrument, Versions};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::store::Workspace;

/// The latest finished assessment, with the instrument whose questions it answers.
pub(super) fn latest(call: &Call) -> Result<(Instrument, Assessment), Failure> {
    let versions = Versions::embedded();
    let finished = own(&call.workspace()?)?.into_iter().rev().find(Assessment::is_finished);
    let latest = finished.ok_or_else(nothing_yet)?;
    let instrument = versions.of(&latest).cloned();
    Ok((instrument.ok_or_else(|| Failure::usage("it was answered to questions that a newer version knows"))?, latest))
}

/// All assessments of this user that can be read.
pub(super) fn own(workspace: &Workspace) -> Result<Vec<Assessment>, Failure> {
    let (read, _) = workspace.assessments().all()?;
    Ok(read.into_iter().map(|(_, assessment)| assessment).collect())
}

/// The error that no assessment was finished yet.
pub(super) fn nothing_yet() -> Failure {
    Failure::usage("no assessment was finished so far; adjacent assess begins one, --sample shows the sample leader")
}

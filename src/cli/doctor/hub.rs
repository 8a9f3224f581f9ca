use super::check::{DoctorLine, DoctorSubject};
use crate::shell::hub_joining;

/// Whether the hub that this folder has joined answers. It is the only thing that is asked over a network.
pub(super) fn hub(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "hub";
    let Ok(workspace) = around.workspace() else {
        return DoctorLine::note(NAME, "unknown without a workspace", "name a folder with --dir DIR or ADJACENT_DIR");
    };
    match hub_joining::status(&workspace) {
        Ok(None) => DoctorLine::fine(NAME, "none is joined; everything stays on this machine"),
        Ok(Some(status)) if status.may_write => DoctorLine::fine(NAME, format!("{} answers", status.hub)),
        Ok(Some(status)) => DoctorLine::note(
            NAME,
            format!("{} answers; this login only reads", status.hub),
            "lines of this folder do not go there; ask for a login that may write",
        ),
        Err(failure) => DoctorLine::fault(
            NAME,
            failure.says,
            "lines are on this disk all the same and go there once it answers; adjacent hub status tries again",
        ),
    }
}

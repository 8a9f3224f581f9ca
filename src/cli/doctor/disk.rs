use super::check::{DoctorLine, DoctorSubject};
use crate::store::{folder_health, is_open_to_others};

/// The bytes below which a workshop may run out of room, and those below which it soon will.
const LOW: u64 = 500 << 20;
const OUT: u64 = 10 << 20;

/// Which folder the workspace is.
pub(super) fn folder(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "workspace";
    match around.workspace() {
        Ok(workspace) if workspace.folder().is_dir() => {
            DoctorLine::fine(NAME, workspace.folder().display().to_string())
        }
        Ok(workspace) => {
            DoctorLine::fine(NAME, format!("{}, which is made with the first session", workspace.folder().display()))
        }
        Err(failure) => DoctorLine::fault(
            NAME,
            failure.sentence().unwrap_or_default(),
            "name a folder with --dir DIR or ADJACENT_DIR",
        ),
    }
}

/// Whether sessions can be written there.
pub(super) fn writing(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "writing";
    let Ok(workspace) = around.workspace() else { return unknown(NAME) };
    let sessions = workspace.folder().join("sessions");
    let health = folder_health(&sessions);
    match health.not_writable {
        None => DoctorLine::fine(NAME, "a file could be written, was safe on disk, and is removed again"),
        Some(error) => DoctorLine::fault(
            NAME,
            format!("nothing can be written in {}: {error}", health.nearest.display()),
            "see who owns the folder, or name another with --dir DIR",
        ),
    }
}

/// Whether others on this machine may read what is private.
pub(super) fn permissions(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "permissions";
    let Ok(workspace) = around.workspace() else { return unknown(NAME) };
    let private = workspace.folder().join("private");
    match is_open_to_others(&private) {
        None => DoctorLine::fine(NAME, "no private files here yet"),
        Some(false) => DoctorLine::fine(NAME, "private files are readable by you alone"),
        Some(true) => DoctorLine::fault(
            NAME,
            "others on this machine may look into the folder of private files",
            format!("chmod 700 {}", private.display()),
        ),
    }
}

/// Whether the disk has room.
pub(super) fn space(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "disk";
    let Ok(workspace) = around.workspace() else { return unknown(NAME) };
    let Some(free) = folder_health(workspace.folder()).free else {
        return DoctorLine::fine(NAME, "this system does not tell how much room is left");
    };
    let says = format!("{} MiB are free", free >> 20);
    match free {
        0..OUT => DoctorLine::fault(NAME, says, "free some room: lines could soon not be saved"),
        OUT..LOW => DoctorLine::note(NAME, says, "enough for many sessions; not much for exports of large maps"),
        _ => DoctorLine::fine(NAME, says),
    }
}

/// Whether every session can be read.
pub(super) fn sessions(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "sessions";
    let Ok(workspace) = around.workspace() else { return unknown(NAME) };
    let listed = match workspace.list() {
        Ok(listed) => listed.len(),
        Err(error) => return DoctorLine::fault(NAME, error.to_string(), "adjacent check says more"),
    };
    let unread = workspace.unread().files().len();
    let there = if listed == 1 { "1 session".to_owned() } else { format!("{listed} sessions") };
    match unread {
        0 => DoctorLine::fine(NAME, format!("{there} can be listed; adjacent check reads every line")),
        1 => DoctorLine::fault(NAME, format!("{there}, and a file that cannot be read"), "adjacent check says which"),
        _ => DoctorLine::fault(
            NAME,
            format!("{there}, and {unread} files that cannot be read"),
            "adjacent check says which",
        ),
    }
}

fn unknown(name: &'static str) -> DoctorLine {
    DoctorLine::note(name, "unknown without a workspace", "name a folder with --dir DIR or ADJACENT_DIR")
}

use super::check::{DoctorLine, DoctorSubject};
use crate::shell::{clipboard_program, no_desktop};

/// Through what a text would be copied. Nothing is copied.
pub(super) fn clipboard(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "clipboard";
    if let Some(program) = clipboard_program() {
        return DoctorLine::fine(NAME, format!("{program} is there to copy with"));
    }
    let tmux = if around.is_set("TMUX") { ", and set -g set-clipboard on in .tmux.conf" } else { "" };
    DoctorLine::note(
        NAME,
        "no program to copy with; the terminal would be asked (OSC 52), and many ignore it",
        format!(
            "install wl-copy (Wayland) or xclip (X11){tmux}; everything that can be copied can be written to a file too"
        ),
    )
}

/// Whether a report can be opened from the console. Nothing is opened.
pub(super) fn opener(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "opening files";
    match no_desktop(|name| around.is_set(name)) {
        None => DoctorLine::fine(NAME, "a desktop is there that can open a report"),
        Some(why) => DoctorLine::note(NAME, why.trim_end_matches('.'), "the place of a report is told instead"),
    }
}

use std::fmt::Write as _;

use super::check::{DoctorLine, DoctorSubject};
use crate::app::{KeyCheck, KeyPress};
use crate::cli::call::Call;
use crate::cli::failure::{CommandResult, Failure};
use crate::shell::check_keys;
use crate::shell::looks::depth;
use crate::theme::shipped;
use crate::ui::Paint;

/// A program that keeps keys for itself: the variable that tells of it, how its value begins, and the keys, as measured
/// with default settings.
struct Withholding {
    variable: &'static str,
    begins: &'static str,
    name: &'static str,
    keys: &'static str,
}

const fn withholding(
    variable: &'static str,
    begins: &'static str,
    name: &'static str,
    keys: &'static str,
) -> Withholding {
    Withholding { variable, begins, name, keys }
}

/// The programs that tell who they are; docs/keys.md has the others.
const WITHHOLDING: &[Withholding] = &[
    withholding("TMUX", "", "tmux", "Ctrl-B; Esc waits for half a second"),
    withholding("STY", "", "screen", "Ctrl-A; Esc waits for a third of a second"),
    withholding("TERM_PROGRAM", "vscode", "VS Code", "F1, F3, F5, F6, Ctrl-P, Ctrl-F, Ctrl-G, Ctrl-K, Alt and arrows"),
    withholding("TERM_PROGRAM", "Apple_Terminal", "the macOS Terminal", "PgUp, PgDn, Ctrl and arrows, Alt and letters"),
    withholding("WT_SESSION", "", "Windows Terminal", "Alt and arrows, Ctrl-V"),
    withholding("TILIX_ID", "", "tilix", "F11, F12, Alt and digits, Alt and arrows"),
    withholding("TERMINATOR_UUID", "", "terminator", "F1, F11, Alt-L, Alt and arrows"),
    withholding("VTE_VERSION", "", "this terminal (VTE)", "F10, F11, with a menu F1 and Alt and letters"),
    withholding("KONSOLE_VERSION", "", "konsole", "F11; with two tabs Alt and digits"),
    withholding("XTERM_VERSION", "", "xterm", "Alt and letters, Alt and digits: they type a character"),
    withholding("TERM", "rxvt", "urxvt", "Alt and arrows, Ctrl and arrows"),
];

/// Which keys may not arrive here.
pub(super) fn withheld(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "keys";
    let is_here =
        |known: &&Withholding| around.variable(known.variable).is_some_and(|value| value.starts_with(known.begins));
    let here: Vec<String> =
        WITHHOLDING.iter().filter(is_here).map(|known| format!("{} keeps {}", known.name, known.keys)).collect();
    let press = "press them and see: adjacent doctor --keys; / and a name runs every command without a key";
    if here.is_empty() {
        return DoctorLine {
            advice: Some(press.to_owned()),
            ..DoctorLine::fine(NAME, "nothing is known to be withheld")
        };
    }
    DoctorLine::note(NAME, here.join("; "), press)
}

/// Lets somebody press keys; then says which of them arrived.
pub(super) fn press(call: &Call) -> CommandResult {
    if !call.is_interactive() {
        return Err(Failure::usage("keys are pressed in a terminal, and this is none"));
    }
    let themes = shipped::themes();
    let Some(theme) = themes.first() else { return Err(Failure::usage("no theme is there to draw with")) };
    let check = check_keys(&Paint::new(theme, depth()))?;
    call.answer(&told(&check))
}

fn told(check: &KeyCheck) -> String {
    let keys = |wanted: bool| {
        let keys = check.keys().iter().filter(|(_, arrived)| *arrived == wanted).map(|(key, _)| *key);
        named(keys)
    };
    let mut text = format!("Arrived: {}\n", keys(true));
    let _ = writeln!(text, "Not pressed, or kept by the terminal: {}", keys(false));
    if !check.others().is_empty() {
        let _ = writeln!(text, "Arrived as something else: {}", named(check.others().iter().copied()));
    }
    text.push_str("Instead of a key, / and a name runs every command; adjacent man lists the names.\n");
    text
}

fn named(keys: impl Iterator<Item = KeyPress>) -> String {
    let named: Vec<String> = keys.map(|key| key.to_string()).collect();
    if named.is_empty() { "none".to_owned() } else { named.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_press_instead_is_told_in_words_that_need_no_other_file() {
        let text = told(&KeyCheck::default());
        assert!(text.ends_with("Instead of a key, / and a name runs every command; adjacent man lists the names.\n"));
        assert!(!text.contains("docs/"), "{text}");
    }
}

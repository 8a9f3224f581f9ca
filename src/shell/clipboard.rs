//! Copies a text: through the clipboard program of the system where there is one, else by asking the terminal.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

use super::terminal;
use crate::app::Msg;

/// A program that puts its standard input on the clipboard.
struct ClipboardProgram {
    name: &'static str,
    arguments: &'static [&'static str],
    /// The variable that tells that the program has a display to talk to; `None` where it needs none.
    needs: Option<&'static str>,
}

const PROGRAMS: [ClipboardProgram; 3] = [
    ClipboardProgram { name: "wl-copy", arguments: &[], needs: Some("WAYLAND_DISPLAY") },
    ClipboardProgram { name: "xclip", arguments: &["-selection", "clipboard"], needs: Some("DISPLAY") },
    ClipboardProgram { name: "pbcopy", arguments: &[], needs: None },
];

/// Copies a text and returns the message that says what was done. `what` names the text as the subject of a sentence,
/// and `elsewhere` says where it also stands.
///
/// Nobody can tell whether a terminal did what it was asked, so only a program that ended well counts as a copy.
pub(super) fn copy(text: &str, what: &str, elsewhere: &str) -> Msg {
    let has_display = |program: &&ClipboardProgram| program.needs.is_none_or(|name| env::var_os(name).is_some());
    let taken = PROGRAMS.iter().filter(has_display).find(|program| hand_to(program.name, program.arguments, text));
    if let Some(program) = taken {
        return Msg::Told(format!("{what} was copied with {}.{elsewhere}", program.name));
    }
    match terminal::copy(text) {
        Ok(()) => Msg::Told(format!("The terminal was asked to copy it; many do not.{elsewhere}")),
        Err(error) => Msg::Failed(format!("The terminal could not be asked to copy it: {error}.{elsewhere}")),
    }
}

/// Whether a program took the text and ended without an error.
fn hand_to(program: &str, arguments: &[&str], text: &str) -> bool {
    let started =
        Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut started) = started else { return false };
    let written = started.stdin.take().is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok());
    started.wait().is_ok_and(|status| status.success() && written)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_a_program_that_takes_the_text_and_ends_well_has_copied_it() {
        let takes = "test \"$(cat)\" = 'Dear Priya, what would you notice?'";
        assert!(hand_to("sh", &["-c", takes], "Dear Priya, what would you notice?"));
        assert!(!hand_to("sh", &["-c", takes], "something else"));
        assert!(!hand_to("sh", &["-c", "exit 1"], "text"));
        assert!(!hand_to("a-program-that-nobody-has", &[], "text"));
    }
}

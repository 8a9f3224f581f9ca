//! Copies a text: through the clipboard program of the system where there is one, else by asking the terminal.

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::environment::is_set;
use super::patience::ends_well_within;
use super::terminal;
use crate::app::Msg;
use crate::record::text::plain;

/// A program that puts its standard input on the clipboard.
struct ClipboardProgram {
    name: &'static str,
    arguments: &'static [&'static str],
    /// Whether what the program needs is there; otherwise it is not tried.
    is_of_use: fn() -> bool,
    /// Returns a text in the encoding that the program reads.
    encoded: fn(&str) -> Vec<u8>,
}

/// Every clipboard program, in the order in which they are tried.
const PROGRAMS: [ClipboardProgram; 4] = [
    ClipboardProgram { name: "wl-copy", arguments: &[], is_of_use: || is_set("WAYLAND_DISPLAY"), encoded: utf8 },
    ClipboardProgram {
        name: "xclip",
        arguments: &["-selection", "clipboard"],
        is_of_use: || is_set("DISPLAY"),
        encoded: utf8,
    },
    ClipboardProgram { name: "pbcopy", arguments: &[], is_of_use: || cfg!(target_os = "macos"), encoded: utf8 },
    ClipboardProgram { name: "clip.exe", arguments: &[], is_of_use: is_on_windows, encoded: utf16 },
];

/// How long a program may take. `xclip` without its display, for one, may wait for ever.
const PATIENCE: Duration = Duration::from_secs(3);

/// Copies a text and returns the message that says what was done. `what` names the text as the subject of a sentence,
/// and `elsewhere` says where it also stands.
///
/// Nobody can tell whether a terminal did what it was asked, so only a program that ended well counts as a copy.
pub(super) fn copy(text: &str, what: &str, elsewhere: &str) -> Msg {
    let text = plain(text);
    let of_use = PROGRAMS.iter().filter(|program| (program.is_of_use)());
    let taken = of_use.into_iter().find(|program| hand_to(program.name, program.arguments, (program.encoded)(&text)));
    if let Some(program) = taken {
        return Msg::Told(format!("{what} was copied with {}.{elsewhere}", program.name));
    }
    match terminal::copy(&text) {
        Ok(()) => Msg::Told(format!("Sent to the terminal to be copied; many terminals ignore that.{elsewhere}")),
        Err(error) => Msg::Failed(format!("The terminal could not be asked to copy it: {error}.{elsewhere}")),
    }
}

/// The name of the clipboard program that would be tried first; `None` if the terminal would be asked. Nothing is copied.
pub fn clipboard_program() -> Option<&'static str> {
    let path = env::var_os("PATH").unwrap_or_default();
    PROGRAMS.iter().find(|program| (program.is_of_use)() && is_on_path(program.name, &path)).map(|program| program.name)
}

fn is_on_path(name: &str, path: &OsStr) -> bool {
    env::split_paths(path).any(|folder| folder.join(name).is_file())
}

/// Whether the clipboard is that of Windows: the program runs on it, or on its subsystem for Linux.
fn is_on_windows() -> bool {
    cfg!(windows) || is_wsl::is_wsl()
}

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// `clip.exe` reads UTF-16 (little-endian), or else the code page of the console: UTF-8 would arrive as other letters.
/// A byte order mark would become a part of the text.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether a program took the text and ended without an error, in time.
fn hand_to(program: &str, arguments: &[&str], text: Vec<u8>) -> bool {
    let started =
        Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut started) = started else { return false };
    let Some(mut input) = started.stdin.take() else { return false };
    // A program that does not read would hold up whoever writes more than a pipe holds.
    let writing = thread::spawn(move || input.write_all(&text).is_ok());
    ends_well_within(&mut started, PATIENCE) && writing.join().unwrap_or(false)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        utf8(text)
    }

    #[test]
    fn only_a_program_that_takes_the_text_and_ends_well_has_copied_it() {
        let takes = "test \"$(cat)\" = 'Dear Priya, what would you notice?'";
        assert!(hand_to("sh", &["-c", takes], bytes("Dear Priya, what would you notice?")));
        assert!(!hand_to("sh", &["-c", takes], bytes("something else")));
        assert!(!hand_to("sh", &["-c", "exit 1"], bytes("text")));
        assert!(!hand_to("a-program-that-nobody-has", &[], bytes("text")));
    }

    #[test]
    fn a_program_that_never_ends_or_never_reads_has_copied_nothing_and_holds_up_nobody() {
        let began = std::time::Instant::now();
        assert!(!hand_to("sleep", &["60"], vec![b'x'; 1 << 20]));
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    }

    #[test]
    fn windows_gets_the_encoding_that_its_program_reads() {
        assert_eq!(utf16("å→"), [0xe5, 0x00, 0x92, 0x21]);
        assert_eq!(utf16("🌸"), [0x3c, 0xd8, 0x38, 0xdf]);
    }

    #[test]
    fn a_program_is_found_on_the_path() {
        assert!(is_on_path("sh", OsStr::new("/nowhere:/bin:/usr/bin")));
        assert!(!is_on_path("sh", OsStr::new("/nowhere")));
    }
}

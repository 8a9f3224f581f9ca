//! Opens a file that was written in the program that the desktop has for it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::environment::is_set;
use super::patience::{ProgramEnd, wait_for};
use crate::app::Msg;
use crate::record::text::plain;

/// How long an opener is waited for. Some stay as long as the program that they have started.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens a file, and returns the message that says what was done. It waits for the opener for a moment, so it is called
/// in a thread.
pub(super) fn open_file(path: &Path) -> Msg {
    let shown = plain(&path.display().to_string());
    if !path.exists() {
        return Msg::Failed(format!("There is no file {shown} any more."));
    }
    if let Some(why) = no_desktop(is_set) {
        return Msg::Told(format!("Not opened: {why} The file: {shown}"));
    }
    opened(open::commands(path), &shown)
}

/// Returns why no desktop is there that could open a file; `None` where one is.
pub fn no_desktop(is_set: impl Fn(&str) -> bool) -> Option<&'static str> {
    let has_own_windows = cfg!(any(windows, target_os = "macos"));
    let is_remote = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
    let has_display = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    match (has_own_windows, is_remote, has_display) {
        (true, true, _) | (false, true, false) => Some("this is a remote connection without a display."),
        (false, false, false) if !is_wsl::is_wsl() => Some("there is no display here."),
        _ => None,
    }
}

/// Tries these openers one after the other.
fn opened(openers: Vec<Command>, shown: &str) -> Msg {
    for mut opener in openers {
        let name = plain(&opener.get_program().to_string_lossy());
        let started = opener.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let Ok(mut started) = started else { continue };
        match wait_for(&mut started, PATIENCE) {
            ProgramEnd::Well => return Msg::Told(format!("Opened with {name}: {shown}")),
            ProgramEnd::NotYet => {
                // Whoever waits for it later leaves no zombie.
                thread::spawn(move || started.wait());
                return Msg::Told(format!("{name} was started for it: {shown}"));
            }
            ProgramEnd::Badly => {}
        }
    }
    Msg::Told(format!("No program here opens it. The file: {shown}"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn says(openers: Vec<Command>) -> String {
        let Msg::Told(says) = opened(openers, "/tmp/report.html") else {
            unreachable!("opening a file ends in a sentence")
        };
        says
    }

    #[test]
    fn what_is_said_is_what_the_opener_did() {
        assert_eq!(says(vec![shell("exit 0")]), "Opened with sh: /tmp/report.html");
        assert_eq!(says(vec![shell("exit 3"), Command::new("true")]), "Opened with true: /tmp/report.html");
        assert_eq!(
            says(vec![Command::new("nobody-has-this"), shell("exit 3")]),
            "No program here opens it. The file: /tmp/report.html"
        );
        assert_eq!(says(vec![shell("sleep 5")]), "sh was started for it: /tmp/report.html");
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn over_a_remote_connection_without_a_display_nothing_is_opened() {
        let with = |names: &'static [&'static str]| no_desktop(move |name| names.contains(&name));
        assert!(with(&["SSH_CONNECTION"]).unwrap().contains("remote"));
        assert_eq!(with(&["SSH_CONNECTION", "DISPLAY"]), None);
        assert_eq!(with(&["WAYLAND_DISPLAY"]), None);
    }
}

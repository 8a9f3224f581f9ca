//! Which keys the terminal sends: told by the environment, and by the answer of a terminal that is known to answer.

use crossterm::terminal::supports_keyboard_enhancement;

use super::environment::variable;
use crate::app::{Keyboard, KeyboardHost};

/// The terminals that are known to answer the question for the keyboard protocol, by what they set as `TERM`. Others are
/// not asked: one that answers nothing costs a wait, and an answer that comes late would be read as keys.
///
/// kitty is not among them. Until version 0.26, which Debian 12 has, it sends F3 in the protocol as `CSI R`, which crossterm
/// 0.29 takes for the answer to another question and drops; without the protocol F3 arrives.
const ANSWER: &[&str] = &["foot", "foot-extra", "xterm-ghostty"];

/// Returns what the keyboard sends. The terminal is asked before the thread that reads keys begins, because the answer
/// comes on the same stream as the keys.
pub(super) fn of_this_terminal() -> Keyboard {
    let hosts = hosts(variable);
    let protocol = is_asked(variable, &hosts) && supports_keyboard_enhancement().unwrap_or(false);
    Keyboard { protocol, hosts }
}

/// Whether the terminal is asked for the keyboard protocol.
fn is_asked(env: impl Fn(&str) -> Option<String>, hosts: &[KeyboardHost]) -> bool {
    // A multiplexer answers for itself, or hands the answer on at a time of its own.
    let direct = !hosts.iter().any(|host| matches!(host, KeyboardHost::Tmux | KeyboardHost::Screen));
    direct && env("TERM").is_some_and(|term| ANSWER.contains(&term.as_str()))
}

/// Returns the programs between the keyboard and this one, as far as the environment tells.
fn hosts(env: impl Fn(&str) -> Option<String>) -> Vec<KeyboardHost> {
    let term = env("TERM").unwrap_or_default();
    let program = env("TERM_PROGRAM").unwrap_or_default();
    let found = [
        // On another machine only the name of the terminal is left of tmux, which older versions call "screen".
        (KeyboardHost::Tmux, env("TMUX").is_some() || term.starts_with("tmux") || term.starts_with("screen")),
        (KeyboardHost::Screen, env("STY").is_some() || (env("TMUX").is_none() && term.starts_with("screen"))),
        (KeyboardHost::VsCode, program == "vscode"),
        (KeyboardHost::MacTerminal, program == "Apple_Terminal"),
        (KeyboardHost::WindowsTerminal, env("WT_SESSION").is_some()),
    ];
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(host, _)| host).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set<'a>(values: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + Copy + 'a {
        move |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn programs_in_between_are_told_by_the_environment() {
        assert!(hosts(set(&[("TERM", "xterm-256color")])).is_empty());
        for (values, host) in [
            (&[("TMUX", "/tmp/tmux-0/default,1,0")][..], KeyboardHost::Tmux),
            (&[("TERM", "tmux-256color")], KeyboardHost::Tmux),
            (&[("STY", "1.pts-0"), ("TERM", "screen")], KeyboardHost::Screen),
            (&[("TERM_PROGRAM", "vscode")], KeyboardHost::VsCode),
            (&[("TERM_PROGRAM", "Apple_Terminal")], KeyboardHost::MacTerminal),
            (&[("WT_SESSION", "1")], KeyboardHost::WindowsTerminal),
        ] {
            assert!(hosts(set(values)).contains(&host), "{values:?}");
        }
    }

    #[test]
    fn only_a_terminal_that_is_known_to_answer_is_asked_and_never_through_a_multiplexer() {
        let asked = |values: &[(&str, &str)]| is_asked(set(values), &hosts(set(values)));
        assert!(asked(&[("TERM", "xterm-ghostty")]));
        assert!(!asked(&[("TERM", "xterm-kitty")]), "F3 would be lost in older ones");
        assert!(!asked(&[("TERM", "xterm-256color")]));
        assert!(!asked(&[("TERM", "xterm-ghostty"), ("TMUX", "/tmp/tmux-0/default,1,0")]));
        assert!(!asked(&[]));
    }
}

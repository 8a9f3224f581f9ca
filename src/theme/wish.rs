//! Whether colours are wanted, and how many the terminal has: what the environment says.

use super::Depth;

/// Terminals that show no colours.
const MONOCHROME: &[&str] = &["dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "xterm-mono"];

/// The number of colours for an output, from the variables of the environment.
///
/// `NO_COLOR` with any value turns colours off. Otherwise `CLICOLOR_FORCE` with any value but 0 turns them on even where
/// the output is no terminal. Otherwise `CLICOLOR=0` turns them off. How many there are, `TERM` and `COLORTERM` tell.
pub fn depth_for(variable: impl Fn(&str) -> Option<String>, is_terminal: bool) -> Depth {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return Depth::Mono;
    }
    let forced = set("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let unwanted = !is_terminal || set("CLICOLOR").is_some_and(|value| value == "0");
    match (forced, unwanted, shown_by(set)) {
        (false, true, _) => Depth::Mono,
        (true, _, Depth::Mono) => Depth::Sixteen,
        (_, _, depth) => depth,
    }
}

/// The number of colours of the terminal.
fn shown_by(set: impl Fn(&str) -> Option<String>) -> Depth {
    let (term, program) = (set("TERM").unwrap_or_default(), set("TERM_PROGRAM").unwrap_or_default());
    let colours = set("COLORTERM");
    let is_true = matches!(colours.as_deref(), Some("truecolor" | "24bit"))
        || term.ends_with("direct")
        || term.ends_with("truecolor")
        || program == "iTerm.app"
        || set("WT_SESSION").is_some();
    if MONOCHROME.contains(&term.as_str()) {
        Depth::Mono
    } else if is_true {
        Depth::True
    } else if term.contains("256") || program == "Apple_Terminal" {
        Depth::Indexed
    } else if !term.is_empty() || colours.is_some() {
        Depth::Sixteen
    } else if cfg!(windows) {
        // The console of Windows sets no variable and shows all colours.
        Depth::True
    } else {
        Depth::Mono
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(set: &[(&str, &str)], is_terminal: bool) -> Depth {
        depth_for(
            |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()),
            is_terminal,
        )
    }

    const XTERM: (&str, &str) = ("TERM", "xterm-256color");
    const ALL: (&str, &str) = ("COLORTERM", "truecolor");

    #[test]
    fn a_terminal_has_the_colours_that_its_variables_name() {
        for (set, expected) in [
            (&[XTERM, ALL][..], Depth::True),
            (&[XTERM], Depth::Indexed),
            (&[("TERM", "xterm")], Depth::Sixteen),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[("TERM", "xterm-direct")], Depth::True),
            (&[("TERM", "dumb"), ALL], Depth::Mono),
            (&[("TERM", "vt220")], Depth::Mono),
            (&[("TERM", "vte-256color")], Depth::Indexed),
        ] {
            assert_eq!(depth(set, true), expected, "{set:?}");
            assert_eq!(depth(set, false), Depth::Mono, "{set:?} in a pipe");
        }
    }

    #[test]
    fn who_asks_for_no_colour_gets_none_and_who_forces_it_gets_it_everywhere() {
        for (wish, terminal, pipe) in [
            (&[("NO_COLOR", "1")][..], Depth::Mono, Depth::Mono),
            (&[("NO_COLOR", "0")], Depth::Mono, Depth::Mono),
            (&[("NO_COLOR", "")], Depth::True, Depth::Mono),
            (&[("CLICOLOR", "0")], Depth::Mono, Depth::Mono),
            (&[("CLICOLOR", "1")], Depth::True, Depth::Mono),
            (&[("CLICOLOR_FORCE", "1")], Depth::True, Depth::True),
            (&[("CLICOLOR_FORCE", "0")], Depth::True, Depth::Mono),
            (&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], Depth::True, Depth::True),
            (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], Depth::Mono, Depth::Mono),
        ] {
            let set = [wish, &[XTERM, ALL]].concat();
            assert_eq!((depth(&set, true), depth(&set, false)), (terminal, pipe), "{wish:?}");
        }
        assert_eq!(depth(&[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], true), Depth::Sixteen);
    }
}

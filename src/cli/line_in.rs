//! One line from the arguments or from standard input, because everybody on the machine can see arguments.

use std::io::{self, IsTerminal, Read};

use super::failure::Failure;

/// The arguments joined; the line of standard input for `-`, and where there are no arguments and standard input is no
/// terminal.
pub(super) fn line_of(words: &[String]) -> Result<String, Failure> {
    match words {
        [dash] if dash == "-" => piped(),
        [] if io::stdin().is_terminal() => {
            Err(Failure::usage("there is no line; put it in quotes, or write - and type it on standard input"))
        }
        [] => piped(),
        words => Ok(words.join(" ")),
    }
}

/// The only line of standard input.
fn piped() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    match (lines.next(), lines.next()) {
        (Some(line), None) => Ok(line.to_owned()),
        (None, _) => Err(Failure::usage("there is no line on standard input")),
        (Some(_), Some(_)) => Err(Failure::usage("there are several lines on standard input; one is kept at a time")),
    }
}

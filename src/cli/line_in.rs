//! Reads one line from the arguments or from standard input. Standard input is for private lines, because everybody on
//! the machine can see arguments.

use std::io::{self, IsTerminal, Read};

use super::failure::Failure;

/// Returns the arguments, joined. For `-`, and without arguments if standard input is no terminal, returns the line of
/// standard input.
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

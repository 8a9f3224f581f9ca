use std::io::Write;

use super::Call;
use super::DONE;
use super::failure::Outcome;
use crate::theme::shipped;

/// Lists the themes.
pub(super) fn run(call: &Call) -> Outcome {
    let mut out = call.out();
    for theme in shipped::themes() {
        writeln!(out, "{:<10} {}", theme.name, theme.about)?;
    }
    DONE
}

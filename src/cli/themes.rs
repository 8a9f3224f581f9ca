use std::io::{self, Write};

use super::DONE;
use super::failure::Outcome;
use crate::theme::shipped;

/// Lists the themes.
pub(super) fn run() -> Outcome {
    let mut out = io::stdout().lock();
    for theme in shipped::themes() {
        writeln!(out, "{:<10} {}", theme.name, theme.about)?;
    }
    DONE
}

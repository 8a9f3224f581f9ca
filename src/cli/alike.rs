use std::io::{self, Write};
use std::path::Path;

use super::DONE;
use super::failure::Outcome;
use super::files;
use crate::export::{alike_json, alike_text};
use crate::shell::workshop;

/// Lists the names that look alike.
pub(super) fn run(dir: Option<&Path>, json: bool) -> Outcome {
    let ledger = workshop::survey(&files::workspace(dir)?)?;
    let text = if json { alike_json(&ledger) } else { alike_text(&ledger) };
    io::stdout().lock().write_all(text.as_bytes())?;
    DONE
}

use std::path::Path;

use super::DONE;
use super::failure::Outcome;
use super::files;
use super::page;
use crate::export::{alike_json, alike_text};
use crate::shell::workshop;

/// Lists the names that look alike.
pub(super) fn run(dir: Option<&Path>, json: bool) -> Outcome {
    let ledger = workshop::survey(&files::workspace(dir)?)?;
    let text = if json { alike_json(&ledger) } else { alike_text(&ledger) };
    page::print(&text)?;
    DONE
}

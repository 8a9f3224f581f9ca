use std::io::{self, Write};
use std::path::Path;

use anyhow::Context as _;

use super::DONE;
use super::failure::Outcome;
use super::files;
use crate::exercise::{Blanks, Catalogue};
use crate::export::minutes;
use crate::graph::Ledger;

/// Prints a session as one page of Markdown, or writes it to a file.
pub(super) fn run(dir: Option<&Path>, named: &str, file: Option<&Path>) -> Outcome {
    let (session, names) = files::session(&files::workspace(dir)?, named)?;
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &names);
    let text = minutes(&session, &ledger, &Catalogue::embedded(), &Blanks::default());
    match file {
        None => io::stdout().lock().write_all(text.as_bytes())?,
        Some(file) => {
            std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))?;
        }
    }
    DONE
}

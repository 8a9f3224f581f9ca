//! Runs the program without a command.

use std::io::Write;
use std::thread;

use super::call::Call;
use super::console::console;
use super::failure::{CommandResult, DONE};
use crate::app::Effect;
use crate::exercise::Catalogue;
use crate::export::summary_text;
use crate::graph::Ledger;
use crate::record::Names;
use crate::store::samples;

const ABOUT: &str = "\
adjacent - what will this change in adjacent systems?

There is no terminal here, so this is a summary of the sample workshop.
";

const HOW_TO_GO_ON: &str = "
How to go on
  adjacent                     in a terminal: the console, and this workshop to walk around in
  adjacent new TITLE --plain   the same questions line by line, without a screen
  adjacent transcribe NOTES    notes from any editor become a session
  adjacent map                 what your own sessions add up to
  adjacent --help              everything else
";

/// Opens the console; without a terminal, prints a summary of the sample session.
pub(super) fn run(call: &Call) -> CommandResult {
    if call.is_interactive() {
        read_exercises_ahead();
        return console(call, call.workspace()?, Effect::List);
    }
    summary(call)
}

/// Begins to read the program's own exercises in a thread: they take as long as everything else that is done before the first
/// frame. What needs them waits for the rest; without a thread they are read when they are needed.
fn read_exercises_ahead() {
    drop(thread::Builder::new().spawn(Catalogue::embedded));
}

/// Prints a summary of the sample session in half a page, and the commands to try next.
fn summary(call: &Call) -> CommandResult {
    let mut out = call.out();
    writeln!(out, "{ABOUT}")?;
    if let Some(sample) = samples::all().first() {
        let mut ledger = Ledger::new();
        ledger.add_session(sample, &Names::default());
        out.write_all(summary_text(sample, &ledger.graph(None)).as_bytes())?;
    }
    out.write_all(HOW_TO_GO_ON.as_bytes())?;
    DONE
}

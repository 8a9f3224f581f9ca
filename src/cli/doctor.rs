//! What the terminal and this machine can do, as a list of checks. A check is one function and one entry.

mod check;
mod desktop;
mod disk;
mod hub;
mod keys;
mod terminal;

use std::fmt::Write as _;

use clap::Args;
use serde_json::json;

use self::check::{DoctorLine, DoctorState, DoctorSubject};
use super::call::Call;
use super::command::CliCommand;
use super::failure::CommandResult;

/// Look at the terminal, its keys, the clipboard and the folder of this workspace, and say what to do about what is not
/// well. Ends with 1 when there is a fault.
///
/// Nothing is changed: one empty file is written into the folder and removed again. Nothing is sent anywhere; only the
/// hub that this folder has joined is asked whether it is there.
#[derive(Debug, Args)]
pub(super) struct DoctorArgs {
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// Press keys, and see which of them arrive; q ends it, and so does a minute without a key.
    #[arg(long, conflicts_with = "json")]
    keys: bool,
}

/// Every check, in the order in which they are told.
const CHECKS: &[fn(&DoctorSubject<'_>) -> DoctorLine] = &[
    terminal::terminal,
    terminal::size,
    terminal::colours,
    terminal::characters,
    keys::withheld,
    desktop::clipboard,
    desktop::opener,
    disk::folder,
    disk::writing,
    disk::permissions,
    disk::space,
    disk::sessions,
    hub::hub,
];

impl CliCommand for DoctorArgs {
    const NAME: &'static str = "doctor";
    const EXAMPLES: &[&str] = &["doctor", "doctor --keys"];

    fn run(self, call: &Call) -> CommandResult {
        if self.keys {
            return keys::press(call);
        }
        call.works("looking at this machine");
        let lines = examined(&DoctorSubject::of(call));
        if self.json {
            let lines: Vec<_> = lines.iter().map(DoctorLine::as_json).collect();
            call.answer_value(&json!({ "checks": lines }))?;
        } else {
            call.answer(&told(&lines))?;
        }
        Ok(u8::from(lines.iter().any(|line| line.state == DoctorState::Fault)))
    }
}

fn examined(surroundings: &DoctorSubject<'_>) -> Vec<DoctorLine> {
    CHECKS.iter().map(|check| check(surroundings)).collect()
}

/// Returns the checks in words: a line each, and what to do below it.
fn told(lines: &[DoctorLine]) -> String {
    let mut text = String::new();
    for line in lines {
        let _ = writeln!(text, "{:<6} {}: {}", line.state.name(), line.name, line.says);
        if let Some(advice) = &line.advice {
            let _ = writeln!(text, "       -> {advice}");
        }
    }
    let count = |state| lines.iter().filter(|line| line.state == state).count();
    let (notes, faults) = (count(DoctorState::Note), count(DoctorState::Fault));
    let _ = writeln!(text, "\n{} checks, {notes} with a note, {faults} with a fault.", lines.len());
    text
}

#[cfg(test)]
mod tests;

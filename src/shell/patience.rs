//! Waits for other programs, and not for ever.

use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

/// The time between two looks at a program.
const LOOK: Duration = Duration::from_millis(20);

/// How a program stands after it was waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProgramEnd {
    /// It ended without an error.
    Well,
    /// It ended with an error, or cannot be waited for.
    Badly,
    /// It still runs.
    NotYet,
}

/// Waits until a program ends, or this time is over.
pub(super) fn wait_for(program: &mut Child, patience: Duration) -> ProgramEnd {
    let until = Instant::now() + patience;
    loop {
        match program.try_wait() {
            Ok(Some(status)) if status.success() => return ProgramEnd::Well,
            Ok(Some(_)) | Err(_) => return ProgramEnd::Badly,
            Ok(None) if Instant::now() >= until => return ProgramEnd::NotYet,
            Ok(None) => thread::sleep(LOOK),
        }
    }
}

/// Whether a program ends without an error in this time; otherwise it is ended.
pub(super) fn ends_well_within(program: &mut Child, patience: Duration) -> bool {
    let end = wait_for(program, patience);
    if end == ProgramEnd::NotYet {
        // If it ended just now, there is nothing left to end; waiting for it leaves no zombie.
        let _ = program.kill();
        let _ = program.wait();
    }
    end == ProgramEnd::Well
}

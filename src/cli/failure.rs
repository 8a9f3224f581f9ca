use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use crate::record::text::plain;

/// What a command ends with.
pub(super) type Outcome = Result<ExitCode, Failure>;

/// Why a command could not do its work: one sentence, and the exit code it deserves.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    error: anyhow::Error,
}

impl Failure {
    /// It was asked wrongly; exit code 2.
    pub(super) fn usage(error: impl fmt::Display) -> Self {
        Self { code: 2, error: anyhow::anyhow!("{error}") }
    }

    /// It was asked rightly, and what was found is a problem; exit code 1.
    pub(super) fn found(problem: impl fmt::Display) -> Self {
        Self { code: 1, error: anyhow::anyhow!("{problem}") }
    }

    /// Whether whoever reads our output has gone; nothing to tell anybody then.
    fn is_broken_pipe(&self) -> bool {
        let of_pipe = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
        self.error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(of_pipe)
    }
}

/// Something could not be read or written; exit code 3.
impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self { code: 3, error: error.into() }
    }
}

/// Tells of a failure on standard error, free of control characters, and gives its exit code.
pub fn report(failure: &Failure) -> ExitCode {
    if failure.is_broken_pipe() {
        return ExitCode::SUCCESS;
    }
    // Standard error may be closed too; then the exit code alone has to say it.
    let _ = writeln!(io::stderr(), "adjacent: {}", plain(&format!("{:#}", failure.error)));
    ExitCode::from(failure.code)
}

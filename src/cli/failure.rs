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
    let _ = writeln!(io::stderr(), "adjacent: {}", plain(&sentence(&failure.error)));
    ExitCode::from(failure.code)
}

/// What went wrong and why, each cause once and without the system's numbers.
fn sentence(error: &anyhow::Error) -> String {
    let mut told = String::new();
    for cause in error.chain() {
        let says = without_numbers(&cause.to_string());
        if told.is_empty() {
            told = says;
        } else if !told.contains(&says) {
            told = format!("{told}: {says}");
        }
    }
    told
}

/// A text without the numbers that the system gives its errors.
fn without_numbers(text: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(" (os error ") {
        told.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    told + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_is_told_once_and_without_its_number() {
        let io = || io::Error::from_raw_os_error(13);
        let doubled = anyhow::Error::from(io()).context(format!("x cannot be read: {}", io()));
        assert_eq!(sentence(&doubled), "x cannot be read: Permission denied");
        let apart = anyhow::Error::from(io()).context("x cannot be read");
        assert_eq!(sentence(&apart), "x cannot be read: Permission denied");
        assert_eq!(without_numbers("a (os error 2); b (os error 3)"), "a; b");
    }
}

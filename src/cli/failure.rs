//! The result of a command: an exit code, or the reason why it failed.

use std::fmt;
use std::io;

use crate::store::StoreError;

/// The exit code of a command, or the reason why it failed.
pub(super) type CommandResult = Result<u8, Failure>;

/// The result of a command that succeeded: exit code 0.
pub(super) const DONE: CommandResult = Ok(0);

/// The reason why a command failed: one sentence, and the exit code.
#[derive(Debug)]
pub(super) struct Failure {
    code: u8,
    error: anyhow::Error,
}

impl Failure {
    /// A failure because the command line is wrong; exit code 2.
    pub(super) fn usage(error: impl fmt::Display) -> Self {
        Self { code: 2, error: anyhow::anyhow!("{error}") }
    }

    /// A failure because the command ran and found a problem; exit code 1.
    pub(super) fn found(problem: impl fmt::Display) -> Self {
        Self { code: 1, error: anyhow::anyhow!("{problem}") }
    }

    /// A failure because there are sessions and none of them could be read; exit code 3.
    pub(super) fn nothing_read() -> Self {
        Self { code: 3, error: anyhow::anyhow!("none of the sessions could be read, so there is nothing to tell") }
    }

    /// The exit code; 0 when the reader of the output has closed the pipe.
    pub(super) fn code(&self) -> u8 {
        if self.is_broken_pipe() { 0 } else { self.code }
    }

    /// The sentence to print; `None` when the reader of the output has closed the pipe.
    pub(super) fn sentence(&self) -> Option<String> {
        (!self.is_broken_pipe()).then(|| sentence(&self.error))
    }

    /// Whether the failure is that the reader of the output has closed the pipe.
    fn is_broken_pipe(&self) -> bool {
        let of_pipe = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
        self.error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(of_pipe)
    }
}

/// Makes a failure of an error of reading or writing; exit code 3, or 2 for a name that fits several sessions.
impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        let error = error.into();
        // A name that fits several sessions is wrong usage: nothing failed to be read.
        let is_unclear = matches!(error.downcast_ref(), Some(StoreError::Several { .. }));
        Self { code: if is_unclear { 2 } else { 3 }, error }
    }
}

/// The message of an error with its causes, each once and without the error numbers of the system.
fn sentence(error: &anyhow::Error) -> String {
    // An error about a file names the file; any other comes from printing.
    let printed = error.downcast_ref::<io::Error>().filter(|_| error.chain().count() == 1);
    if let Some(cause) = printed {
        return format!("what there is to say cannot be printed: {}", without_numbers(&cause.to_string()));
    }
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

/// A text without the error numbers of the system.
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
        assert_eq!(sentence(&io().into()), "what there is to say cannot be printed: Permission denied");
        let apart = anyhow::Error::from(io()).context("x cannot be read");
        assert_eq!(sentence(&apart), "x cannot be read: Permission denied");
        assert_eq!(without_numbers("a (os error 2); b (os error 3)"), "a; b");
    }
}

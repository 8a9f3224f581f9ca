//! Hints for the user about errors of the operating system.

use std::io::{Error, ErrorKind};

/// The message of the system, without the error number.
pub(super) fn cause(error: &Error) -> String {
    let says = error.to_string();
    match says.split_once(" (os error ") {
        Some((words, _)) => words.to_owned(),
        None => says,
    }
}

/// The operation on a file during which an error occurred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// The file was read.
    Reading,
    /// A file of the workspace was written.
    Keeping,
    /// An output file that the user named was written, inside or outside the workspace.
    HandingOut,
}

/// What the user can do about the error, to be appended to its message; empty where the message says it already.
pub(super) fn hint(error: &Error, doing: Doing) -> &'static str {
    use Doing::{HandingOut, Keeping, Reading};

    match (error.kind(), doing) {
        (ErrorKind::NotFound, Reading) => "; look at its name once more",
        (ErrorKind::NotFound, Keeping) => "; make the folder it belongs in first",
        (ErrorKind::NotFound, HandingOut) => "; make the folder it is to lie in first",
        (ErrorKind::PermissionDenied, Reading) => "; give yourself the right to read it, or ask whoever owns it",
        (ErrorKind::PermissionDenied, Keeping) => {
            "; give yourself the right to write there, or name another folder with --dir"
        }
        (ErrorKind::PermissionDenied, HandingOut) => "; give yourself the right to write there, or name another file",
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, Reading | Keeping) => {
            "; free some space, or name another folder with --dir"
        }
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, HandingOut) => "; free some space, or name another file",
        (ErrorKind::ReadOnlyFilesystem, Reading | Keeping) => "; name a folder on another disk with --dir",
        (ErrorKind::ReadOnlyFilesystem, HandingOut) => "; name a file on another disk",
        (ErrorKind::IsADirectory, _) => "; name a file in that folder",
        (ErrorKind::NotADirectory, Reading | Keeping) => "; name a folder, not a file",
        (ErrorKind::NotADirectory, HandingOut) => "; name a file in a folder, not in a file",
        (ErrorKind::InvalidFilename | ErrorKind::InvalidInput, _) => "; choose a shorter or simpler name",
        (ErrorKind::FileTooLarge, _) => "; this disk takes no file as large as that: use another",
        (ErrorKind::ResourceBusy | ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted, _) => {
            "; try again in a moment"
        }
        // The message comes from this program, and says what to do.
        (ErrorKind::Other | ErrorKind::InvalidData, _) => "",
        _ => "; try again, and look after the disk if it stays so",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_told_without_its_number() {
        assert_eq!(cause(&Error::from_raw_os_error(28)), "No space left on device");
        assert_eq!(cause(&Error::other("line 3 is not as it was written")), "line 3 is not as it was written");
    }

    #[test]
    fn only_a_full_disk_asks_for_space() {
        for (number, says) in [(2, "folder"), (13, "right"), (28, "space"), (30, "disk"), (21, "file"), (20, "folder")]
        {
            let error = Error::from_raw_os_error(number);
            let told = hint(&error, Doing::Keeping);
            assert!(told.contains(says), "{error}: {told}");
            assert_eq!(told.contains("space"), number == 28, "{error}: {told}");
        }
    }
}

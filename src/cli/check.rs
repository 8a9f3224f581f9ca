use std::path::{Path, PathBuf};

use super::DONE;
use super::failure::Outcome;

/// Looks for damage.
pub(super) fn check(_dir: Option<&Path>, _files: &[PathBuf]) -> Outcome {
    DONE
}

/// Mends.
pub(super) fn repair(_files: &[PathBuf], _reseal: bool) -> Outcome {
    DONE
}

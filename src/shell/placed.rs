use std::env;
use std::path::{Path, PathBuf};

/// Returns the place of a file as typed: `~` and `~/` are the home folder, and a bare name is in the current folder.
pub(super) fn placed(file: &str) -> PathBuf {
    let below_home = if file == "~" { Some("") } else { file.strip_prefix("~/") };
    let home = below_home.and_then(|rest| Some(Path::new(&env::var_os("HOME")?).join(rest)));
    let path = home.unwrap_or_else(|| PathBuf::from(if file.is_empty() { "." } else { file }));
    std::path::absolute(&path).unwrap_or(path)
}

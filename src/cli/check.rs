use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::failure::Outcome;
use super::{DONE, files};
use crate::record::line::{Fault, Weight};
use crate::record::text::plain;
use crate::store::{self, Repaired};

/// Looks for damage, file by file, with line and column.
pub(super) fn check(dir: Option<&Path>, named: &[PathBuf]) -> Outcome {
    let paths = if named.is_empty() { files::workspace(dir)?.session_files()? } else { named.to_vec() };
    let mut out = io::stdout().lock();
    let mut found = 0;
    for path in &paths {
        for fault in store::check(path)? {
            found += usize::from(fault.weight() > Weight::Note);
            tell(&mut out, path, &fault)?;
        }
    }
    if found == 0 {
        let files = if paths.len() == 1 { "1 file".to_owned() } else { format!("{} files", paths.len()) };
        writeln!(out, "{files} looked at, nothing wrong.")?;
        return DONE;
    }
    Ok(ExitCode::from(1))
}

/// Mends files, and says what was done.
pub(super) fn repair(named: &[PathBuf], reseal: bool) -> Outcome {
    let mut out = io::stdout().lock();
    for path in named {
        let Repaired { done, set_aside, left } = store::repair(path, reseal)?;
        let shown = plain(&path.display().to_string());
        for deed in &done {
            writeln!(out, "{shown}:{}: {}", deed.line, plain(&deed.what))?;
        }
        if let Some(torn) = set_aside {
            writeln!(out, "{shown}: what could not be used lies in {}", plain(&torn.display().to_string()))?;
        }
        if done.is_empty() {
            writeln!(out, "{shown}: nothing to mend")?;
        }
        for fault in &left {
            tell(&mut out, path, fault)?;
        }
    }
    DONE
}

fn tell(out: &mut impl Write, path: &Path, fault: &Fault) -> io::Result<()> {
    writeln!(
        out,
        "{}:{}:{}: {}",
        plain(&path.display().to_string()),
        fault.line,
        fault.column,
        plain(&fault.to_string())
    )
}

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::failure::Outcome;
use super::{DONE, files};
use crate::exercise::{self, lint_folder};
use crate::record;
use crate::record::line::Fault;
use crate::record::text::plain;
use crate::shell::workshop;
use crate::store::{self, Repaired, StoreError, Workspace};

/// Looks for damage in sessions and for mistakes in exercises, file by file, with line and column.
pub(super) fn check(dir: Option<&Path>, named: &[PathBuf]) -> Outcome {
    let workspace = named.is_empty().then(|| files::workspace(dir)).transpose()?;
    let files = workspace.as_ref().map_or_else(|| Files::named(named), Files::of)?;
    let mut out = io::stdout().lock();
    let mut found = files.unread.len();
    for error in &files.unread {
        writeln!(out, "{}", plain(&error.to_string()))?;
    }
    for path in &files.sessions {
        for fault in store::check(path)? {
            found += usize::from(fault.weight() > record::line::Weight::Note);
            tell(&mut out, path, &fault)?;
        }
    }
    for (path, flaw) in lint_folder(&files.exercises) {
        found += usize::from(flaw.weight > exercise::Weight::Advice);
        writeln!(out, "{}:{}:{}: {}", plain(&path), flaw.line, flaw.column, plain(&flaw.to_string()))?;
    }
    if let Some(workspace) = &workspace {
        for copies in workspace.copies()? {
            found += 1;
            writeln!(out, "{}", plain(&copies.to_string()))?;
        }
        for says in workspace.about_people(&workshop::survey(workspace)?) {
            writeln!(out, "{}", plain(&says))?;
        }
    }
    if found == 0 {
        let count = files.sessions.len() + files.exercises.len();
        let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        writeln!(out, "{files} looked at, nothing wrong.")?;
        return DONE;
    }
    Ok(ExitCode::from(1))
}

/// What is looked at: sessions, and exercises with their texts.
#[derive(Default)]
struct Files {
    sessions: Vec<PathBuf>,
    exercises: Vec<(String, String)>,
    unread: Vec<StoreError>,
}

impl Files {
    fn of(workspace: &Workspace) -> Result<Self, StoreError> {
        let (texts, unread) = workspace.exercises();
        let folder = workspace.exercises_folder();
        let path = |name: String| folder.join(name).display().to_string();
        let exercises = texts.into_iter().map(|(name, text)| (path(name), text)).collect();
        Ok(Self { sessions: workspace.session_files()?, exercises, unread })
    }

    fn named(paths: &[PathBuf]) -> Result<Self, StoreError> {
        let mut files = Self::default();
        for path in paths {
            if store::is_exercise_file(path)? {
                files.exercises.push((path.display().to_string(), store::read_exercise_file(path)?));
            } else {
                files.sessions.push(path.clone());
            }
        }
        Ok(files)
    }
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

/// One fault: its place once, what is wrong, and what can be done about it.
fn tell(out: &mut impl Write, path: &Path, fault: &Fault) -> io::Result<()> {
    let Fault { line, column, trouble } = fault;
    let shown = plain(&path.display().to_string());
    writeln!(out, "{shown}:{line}:{column}: {}. {}", plain(&trouble.to_string()), fault.hint())
}

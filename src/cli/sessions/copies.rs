//! Lists several files of one session, joins them, and makes one of them a session of its own.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::cli::call::Call;
use crate::cli::failure::{CommandResult, DONE, Failure};
use crate::record::english::{Agreement, counted};
use crate::record::text::plain;
use crate::shell::open_sessions;
use crate::store::{Copies, JoinedSession, JoinedSessions, Workspace};

/// Joins two files of one session, all files of one, or those of each session.
pub(super) fn join(call: &Call, workspace: &Workspace, files: &[String]) -> CommandResult {
    let mut out = call.out();
    match files {
        [] => tell_joined(&mut out, &workspace.join_all(None)?),
        [one] => {
            let path = file(workspace, one)?;
            let id = workspace.load_file(&path)?.session.header().id.clone();
            tell_joined(&mut out, &workspace.join_all(Some(&id))?)
        }
        [one, other, ..] => {
            let joined = workspace.join(&file(workspace, one)?, &file(workspace, other)?)?;
            tell_one(&mut out, &joined)?;
            DONE
        }
    }
}

/// Prints what was joined, and what was left as it is; the latter makes the exit code 1.
fn tell_joined(out: &mut impl Write, all: &JoinedSessions) -> CommandResult {
    for joined in &all.joined {
        tell_one(out, joined)?;
    }
    for says in &all.left {
        writeln!(out, "Left as it is: {says}")?;
    }
    match (all.joined.is_empty(), all.left.is_empty()) {
        (true, true) => writeln!(out, "Every session lies in one file.")?,
        (_, true) => {}
        (_, false) => return Ok(1),
    }
    DONE
}

fn tell_one(out: &mut impl Write, joined: &JoinedSession) -> io::Result<()> {
    let JoinedSession { path, lines, set_aside } = joined;
    writeln!(out, "One session of {lines} lines: {}", shown(path))?;
    tell_set_aside(out, set_aside)
}

/// Makes a file a session of its own.
pub(super) fn part(call: &Call, workspace: &Workspace, named: &str) -> CommandResult {
    let path = file(workspace, named)?;
    let copies = workspace.copies()?;
    let pair = copies.iter().find(|pair| pair.file == path || pair.other == path);
    let pair = pair.ok_or_else(|| Failure::usage(format!("{} is a session of its own already", shown(&path))))?;
    let parted = open_sessions::part(workspace, &path)?;
    let mut out = call.out();
    writeln!(out, "A session of its own: {}", shown(&parted.path))?;
    if pair.relation.common > 0 {
        let both = counted(pair.relation.common, "line stands", "lines stand");
        let count = Agreement::of_count(pair.relation.common).verb("counts");
        writeln!(out, "{both} in both sessions now, and {count} in both.")?;
    }
    tell_set_aside(&mut out, &[parted.set_aside])?;
    DONE
}

fn tell_set_aside(out: &mut impl Write, files: &[PathBuf]) -> io::Result<()> {
    files.iter().try_for_each(|path| writeln!(out, "As it was: {}", shown(path)))
}

/// Appends to a list of sessions the pairs of files that belong to one session.
pub(super) fn tell(text: &mut String, copies: &[Copies]) {
    for pair in copies {
        let _ = writeln!(text, "{pair}");
    }
    if !copies.is_empty() {
        text.push_str("adjacent sessions --join joins all that can be joined; the files as they were are set aside.\n");
    }
}

/// The relation of a file to another file of the same session, as JSON; `None` if there is no other file.
pub(super) fn json(copies: &[Copies], path: &Path) -> Option<Value> {
    let pair = copies.iter().find(|pair| pair.other == path)?;
    Some(json!({
        "of": pair.file.display().to_string(),
        "made_by": pair.made_by(path),
        "lines_in_both": pair.relation.common,
        "lines_only_here": pair.relation.only_second,
        "lines_only_there": pair.relation.only_first,
    }))
}

/// Finds a session file of the workspace by its path, its file name, or the id or title of the session. A file that
/// another program renamed is taken in first.
fn file(workspace: &Workspace, named: &str) -> Result<PathBuf, Failure> {
    let path = Path::new(named);
    let beside = workspace.session_path(named.strip_suffix(".ron").unwrap_or(named));
    if path.components().count() == 1 && beside.is_file() {
        return Ok(beside);
    }
    if let Some(path) = workspace.find_elsewhere_named(named) {
        return Ok(workspace.take_in(&path)?);
    }
    if !path.is_file() {
        return Ok(workspace.session_path(&workspace.find(named)?));
    }
    let folder = |path: &Path| path.parent().and_then(|folder| fs::canonicalize(folder).ok());
    let sessions = workspace.session_path("any");
    let is_here = fs::canonicalize(path).is_ok_and(|path| folder(&path) == folder(&sessions));
    match path.file_name().map(|name| sessions.with_file_name(name)).filter(|_| is_here) {
        Some(path) => Ok(path),
        None => Err(Failure::usage(format!(
            "{} is not among the sessions of this workspace; put it into {} first",
            shown(path),
            sessions.parent().map(shown).unwrap_or_default()
        ))),
    }
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}

use std::io::{self, Write};
use std::path::Path;

use super::DONE;
use super::failure::{Failure, Outcome};
use super::files;
use super::until::Until;
use crate::export::{map_json, map_text};
use crate::graph::Ledger;
use crate::record::{Names, Session};
use crate::shell::workshop;
use crate::store::Workspace;

/// Prints what was said as things and arrows.
pub(super) fn run(dir: Option<&Path>, named: &[String], json: bool, until: Option<&str>) -> Outcome {
    let graph = ledger(dir, named, until)?.graph(None);
    let text = if json { map_json(&graph) } else { map_text(&graph) };
    io::stdout().lock().write_all(text.as_bytes())?;
    DONE
}

/// Everything said in the sessions named, else in all that feed the shared map, until then.
pub(super) fn ledger(dir: Option<&Path>, named: &[String], until: Option<&str>) -> Result<Ledger, Failure> {
    let until = until.map(Until::parse).transpose().map_err(Failure::usage)?;
    Ok(added_up(&chosen_until(dir, named, until)?))
}

/// What sessions add up to.
pub(super) fn added_up(sessions: &[(Session, Names)]) -> Ledger {
    let mut ledger = Ledger::new();
    for (session, names) in sessions {
        ledger.add_session(session, names);
    }
    ledger
}

/// The sessions that were named, else all that feed the shared map, as they stood then.
pub(super) fn chosen_until(
    dir: Option<&Path>,
    named: &[String],
    until: Option<Until>,
) -> Result<Vec<(Session, Names)>, Failure> {
    let mut sessions = chosen(&files::workspace(dir)?, named)?;
    if sessions.len() > 1 && until.is_some_and(|until| !until.is_for_several()) {
        return Err(Failure::usage(
            "a minute or a line belongs to one session; name it, or use a date like 2026-11-20",
        ));
    }
    if let Some(until) = until {
        for (session, _) in &mut sessions {
            *session = until.cut(session);
        }
    }
    Ok(sessions)
}

/// The sessions that were named, else all that feed the shared map.
fn chosen(workspace: &Workspace, named: &[String]) -> Result<Vec<(Session, Names)>, Failure> {
    if !named.is_empty() {
        return named.iter().map(|name| files::session(workspace, name)).collect();
    }
    Ok(workshop::shared(workspace, |_| true)?)
}

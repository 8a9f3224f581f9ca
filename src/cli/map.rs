use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

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
pub(super) fn run(
    dir: Option<&Path>,
    named: &[String],
    json: bool,
    until: Option<&str>,
    as_of: Option<&str>,
) -> Outcome {
    let as_of = as_of.map(day).transpose()?;
    let until = until.map(Until::parse).transpose().map_err(Failure::usage)?;
    let (ledger, last) = match until {
        None => (ledger_of(dir, named)?, None),
        Some(until) => {
            let sessions = chosen_until(dir, named, Some(until))?;
            (added_up(&sessions), last_moment(&sessions, until))
        }
    };
    let asked = as_of.map(end_of).or(last);
    let graph = ledger.graph(Some(asked.unwrap_or_else(Timestamp::now)));
    let text = if json { map_json(&graph) } else { map_text(&graph) };
    io::stdout().lock().write_all(text.as_bytes())?;
    DONE
}

fn day(text: &str) -> Result<Date, Failure> {
    text.parse().map_err(|_| Failure::usage(format!("{text:?} is no day; write it like 2026-11-20")))
}

/// The last moment of a day.
fn end_of(day: Date) -> Timestamp {
    let end = day.tomorrow().ok().and_then(|next| next.to_zoned(TimeZone::UTC).ok());
    end.map_or(Timestamp::MAX, |end| end.timestamp())
}

/// The moment up to which was read: the end of the day, or when the last line of the one session was said.
fn last_moment(sessions: &[(Session, Names)], until: Until) -> Option<Timestamp> {
    if let Until::Day(day) = until {
        return Some(end_of(day));
    }
    let said = |session: &Session| {
        let at = session.events().last()?.at;
        Timestamp::from_millisecond(session.header().opened.as_millisecond().saturating_add_unsigned(at)).ok()
    };
    sessions.iter().filter_map(|(session, _)| said(session)).max()
}

/// Everything said in the sessions named, else in all that feed the shared map, until then.
pub(super) fn ledger(dir: Option<&Path>, named: &[String], until: Option<&str>) -> Result<Ledger, Failure> {
    match until.map(Until::parse).transpose().map_err(Failure::usage)? {
        None => ledger_of(dir, named),
        until => Ok(added_up(&chosen_until(dir, named, until)?)),
    }
}

/// Everything said in the sessions named, else in all that feed the shared map.
fn ledger_of(dir: Option<&Path>, named: &[String]) -> Result<Ledger, Failure> {
    if named.is_empty() {
        return Ok(workshop::survey(&files::workspace(dir)?)?);
    }
    Ok(added_up(&chosen_until(dir, named, None)?))
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

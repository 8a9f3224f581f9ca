use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::files;
use super::map_form::{MapForm, MatrixSort};
use super::remarks;
use super::until::Until;
use crate::graph::{Filter, Graph, Ledger};
use crate::record::spoken::counted;
use crate::record::{Names, Session, Zone};
use crate::shell::open_sessions;
use crate::store::Workspace;

/// Print what was said as things and arrows: of the sessions named, or of all that feed the shared map.
#[derive(Debug, Args)]
pub(super) struct MapArgs {
    /// Sessions: ids, beginnings of ids, parts of titles, or files.
    sessions: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// How it is told.
    #[arg(long = "as", value_enum, value_name = "FORM", default_value_t)]
    form: MapForm,
    /// The order of the things in a matrix.
    #[arg(long, value_enum, value_name = "ORDER", default_value_t)]
    sort: MatrixSort,
    /// Only a part of it, as the filter of the map screen says it: "kind:initiative no:owner".
    #[arg(long = "where", value_name = "FILTER", allow_hyphen_values = true)]
    part: Option<Filter>,
    /// Only what was said until then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// The day from which is said what nobody said again for half a year; without it, that of --until, or today.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

impl CliCommand for MapArgs {
    const NAME: &'static str = "map";
    const EXAMPLES: &[&str] =
        &["map", "map \"Spring review\" --where \"kind:initiative no:owner\"", "map --as-of 2026-11-20 --json"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        let as_of = self.as_of.as_deref().map(day).transpose()?;
        let until = Until::option(self.until.as_deref())?;
        let (ledger, last) = match until {
            None => (ledger_of(call, &self.sessions)?, None),
            Some(until) => {
                let sessions = chosen_until(call, &self.sessions, Some(until))?;
                let ledger = open_sessions::add_up(&sessions);
                tell_of_all(call, &self.sessions, &ledger)?;
                (ledger, last_moment(&sessions, until, workspace.zone()))
            }
        };
        let day = as_of.map(|day| end_of(day, workspace.zone())).or(last);
        let whole = ledger.graph(Some(day.unwrap_or_else(Timestamp::now)));
        let Self { form, sort, .. } = self;
        let part = self.part.as_ref().map(|part| whole.only(&whole.shown(part)));
        let graph = part.as_ref().unwrap_or(&whole);
        match (self.json, nothing_fits(&whole, graph)) {
            (true, _) => call.answer_json(&form.json(graph, sort)),
            (false, Some(says)) => call.answer(&says),
            (false, None) => call.answer(&form.text(graph, sort)),
        }
    }
}

/// What is said of a filter that leaves no thing of a map that has some; `None` for any other part of a map.
fn nothing_fits(whole: &Graph, part: &Graph) -> Option<String> {
    let things = whole.counts().things;
    if things == 0 || part.counts().things > 0 {
        return None;
    }
    Some(format!(
        "Nothing on the map fits the filter; without --where it has {}.\n",
        counted(things, "thing", "things")
    ))
}

fn day(text: &str) -> Result<Date, Failure> {
    text.parse().map_err(|_| Failure::usage(format!("{text:?} is no day; write it like 2026-11-20")))
}

/// The last moment of a day in the time zone `here`.
fn end_of(day: Date, here: &Zone) -> Timestamp {
    here.end_of(day).unwrap_or(Timestamp::MAX)
}

/// The moment up to which sessions were read: the end of the day, or the time of the latest event.
fn last_moment(sessions: &[(Session, Names)], until: Until, here: &Zone) -> Option<Timestamp> {
    if let Until::Day(day) = until {
        return Some(end_of(day, here));
    }
    let said = |session: &Session| Some(session.header().moment_at(session.events().last()?.at));
    sessions.iter().filter_map(|(session, _)| said(session)).max()
}

/// Adds up the named sessions until this moment; without names, all sessions that feed the shared map.
pub(super) fn ledger(call: &Call, named: &[String], until: Option<&str>) -> Result<Ledger, Failure> {
    match Until::option(until)? {
        None => ledger_of(call, named),
        until => {
            let ledger = open_sessions::add_up(&chosen_until(call, named, until)?);
            tell_of_all(call, named, &ledger)?;
            Ok(ledger)
        }
    }
}

/// Prints the warnings about the shared map, if no session was named.
fn tell_of_all(call: &Call, named: &[String], ledger: &Ledger) -> Result<(), Failure> {
    if named.is_empty() { remarks::tell(call, ledger) } else { Ok(()) }
}

/// Adds up the named sessions; without names, all sessions that feed the shared map.
fn ledger_of(call: &Call, named: &[String]) -> Result<Ledger, Failure> {
    call.works("reading sessions");
    if named.is_empty() {
        let ledger = open_sessions::survey(&call.workspace()?)?;
        tell_of_all(call, named, &ledger)?;
        return Ok(ledger);
    }
    Ok(open_sessions::add_up(&chosen_until(call, named, None)?))
}

/// The named sessions as they were at this moment; without names, all sessions that feed the shared map.
pub(super) fn chosen_until(
    call: &Call,
    named: &[String],
    until: Option<Until>,
) -> Result<Vec<(Session, Names)>, Failure> {
    call.works("reading sessions");
    let mut sessions = chosen(&call.workspace()?, named)?;
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

/// The named sessions; without names, all sessions that feed the shared map.
fn chosen(workspace: &Workspace, named: &[String]) -> Result<Vec<(Session, Names)>, Failure> {
    if !named.is_empty() {
        return named.iter().map(|name| files::session(workspace, name)).collect();
    }
    Ok(open_sessions::shared(workspace, |_| true)?)
}

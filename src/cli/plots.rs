use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::CommandResult;
use super::map::chosen_until;
use super::until::Until;
use crate::export::{plot_tables, tables_json, tables_text};
use crate::shell::open_sessions;

/// Print what the plots show: levers by ease and worth, where each change stands, who agrees, who was heard when.
///
/// Teams of fewer than three people are told together, as in a report.
#[derive(Debug, Args)]
pub(super) struct PlotsArgs {
    /// Sessions: ids, beginnings of ids, parts of titles, or files; without any, all that feed the shared map.
    sessions: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// Only what was said until then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
}

impl CliCommand for PlotsArgs {
    const NAME: &'static str = "plots";
    const EXAMPLES: &[&str] = &["plots", "plots \"Spring review\" --json"];

    fn run(self, call: &Call) -> CommandResult {
        let mut sessions = chosen_until(call, &self.sessions, Until::option(self.until.as_deref())?)?;
        sessions.sort_by_cached_key(|(session, _)| (session.header().opened, session.header().id.clone()));
        let tables = plot_tables(&open_sessions::plots_of(&sessions));
        if self.json {
            return call.answer_json(&tables_json(&tables));
        }
        let nothing = "Nothing was said so far that could be placed in a plot.\n";
        call.answer(&if tables.is_empty() { nothing.to_owned() } else { tables_text(&tables) })
    }
}

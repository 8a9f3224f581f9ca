use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::CommandResult;
use crate::export::{alike_json, alike_text};
use crate::shell::open_sessions;

/// List the names that look alike and may be one thing, the sure ones first, each with the reason; and the names that
/// several organisations own. The console decides (/tray).
#[derive(Debug, Args)]
pub(super) struct AlikeArgs {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl CliCommand for AlikeArgs {
    const NAME: &'static str = "alike";
    const EXAMPLES: &[&str] = &["alike"];

    fn run(self, call: &Call) -> CommandResult {
        call.works("reading sessions");
        let ledger = open_sessions::survey(&call.workspace()?)?;
        if self.json { call.answer_json(&alike_json(&ledger)) } else { call.answer(&alike_text(&ledger)) }
    }
}

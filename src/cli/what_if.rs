use std::io::Write;

use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::until::Until;
use crate::record::SessionKind;
use crate::record::text::{clean, plain};
use crate::shell::open_sessions;
use crate::store::Workspace;

/// Go on from a moment of a session in another way; the branch stays out of the shared map until it is adopted.
#[derive(Debug, Args)]
pub(super) struct WhatIfArgs {
    /// The session to go on from, and when: SESSION, SESSION@mm:ss or SESSION@LINE.
    #[arg(value_name = "SESSION[@WHEN]", required_unless_present = "adopt")]
    session: Option<String>,
    /// What the branch is called.
    title: Option<String>,
    /// Take a branch over: from here on it adds to the shared map.
    #[arg(long, value_name = "BRANCH", conflicts_with_all = ["session", "title"])]
    adopt: Option<String>,
}

impl CliCommand for WhatIfArgs {
    const NAME: &'static str = "what-if";
    const EXAMPLES: &[&str] =
        &["what-if \"Spring review@12:30\" \"Without the bot\"", "what-if --adopt \"Without the bot\""];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        call.works("reading sessions");
        match (&self.adopt, &self.session) {
            (Some(branch), _) => adopt(call, &workspace, branch),
            (None, Some(session)) => begin(call, &workspace, session, self.title.as_deref()),
            (None, None) => Err(Failure::usage("name the session to go on from")),
        }
    }
}

fn begin(call: &Call, workspace: &Workspace, named: &str, title: Option<&str>) -> CommandResult {
    let (name, until) = Until::split(named);
    let whole = workspace.load(&workspace.find(name)?)?.session;
    let origin = until.map_or_else(|| whole.clone(), |until| until.cut(&whole));
    let title = title.map_or_else(|| format!("What if: {}", whole.title()), |title| clean(title).into_owned());
    let (_, open) = open_sessions::branch(workspace, &origin, &title, Timestamp::now())?;
    let id = &open.session.header().id;
    let mut out = call.out();
    writeln!(out, "{}", plain(&format!("{title} goes on from {} after line {}.", whole.title(), origin.lines())))?;
    writeln!(out, "It stays beside the shared map.\n")?;
    writeln!(out, "  adjacent open {id}               goes on with it")?;
    writeln!(out, "  adjacent compare {id}            what it changes")?;
    writeln!(out, "  adjacent what-if --adopt {id}    takes it over into the shared map")?;
    DONE
}

fn adopt(call: &Call, workspace: &Workspace, named: &str) -> CommandResult {
    let id = workspace.find(named)?;
    let branch = workspace.load(&id)?.session;
    let header = branch.header().clone();
    if !matches!(header.kind, SessionKind::WhatIf { .. }) {
        return Err(Failure::usage(format!("{:?} is no branch; adjacent what-if SESSION begins one", header.title)));
    }
    if branch.is_private() {
        return Err(Failure::usage(format!("{:?} is private and stays out of the shared map", header.title)));
    }
    let (_, is_new) = open_sessions::adopt(workspace, &id)?;
    let since = if is_new { "from here on" } else { "already" };
    writeln!(call.out(), "{} is part of the shared map {since}.", plain(&header.title))?;
    DONE
}

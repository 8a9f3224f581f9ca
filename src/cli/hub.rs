use std::fmt::Write as _;

use clap::{Args, Subcommand};
use serde_json::json;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use crate::record::text::clean;
use crate::shell::hub_following;
use crate::shell::hub_joining::{self, HubFailure, HubStatus, JoinWish, SetUpTold};

/// What is said about the address of a database that becomes a hub.
const OWNER_ADDRESS: &str = "postgres://LOGIN@HOST/DATABASE, with a login that may make tables there; sslrootcert=FILE \
                             names an authority for TLS, sslmode=disable asks for none";

/// Share sessions over a PostgreSQL database that several workspaces have joined.
///
/// The password is taken from PGPASSWORD or from ~/.pgpass, and is in no address.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(super) struct HubArgs {
    #[command(subcommand)]
    deed: HubDeed,
}

/// What to do with the hub.
#[derive(Debug, Subcommand)]
enum HubDeed {
    /// Set up a hub in a database, or bring it up to date.
    Init {
        #[arg(env = "ADJACENT_HUB", hide_env_values = true, help = OWNER_ADDRESS)]
        url: String,
        /// The workspace on the hub that is made if it is not there; "shared" without it.
        #[arg(long)]
        name: Option<String>,
    },
    /// Join a hub: sessions of this workspace go there, and those of the others come.
    Join {
        #[arg(env = "ADJACENT_HUB", hide_env_values = true, help = "postgres://LOGIN@HOST/DATABASE")]
        url: String,
        /// The workspace on the hub, where this login sees several.
        #[arg(long)]
        workspace: Option<String>,
        /// What the others call this console, such as a place or a table; without it, the login.
        #[arg(long = "as", value_name = "NAME")]
        name: Option<String>,
    },
    /// Tell what is on the hub, who has joined it, and who has not taken a strike yet.
    Status {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Send what is not on the hub yet and fetch what is not here, once. A console does so all the time.
    Sync {},
    /// Leave the hub; the sessions that came from it stay here.
    Leave {},
}

impl CliCommand for HubArgs {
    const NAME: &'static str = "hub";
    const EXAMPLES: &[&str] = &["hub join postgres://writer@db.example.org/harbour --as Lisbon", "hub status"];

    fn run(self, call: &Call) -> CommandResult {
        call.works("asking the hub");
        match self.deed {
            HubDeed::Init { url, name } => init(call, &url, name.as_deref()),
            HubDeed::Join { url, workspace, name } => {
                join(call, JoinWish { address: &url, workspace: workspace.as_deref(), name: name.as_deref() })
            }
            HubDeed::Status { json } => status(call, json),
            HubDeed::Sync {} => sync(call),
            HubDeed::Leave {} => leave(call),
        }
    }
}

fn init(call: &Call, url: &str, name: Option<&str>) -> CommandResult {
    let told = hub_joining::set_up(url, name).map_err(failure)?;
    call.answer(&set_up_text(&told))
}

fn set_up_text(told: &SetUpTold) -> String {
    let SetUpTold { place, workspace, address, .. } = told;
    let tables = if told.has_migrated { "is set up" } else { "was set up already" };
    let made = if told.is_new { "was made" } else { "was there already" };
    let mut text = format!("The hub in {place} {tables}; the workspace {workspace:?} {made}.\n");
    match &told.roles {
        Some((writers, readers)) => {
            text.push_str("\nLet people in, each with a login of the database:\n");
            let _ = writeln!(text, "  GRANT {writers} TO login;   to read and write");
            let _ = writeln!(text, "  GRANT {readers} TO login;   only to read, as for a room");
        }
        None => text.push_str("\nThis login may make no roles, so everybody joins with it.\n"),
    }
    let _ = writeln!(text, "\nThen, on each console:\n  adjacent hub join {address}");
    text
}

fn join(call: &Call, wish: JoinWish<'_>) -> CommandResult {
    let told = hub_joining::join(&call.workspace()?, wish).map_err(failure)?;
    let joined = if told.had_joined { "This folder has joined before" } else { "Joined" };
    let mut text = format!("{joined}: the workspace {:?} in {}, as {:?}.\n", told.workspace, told.place, told.name);
    text.push_str(if told.may_write {
        "Sessions go there and come from there while a console is open. Never: private/, rehearsals, what-ifs that were not \
         adopted, private sessions, assessments.\n"
    } else {
        "This login only reads: sessions come from there, and none of this folder go.\n"
    });
    call.answer(&text)
}

/// Brings both sides up to date. What is wrong with a session is found, and the others are brought up to date.
fn sync(call: &Call) -> CommandResult {
    call.works("sending and fetching lines");
    let Some(told) = hub_following::bring_up_to_date(&call.workspace()?).map_err(failure)? else {
        return call.answer("This folder has joined no hub; adjacent hub join URL joins one.\n");
    };
    let sent = counted(told.sent as u64, "line");
    call.answer(&format!("{sent} sent; lines of {} fetched.\n", counted(told.arrived as u64, "session")))?;
    if told.says.is_empty() { DONE } else { Err(Failure::found(told.says.join("\n"))) }
}

fn status(call: &Call, json: bool) -> CommandResult {
    match hub_joining::status(&call.workspace()?).map_err(failure)? {
        Some(status) if json => call.answer_value(&status_json(&status)),
        None if json => call.answer_value(&json!({ "joined": false })),
        Some(status) => call.answer(&status_text(&status)),
        None => call.answer("This folder has joined no hub; adjacent hub join URL joins one.\n"),
    }
}

fn status_text(status: &HubStatus) -> String {
    let access = if status.may_write { "this login reads and writes" } else { "this login only reads" };
    let mut text = format!("{}, workspace {:?}; {access}.\n", status.hub, clean(&status.workspace));
    let _ = writeln!(
        text,
        "On the hub: {}, {}.",
        counted(status.sessions as u64, "session"),
        counted(status.lines, "line")
    );
    text.push_str("\nWho has joined:\n");
    for member in &status.members {
        let here = if member.is_here { ", this console" } else { "" };
        let left = if member.has_left { "left" } else { "last connected" };
        let _ = writeln!(text, "  {}{here}: {left} {}", clean(&member.name), moment(member.seen));
    }
    for strike in &status.strikes {
        let _ = writeln!(
            text,
            "\nNot struck out everywhere yet: line {} of {}, since {}. Not taken by {}.",
            strike.line,
            clean(&strike.session),
            moment(strike.at),
            clean(&strike.not_taken.join(", "))
        );
    }
    text
}

fn status_json(status: &HubStatus) -> serde_json::Value {
    let members = status.members.iter().map(|member| {
        json!({
            "name": member.name, "seen": member.seen.to_string(), "left": member.has_left, "here": member.is_here,
        })
    });
    let strikes = status.strikes.iter().map(|strike| {
        json!({
            "session": strike.session, "line": strike.line, "at": strike.at.to_string(), "not_taken": strike.not_taken,
        })
    });
    json!({
        "joined": true, "hub": status.hub, "workspace": status.workspace, "may_write": status.may_write,
        "sessions": status.sessions, "lines": status.lines,
        "members": members.collect::<Vec<_>>(), "strikes": strikes.collect::<Vec<_>>(),
    })
}

fn leave(call: &Call) -> CommandResult {
    let Some(left) = hub_joining::leave(&call.workspace()?).map_err(failure)? else {
        return call.answer("This folder has joined no hub.\n");
    };
    call.answer(&format!("Left {}. The sessions that came from it stay here.\n", left.hub))?;
    match left.untold {
        Some(why) => {
            Err(Failure::found(format!("the hub could not be told, and goes on to count this console: {why}")))
        }
        None => DONE,
    }
}

fn counted(number: u64, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// A moment for people: to the minute.
fn moment(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn failure(failure: HubFailure) -> Failure {
    if failure.is_usage { Failure::usage(failure) } else { failure.into() }
}

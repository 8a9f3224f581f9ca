mod copies;
mod removed;

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::without_names;
use crate::record::text::clean;
use crate::shell::open_sessions;
use crate::store::Workspace;

/// List sessions, give one another title, remove one, make one session of two files or two of one, or a copy to hand on.
#[derive(Debug, Args)]
pub(super) struct SessionsArgs {
    /// Rename this session.
    #[arg(long, value_names = ["SESSION", "TITLE"], num_args = 2)]
    rename: Option<Vec<String>>,
    /// Make one session of two files that say they are one, of all files of one session, or, without a file, of the
    /// files of each session; the files as they were are set aside.
    #[arg(long, value_name = "FILE", num_args = 0..=2, conflicts_with = "rename")]
    join: Option<Vec<String>>,
    /// Make a file that says it is a session another file is too a session of its own.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rename", "join"])]
    part: Option<String>,
    /// Remove this session: its file and its private files move to the folder `removed`, and it leaves the map.
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["rename", "join", "part"])]
    remove: Option<String>,
    /// Put a removed session back.
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["rename", "join", "part", "remove"])]
    put_back: Option<String>,
    /// List the removed sessions instead.
    #[arg(long, conflicts_with_all = ["rename", "join", "part", "remove", "put_back"])]
    removed: bool,
    /// Copy this session without the names of anybody in it; prints where the copy is.
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["rename", "join", "part", "remove", "put_back", "json"])]
    without_names: Option<String>,
    /// Write the copy to this file; without it, to one called like the session, here.
    #[arg(short, long, value_name = "FILE", requires = "without_names")]
    output: Option<PathBuf>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl CliCommand for SessionsArgs {
    const NAME: &'static str = "sessions";
    const EXAMPLES: &[&str] =
        &["sessions", "sessions --rename \"Spring review\" \"Review of spring\"", "sessions --join"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        call.works("reading sessions");
        if let Some(session) = &self.without_names {
            return without_names::run(call, session, self.output.as_deref());
        }
        if let Some(files) = &self.join {
            return copies::join(call, &workspace, files);
        }
        if let Some(file) = &self.part {
            return copies::part(call, &workspace, file);
        }
        if let Some(session) = &self.remove {
            return removed::remove(call, &workspace, session);
        }
        if let Some(session) = &self.put_back {
            return removed::put_back(call, &workspace, session);
        }
        if self.removed {
            return removed::list(call, &workspace, self.json);
        }
        match self.rename.as_deref() {
            Some([session, title]) => {
                open_sessions::retitle(&workspace, &workspace.find(session)?, title, Timestamp::now())?;
                DONE
            }
            Some(_) => Err(Failure::usage("name the session and its new title")),
            None => list(call, &workspace, self.json),
        }
    }
}

fn list(call: &Call, workspace: &Workspace, json: bool) -> CommandResult {
    let sessions = workspace.list()?;
    let several = workspace.copies()?;
    for known in &sessions {
        // The session is read completely only so that its faults are noted.
        let _ = workspace.load(&known.id);
    }
    if json {
        let rows: Vec<_> = sessions
            .iter()
            .map(|known| {
                let path = workspace.session_path(&known.id);
                let mut row = json!({
                    "id": known.id,
                    "title": known.header.title,
                    "opened": known.header.opened.to_string(),
                    "kind": format!("{:?}", known.header.kind),
                    "private": known.is_private(),
                    "path": path.display().to_string(),
                });
                if let (Some(fields), Some(copy)) = (row.as_object_mut(), copies::json(&several, &path)) {
                    fields.insert("copy".to_owned(), copy);
                }
                row
            })
            .collect();
        return call.answer_value(&Value::from(rows));
    }
    let mut text = format!("In {}\n", workspace.folder().display());
    for known in &sessions {
        let day = known.header.day();
        let private = if known.is_private() { "  private" } else { "" };
        let _ = writeln!(text, "{day}  {}  {}{private}", clean(&known.header.title), clean(&known.id));
    }
    copies::tell(&mut text, &several);
    if sessions.is_empty() {
        text.push_str("No sessions yet. adjacent opens the console; adjacent new TITLE starts one.\n");
    }
    call.answer(&text)
}

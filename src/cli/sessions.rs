use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use serde_json::json;

use super::DONE;
use super::failure::{Failure, Outcome};
use super::files;
use crate::app::Recording;
use crate::exercise::Catalogue;
use crate::record::Fact;
use crate::record::text::{clean, plain};
use crate::shell::workshop;
use crate::store::Workspace;

/// Lists sessions, or gives one another title.
pub(super) fn run(dir: Option<&Path>, rename: Option<&[String]>, json: bool) -> Outcome {
    let workspace = files::workspace(dir)?;
    match rename {
        Some([session, title]) => self::rename(&workspace, session, title),
        Some(_) => Err(Failure::usage("name the session and its new title")),
        None => list(&workspace, json),
    }
}

fn list(workspace: &Workspace, json: bool) -> Outcome {
    let mut out = io::stdout().lock();
    let sessions = workspace.list()?;
    if json {
        let rows: Vec<_> = sessions
            .iter()
            .map(|known| {
                json!({
                    "id": known.id,
                    "title": known.header.title,
                    "opened": known.header.opened.to_string(),
                    "kind": format!("{:?}", known.header.kind),
                    "private": known.private,
                    "path": workspace.session_path(&known.id).display().to_string(),
                })
            })
            .collect();
        writeln!(out, "{:#}", serde_json::Value::from(rows))?;
        return DONE;
    }
    writeln!(out, "In {}", plain(&workspace.folder().display().to_string()))?;
    for known in &sessions {
        let day = known.header.day();
        let private = if known.private { "  private" } else { "" };
        writeln!(out, "{day}  {}  {}{private}", clean(&known.header.title), known.id)?;
    }
    if sessions.is_empty() {
        writeln!(out, "No sessions yet. adjacent opens the console; adjacent new TITLE starts one.")?;
    }
    DONE
}

fn rename(workspace: &Workspace, session: &str, title: &str) -> Outcome {
    let id = workspace.find(session)?;
    let (mut file, open) = workshop::open(workspace, &id)?;
    let recording = Recording::new(open, &Catalogue::embedded());
    let titled = Fact::Titled { title: clean(title).into_owned() };
    file.append(&recording.keyed(vec![titled], recording.at(Timestamp::now())))?;
    DONE
}

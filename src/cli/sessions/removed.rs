//! Removes a session, puts one back, and lists those that were removed.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::cli::call::Call;
use crate::cli::failure::CommandResult;
use crate::record::text::clean;
use crate::store::{ListedSession, Workspace};

pub(super) fn remove(call: &Call, workspace: &Workspace, named: &str) -> CommandResult {
    let gone = workspace.remove(&workspace.find(named)?)?;
    let id = clean(&gone.id);
    call.answer(&format!("Removed: {}\nadjacent sessions --put-back {id} brings it back.\n", told(&gone)))
}

pub(super) fn put_back(call: &Call, workspace: &Workspace, named: &str) -> CommandResult {
    let back = workspace.put_back(named)?;
    call.answer(&format!("Put back: {}\n", told(&back)))
}

pub(super) fn list(call: &Call, workspace: &Workspace, json: bool) -> CommandResult {
    let removed = workspace.listed_removed()?;
    if json {
        let row = |known: &ListedSession| json!({"id": known.id, "title": known.header.title, "opened": known.header.opened.to_string()});
        return call.answer_value(&Value::from(removed.iter().map(row).collect::<Vec<_>>()));
    }
    let mut text = String::new();
    for known in &removed {
        let _ = writeln!(text, "{}", told(known));
    }
    if removed.is_empty() {
        text.push_str("No session was removed.\n");
    }
    call.answer(&text)
}

fn told(known: &ListedSession) -> String {
    format!("{}  {}  {}", known.header.day(), clean(&known.header.title), clean(&known.id))
}

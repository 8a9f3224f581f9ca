use super::Call;
use super::failure::Outcome;
use crate::export::{alike_json, alike_text};
use crate::shell::open_sessions;

/// Lists the names that look alike.
pub(super) fn run(call: &Call, json: bool) -> Outcome {
    let ledger = open_sessions::survey(&call.workspace()?)?;
    if json { call.answer_json(&alike_json(&ledger)) } else { call.answer(&alike_text(&ledger)) }
}

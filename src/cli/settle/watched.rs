//! Watched levels that were crossed, in the list of open matters: `w1`, `w2`.

use std::fmt::Write as _;

use serde_json::Value;

use crate::app::Recording;
use crate::capture::Form;
use crate::cli::call::Call;
use crate::cli::desk_writer::DeskWriter;
use crate::cli::failure::{CommandResult, Failure};
use crate::cli::line_in::line_of;
use crate::record::text::clean;
use crate::record::{Outcome, Session};
use crate::replay::watched::{CrossedWatch, crossed};

/// Returns the crossed levels, with their owners as everybody may read them.
pub(super) fn found(call: &Call, recording: &Recording) -> Result<Vec<CrossedWatch>, Failure> {
    let workspace = call.workspace()?;
    let ledger = recording.ledger();
    let here = recording.session();
    let ids = ledger.crossed_watches().into_iter().map(|(_, watch)| watch.session);
    let elsewhere = ids.filter(|id| *id != here.header().id).filter_map(|id| Some(workspace.load(&id).ok()?.session));
    let elsewhere: Vec<Session> = elsewhere.collect();
    let sessions: Vec<&Session> = elsewhere.iter().chain([here]).collect();
    Ok(crossed(&sessions, ledger))
}

/// Returns the lines of the list.
pub(super) fn list(crossed: &[CrossedWatch]) -> String {
    let mut text = String::new();
    for (number, one) in (1..).zip(crossed) {
        let _ = writeln!(text, "{:>4}  {:<9} {}", format!("w{number}"), "watched", clean(&one.says));
    }
    text
}

/// Returns the rows of the list as JSON.
pub(super) fn rows(crossed: &[CrossedWatch]) -> Vec<Value> {
    let row = |(number, one): (usize, &CrossedWatch)| {
        let mut row = one.json();
        if let Some(fields) = row.as_object_mut() {
            fields.insert("number".to_owned(), Value::from(format!("w{number}")));
            fields.insert("kind".to_owned(), Value::from("watched"));
            fields.insert("text".to_owned(), Value::from(one.says.clone()));
        }
        row
    };
    (1..).zip(crossed).map(row).collect()
}

/// Says what became of a crossed level: acted, not yet, or let go.
pub(super) fn settle(
    call: &Call,
    writer: DeskWriter<'_>,
    number: &str,
    outcome: Option<&str>,
    words: &[String],
) -> CommandResult {
    let crossed = found(call, &writer.recording)?;
    let place = number.strip_prefix('w').and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
    let Some(one) = place.and_then(|place| crossed.get(place)) else {
        return Err(Failure::usage(format!("nothing has the number {number}; adjacent settle lists what is open")));
    };
    let said: Vec<&str> = outcome.into_iter().chain(words.iter().map(String::as_str)).collect();
    let (became, rest) = match said.as_slice() {
        ["acted" | "done", rest @ ..] => (Outcome::Done, rest),
        ["not", "yet", rest @ ..] | ["not yet", rest @ ..] => (Outcome::Moved, rest),
        ["let", "go", rest @ ..] | ["let go" | "dropped", rest @ ..] => (Outcome::Dropped, rest),
        _ => return Err(Failure::usage("say what became of it: acted, not yet, or let go")),
    };
    let rest: Vec<String> = rest.iter().map(|word| (*word).to_owned()).collect();
    let rest = if rest.is_empty() { String::new() } else { line_of(&rest)? };
    let here = writer.recording.session().header().id == one.watch.session;
    let session = if here { "" } else { &one.watch.session };
    let line = format!("settle {session}#{} {} {rest}", one.watch.seq, became.name());
    writer.keep(line.trim_end(), |reading| (reading.form != Form::Settle).then(|| "it cannot be read".to_owned()))
}

//! Lists the open matters of the workspace, and settles one.

mod watched;

use std::fmt::Write as _;

use clap::Args;
use serde_json::{Value, json};

use super::call::Call;
use super::command::CliCommand;
use super::desk_writer::DeskWriter;
use super::failure::{CommandResult, Failure};
use super::line_in::line_of;
use crate::app::Recording;
use crate::capture::{Form, due_in_words};
use crate::graph::Owner;
use crate::record::text::clean;
use crate::record::{Fact, Matter, MatterKind, Outcome as Became, Session};
use crate::replay::watched::CrossedWatch;
use crate::store::Workspace;

/// List what is open with numbers, or say what became of it: settle 3 done "in place", settle 3 moved 4 dec, settle w1
/// acted.
#[derive(Debug, Args)]
pub(super) struct SettleArgs {
    /// Its number on the list; without it, what is open is listed.
    number: Option<String>,
    /// What became of it: done, moved, dropped, answered; of a watched level (w1): acted, not yet, let go.
    #[arg(requires = "number")]
    outcome: Option<String>,
    /// In which words; the day, when it was moved. With - they are read from standard input.
    #[arg(allow_hyphen_values = true)]
    words: Vec<String>,
    /// The list as JSON.
    #[arg(long, conflicts_with = "number")]
    json: bool,
}

impl CliCommand for SettleArgs {
    const NAME: &'static str = "settle";
    const EXAMPLES: &[&str] = &["settle", "settle 3 done \"in place\"", "settle 3 moved 4 dec"];

    fn run(self, call: &Call) -> CommandResult {
        let writer = DeskWriter::open(call)?;
        let matters = writer.recording.matters();
        let owners = Owners::new(&call.workspace()?, &writer.recording, &matters);
        let matters = owners.by_time(matters);
        let Some(number) = self.number else {
            let crossed = watched::found(call, &writer.recording)?;
            return list(call, &matters, &crossed, &owners, self.json);
        };
        if number.starts_with('w') {
            return watched::settle(call, writer, &number, self.outcome.as_deref(), &self.words);
        }
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(matter) = place.and_then(|at| matters.get(at)) else {
            return Err(Failure::usage(format!("nothing has the number {number}; adjacent settle lists what is open")));
        };
        if !matter.is_open() {
            return Err(Failure::usage(format!("{number} is settled already: {}", clean(&matter.text))));
        }
        let outcome = Became::ALL.into_iter().find(|known| Some(known.name()) == self.outcome.as_deref());
        let Some(outcome) = outcome else {
            return Err(Failure::usage(
                "say what became of it: done, moved 4 dec, dropped, or answered and the answer",
            ));
        };
        let here = writer.recording.session().header().id == matter.session;
        let session = if here { "" } else { &matter.session };
        let words = if self.words.is_empty() { String::new() } else { line_of(&self.words)? };
        let line = format!("settle {session}#{} {} {words}", matter.seq, outcome.name());
        writer.keep(line.trim_end(), |reading| match reading.facts.as_slice() {
            [Fact::Settled { outcome: Became::Moved, due: None, .. }] => {
                Some("no day could be read to which it is moved, such as: 4 dec, fri, 2w, 2026-12-04".to_owned())
            }
            _ if reading.form == Form::Settle => None,
            _ => Some("it cannot be read".to_owned()),
        })
    }
}

/// Finds the owners of promises, under the names that are shown to everybody.
struct Owners<'a> {
    here: &'a Recording,
    sessions: Vec<Session>,
}

impl<'a> Owners<'a> {
    fn new(workspace: &Workspace, here: &'a Recording, matters: &[Matter]) -> Self {
        let mut ids: Vec<&str> = matters.iter().map(|matter| matter.session.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let elsewhere = ids.into_iter().filter(|id| *id != here.session().header().id);
        let sessions = elsewhere.filter_map(|id| Some(workspace.load(id).ok()?.session));
        Self { here, sessions: sessions.collect() }
    }

    /// Returns matters in the order in which they were recorded, whatever session they are in: a later one never
    /// changes the number of another.
    fn by_time(&self, mut matters: Vec<Matter>) -> Vec<Matter> {
        matters.sort_by_cached_key(|matter| {
            let session = self.session(matter).unwrap_or_else(|| self.here.session());
            let at = session.event(matter.seq).map(|event| session.header().opened + event.at.elapsed());
            (at, matter.session.clone(), matter.seq)
        });
        matters
    }

    fn session(&self, matter: &Matter) -> Option<&Session> {
        self.sessions.iter().find(|session| session.header().id == matter.session)
    }

    fn of(&self, matter: &Matter) -> Option<Owner> {
        let known = self.session(matter);
        let who = matter.who.as_deref()?;
        Some(Owner::of(known.unwrap_or_else(|| self.here.session()), self.here.ledger(), who))
    }
}

/// Prints the open matters. The number of each counts all promises and questions ever made, so that settling one does
/// not change the numbers of the others.
fn list(call: &Call, matters: &[Matter], crossed: &[CrossedWatch], owners: &Owners<'_>, json: bool) -> CommandResult {
    let open: Vec<(usize, &Matter)> = (1..).zip(matters).filter(|(_, matter)| matter.is_open()).collect();
    if json {
        let open = open.iter().map(|(number, matter)| row(*number, matter, owners));
        let rows: Vec<Value> = open.chain(watched::rows(crossed)).collect();
        return call.answer_value(&Value::from(rows));
    }
    let mut text = String::new();
    for (number, matter) in &open {
        let _ = writeln!(text, "{number:>4}  {:<9} {}", kind(matter, owners), clean(&told(matter, owners)));
    }
    text.push_str(&watched::list(crossed));
    if open.is_empty() && crossed.is_empty() {
        let read = if call.read_everything() { "." } else { ", in what could be read." };
        let _ = writeln!(text, "Nothing is open: no promise, no question, nothing put aside{read}");
    }
    call.answer(&text)
}

fn told(matter: &Matter, owners: &Owners<'_>) -> String {
    let who = owners.of(matter).map(|whose| whose.called().unwrap_or_else(|| "somebody".to_owned()));
    let about = who.into_iter().chain(matter.due.map(due_in_words)).collect::<Vec<_>>();
    if about.is_empty() { matter.text.clone() } else { format!("{} ({})", matter.text, about.join(", ")) }
}

fn kind(matter: &Matter, owners: &Owners<'_>) -> &'static str {
    // What somebody promised who was not there is a wish.
    let is_here = owners.of(matter).is_none_or(|whose| whose.is_here());
    if matter.kind == MatterKind::Promise && !is_here { "wish" } else { matter.called() }
}

fn row(number: usize, matter: &Matter, owners: &Owners<'_>) -> Value {
    json!({
        "number": number,
        "kind": kind(matter, owners),
        "text": matter.text,
        "who": owners.of(matter).map(|whose| whose.called().unwrap_or_else(|| "somebody".to_owned())),
        "due": matter.due.map(due_in_words),
        "session": matter.session,
        "seq": matter.seq,
    })
}

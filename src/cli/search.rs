use std::fmt::Write as _;

use clap::Args;
use serde_json::{Value, json};

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::files;
use crate::record::spoken::clock;
use crate::record::text::plain;
use crate::record::{Session, matters, whole_millis};
use crate::replay::search::{Hit, HitKind, Query, search};
use crate::shell::open_sessions;

/// Look for words, lines of one sort, or what a unit said, in one session or in all.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Words that all have to be in a line, or in the name of a thing it is about.
    words: Vec<String>,
    /// Only in this session: its id, the beginning of it, any part of its title, or a file.
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    /// Only lines of this sort: arrow, position, promise, question, parked, settled, decision, rule, seen, judged,
    /// count, revealed, thing, text.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Only what this unit said, or what is about it.
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl CliCommand for SearchArgs {
    const NAME: &'static str = "search";
    const EXAMPLES: &[&str] = &["search repeat calls", "search --kind promise --unit Claims"];

    fn run(self, call: &Call) -> CommandResult {
        let query = query(&self)?;
        let mut found: Vec<(Session, Vec<Hit>)> = Vec::new();
        let sessions = sessions(call, self.session.as_deref())?;
        let carried = matters(&[], sessions.iter().filter(|session| !session.is_private()));
        for session in sessions {
            let hits = search(&session, &carried, &query);
            found.push((session, hits));
        }
        if self.json { call.answer_value(&in_json(&found)) } else { call.answer(&told(&found)) }
    }
}

fn query(asked: &SearchArgs) -> Result<Query, Failure> {
    let kind = asked.kind.as_deref().map(|name| {
        HitKind::named(name).ok_or_else(|| {
            let names: Vec<&str> = HitKind::ALL.iter().copied().map(HitKind::name).collect();
            Failure::usage(format!("there is no sort of line called {name:?}; there are {}", names.join(", ")))
        })
    });
    let query = Query { words: asked.words.clone(), kind: kind.transpose()?, unit: asked.unit.clone() };
    if query == Query::default() {
        return Err(Failure::usage("say what to look for: words, --kind or --unit"));
    }
    Ok(query)
}

/// The named session, or all shared sessions, the oldest first.
fn sessions(call: &Call, named: Option<&str>) -> Result<Vec<Session>, Failure> {
    call.works("reading sessions");
    let workspace = call.workspace()?;
    if let Some(named) = named {
        return Ok(vec![files::session(&workspace, named)?.0]);
    }
    Ok(open_sessions::searched(&workspace)?)
}

fn told(found: &[(Session, Vec<Hit>)]) -> String {
    let mut text = String::new();
    for (session, hits) in found.iter().filter(|(_, hits)| !hits.is_empty()) {
        let _ = writeln!(text, "{}, {}", session.title(), session.day().strftime("%-d %B %Y"));
        for hit in hits {
            let _ = writeln!(text, "  {:>6}  line {:<4} {}", clock(hit.at), hit.line, hit.excerpt);
        }
    }
    if text.is_empty() {
        text.push_str("Nobody has said that so far, in what was searched.\n");
    }
    plain(&text)
}

fn in_json(found: &[(Session, Vec<Hit>)]) -> Value {
    let hits = found.iter().flat_map(|(_, hits)| hits).map(|hit| {
        json!({
            "session": hit.session,
            "title": hit.title,
            "seq": hit.seq,
            "line": hit.line,
            "at": whole_millis(hit.at),
            "minute": clock(hit.at),
            "kind": hit.kind.name(),
            "excerpt": hit.excerpt,
        })
    });
    hits.collect()
}

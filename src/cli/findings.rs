use std::fmt::Write as _;
use std::io::Write;

use clap::Args;

use super::Call;
use super::DONE;
use super::failure::{Failure, Outcome};
use super::map::ledger;
use crate::export::{findings_json, findings_text};
use crate::lens::{Finding, LENSES, LensId, State, read};
use crate::record::Judgement;

/// As many are printed for a person when not all are asked for.
const AT_FIRST: usize = 10;

/// What to look for.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    /// Sessions: ids, beginnings of ids, parts of titles, or files; without any, all that feed the shared map.
    sessions: Vec<String>,
    /// A session, as above.
    #[arg(long = "session", value_name = "SESSION")]
    named: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// Through these lenses only.
    #[arg(long, value_name = "LENS")]
    lens: Vec<String>,
    /// Only what was said until then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// All of them, those that were refused included.
    #[arg(long)]
    all: bool,
}

/// Prints what shows when the map is read.
pub(super) fn run(call: &Call, asked: &Asked) -> Outcome {
    let lenses: Vec<LensId> = asked.lens.iter().map(|name| named(name)).collect::<Result<_, _>>()?;
    let sessions: Vec<String> = asked.sessions.iter().chain(&asked.named).cloned().collect();
    let graph = ledger(call, &sessions, asked.until.as_deref())?.graph(None);
    let readings = read(&graph);
    let wanted = |finding: &&Finding| lenses.is_empty() || lenses.contains(&finding.lens);
    let found: Vec<&Finding> = readings.findings.iter().filter(wanted).collect();
    if asked.json {
        call.answer_json(&findings_json(&graph, found))?;
    } else {
        call.answer(&told(&graph, &found, asked.all))?;
    }
    if readings.cut {
        writeln!(call.err(), "there are more circles on this map than are listed; the shortest ones are")?;
    }
    DONE
}

fn told(graph: &crate::graph::Graph, found: &[&Finding], all: bool) -> String {
    let refused = State::Judged(Judgement::NotTrue);
    let up: Vec<&Finding> = found.iter().copied().filter(|finding| all || finding.state != refused).collect();
    let shown = if all { up.len() } else { AT_FIRST };
    let mut text = findings_text(graph, up.iter().copied().take(shown));
    if up.is_empty() {
        text.push_str("Nothing shows so far. That says little about a map on which little was said.\n");
    } else if up.len() > shown {
        let _ = writeln!(text, "\n{} more show with --all, or through one lens with --lens.", up.len() - shown);
    }
    text
}

fn named(name: &str) -> Result<LensId, Failure> {
    LensId::named(name).ok_or_else(|| {
        let names: Vec<&str> = LENSES.iter().map(|lens| lens.id.name()).collect();
        Failure::usage(format!("there is no lens {name:?}; there are {}", names.join(", ")))
    })
}

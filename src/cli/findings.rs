use std::fmt::Write as _;

use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::map::ledger;
use crate::export::{findings_json, findings_text, left_out_text};
use crate::lens::{Finding, LENSES, LeftOut, Lens, State, read};
use crate::record::Judgement;

/// The maximum number of findings printed without `--all`.
const AT_FIRST: usize = 10;

/// Print what shows when the map is read: ripples, loops, conflicts, and the question each of them asks.
#[derive(Debug, Args)]
pub(super) struct FindingsArgs {
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

impl CliCommand for FindingsArgs {
    const NAME: &'static str = "findings";
    const EXAMPLES: &[&str] = &["findings", "findings --lens loop --all"];

    fn run(self, call: &Call) -> CommandResult {
        let lenses: Vec<&'static Lens> = self.lens.iter().map(|name| named(name)).collect::<Result<_, _>>()?;
        let sessions: Vec<String> = self.sessions.iter().chain(&self.named).cloned().collect();
        let graph = ledger(call, &sessions, self.until.as_deref())?.graph(None);
        call.works("reading what shows on the map");
        let readings = read(&graph);
        let asked_for = |lens: &'static Lens| lenses.is_empty() || lenses.contains(&lens);
        let wanted = |finding: &&Finding| finding.readings().any(|(lens, _)| asked_for(lens));
        let found: Vec<&Finding> = readings.findings.iter().filter(wanted).collect();
        let left_out: Vec<LeftOut> = readings.left_out.iter().copied().filter(|left| asked_for(left.lens)).collect();
        if self.json {
            call.answer_json(&findings_json(&graph, found, &left_out))?;
        } else {
            let (told, left_out) = (told(&graph, &found, self.all), left_out_text(&left_out));
            let between = if left_out.is_empty() { "" } else { "\n" };
            call.answer(&format!("{told}{between}{left_out}"))?;
        }
        DONE
    }
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

fn named(name: &str) -> Result<&'static Lens, Failure> {
    Lens::named(name).ok_or_else(|| {
        let names: Vec<&str> = LENSES.iter().map(|lens| lens.name()).collect();
        Failure::usage(format!("there is no lens {name:?}; there are {}", names.join(", ")))
    })
}

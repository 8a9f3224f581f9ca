use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::call::{AnswerForm, Call, no_session};
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::map::chosen_until;
use super::until::Until;
use crate::app::{OpenSession, Recording};
use crate::export::{Arrows, Report, SessionChapter, dot, graphml, json_graph, kumu_csv, kumu_json, mermaid, svg};
use crate::graph::{Disguise, Filter, Graph};
use crate::lens::{Finding, read};
use crate::record::{Names, Session};
use crate::shell::open_sessions;

/// Write the map, or a report on it, in a format that others read: a picture, a page, a file for another tool.
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// Sessions: ids, beginnings of ids, parts of titles, or files; without any, all that feed the shared map.
    sessions: Vec<String>,
    /// What to write.
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: Format,
    /// Write to this file instead; kumu-csv writes two, FILE-elements.csv and FILE-connections.csv.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only what was said until then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// Only a part of the map, as the filter of the map screen says it: "kind:initiative no:owner"; without the minutes.
    #[arg(long = "where", value_name = "FILTER", allow_hyphen_values = true)]
    part: Option<Filter>,
    /// Under neutral names (Team A, Change 1), without anybody's words: to be shown to people it does not belong to.
    #[arg(long)]
    anonymous: bool,
    /// In pictures, every arrow of a large map and not only what makes what more or less.
    #[arg(long)]
    all_arrows: bool,
    /// As many things at most in a Mermaid chart, those with the most arrows.
    #[arg(long, value_name = "THINGS", default_value_t = 100)]
    limit: usize,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The map as a picture.
    Svg,
    /// A report for somebody who was not there, as one page to read, send or print.
    Html,
    /// The same report as Markdown.
    Markdown,
    /// The map for Graphviz.
    Dot,
    /// The map for network tools.
    Graphml,
    /// The map in JSON Graph Format 2: everything the map knows.
    JsonGraph,
    /// The map as a Mermaid flowchart.
    Mermaid,
    /// The map as two sheets for Kumu.
    KumuCsv,
    /// The map as a blueprint for Kumu.
    KumuJson,
}

impl Format {
    /// Whether it holds what was said, session by session; the others hold the map alone.
    const fn tells_sessions(self) -> bool {
        matches!(self, Self::Html | Self::Markdown)
    }
}

/// What was said, ready to be written.
struct Material {
    title: String,
    whole: Graph,
    /// The part of it that was asked for.
    part: Option<Graph>,
    chapters: Vec<SessionChapter>,
}

impl Material {
    /// What is exported.
    fn graph(&self) -> &Graph {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// What shows on the whole map, as far as it is about nothing but what is exported: what a part lacks is no finding,
    /// the rest may have it.
    fn findings(&self) -> Vec<Finding> {
        let mut findings = read(&self.whole).findings;
        if let Some(part) = &self.part {
            findings.retain(|finding| {
                let about = finding.about.iter().all(|key| part.thing(key).is_some());
                about && finding.arrows.iter().all(|(from, to, relation)| part.arrow(from, to, *relation).is_some())
            });
        }
        findings
    }
}

impl CliCommand for ExportArgs {
    const NAME: &'static str = "export";

    fn run(self, call: &Call) -> CommandResult {
        self.output.as_deref().map_or(Ok(()), no_session)?;
        let material = material(call, &self)?;
        let Some(text) = written(&material, &self) else {
            return two_sheets(call, material.graph(), self.output.as_deref());
        };
        let form = match self.to {
            Format::JsonGraph | Format::KumuJson => AnswerForm::Json,
            _ => AnswerForm::Text,
        };
        call.hand_out(self.output.as_deref(), &text, form)
    }
}

/// The text of a format; none of the one that is two files.
fn written(material: &Material, asked: &ExportArgs) -> Option<String> {
    let Material { title, chapters, .. } = material;
    let graph = material.graph();
    let arrows = if asked.all_arrows { Arrows::All } else { Arrows::Readable };
    let report = |write: &dyn Fn(&Report<'_>) -> String| {
        write(&Report { title, graph, findings: &material.findings(), chapters, arrows })
    };
    Some(match asked.to {
        Format::Svg => svg(graph, title, arrows),
        Format::Html => report(&|report| report.html()),
        Format::Markdown => report(&|report| report.markdown()),
        Format::Dot => dot(graph),
        Format::Graphml => graphml(graph),
        Format::JsonGraph => json_graph(graph, title),
        Format::Mermaid => mermaid(graph, asked.limit),
        Format::KumuCsv => return None,
        Format::KumuJson => kumu_json(graph, &material.findings()),
    })
}

fn two_sheets(call: &Call, graph: &Graph, output: Option<&Path>) -> CommandResult {
    let Some(output) = output.filter(|output| *output != Path::new("-")) else {
        return Err(Failure::usage(
            "kumu-csv is two files; name them with -o NAME, which writes NAME-elements.csv and NAME-connections.csv",
        ));
    };
    let sheets = kumu_csv(graph);
    for (part, sheet) in [("elements", sheets.elements), ("connections", sheets.connections)] {
        call.hand_out(Some(&beside(output, part)), &sheet, AnswerForm::Text)?;
    }
    DONE
}

/// `map` and `map.csv` both lead to `map-elements.csv`.
fn beside(output: &Path, part: &str) -> PathBuf {
    let is_csv = output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let name = if is_csv { output.file_stem() } else { output.file_name() };
    output.with_file_name(format!("{}-{part}.csv", name.unwrap_or_default().to_string_lossy()))
}

/// The sessions that were asked for, in time order, and what they add up to.
fn material(call: &Call, asked: &ExportArgs) -> Result<Material, Failure> {
    let until = asked.until.as_deref().map(Until::parse).transpose().map_err(Failure::usage)?;
    let mut sessions = chosen_until(call, &asked.sessions, until)?;
    if let Some((private, _)) = sessions.iter().find(|(session, _)| session.is_private()) {
        return Err(Failure::usage(format!("{:?} is private, and an export is for others to read", private.title())));
    }
    sessions.sort_by(|(one, _), (other, _)| {
        let key = |session: &Session| (session.header().opened, session.header().id.clone());
        key(one).cmp(&key(other))
    });
    sessions.dedup_by(|(one, _), (other, _)| one.header().id == other.header().id);
    let whole = open_sessions::add_up(&sessions).graph(None);
    let part = asked.part.as_ref().map(|part| whole.only(&whole.shown(part)));
    let title = title(&sessions);
    // The minutes tell of everything; whoever asks for a part asks for less.
    let told = if part.is_some() || !asked.to.tells_sessions() { Vec::new() } else { sessions };
    if asked.anonymous {
        let disguise = Disguise::of(&whole);
        let chapters = told.iter().map(|(session, _)| SessionChapter::disguised(session, &disguise)).collect();
        let part = part.map(|part| disguise.graph(&part));
        let title = "A map under neutral names".to_owned();
        return Ok(Material { title, whole: disguise.graph(&whole), part, chapters });
    }
    let title = asked.part.as_ref().map_or_else(|| title.clone(), |part| format!("{title}: {part}"));
    Ok(Material { title, whole, part, chapters: chapters(call, told)? })
}

fn title(sessions: &[(Session, Names)]) -> String {
    match sessions {
        [] => "Nothing said so far".to_owned(),
        [(only, _)] => only.title().to_owned(),
        several => format!("What {} sessions add up to", several.len()),
    }
}

fn chapters(call: &Call, sessions: Vec<(Session, Names)>) -> Result<Vec<SessionChapter>, Failure> {
    let catalogue = call.catalogue()?;
    let told = sessions.into_iter().map(|(session, names)| {
        Recording::new(OpenSession { names, ..OpenSession::alone(session) }, &catalogue).chapter(&catalogue)
    });
    Ok(told.collect())
}

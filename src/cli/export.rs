use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::call::{AnswerForm, Call, no_session};
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::files as session_files;
use super::map::chosen_until;
use super::until::Until;
use crate::export::{Arrows, ExportFormat, ExportOutput, FORMATS, Material, SessionChapter};
use crate::graph::{Disguise, Filter, Graph, Ledger};
use crate::lens::{Finding, read};
use crate::record::Session;
use crate::record::spoken::{in_words, listed};
use crate::shell::open_sessions;

/// Write the map, or a report on it, in a format that others read: a picture, a page, a file for another tool.
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// Sessions: ids, beginnings of ids, parts of titles, or files; without any, all that feed the shared map.
    sessions: Vec<String>,
    /// What to write.
    #[arg(long, value_parser = one_of(FORMATS), value_name = "FORMAT")]
    to: &'static ExportFormat,
    #[arg(short, long, value_name = "FILE", help = output_help(FORMATS))]
    output: Option<PathBuf>,
    /// Only what was said until then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// Only a part of the map, as the filter of the map screen says it: "kind:initiative no:owner"; without the
    /// minutes.
    #[arg(long = "where", value_name = "FILTER", allow_hyphen_values = true)]
    part: Option<Filter>,
    /// Under neutral names (Team A, Change 1), without anybody's words: to be shown to people it does not belong to.
    #[arg(long)]
    anonymous: bool,
    /// In pictures, every arrow of a large map and not only what makes what more or less.
    #[arg(long)]
    all_arrows: bool,
    #[arg(long, value_name = "THINGS", default_value_t = Material::MOST_THINGS, help = limit_help(FORMATS))]
    limit: usize,
}

/// Parses the name of a format; the help lists their names and descriptions.
fn one_of(formats: &'static [ExportFormat]) -> impl TypedValueParser<Value = &'static ExportFormat> {
    let values = formats
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format!("{}. {}", format.about, format.limits())));
    PossibleValuesParser::new(values).try_map(move |name| {
        formats.iter().find(|format| format.name == name).ok_or_else(|| format!("no format is called {name}"))
    })
}

/// A sentence for the help that names the formats that are written to several files.
fn output_help(formats: &[ExportFormat]) -> String {
    let several = formats.iter().filter_map(|format| {
        let names = files(format, "FILE")?;
        Some(format!("; {} writes {}, {}", format.name, in_words(names.len()), listed(&names, "and")))
    });
    format!("Write to this file instead{}", several.collect::<String>())
}

/// A sentence for the help that names the formats with a maximum number of things.
fn limit_help(formats: &[ExportFormat]) -> String {
    let limited: Vec<&str> = formats.iter().filter_map(|format| format.limited).collect();
    format!("As many things at most in {}, those with the most arrows", listed(&limited, "or"))
}

/// The names of the files of a format that is written to several files; `None` for other formats.
fn files(format: &ExportFormat, name: &str) -> Option<Vec<String>> {
    let ExportOutput::Files { parts } = &format.output else { return None };
    Some(parts.iter().map(|(part, _)| format!("{name}-{part}.{}", format.ending)).collect())
}

/// The selected sessions, their map, and the part of it to export.
struct Selection {
    title: String,
    whole: Graph,
    /// The part of the map that the filter selects; `None` without a filter.
    part: Option<Graph>,
    chapters: Vec<SessionChapter>,
}

impl Selection {
    /// The graph to export.
    fn graph(&self) -> &Graph {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// The findings about things and arrows of the exported part alone. They are found on the whole map, because things
    /// that are missing in the part may be on the rest of the map.
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
    const EXAMPLES: &[&str] = &["export --to html -o report.html", "export --to kumu-csv -o map --anonymous"];

    fn run(self, call: &Call) -> CommandResult {
        self.output.as_deref().map_or(Ok(()), no_session)?;
        let selection = selected(call, &self)?;
        call.works("reading what shows, and drawing it");
        // The style of an organisation would tell whose neutral names these are.
        let house = if self.anonymous { None } else { call.house()? };
        let findings = if self.to.shows_findings { selection.findings() } else { Vec::new() };
        let material = Material {
            title: &selection.title,
            graph: selection.graph(),
            findings: &findings,
            chapters: &selection.chapters,
            arrows: if self.all_arrows { Arrows::All } else { Arrows::Readable },
            most_things: self.limit,
            house: house.as_ref(),
        };
        write_out(call, self.to, &material, self.output.as_deref())
    }
}

fn write_out(call: &Call, format: &ExportFormat, material: &Material<'_>, output: Option<&Path>) -> CommandResult {
    let form = if format.is_json { AnswerForm::Json } else { AnswerForm::Text };
    match &format.output {
        ExportOutput::Text(write) => {
            call.hand_out(output, &write(material), form)?;
        }
        ExportOutput::Bytes(_) if output.is_none() && call.is_terminal() => return Err(unnamed(format)),
        ExportOutput::Bytes(write) => {
            call.hand_out_bytes(output, &write(material))?;
        }
        ExportOutput::Files { parts } => {
            let output = output.filter(|output| *output != Path::new("-")).ok_or_else(|| nameless(format))?;
            for (part, write) in *parts {
                call.hand_out(Some(&beside(output, part, format.ending)), &write(material), form)?;
            }
        }
    }
    if output.is_some_and(|output| output != Path::new("-")) && call.is_terminal() {
        writeln!(call.err(), "{}", format.limits())?;
    }
    DONE
}

/// The error that a format that is no text cannot be shown on a terminal.
fn unnamed(format: &ExportFormat) -> Failure {
    let (name, ending) = (format.name, format.ending);
    Failure::usage(format!("{name} is no text for a terminal; name its file with -o NAME.{ending}"))
}

/// The error that a format with several files cannot be written to standard output.
fn nameless(format: &ExportFormat) -> Failure {
    let names = files(format, "NAME").unwrap_or_default();
    let (name, many) = (format.name, in_words(names.len()));
    Failure::usage(format!("{name} is {many} files; name them with -o NAME, which writes {}", listed(&names, "and")))
}

/// The path for one part of a format: `map` and `map.csv` both give `map-elements.csv`.
fn beside(output: &Path, part: &str, ending: &str) -> PathBuf {
    let has_ending = output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
    let name = if has_ending { output.file_stem() } else { output.file_name() };
    output.with_file_name(format!("{}-{part}.{ending}", name.unwrap_or_default().to_string_lossy()))
}

/// Reads the selected sessions, in order of time, and adds them up to a map.
fn selected(call: &Call, asked: &ExportArgs) -> Result<Selection, Failure> {
    let until = Until::option(asked.until.as_deref())?;
    let mut sessions = chosen_until(call, &asked.sessions, until)?;
    if let Some((private, _)) = sessions.iter().find(|(session, _)| session.is_private()) {
        return Err(Failure::usage(format!("{:?} is private, and an export is for others to read", private.title())));
    }
    sessions.sort_by(|(one, _), (other, _)| {
        let key = |session: &Session| (session.header().opened, session.header().id.clone());
        key(one).cmp(&key(other))
    });
    sessions.dedup_by(|(one, _), (other, _)| one.header().id == other.header().id);
    if until.is_some() && sessions.len() > 1 {
        // Of a session that began later, nothing is left.
        sessions.retain(|(session, _)| !session.events().is_empty());
    }
    let whole = open_sessions::add_up(&sessions).graph(None);
    let part = asked.part.as_ref().map(|part| whole.only(&whole.shown(part)));
    let title = open_sessions::title_of(&sessions);
    // The minutes cover everything, so they are left out when only a part is exported.
    let told = if part.is_some() || !asked.to.tells_sessions { Vec::new() } else { sessions };
    if asked.anonymous {
        let disguise = Disguise::of(&whole);
        let chapters = told.iter().map(|(session, _)| SessionChapter::disguised(session, &disguise)).collect();
        let part = part.map(|part| disguise.graph(&part));
        let title = "A map under neutral names".to_owned();
        return Ok(Selection { title, whole: disguise.graph(&whole), part, chapters });
    }
    let title = asked.part.as_ref().map_or_else(|| title.clone(), |part| format!("{title}: {part}"));
    let base = match (told.as_slice(), asked.sessions.as_slice()) {
        ([(session, _)], [named]) if until.is_none() => session_files::base(&call.workspace()?, named, session)?,
        _ => Ledger::new(),
    };
    Ok(Selection { title, whole, part, chapters: open_sessions::chapters(told, base, &call.catalogue()?) })
}

#[cfg(test)]
mod tests {
    use std::io;

    use clap::{Arg, Command};

    use super::*;
    use crate::cli::streams::Streams;

    const MADE_UP: &[ExportFormat] = &[
        ExportFormat { limited: Some("a count"), ..made_up("counted", ExportOutput::Text(|_| "one text".to_owned())) },
        made_up("apart", ExportOutput::Files { parts: &[("a", |_| "1".to_owned()), ("b", title)] }),
        made_up("raw", ExportOutput::Bytes(|_| vec![0, 159, 255])),
    ];

    const fn made_up(name: &'static str, output: ExportOutput) -> ExportFormat {
        ExportFormat {
            name,
            about: "A format that does not exist",
            cannot_hold: "a map",
            ending: "txt",
            is_json: false,
            shows_findings: false,
            tells_sessions: false,
            limited: None,
            output,
        }
    }

    fn title(material: &Material<'_>) -> String {
        material.title.to_owned()
    }

    /// Parses the name of a format as the command line does.
    fn typed(name: &'static str) -> Result<&'static ExportFormat, clap::Error> {
        let command = Command::new("export").arg(Arg::new("to").value_parser(one_of(MADE_UP)));
        let matches = command.try_get_matches_from(["export", name])?;
        Ok(*matches.get_one::<&'static ExportFormat>("to").unwrap())
    }

    #[test]
    fn an_entry_is_all_that_a_format_needs_to_be_offered_and_found() {
        assert_eq!(typed("apart").unwrap().name, "apart");
        let offered = typed("svg").unwrap_err().to_string();
        assert!(offered.contains("[possible values: counted, apart, raw]"), "{offered}");
        assert_eq!(limit_help(MADE_UP), "As many things at most in a count, those with the most arrows");
        let files = output_help(MADE_UP);
        assert_eq!(files, "Write to this file instead; apart writes two, FILE-a.txt and FILE-b.txt");
    }

    #[test]
    fn an_entry_is_all_that_a_format_needs_to_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let call =
            Call::new(Some(folder.path().to_owned()), crate::cli::command_line, Streams::to(io::sink(), io::sink()));
        let graph = crate::graph::Ledger::new().graph(None);
        let (arrows, most_things) = (Arrows::All, Material::MOST_THINGS);
        let material = Material {
            title: "A title",
            graph: &graph,
            findings: &[],
            chapters: &[],
            arrows,
            most_things,
            house: None,
        };
        let output = folder.path().join("map.TXT");
        let written = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(write_out(&call, typed("counted").unwrap(), &material, Some(&output)).is_ok());
        assert_eq!(written("map.TXT"), "one text");
        assert!(write_out(&call, typed("apart").unwrap(), &material, Some(&output)).is_ok());
        assert_eq!([written("map-a.txt"), written("map-b.txt")], ["1", "A title"]);
        assert!(write_out(&call, typed("apart").unwrap(), &material, None).is_err());
        assert!(write_out(&call, typed("raw").unwrap(), &material, Some(&folder.path().join("raw"))).is_ok());
        assert_eq!(std::fs::read(folder.path().join("raw")).unwrap(), [0, 159, 255]);
    }
}

//! What is offered for the arguments of a command: what the workspace has.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::exercise::TEMPLATES;
use crate::record::text::plain;
use crate::shell::{looks, open_sessions, zone};
use crate::store::Workspace;
use crate::theme::AUTO;

/// The maximum number of candidates; a shell shows them all at once.
const MOST: usize = 200;

/// The workspace of a half-typed command line, opened when something of it is asked for.
#[derive(Clone, Debug)]
struct Offers {
    folder: Option<PathBuf>,
    /// The shell that asks, as its script names it.
    shell: String,
}

/// Returns the command with a source of candidates at each argument whose values the workspace knows.
pub(super) fn offered(command: clap::Command, arguments: &[OsString], shell: &str) -> clap::Command {
    with_offers(command, &Offers { folder: folder_of(arguments), shell: shell.to_owned() })
}

fn with_offers(command: clap::Command, offers: &Offers) -> clap::Command {
    let command = command.mut_args(|argument| {
        let name = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        match source_of(&name.unwrap_or_else(|| argument.get_id().as_str().to_uppercase())) {
            Some(source) => {
                let offers = offers.clone();
                argument.add(ArgValueCompleter::new(move |typed: &OsStr| candidates(&offers, source, typed)))
            }
            None => argument,
        }
    });
    command.mut_subcommands(|command| with_offers(command, offers))
}

/// What returns the values that an argument may have: each with a word about it.
type Source = fn(&Workspace) -> Vec<(String, String)>;

/// The source of the values of an argument, by the name of its value in the help.
fn source_of(value: &str) -> Option<Source> {
    match value {
        "SESSION" | "SESSIONS" | "SESSION[@WHEN]" | "A" | "B" => Some(sessions),
        "PLAN" | "AGENDA" => Some(agendas),
        "PLAN or SESSION" => Some(|workspace| [agendas(workspace), sessions(workspace)].concat()),
        "EXERCISE" | "ID" => Some(exercises),
        "THEME" => Some(themes),
        "LINE" | "THING" => Some(things),
        _ => None,
    }
}

/// The values of a source that begin with, or hold, what is typed; in any case.
fn candidates(offers: &Offers, source: Source, typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(workspace) = offers.workspace() else { return Vec::new() };
    let typed = typed.to_string_lossy().replace(['\\', '\'', '"'], "").to_lowercase();
    let mut values = source(&workspace);
    values.retain(|(value, _)| value.to_lowercase().contains(&typed));
    values.sort_by_key(|(value, _)| !value.to_lowercase().starts_with(&typed));
    values.truncate(MOST);
    values
        .into_iter()
        .map(|(value, about)| {
            let about = (!about.is_empty()).then(|| plain(&about).into());
            CompletionCandidate::new(quoted(&plain(&value), &offers.shell)).help(about)
        })
        .collect()
}

/// A value as one word of a command line. Only these two shells leave it to the program; the others quote themselves.
fn quoted(value: &str, shell: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:,=@%+".contains(c);
    match shell {
        "bash" => value.chars().flat_map(|c| (!is_plain(c)).then_some('\\').into_iter().chain([c])).collect(),
        "powershell" if !value.chars().all(is_plain) => format!("'{}'", value.replace('\'', "''")),
        _ => value.to_owned(),
    }
}

impl Offers {
    /// The workspace, if it is there. Nothing is made by completing.
    fn workspace(&self) -> Option<Workspace> {
        let folder = self.folder.clone().or_else(Workspace::default_folder).filter(|folder| folder.is_dir())?;
        Some(Workspace::open(&folder).ok()?.in_zone(zone::here()))
    }
}

/// The folder that a half-typed command line names; without one, that of the environment.
fn folder_of(arguments: &[OsString]) -> Option<PathBuf> {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let after =
        texts.iter().zip(texts.iter().skip(1)).find(|(option, _)| *option == "--dir").map(|(_, dir)| dir.to_string());
    let with = texts.iter().find_map(|argument| argument.strip_prefix("--dir=").map(str::to_owned));
    let environment = std::env::var_os("ADJACENT_DIR").map(PathBuf::from);
    after.or(with).map(PathBuf::from).or(environment)
}

fn sessions(workspace: &Workspace) -> Vec<(String, String)> {
    let listed = workspace.list().unwrap_or_default();
    listed.into_iter().map(|session| (session.header.title, session.id.to_string())).collect()
}

fn themes(workspace: &Workspace) -> Vec<(String, String)> {
    let auto = (AUTO.to_owned(), "dark or light, as the terminal is".to_owned());
    let known = looks::themes(workspace).0.into_themes().into_iter().map(|theme| (theme.name, theme.about));
    std::iter::once(auto).chain(known).collect()
}

fn exercises(workspace: &Workspace) -> Vec<(String, String)> {
    let (catalogue, _) = open_sessions::catalogue(workspace);
    catalogue.exercises().iter().map(|exercise| (exercise.id.clone(), exercise.title.clone())).collect()
}

fn agendas(workspace: &Workspace) -> Vec<(String, String)> {
    let (catalogue, _) = open_sessions::catalogue(workspace);
    let (own, _) = open_sessions::agendas(workspace, &catalogue);
    let templates = TEMPLATES.iter().map(|template| (template.name.to_owned(), template.words.to_owned()));
    templates.chain(own.into_iter().map(|agenda| (agenda.name, agenda.title))).collect()
}

fn things(workspace: &Workspace) -> Vec<(String, String)> {
    let Ok(ledger) = open_sessions::survey(workspace) else { return Vec::new() };
    ledger.graph(None).things().map(|thing| (thing.label.clone(), String::new())).collect()
}

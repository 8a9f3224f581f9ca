//! Imports files of other tools, and shows first what would come in.

mod as_json;
mod preview;

use std::io::{self, BufRead as _, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::files::NO_INPUT;
use crate::import::{IMPORT_LIMIT, IMPORTS, ImportMapping, ReadWatch};
use crate::record::spoken::counted;
use crate::record::text::plain;
use crate::shell::importing::{ImportDraft, ImportFailure, ImportSource, MappingChoice, WrittenImport};
use crate::store::{Workspace, read_at_most, read_mapping};

/// Bring in what another tool has: a map, a list, a catalogue, a table of any sort. Shows first what would come in.
///
/// A newer edition of the same files changes what the earlier one left: new rows come, changed ones change, and what is
/// gone is marked so. What people said since stays.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Debug, Args)]
#[command(after_help = formats())]
pub(super) struct ImportArgs {
    /// The files, all of one format; - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only show what would come in.
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Show all of it as JSON.
    #[arg(long)]
    json: bool,
    /// Bring it in without asking.
    #[arg(long)]
    yes: bool,
    /// What the columns and words of the files mean: a file, or the title of a mapping of the workspace. Without it, the
    /// one of the workspace that fits.
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Another source, although it looks like a newer edition of one that was imported before.
    #[arg(long)]
    another: bool,
}

/// The entry of the list of formats that only says which files state no map.
const NOT_A_MAP: &str = "not-a-map";

const EXAMPLES: &str = r#"Example:
  adjacent import inventory.xlsx              shows what would come in, and asks
  adjacent import elements.csv connections.csv --yes
  adjacent import list.csv --map list.ron     with a file that says what its columns hold:
    (
        title: "our list",
        format: "table",
        columns: [
            (heading: "Projekt", role: Name),
            (heading: "Zust.", role: Unit),
            (heading: "braucht", role: Needs),
        ],
    )"#;

/// The formats, for the help.
fn formats() -> String {
    let readable = || IMPORTS.iter().filter(|format| format.name != NOT_A_MAP);
    let width = readable().map(|format| format.name.len()).max().unwrap_or_default();
    let rows = readable().map(|format| format!("  {:<width$}  {}\n", format.name, format.about));
    let rows: String = rows.collect();
    format!("A file is known by what it holds, whatever it is called:\n{rows}\n{EXAMPLES}")
}

impl CliCommand for ImportArgs {
    const NAME: &'static str = "import";
    const EXAMPLES: &[&str] = &["import inventory.csv --dry-run", "import inventory.csv --yes"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        let choice = self.map.as_deref().map(|named| mapping(&workspace, named)).transpose()?;
        let choice = choice.map_or(MappingChoice::Fitting, MappingChoice::Own);
        let source = source_of(&self.files)?;
        call.works("reading the file");
        let watch = ShownWatch { call, what: "reading the file" };
        let draft = ImportDraft::read(&workspace, &source, &choice, self.another, &watch).map_err(failed)?;
        if let MappingChoice::Own(mapping) = &choice
            && !mapping.format.is_empty()
            && mapping.format != draft.format.name
        {
            let (name, format) = (&mapping.title, draft.format.name);
            let says = format!("the mapping {name:?} is for {}, and this is {format}", mapping.format);
            return Err(Failure::usage(plain(&says)));
        }
        if draft.is_empty() {
            let says = preview::nothing(&draft, &source);
            return Err(Failure::found(says));
        }
        if !self.json {
            call.answer(&preview::preview(&draft, &source))?;
        }
        let written = if self.is_meant(call, &draft)? { Some(write(call, &workspace, &draft)?) } else { None };
        if self.json {
            return call.answer_value(&as_json::draft_json(&draft, &source, written.as_ref()));
        }
        tell(call, &draft, written.as_ref())?;
        DONE
    }
}

/// Shows on a terminal how far the work is.
struct ShownWatch<'a> {
    call: &'a Call,
    what: &'static str,
}

impl ReadWatch for ShownWatch<'_> {
    fn is_stopped(&self) -> bool {
        false
    }

    fn at(&self, done: usize, all: usize) {
        self.call.works_at(self.what, done, all);
    }
}

impl ImportArgs {
    /// Whether what was shown is to be brought in: so it was said on the command line, or so somebody says at the terminal.
    fn is_meant(&self, call: &Call, draft: &ImportDraft) -> Result<bool, Failure> {
        let answers = call.is_interactive() && !takes_input(&self.files);
        if self.yes || self.dry_run || self.json || !answers || draft.is_unchanged() {
            return Ok(self.yes);
        }
        write!(call.out(), "Bring this in? y/N ")?;
        call.out().flush()?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer).context(NO_INPUT)?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }
}

/// Whether a file is standard input, which then cannot take an answer.
fn takes_input(files: &[PathBuf]) -> bool {
    files.iter().any(|file| file == Path::new("-"))
}

/// Reads the files; `-` is standard input.
fn source_of(files: &[PathBuf]) -> Result<ImportSource, Failure> {
    if !takes_input(files) {
        return ImportSource::load(files).map_err(failed);
    }
    if files.len() > 1 {
        return Err(Failure::usage("standard input is one file; name the others alone"));
    }
    let bytes = read_at_most(io::stdin().lock(), IMPORT_LIMIT).context(NO_INPUT)?;
    let too_large =
        || Failure::found(format!("standard input is larger than {} MiB, the most that is read", IMPORT_LIMIT >> 20));
    ImportSource::of(vec![("-".to_owned(), bytes.ok_or_else(too_large)?)]).map_err(failed)
}

/// Returns the mapping that is named by its file, or by the title or the file name of one of the workspace.
fn mapping(workspace: &Workspace, named: &str) -> Result<ImportMapping, Failure> {
    let path = Path::new(named);
    if path.is_file() {
        let mut mapping = read_mapping(path)?;
        if mapping.title.trim().is_empty() {
            mapping.title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        }
        return Ok(mapping);
    }
    let (known, wrong) = workspace.mappings();
    let same = |text: &str| text.to_lowercase() == named.to_lowercase();
    let is_it = |path: &Path, mapping: &ImportMapping| {
        same(&mapping.title) || path.file_stem().is_some_and(|stem| same(&stem.to_string_lossy()))
    };
    let titles: Vec<String> = known.iter().map(|(_, mapping)| format!("{:?}", mapping.title)).collect();
    if let Some((_, mapping)) = known.into_iter().find(|(path, mapping)| is_it(path, mapping)) {
        return Ok(mapping);
    }
    if let Some(error) = wrong.into_iter().next() {
        return Err(error.into());
    }
    let there =
        if titles.is_empty() { "there are none".to_owned() } else { format!("there are {}", titles.join(", ")) };
    Err(Failure::usage(plain(&format!("no mapping is called {named:?}, and no file; {there}"))))
}

/// Writes what comes in, and saves the mapping for the next edition.
fn write(call: &Call, workspace: &Workspace, draft: &ImportDraft) -> Result<WrittenImport, Failure> {
    let watch = ShownWatch { call, what: "writing the session" };
    let written = draft.write(workspace, Timestamp::now(), &watch).map_err(failed)?;
    if !draft.mapping.title.is_empty() && workspace.keep_mapping(&draft.mapping).is_err() {
        writeln!(call.err(), "adjacent: the mapping could not be saved for the next edition")?;
    }
    Ok(written)
}

fn tell(call: &Call, draft: &ImportDraft, written: Option<&WrittenImport>) -> io::Result<()> {
    let mut told = call.err();
    match written {
        None if draft.is_unchanged() => Ok(()),
        None => writeln!(told, "Nothing was written; --yes brings it in."),
        Some(WrittenImport { events: 0, .. }) => writeln!(told, "Nothing has changed; nothing was written."),
        Some(_) if draft.is_unchanged() => {
            writeln!(told, "Nothing that it states has changed; that it was read is noted.")
        }
        Some(written) => {
            let says = if written.is_new { "a new session" } else { "the session of the earlier import" };
            let parts =
                counted(draft.edition.parts.iter().filter(|part| part.change.is_change()).count(), "entry", "entries");
            writeln!(told, "{parts} written into {says}; adjacent map shows everything that is known now")?;
            writeln!(call.out(), "{}", plain(&written.path.display().to_string()))
        }
    }
}

/// What the files hold is a problem that the work found; what the disk does is not.
fn failed(failure: ImportFailure) -> Failure {
    match failure {
        ImportFailure::Store(error) => error.into(),
        ImportFailure::Content(_) | ImportFailure::Overtaken => Failure::found(plain(&failure.to_string())),
    }
}

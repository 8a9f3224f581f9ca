use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use self::look_files::LookFiles;
use super::call::Call;
use super::command::CliCommand;
use super::configured::Configured;
use super::failure::{CommandResult, DONE, Failure};
use crate::capture::lexicon::LexiconFile;
use crate::config::ConfigSource;
use crate::exercise::{self, lint_agenda, lint_folder};
use crate::import::ImportMapping;
use crate::record;
use crate::record::line::{Fault, Trouble};
use crate::record::text::plain;
use crate::shell::open_sessions;
use crate::store::{self, Repaired, StoreError, Workspace};

mod look_files;

/// Look for damage in sessions and the files beside them and for mistakes in exercises, in words of languages, in settings
/// and in themes (with those that are hard to read), with line and column. Ends with 1 when there is some, with 3 when a
/// file could not be read.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Session files, files beside them, exercises, plans, lexicon files, themes, house.ron, config.ron, or mappings of imports; all of the workspace when none is named.
    files: Vec<PathBuf>,
}

impl CliCommand for CheckArgs {
    const NAME: &'static str = "check";
    const EXAMPLES: &[&str] = &["check"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = self.files.is_empty().then(|| call.workspace()).transpose()?;
        let mut files = match &workspace {
            Some(workspace) => Files::of(workspace, call)?,
            None => Files::named(&self.files, call),
        };
        if workspace.is_none() && files.looks.has_themes() {
            files.looks.with_those_of(&call.workspace()?);
        }
        let mut out = call.out();
        let (mut found, mut unread) = (0, files.unread.len());
        for says in &files.unread {
            writeln!(out, "{says}")?;
        }
        let mut broken_off = false;
        for (done, path) in files.sessions.iter().enumerate() {
            call.works_at("checking files", done, files.sessions.len());
            // A file of which syncing left nothing, or two versions, is told in one sentence, not line by line.
            if let Ok(Some(fault)) = store::sync_fault(path) {
                found += 1;
                writeln!(out, "{fault}")?;
                continue;
            }
            let faults = match store::check(path) {
                Ok(faults) => faults,
                Err(error) => {
                    unread += 1;
                    writeln!(out, "{error}")?;
                    continue;
                }
            };
            for fault in faults {
                found += usize::from(fault.weight() > record::line::FaultSeverity::Note);
                broken_off |= matches!(fault.trouble, Trouble::TornTail { .. } | Trouble::NotClosed);
                tell(&mut out, path, &fault)?;
            }
        }
        if broken_off {
            writeln!(out, "{BROKEN_OFF}")?;
        }
        for path in &files.beside {
            match store::check_side_file(path) {
                Ok(None) => {}
                Ok(Some((line, column))) => {
                    found += 1;
                    writeln!(out, "{}:{line}:{column}: {NOT_AS_WRITTEN}", path.display())?;
                }
                Err(error) => {
                    unread += 1;
                    writeln!(out, "{error}")?;
                }
            }
        }
        for (path, flaw) in lint_folder(&files.exercises) {
            found += usize::from(flaw.weight > exercise::Severity::Advice);
            writeln!(out, "{}:{}:{}: {flaw}", path, flaw.line, flaw.column)?;
        }
        for (path, text) in &files.lexicons {
            for flaw in LexiconFile::flaws(text) {
                found += 1;
                writeln!(out, "{}:{}:{}: {}", path.display(), flaw.line, flaw.column, plain(&flaw.to_string()))?;
            }
        }
        found += check_agendas(call, &files.agendas)?;
        let (wrong, unreadable) = check_configs(call, &files)?;
        (found, unread) = (found + wrong, unread + unreadable);
        for (path, text) in &files.mappings {
            if let Err(error) = ImportMapping::parse(text) {
                let (path, start) = (plain(&path.display().to_string()), error.span.start);
                found += 1;
                writeln!(out, "{path}:{}:{}: {}", start.line, start.col, plain(&error.code.to_string()))?;
            }
        }
        found += files.looks.check(&mut out)?;
        if let Some(workspace) = &workspace {
            found += check_together(&mut out, workspace)?;
        }
        if found == 0 && unread == 0 {
            let texts = files.exercises.len() + files.lexicons.len() + files.agendas.len() + files.mappings.len();
            let count = files.sessions.len() + texts + files.configs.len() + files.looks.count();
            let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
            writeln!(out, "{files} looked at, nothing wrong.")?;
            return DONE;
        }
        Ok(if unread > 0 { 3 } else { 1 })
    }
}

/// The message about a damaged file beside the sessions; it does not quote the file.
const NOT_AS_WRITTEN: &str = "this is not as it was written; adjacent repair FILE keeps what can be read";

/// The advice on files that break off.
const BROKEN_OFF: &str = "A file that breaks off may be half here: if other programs sync this folder, let them finish \
                          before you repair it.";

/// The files to check: sessions, files beside them, exercises and words of languages with their texts.
#[derive(Default)]
struct Files {
    sessions: Vec<PathBuf>,
    beside: Vec<PathBuf>,
    exercises: Vec<(String, String)>,
    lexicons: Vec<(PathBuf, String)>,
    agendas: Vec<(PathBuf, String)>,
    mappings: Vec<(PathBuf, String)>,
    configs: Vec<(ConfigSource, PathBuf)>,
    looks: LookFiles,
    /// A sentence for each file that cannot be read.
    unread: Vec<String>,
}

impl Files {
    fn of(workspace: &Workspace, call: &Call) -> Result<Self, StoreError> {
        let there = call.configured().places.iter().filter(|place| place.exists);
        let configs = there.map(|place| (place.source, place.path.clone())).collect();
        let (texts, unread) = workspace.exercises();
        let folder = workspace.exercises_folder();
        let path = |name: String| folder.join(name).display().to_string();
        let exercises = texts.into_iter().map(|(name, text)| (path(name), text)).collect();
        let sessions = workspace.session_files()?;
        let others = workspace.unread().files();
        let (lexicons, unread_words) = workspace.lexicons();
        let (agendas, unread_agendas) = workspace.agendas();
        let (mappings, unread_mappings) = workspace.mapping_texts();
        let (looks, unread_looks) = LookFiles::of(workspace);
        let unread = unread.iter().chain(&unread_words).chain(&unread_agendas).chain(&unread_mappings);
        let unread = unread.chain(&unread_looks);
        let unread = unread.map(ToString::to_string);
        let unread = others.iter().map(ToString::to_string).chain(unread).collect();
        let beside = workspace.side_files()?;
        Ok(Self { sessions, beside, exercises, lexicons, agendas, mappings, configs, looks, unread })
    }

    fn named(paths: &[PathBuf], call: &Call) -> Self {
        let mut files = Self::default();
        for path in paths {
            if store::is_side_file(path) {
                files.beside.push(path.clone());
                continue;
            }
            if store::is_lexicon_file(path) {
                match store::read_lexicon_file(path) {
                    Ok(text) => files.lexicons.push((path.clone(), text)),
                    Err(error) => files.unread.push(error.to_string()),
                }
                continue;
            }
            if store::is_agenda_file(path) {
                match store::read_agenda_file(path) {
                    Ok(text) => files.agendas.push((path.clone(), text)),
                    Err(error) => files.unread.push(error.to_string()),
                }
                continue;
            }
            if let Some(added) = files.looks.add(path) {
                files.unread.extend(added.err().map(|error| error.to_string()));
                continue;
            }
            if store::is_mapping_file(path) {
                match store::read_mapping_file(path) {
                    Ok(text) => files.mappings.push((path.clone(), text)),
                    Err(error) => files.unread.push(error.to_string()),
                }
                continue;
            }
            if store::is_config_file(path) {
                files.configs.push((call.source_of_config(path), path.clone()));
                continue;
            }
            match store::is_exercise_file(path).map(|is_one| is_one.then(|| store::read_exercise_file(path))) {
                Ok(Some(Ok(text))) => files.exercises.push((path.display().to_string(), text)),
                Ok(None) => files.sessions.push(path.clone()),
                Ok(Some(Err(error))) | Err(error) => files.unread.push(error.to_string()),
            }
        }
        files
    }
}

/// Prints what is wrong with the files of a workspace taken together: sessions in several files, what other programs
/// that sync it left, and what is not known of people. Returns how many of these are problems.
fn check_together(out: &mut impl Write, workspace: &Workspace) -> Result<usize, Failure> {
    let mut found = 0;
    for copies in workspace.copies()? {
        found += 1;
        writeln!(out, "{copies}")?;
    }
    for fault in workspace.sync_faults()? {
        found += usize::from(!fault.is_note());
        writeln!(out, "{fault}")?;
    }
    let about_people = workspace.about_people(&open_sessions::survey(workspace)?);
    for says in about_people.into_iter().chain(workspace.people_from_elsewhere()?) {
        writeln!(out, "{says}")?;
    }
    Ok(found)
}

/// Prints the flaws of agenda files; returns how many there are.
fn check_agendas(call: &Call, agendas: &[(PathBuf, String)]) -> Result<usize, Failure> {
    if agendas.is_empty() {
        return Ok(0);
    }
    let catalogue = call.catalogue()?;
    let mut found = 0;
    for (path, text) in agendas {
        let refused = |id: &str, mode| catalogue.refuses(id, mode).map(|error| error.to_string());
        for flaw in lint_agenda(text, refused).1 {
            found += 1;
            let path = plain(&path.display().to_string());
            writeln!(call.out(), "{path}:{}:{}: {}", flaw.line, flaw.column, plain(&flaw.to_string()))?;
        }
    }
    Ok(found)
}

/// Prints what is wrong in files of settings; returns how many settings are wrong, and how many files cannot be read.
fn check_configs(call: &Call, files: &Files) -> Result<(usize, usize), Failure> {
    if files.configs.is_empty() {
        return Ok((0, 0));
    }
    let workspace = call.workspace().ok();
    let (mut wrong, mut unread) = (0, 0);
    // Each file is checked by itself: what another one sets makes nothing in it wrong.
    for place in &files.configs {
        let configured = Configured::of([place.clone()], workspace.as_ref());
        wrong += configured.configuration.wrong.len();
        unread += configured.unread.len();
        configured.wrong().try_for_each(|says| writeln!(call.out(), "{}", plain(&says)))?;
    }
    Ok((wrong, unread))
}

/// Mend session files, and what lies beside them. What cannot be used is set aside beside the file.
#[derive(Debug, Args)]
pub(super) struct RepairArgs {
    /// Session files, each with its private files; or a file beside them, such as settings.ron.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Accept lines that were changed by hand.
    #[arg(long)]
    reseal: bool,
}

impl CliCommand for RepairArgs {
    const NAME: &'static str = "repair";
    const EXAMPLES: &[&str] = &["repair sessions/spring-review.ron"];

    fn run(self, call: &Call) -> CommandResult {
        for (done, path) in self.files.iter().enumerate() {
            call.works_at("mending files", done, self.files.len());
            mend(call, path, store::repair(path, self.reseal)?)?;
            for beside in store::beside_session(path) {
                let repaired = store::repair(&beside, self.reseal)?;
                if !repaired.done.is_empty() {
                    mend(call, &beside, repaired)?;
                }
            }
        }
        DONE
    }
}

fn mend(call: &Call, path: &Path, repaired: Repaired) -> io::Result<()> {
    let Repaired { done, set_aside, left } = repaired;
    let (mut out, shown) = (call.out(), path.display());
    for deed in &done {
        writeln!(out, "{shown}:{}: {}", deed.line, deed.what)?;
    }
    if let Some(torn) = set_aside {
        writeln!(out, "{shown}: what could not be used lies in {}", torn.display())?;
    }
    if done.is_empty() {
        writeln!(out, "{shown}: nothing to mend")?;
    }
    left.iter().try_for_each(|fault| tell(&mut out, path, fault))
}

/// Prints one fault: its line and column, the problem, and what to do about it.
fn tell(out: &mut impl Write, path: &Path, fault: &Fault) -> io::Result<()> {
    let Fault { line, column, trouble } = fault;
    let shown = plain(&path.display().to_string());
    writeln!(out, "{shown}:{line}:{column}: {}. {}", plain(&trouble.to_string()), fault.hint())
}

//! One run of the program: its workspace, its output, and the files that it could not read.

use std::cell::{OnceCell, RefCell};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::configured::Configured;
use super::failure::{CommandResult, DONE, Failure};
use super::page;
use super::streams::{Printed, Streams};
use crate::capture::lexicon::LexiconFile;
use crate::config::ConfigSource;
use crate::exercise::{Catalogue, ShelvedAgenda};
use crate::record::text::harmless_json;
use crate::shell::{columns, looks, open_sessions, zone};
use crate::store::{UnreadFiles, Workspace, write_out};
use crate::theme::{AUTO, HouseStyle, ThemeLibrary};

/// The maximum number of unreadable files that are reported one by one.
const TOLD: usize = 5;

/// The environment of a command: its workspace, its output, and the files it could not read.
pub(super) struct Call {
    dir: Option<PathBuf>,
    /// The user's own file of settings; `None` where there is none to look for.
    user_config: Option<PathBuf>,
    /// The configuration, once it was asked for.
    configured: OnceCell<Configured>,
    /// The theme that was asked for on the command line or in the environment.
    theme: Option<String>,
    /// Returns the command line as clap knows it, with every command.
    command_line: fn() -> clap::Command,
    streams: Streams,
    unread: UnreadFiles,
    /// A sentence for each file beside the sessions that could not be used.
    left_out: RefCell<Vec<String>>,
    /// The sentences about unreadable files that were printed already.
    told: RefCell<Vec<String>>,
    /// Whether the answer is for another program, so that progress is not shown.
    is_quiet: bool,
}

/// The format of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnswerForm {
    /// Text; control characters are removed.
    Text,
    /// JSON; control characters are escaped, so that a reading program gets the exact value.
    Json,
}

impl Call {
    pub(super) fn new(dir: Option<PathBuf>, command_line: fn() -> clap::Command, streams: Streams) -> Self {
        let (left_out, told) = (RefCell::default(), RefCell::default());
        let (user_config, configured) = (None, OnceCell::new());
        let unread = UnreadFiles::default();
        Self {
            dir,
            user_config,
            configured,
            theme: None,
            command_line,
            streams,
            unread,
            left_out,
            told,
            is_quiet: false,
        }
    }

    /// The same, with this file of the user's own settings.
    pub(super) fn with_user_config(self, user_config: Option<PathBuf>) -> Self {
        Self { user_config, ..self }
    }

    /// The settings of this run, with where they come from and what is wrong in their files.
    pub(super) fn configured(&self) -> &Configured {
        self.configured.get_or_init(|| {
            let workspace = self.folder().and_then(|folder| Workspace::open(&folder).ok());
            Configured::read(self.user_config.clone(), workspace.as_ref())
        })
    }

    /// Whose file of settings this is: the user's own, or that of the folder it lies in if that is a workspace.
    pub(super) fn source_of_config(&self, path: &Path) -> ConfigSource {
        let is_own = self.user_config.as_deref() == Some(path);
        let of_workspace = path.parent().is_some_and(|folder| folder.join("sessions").is_dir());
        if of_workspace && !is_own { ConfigSource::Workspace } else { ConfigSource::User }
    }

    /// The languages named on a command line; without any, those of the configuration.
    pub(super) fn languages(&self, lang: &[String]) -> Vec<String> {
        let configured = || self.configured().configuration.values.languages.clone().unwrap_or_default();
        if lang.is_empty() { configured() } else { lang.to_vec() }
    }

    /// The same call with the theme that was asked for.
    pub(super) fn with_theme(self, theme: Option<String>) -> Self {
        Self { theme, ..self }
    }

    /// The theme that was asked for, if it is one of these.
    pub(super) fn wanted_theme(&self, library: &ThemeLibrary) -> Result<Option<String>, Failure> {
        match self.theme.as_deref().filter(|name| !name.is_empty()) {
            Some(name) if name != AUTO && !library.themes().iter().any(|known| known.theme.name == name) => {
                Err(no_theme(library, name))
            }
            name => Ok(name.map(str::to_owned)),
        }
    }

    /// The themes that can be chosen. What is wrong with their files is reported when the command ends.
    pub(super) fn themes(&self) -> Result<ThemeLibrary, Failure> {
        let library = self.themes_alone()?;
        let wrong = looks::wrong_themes(&library).into_iter().map(|says| format!("left out: {says}"));
        self.left_out.borrow_mut().extend(wrong);
        Ok(library)
    }

    /// The same, for a command that reports by itself what is wrong with them.
    pub(super) fn themes_alone(&self) -> Result<ThemeLibrary, Failure> {
        if self.folder().is_none() {
            return Ok(ThemeLibrary::of(Vec::new()));
        }
        let (library, unread) = looks::themes(&self.workspace()?);
        self.left_out.borrow_mut().extend(unread.iter().map(|says| format!("left out: {says}")));
        Ok(library)
    }

    /// The house style of the workspace, if it has one.
    pub(super) fn house(&self) -> Result<Option<HouseStyle>, Failure> {
        if self.folder().is_none() {
            return Ok(None);
        }
        let (house, wrong) = looks::house(&self.workspace()?);
        self.left_out.borrow_mut().extend(wrong.map(|says| format!("left out: {says}")));
        Ok(house)
    }

    /// The same without progress, for a command whose answer is read by another program.
    pub(super) fn quiet(self, is_quiet: bool) -> Self {
        Self { is_quiet, ..self }
    }

    /// Says what is being done, and how far it is. After a second it is shown on a terminal, until something is printed
    /// or the command ends.
    pub(super) fn works(&self, what: &str) {
        if !self.is_quiet {
            self.streams.show_progress(what);
        }
    }

    /// Says how far work is that is done piece by piece.
    pub(super) fn works_at(&self, what: &str, done: usize, all: usize) {
        self.works(&format!("{what}, {done} of {all}"));
    }

    /// The workspace given with `--dir`, or the default one. The files that it cannot read are reported when the
    /// command ends.
    pub(super) fn workspace(&self) -> Result<Workspace, Failure> {
        let folder = self.folder().ok_or_else(|| {
            Failure::usage("this platform names no folder for data; name one with --dir or ADJACENT_DIR")
        })?;
        let workspace = Workspace::open(&folder)?.in_zone(zone::here()).noting_in(self.unread.clone());
        Ok(workspace.with_conventions(self.configured().configuration.values.conventions))
    }

    fn folder(&self) -> Option<PathBuf> {
        self.dir.clone().or_else(Workspace::default_folder)
    }

    /// The command line as clap knows it, with every command.
    pub(super) fn command_line(&self) -> clap::Command {
        (self.command_line)()
    }

    /// The built-in exercises, with those of the workspace if there is a workspace.
    pub(super) fn catalogue(&self) -> Result<Catalogue, Failure> {
        if self.folder().is_none() {
            return Ok(Catalogue::embedded());
        }
        let (catalogue, left_out) = open_sessions::catalogue(&self.workspace()?);
        self.left_out.borrow_mut().extend(left_out.iter().map(|says| format!("left out: {says}")));
        Ok(catalogue)
    }

    /// The agendas of the workspace, if there is a workspace.
    pub(super) fn agendas(&self, catalogue: &Catalogue) -> Result<Vec<ShelvedAgenda>, Failure> {
        if self.folder().is_none() {
            return Ok(Vec::new());
        }
        let (agendas, left_out) = open_sessions::agendas(&self.workspace()?, catalogue);
        self.left_out.borrow_mut().extend(left_out.iter().map(|says| format!("left out: {says}")));
        Ok(agendas)
    }

    /// The words that the workspace adds to the languages, if there is a workspace.
    pub(super) fn own_words(&self) -> Result<Arc<[LexiconFile]>, Failure> {
        if self.folder().is_none() {
            return Ok(Arc::from([]));
        }
        let (own_words, left_out) = open_sessions::own_words(&self.workspace()?);
        self.left_out.borrow_mut().extend(left_out.iter().map(|says| format!("left out: {says}")));
        Ok(own_words)
    }

    /// Standard output.
    pub(super) const fn out(&self) -> Printed<'_> {
        self.streams.out()
    }

    /// Standard error.
    pub(super) const fn err(&self) -> Printed<'_> {
        self.streams.err()
    }

    /// Whether standard output is a terminal.
    pub(super) const fn is_terminal(&self) -> bool {
        self.streams.is_terminal()
    }

    /// Whether the program is used at a terminal: standard input and standard output both are one.
    pub(super) fn is_interactive(&self) -> bool {
        self.is_terminal() && io::stdin().is_terminal()
    }

    /// Whether all files that were opened so far could be read.
    pub(super) fn read_everything(&self) -> bool {
        self.unread.files().is_empty()
    }

    /// Prints an answer; on a terminal, long lines are wrapped.
    pub(super) fn answer(&self, text: &str) -> CommandResult {
        self.something_was_read()?;
        let width = self.is_terminal().then(columns).flatten();
        let broken = width.map(|width| page::broken(text, usize::from(width)));
        self.out().write_all(broken.as_deref().unwrap_or(text).as_bytes())?;
        DONE
    }

    /// Prints an answer in JSON. If it is an object, the files that could not be read are added as a field.
    pub(super) fn answer_json(&self, text: &str) -> CommandResult {
        self.hand_out(None, text, AnswerForm::Json)
    }

    /// Prints a JSON value as [`Self::answer_json`] prints a text.
    pub(super) fn answer_value(&self, value: &Value) -> CommandResult {
        self.answer_json(&format!("{value:#}\n"))
    }

    /// Prints a text, or writes it to this file (`-` is standard output); never overwrites a session.
    pub(super) fn hand_out(&self, file: Option<&Path>, text: &str, form: AnswerForm) -> CommandResult {
        let text = match form {
            AnswerForm::Text => text.to_owned(),
            AnswerForm::Json => harmless_json(&self.with_unread(text)).into_owned(),
        };
        self.hand_out_bytes(file, text.as_bytes())
    }

    /// Writes bytes to this file (`-` and `None` are standard output); never overwrites a session.
    pub(super) fn hand_out_bytes(&self, file: Option<&Path>, bytes: &[u8]) -> CommandResult {
        self.something_was_read()?;
        match file.filter(|file| *file != Path::new("-")) {
            None => self.out().write_all(bytes)?,
            Some(file) => {
                no_session(file)?;
                write_out(file, bytes)?;
            }
        }
        DONE
    }

    /// Returns an error when there are sessions and none of them could be read, because an empty answer would be wrong.
    fn something_was_read(&self) -> Result<(), Failure> {
        if self.unread.is_everything() { Err(Failure::nothing_read()) } else { Ok(()) }
    }

    fn with_unread(&self, text: &str) -> String {
        let files = self.unread.files();
        match serde_json::from_str(text) {
            Ok(Value::Object(mut fields)) if !files.is_empty() => {
                let unread = files.iter().map(
                    |file| json!({ "file": file.path.display().to_string(), "line": file.line, "says": file.says }),
                );
                fields.insert("unread".to_owned(), unread.collect());
                format!("{:#}\n", Value::Object(fields))
            }
            _ => text.to_owned(),
        }
    }

    /// Prints a sentence for each file that could not be read or used, unless it was printed already.
    pub(super) fn tell_unread(&self) -> io::Result<()> {
        let files = self.unread.files().into_iter().map(|file| file.to_string());
        let all: Vec<String> = files.chain(self.left_out.borrow().iter().cloned()).collect();
        let mut told = self.told.borrow_mut();
        let news: Vec<String> = all.into_iter().filter(|says| !told.contains(says)).collect();
        for says in news.iter().take(TOLD) {
            writeln!(self.err(), "adjacent: {says}")?;
        }
        if news.len() > TOLD {
            writeln!(self.err(), "adjacent: and {} more; adjacent check lists them", news.len() - TOLD)?;
        }
        told.extend(news);
        Ok(())
    }
}

/// The error that no theme has this name, with the names that there are.
pub(super) fn no_theme(library: &ThemeLibrary, name: &str) -> Failure {
    let own = library.themes().iter().map(|known| known.theme.name.as_str());
    let names: Vec<&str> = std::iter::once(AUTO).chain(own).collect();
    Failure::usage(format!("there is no theme called {name:?}; these are there: {}", names.join(", ")))
}

/// Returns an error when the file has the extension of a session, so that no session is overwritten.
pub(super) fn no_session(file: &Path) -> Result<(), Failure> {
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return Err(Failure::usage(".ron is what sessions end in; write to a file of another name"));
    }
    Ok(())
}

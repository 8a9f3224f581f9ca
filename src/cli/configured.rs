//! The configuration of one run: its files, and what they say together.

use std::path::{Path, PathBuf};

use crate::app::commands;
use crate::capture::lexicon::LANGUAGES;
use crate::config::{ConfigFile, ConfigSource, Configuration, SettableNames};
use crate::exercise::Catalogue;
use crate::shell::{looks, open_sessions};
use crate::store::{Workspace, read_config_file};
use crate::theme::{AUTO, ThemeLibrary};

/// A file of settings that a run looks for.
#[derive(Clone, Debug)]
pub(super) struct ConfigPlace {
    /// Whose it is.
    pub(super) source: ConfigSource,
    pub(super) path: PathBuf,
    /// Whether it exists.
    pub(super) exists: bool,
}

/// The configuration of one run.
#[derive(Debug, Default)]
pub(super) struct Configured {
    /// The files that are looked for, the one that wins last.
    pub(super) places: Vec<ConfigPlace>,
    /// The settings of all files, joined.
    pub(super) configuration: Configuration,
    /// A sentence for each file that could not be read.
    pub(super) unread: Vec<String>,
}

impl Configured {
    /// Reads the user's own file and that of a workspace.
    pub(super) fn read(user: Option<PathBuf>, workspace: Option<&Workspace>) -> Self {
        let user = user.map(|path| (ConfigSource::User, path));
        let shared = workspace.map(|workspace| (ConfigSource::Workspace, workspace.config_path()));
        // Where both are one file it is the user's own.
        let shared = shared.filter(|(_, path)| user.as_ref().is_none_or(|(_, own)| own != path));
        Self::of(user.into_iter().chain(shared), workspace)
    }

    /// Reads these files as settings in a workspace.
    pub(super) fn of(places: impl IntoIterator<Item = (ConfigSource, PathBuf)>, workspace: Option<&Workspace>) -> Self {
        let (mut configured, mut files) = (Self::default(), Vec::new());
        for (source, path) in places {
            let text = read_config_file(&path);
            configured.places.push(ConfigPlace { source, path: path.clone(), exists: !matches!(text, Ok(None)) });
            match text {
                Ok(Some(text)) => files.push(ConfigFile { source, path: path.display().to_string(), text }),
                Ok(None) => {}
                Err(error) => configured.unread.push(error.to_string()),
            }
        }
        // What settings can name is read only where there are settings.
        if !files.is_empty() {
            configured.configuration = Configuration::of(&files, &known_in(workspace));
        }
        configured
    }

    /// Returns everything that is wrong in the files, one sentence each.
    pub(super) fn wrong(&self) -> impl Iterator<Item = String> {
        let wrong = self.configuration.wrong.iter().map(ToString::to_string);
        self.unread.iter().cloned().chain(wrong)
    }

    /// Returns one line about what is wrong, for the foot of the console; `None` if nothing is.
    pub(super) fn told_in_short(&self) -> Option<String> {
        let first = match self.configuration.wrong.first() {
            Some(wrong) => {
                let file = Path::new(&wrong.path).file_name().unwrap_or_default().to_string_lossy();
                format!("{file}, line {}, column {}: {}", wrong.line, wrong.column, wrong.says)
            }
            None => self.unread.first()?.clone(),
        };
        let more = self.wrong().count().saturating_sub(1);
        let more = if more == 0 { String::new() } else { format!("; and {more} more") };
        Some(format!("{first}{more}. adjacent config says what holds."))
    }
}

/// What settings can name in a workspace; without one, what the program brings.
fn known_in(workspace: Option<&Workspace>) -> SettableNames {
    let catalogue = workspace.map_or_else(Catalogue::embedded, |workspace| open_sessions::catalogue(workspace).0);
    let agendas = workspace.map(|workspace| open_sessions::agendas(workspace, &catalogue).0).unwrap_or_default();
    let own_words = workspace.map(|workspace| open_sessions::own_words(workspace).0);
    let mut languages: Vec<String> = LANGUAGES.iter().map(|language| language.code.to_owned()).collect();
    for file in own_words.iter().flat_map(|files| files.iter()) {
        if !languages.contains(&file.language) {
            languages.push(file.language.clone());
        }
    }
    let library = workspace.map_or_else(|| ThemeLibrary::of(Vec::new()), |workspace| looks::themes(workspace).0);
    let own = library.into_themes().into_iter().map(|theme| theme.name);
    let themes = std::iter::once(AUTO.to_owned()).chain(own).collect();
    SettableNames { themes, languages, catalogue, agendas, commands: commands() }
}

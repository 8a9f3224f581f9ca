//! The configuration: the settings of both files, joined, with where each comes from.

use std::collections::BTreeMap;

use super::known::SettableNames;
use super::list::SETTINGS;
use super::reading::read;
use super::setting::Setting;
use super::source::ConfigSource;
use super::values::ConfigValues;
use super::wrong::{WrongSetting, line_and_column};

/// A file with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFile {
    /// Whose it is.
    pub source: ConfigSource,
    /// Its path, as messages name it.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Where the value of a setting comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SettingOrigin {
    /// No file sets it.
    #[default]
    Default,
    /// A file sets it.
    File {
        /// Whose file it is.
        source: ConfigSource,
        /// The path of the file.
        path: String,
        /// The line, from 1.
        line: usize,
    },
}

/// The settings of all files, joined.
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    /// The values in force.
    pub values: ConfigValues,
    /// What is wrong in the files, file by file, in the order of places.
    pub wrong: Vec<WrongSetting>,
    origins: BTreeMap<&'static str, SettingOrigin>,
}

impl Configuration {
    /// Joins files, of which a later one wins.
    pub fn of(files: &[ConfigFile], known: &SettableNames) -> Self {
        let mut joined = Self::default();
        for file in files {
            joined.add(file, known);
        }
        joined
    }

    fn add(&mut self, file: &ConfigFile, known: &SettableNames) {
        let before = self.values.clone();
        let (set, flaws) = read(&file.text, file.source, known, &mut self.values);
        self.wrong.extend(flaws.into_iter().map(|flaw| flaw.placed(&file.path, &file.text)));
        for setting in SETTINGS {
            let Some((name, at)) = set.iter().find(|(name, _)| *name == setting.name) else { continue };
            // A file that asks for less care with names than an earlier one changes nothing.
            let holds_before = self.origins.contains_key(name) && setting.value(&before) == setting.value(&self.values);
            if !holds_before {
                let (line, _) = line_and_column(&file.text, *at);
                let origin = SettingOrigin::File { source: file.source, path: file.path.clone(), line };
                self.origins.insert(name, origin);
            }
        }
    }

    /// Returns where the value of a setting comes from.
    pub fn origin(&self, setting: &Setting) -> SettingOrigin {
        self.origins.get(setting.name).cloned().unwrap_or_default()
    }
}

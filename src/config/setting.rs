use super::known::SettableNames;
use super::source::ConfigSource;
use super::values::ConfigValues;
use super::written::WrittenValue;
use super::wrong::Flaw;

/// Which files can set a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingReach {
    /// Every file: the worst that somebody else's workspace can do with it is ugly or told on the screen.
    EveryFile,
    /// The user's own file alone: somebody else could do harm with it.
    OwnFile,
}

impl SettingReach {
    /// Whether a file of this source can set the setting.
    pub(super) fn allows(self, source: ConfigSource) -> bool {
        self == Self::EveryFile || source == ConfigSource::User
    }
}

/// Reads a value into the values of all settings; returns the flaws of the value.
type ReadSetting = fn(&WrittenValue<'_>, &SettableNames, &mut ConfigValues) -> Result<(), Vec<Flaw>>;

/// One setting: its entry in the list of settings.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The name, as it is written in a file.
    pub name: &'static str,
    /// What it does and what is allowed, one line of the documented file each.
    pub about: &'static [&'static str],
    /// The lines that set the default, as they are written in a file.
    pub default: &'static [&'static str],
    /// Which files can set it.
    pub reach: SettingReach,
    pub(super) read: ReadSetting,
    /// Returns the value as it would be written.
    pub(super) written: fn(&ConfigValues) -> String,
}

impl Setting {
    /// Returns the value of the setting as it would be written in a file.
    pub fn value(&self, values: &ConfigValues) -> String {
        (self.written)(values)
    }
}

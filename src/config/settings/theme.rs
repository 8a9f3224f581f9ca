use crate::app::Settings;
use crate::config::setting::{Setting, SettingReach};
use crate::config::written::one_of;

/// The theme of the console.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "theme",
    about: &[
        "The colours of the console, by the name of a theme; adjacent themes lists them. \"auto\" is light or dark, as the",
        "terminal is.",
        "The window for the room has its own: adjacent room --theme NAME.",
    ],
    default: &["theme: \"auto\","],
    reach: SettingReach::EveryFile,
    read: |value, known, values| {
        let allowed = one_of(&known.themes);
        let name: String = value.read(&allowed)?;
        if !known.themes.contains(&name) {
            return Err(value.not_known(&name, allowed).into());
        }
        values.theme = Some(name);
        Ok(())
    },
    written: |values| format!("{:?}", values.theme.clone().unwrap_or_else(|| Settings::default().theme)),
};

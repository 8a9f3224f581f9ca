use crate::config::setting::{Setting, SettingReach};
use crate::config::written::one_of;

/// English, which is always read.
const ENGLISH: &str = "en";

/// The languages of the lines of a new session.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "language",
    about: &[
        "The languages in which people speak in a new session, beside English, by their codes: \"de\", or",
        "[\"de\", \"fr\"]; [] for English alone. Without this line the console takes the language of the machine.",
    ],
    default: &["language: [],"],
    reach: SettingReach::EveryFile,
    read: |value, known, values| {
        let allowed = format!("a code or a list of codes: {}", one_of(&known.languages));
        let mut codes = value.texts(&allowed)?;
        if let Some(unknown) = codes.iter().find(|code| !known.languages.contains(code)) {
            return Err(value.not_known(unknown, allowed).into());
        }
        codes.retain(|code| code != ENGLISH);
        values.languages = Some(codes);
        Ok(())
    },
    written: |values| format!("{:?}", values.languages.as_deref().unwrap_or_default()),
};

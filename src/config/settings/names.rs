use strum::VariantNames as _;

use crate::config::setting::{Setting, SettingReach};
use crate::config::written::one_of;
use crate::record::NamesPolicy;

/// What is stored of people's names.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "names",
    about: &[
        "What is stored of the names of people; teams and short forms always are.",
        "  \"asked\"      names are in a private file; one goes on the record when its owner asks for that",
        "  \"private\"    names are in a private file, and none goes on the record",
        "  \"forgotten\"  names are in no file: they are known until the program ends",
        "Where the user's file and that of the workspace differ, the one that stores less holds.",
    ],
    default: &["names: \"asked\","],
    reach: SettingReach::EveryFile,
    read: |value, _, values| {
        // Somebody else's workspace can ask for more care, and never for less.
        let asked: NamesPolicy = value.word(one_of(NamesPolicy::VARIANTS))?;
        values.conventions.names = values.conventions.names.max(asked);
        Ok(())
    },
    written: |values| format!("{:?}", values.conventions.names.to_string()),
};

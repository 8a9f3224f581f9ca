use crate::config::setting::{Setting, SettingReach};

/// Whether the console uses the mouse.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "mouse",
    about: &[
        "true: the wheel and clicks go to what was said; Shift and the mouse select text.",
        "false: the mouse selects text, as the terminal does.",
    ],
    default: &["mouse: false,"],
    reach: SettingReach::EveryFile,
    read: |value, _, values| {
        values.mouse = value.read("true or false")?;
        Ok(())
    },
    written: |values| values.mouse.to_string(),
};

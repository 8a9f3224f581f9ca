use super::setting::Setting;
use super::settings::{agenda, dates, keys, language, mouse, names, theme};

/// Every setting, in the order of the documented file.
pub const SETTINGS: &[Setting] = &[
    theme::SETTING,
    language::SETTING,
    dates::SETTING,
    names::SETTING,
    agenda::SETTING,
    agenda::SOLO_SETTING,
    mouse::SETTING,
    keys::SETTING,
];
